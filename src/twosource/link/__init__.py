"""Link: the same people, places and bodies in all reports, and whom they belong to."""

from twosource.link.bodies import compare_organisations, compare_places
from twosource.link.cast import Cast, cast
from twosource.link.identify import identify
from twosource.link.likeliest import SOME_STATE
from twosource.link.organisations import alike_sorts
from twosource.link.persons import compare_persons
from twosource.link.records import Comparison, Judgement, Party
from twosource.link.territories import Territory, territories

__all__ = [
    "SOME_STATE",
    "Cast",
    "Comparison",
    "Judgement",
    "Party",
    "Territory",
    "alike_sorts",
    "cast",
    "compare_organisations",
    "compare_persons",
    "compare_places",
    "identify",
    "territories",
]
