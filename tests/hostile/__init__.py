"""A hostile web on loopback, and what a crawl through the real settings makes of it."""
