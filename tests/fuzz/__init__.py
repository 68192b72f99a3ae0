"""Pages damaged by chance, which every reader of a page has to bear."""
