"""Papers made up to any length: articles, what editors do to them, and series of bulletins."""
