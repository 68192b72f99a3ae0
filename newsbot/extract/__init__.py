"""The body and the fields of a page: pure functions of its tree, its URL and the profile."""
