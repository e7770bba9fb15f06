"""Stories: which reports tell of the same event."""
