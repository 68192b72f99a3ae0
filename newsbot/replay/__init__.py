"""The corpus made once more, from the archive alone: no request is made."""
