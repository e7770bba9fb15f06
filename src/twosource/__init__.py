"""twosource: which facts of the news stand on how many independent sources."""

__version__ = "0.1.0"
