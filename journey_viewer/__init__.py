"""Journey Viewer: what really happened to a person, across every service, on one page."""

__version__ = "0.1.0"
