"""When an article was published and changed, as its page says."""
