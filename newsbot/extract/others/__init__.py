"""Blocks of other articles on a page."""
