"""Figures: the numbers of a report with their bounds, units and what they count.

Needs: sentences, times, happenings.  Gives: figures.  Language table: figures.toml.  Rule: figures-v1.
"""

from twosource.annotate.figures.stage import find_figures

__all__ = ["find_figures"]
