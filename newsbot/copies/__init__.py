"""Near duplicates: what a text is told by, and whether one text is a copy of another."""
