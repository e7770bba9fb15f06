"""Compare two figures: are they about the same thing, and can both hold?  Matcher figures-v1.

Interval arithmetic over exact decimals; a bound that is open reaches for ever.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from twosource.corroborate.comparison import AGREE, COMPATIBLE, CONFLICT, Comparison, apart
from twosource.corroborate.judging import (
    PLAIN,
    conversion,
    counted_alike,
    counted_the_same,
    grows,
    is_weak,
    moves,
    same_sort,
    thing,
)
from twosource.corroborate.statements import Statement
from twosource.corroborate.windows import distance, window
from twosource.model import Figure

RULE = "figures-v1"
NARROW = ("place", "incident", "part", "own")
"""Scopes that make a number a part of a larger one."""
GENERAL = (None, "person", "item", thing("person"), thing("item"))
"""Classes of counted things that may be any."""
OPEN = ("possible", "feared", "planned", "demanded")
"""Modalities of what has not happened yet."""
MILLION = Decimal(1_000_000)
JUMP = Decimal("1.5")
"""A count that is more than half as large again is more than an update."""
FORTNIGHT, SEASON, HALF_A_YEAR = 14, 61, 183
"""Days; a time that is not the count's own, but only stands in its sentence, may be that of what came before."""

PERCENT = "percent"
TENTH = 10
"""From this share on one in whole percent is near enough to one with decimals."""
POINTS = "percentage_point"
"""What is counted where a number of percent is a difference between two such."""
DISTINCTIVE = 20
"""Numbers below this one are in every report."""

Interval = tuple[Decimal | None, Decimal | None]
Judgement = tuple[str, tuple[str, ...], str]
"""Verdict, readings and the reason in words."""


def compare(left: Statement, right: Statement) -> Comparison:
    """Return how two statements with figures relate; the order of the two does not matter."""
    a, b = left.figure, right.figure
    if a is None or b is None:
        return apart("one of them gives no number")
    pair = intervals(a, b)
    if pair is None:
        return apart(f"their units differ: {a.unit} and {b.unit}")
    if contradicting_counted(a, b) and not (left.only and right.only and same_sort(a.counted, b.counted)):
        return apart(f"one counts {a.of}, the other {b.of}")
    converted = a.unit != b.unit
    relation = relate(*pair, rounded=(a.approximate or converted, b.approximate or converted), share=a.unit == PERCENT)
    told = counted_alike(left.concept, right.concept) and not (left.concept in PLAIN and relation == "disjoint")
    if not told and not _plainly_alike(left, right, relation):
        return apart("nothing shows that they count one thing")
    if relation != "equal" and _of_other_days(left, right):
        return apart("each is the number of a day of its own")
    likeness, notes = _likeness(left, right, relation)
    verdict, readings, words = _judge(left, right, pair, relation)
    return Comparison(likeness, verdict, readings, (words, *notes))


def intervals(a: Figure, b: Figure) -> tuple[Interval, Interval] | None:
    """Return both figures as intervals in the smaller of their units, None where the units do not go together."""
    scale = conversion(b.unit, a.unit)
    if scale is None and thing(a.counted) == thing(b.counted) is not None:
        scale = Decimal(1)
    if scale is None:
        return None
    back = conversion(a.unit, b.unit) if scale < 1 else None
    if back is not None:
        return (_times(a.low, back), _times(a.high, back)), (b.low, b.high)
    return (a.low, a.high), (_times(b.low, scale), _times(b.high, scale))


def _plainly_alike(left: Statement, right: Statement, relation: str) -> bool:
    """Tell whether a number counts what another does, though their verbs do not say so.

    They are equal and rare enough, or each is the only number of just that kind of people or things in its report.
    People of two concepts that say much (killed and arrested) are never the same.
    """
    a, b = left.figure, right.figure
    if a is None or b is None or not (a.unit != "person" or is_weak(left.concept) or is_weak(right.concept)):
        return False
    counted = thing(a.counted) not in GENERAL and thing(a.counted) == thing(b.counted) and left.sole and right.sole
    return counted or _converted(a, b) or (relation in ("equal", "rounded") and distinctive(a))


def _converted(a: Figure, b: Figure) -> bool:
    """Tell whether two measures in different units begin within a twentieth of each other."""
    scale = conversion(b.unit, a.unit)
    if a.unit == b.unit or scale is None or a.low is None or b.low is None:
        return False
    return abs(a.low - b.low * scale) * 20 <= max(a.low, b.low * scale)


def distinctive(figure: Figure) -> bool:
    """Tell whether a number is rare enough for two reports of one event to mean the same by it."""
    least = DISTINCTIVE / 2 if figure.unit == "percent" else DISTINCTIVE
    return figure.low is not None and (figure.low >= least or figure.low % 1 != 0)


def _times(value: Decimal | None, scale: Decimal) -> Decimal | None:
    return None if value is None else value * scale


def contradicting_counted(a: Figure, b: Figure) -> bool:
    """Tell whether what is counted cannot be the same: women and men, dwellings and buildings."""
    if (a.counted == POINTS) != (b.counted == POINTS):
        return a.unit == b.unit == "percent"
    one, other = thing(a.counted), thing(b.counted)
    return one not in GENERAL and other not in GENERAL and one != other


def relate(a: Interval, b: Interval, *, rounded: tuple[bool, bool] = (False, False), share: bool = False) -> str:
    """Return how two intervals lie: equal, rounded (apart by rounding only), overlap, or disjoint.

    ``rounded`` says of each whether it is given as a round number; such a one is exact to its last digit.  ``share``
    tells that they are percentages, which are often given without their decimals.
    """
    if a == b:
        return "equal"
    if _near(a, b, rounded, share=share):
        return "rounded"
    return "disjoint" if _below(a, b) or _below(b, a) else "overlap"


def _near(a: Interval, b: Interval, rounded: tuple[bool, bool], *, share: bool) -> bool:
    """Tell whether two points differ by no more than rounding explains.

    A number given as round is exact to half of its last digit, or to a tenth of itself where that digit allows it;
    millions are always round, to half of theirs.
    """
    if a[0] is None or b[0] is None or a[0] != a[1] or b[0] != b[1]:
        return False
    if _cut_short(a[0], b[0], 0 if share and min(a[0], b[0]) >= TENTH else 1):
        return True
    if min(a[0], b[0]) >= MILLION and not any(rounded):
        return abs(a[0] - b[0]) * 2 <= max(_step(a[0]), _step(b[0]))
    steps = [_step(value) for value, round_ in zip((a[0], b[0]), rounded, strict=True) if round_]
    gap = abs(a[0] - b[0])
    return bool(steps) and gap < max(steps) and (gap * 2 < max(steps) or gap * 10 <= max(a[0], b[0]))


def _cut_short(a: Decimal, b: Decimal, least: int) -> bool:
    """Tell whether one number is the other with fewer decimals, though with ``least`` of them: 52.14 and 52.1."""
    coarse, fine = sorted((a, b), key=_decimals)
    places = _decimals(coarse)
    return least <= places < _decimals(fine) and fine.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) == coarse


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _step(value: Decimal) -> Decimal:
    """Return what the last digit of a number that is no zero is worth: 1400 -> 100, 2.5 -> 0.1."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)


def _below(a: Interval, b: Interval) -> bool:
    """Tell whether the first interval lies wholly below the second."""
    return a[1] is not None and b[0] is not None and a[1] < b[0]


def _likeness(left: Statement, right: Statement, relation: str) -> tuple[float, tuple[str, ...]]:
    """Return how surely the two are about the same thing, with what speaks against it."""
    score = 0.62 if counted_the_same(left.concept, right.concept) else 0.45
    score += {"equal": 0.3, "rounded": 0.22, "overlap": 0.1, "disjoint": 0.0}[relation]
    notes = []
    if left.figure and right.figure and left.figure.counted == right.figure.counted is not None:
        score += 0.06
    if relation == "disjoint" and (left.modality in OPEN) != (right.modality in OPEN):
        score -= 0.2
        notes.append("one counts what happened, the other what may")
    if (left.partial or right.partial) and not left.places & right.places:
        score -= 0.05 if relation == "equal" else 0.3
        notes.append("one is given as a part of another number")
    if relation != "equal" and _of_neighbouring_days(left, right):
        score -= 0.15
        notes.append("they are dated to two days")
    if relation != "equal" and left.bygone != right.bygone:
        score -= 0.3
        notes.append("one is of a day before the last that its report counts")
    shared = left.places & right.places
    if left.places and right.places and not shared:
        score -= 0.12 if relation == "equal" else 0.3
        notes.append("they name different places")
    elif relation in ("disjoint", "overlap") and _part_of_places(left, right):
        score -= 0.3
        notes.append("one is of some of the places that the other is of")
    elif shared:
        score += 0.05
    elif relation == "disjoint" and (left.places or right.places) and not (moves(left.concept) or moves(right.concept)):
        score -= 0.05
    if not (relation == "equal" and left.figure and distinctive(left.figure)) and _of_other_times(left, right):
        score -= 0.5
        notes.append("they are about different times")
    return max(0.0, min(1.0, score)), tuple(notes)


def _part_of_places(left: Statement, right: Statement) -> bool:
    """Tell whether the smaller of two numbers is that of fewer places than the larger one names."""
    if left.figure is None or right.figure is None:
        return False
    low, high = _by_low(left, right)
    return bool(low.places) and low.places < high.places


def _by_low(left: Statement, right: Statement) -> tuple[Statement, Statement]:
    """Return two statements by the lower ends of their figures; an open end is the lowest, and equal ends stay."""
    ends = [s.figure.low if s.figure and s.figure.low is not None else Decimal("-Infinity") for s in (left, right)]
    return (left, right) if ends[0] <= ends[1] else (right, left)


def _scope(statement: Statement) -> str | None:
    return statement.figure.scope if statement.figure else None


def _of_other_times(left: Statement, right: Statement) -> bool:
    """Tell whether the two times lie further apart than the reports of one event do.

    A number without a time is of the day of its report; that is held against it only over a longer stretch.
    """
    a, b = window(left.when), window(right.when)
    if a.known and b.known:
        return distance(a, b) > (FORTNIGHT if left.dated and right.dated else SEASON)
    if a.known != b.known:
        return distance(a if a.known else left.as_of, b if b.known else right.as_of) > HALF_A_YEAR
    return False


def _of_other_days(left: Statement, right: Statement) -> bool:
    """Tell whether both counts have a day of their own, more than a day apart, or one is a total of many days."""
    if left.total != right.total and (left.dated or right.dated):
        return True
    if not (left.dated and right.dated):
        return False
    a, b = window(left.when), window(right.when)
    return a.known and b.known and distance(a, b) > 1


def _of_neighbouring_days(left: Statement, right: Statement) -> bool:
    """Tell whether both counts have a day of their own, and it is not the same."""
    a, b = window(left.when).day, window(right.when).day
    return left.dated and right.dated and a is not None and b is not None and a != b


def _judge(left: Statement, right: Statement, pair: tuple[Interval, Interval], relation: str) -> Judgement:
    """Return verdict, readings and reason for two figures of the same thing."""
    if relation == "equal":
        return AGREE, (), "both give the same number"
    if relation == "rounded":
        return COMPATIBLE, ("vaguer",), "the numbers differ by no more than rounding explains"
    if relation == "overlap":
        if pair[0][0] != pair[1][0] and _updated(*_by_low(left, right)):
            return COMPATIBLE, ("later_update", "vaguer"), "the later report counts more, as the earlier bound allows"
        return COMPATIBLE, ("vaguer",), "both numbers can hold: their bounds overlap"
    low, high = (left, right) if _below(*pair) else (right, left)
    if (
        _scope(low) in NARROW
        and _scope(high) not in NARROW
        and not (_scope(low) == "place" and low.places & high.places)
    ):
        return COMPATIBLE, ("other_scope",), f"the smaller number is of one {_scope(low)}, a part of the whole"
    if _updated(low, high):
        return COMPATIBLE, ("later_update",), "the later report gives a later count"
    if _undated(low, high) and (not grows(low.concept) or _grown(*(pair if _below(*pair) else pair[::-1]))):
        return COMPATIBLE, ("later_update", "conflict"), "one may be a later count: the reports' dates do not tell"
    readings = ["conflict", "other_scope"]
    if any(s.figure and s.figure.vague for s in (left, right)):
        readings.insert(1, "vaguer")
    return CONFLICT, tuple(readings), "the numbers cannot both hold as they stand"


def _updated(low: Statement, high: Statement) -> bool:
    """Tell whether time explains the difference: a count that grows or moves, in reports of different days."""
    grown = low.report in high.earlier
    return moves(low.concept) and (grown or (high.report in low.earlier and not grows(low.concept)))


def _grown(low: Interval, high: Interval) -> bool:
    """Tell whether a count may have grown so far from one report to the next: by no more than half."""
    return low[1] is not None and high[0] is not None and high[0] <= low[1] * JUMP


def _undated(low: Statement, high: Statement) -> bool:
    """Tell whether time may explain the difference: nothing says which of two reports is the later one."""
    told = low.report in high.earlier or high.report in low.earlier or low.report == high.report
    one_day = low.as_of.known and low.as_of == high.as_of and low.as_of.day is not None
    return moves(low.concept) and not told and not one_day
