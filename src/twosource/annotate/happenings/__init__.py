"""Happenings: what a report says that happened, by concept, with who, whom, where, when, polarity and modality."""

from twosource.annotate.happenings.find import find_happenings

__all__ = ["find_happenings"]
