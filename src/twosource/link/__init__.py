"""Link: the same people, places and bodies in all reports, and whom they belong to."""

from twosource.link.cast import Cast, cast
from twosource.link.identify import identify
from twosource.link.organisations import alike_sorts
from twosource.link.persons import compare_persons
from twosource.link.records import Comparison, Judgement, Party
from twosource.link.territories import Territory, territories

__all__ = [
    "Cast",
    "Comparison",
    "Judgement",
    "Party",
    "Territory",
    "alike_sorts",
    "cast",
    "compare_persons",
    "identify",
    "territories",
]
