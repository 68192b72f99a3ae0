"""Who wrote an article, and whom it was taken from."""
