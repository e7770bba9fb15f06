"""Stories: which reports tell of the same event."""

from twosource.stories.grouping import Grouping, group

__all__ = ["Grouping", "group"]
