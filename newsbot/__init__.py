"""newsbot keeps a complete, self-refreshing copy of local newspapers' articles."""

__version__ = "0.1.0"
