"""Amounts: a number with its sign, range, unit and bounds, as an interval."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from twosource.annotate.figures.digits import DASHES, Number
from twosource.annotate.figures.lexicon import Lexicon, Unit
from twosource.annotate.figures.numbers import read_number
from twosource.language import Token, glued

SMALL = 10
MOST_PARTS = 3
WHOLE = 10**12
MOST_TOKENS = 12


class Amount(NamedTuple):
    """What was read of one figure: tokens ``first`` to ``last`` (exclusive), its interval and unit.

    ``number`` is the number as it stands, ``other`` the upper end of a range; ``side`` the bound that was read.
    """

    number: Number
    first: int
    last: int
    low: Decimal | None
    high: Decimal | None
    unit: Unit | None = None
    other: Number | None = None
    side: str = ""
    approximate: bool = False
    hyphen: bool = False
    between: bool = False
    signed: bool = False
    portion: bool = False
    whole: Decimal | None = None
    definite: bool = False

    @property
    def rule(self) -> str:
        """Return the name of the rule that read it."""
        return "range" if self.other is not None else "bound" if self.side else self.number.rule


def read_amount(lexicon: Lexicon, tokens: Sequence[Token], index: int, floor: int) -> Amount | None:
    """Read the amount whose number begins at ``index``; words before ``floor`` belong to another one."""
    number = read_number(lexicon, tokens, index)
    if number is None or number.low is None:
        return None
    amount = _measured(lexicon, tokens, number)
    amount = _ranged(lexicon, tokens, amount, floor)
    amount = _signed(lexicon, tokens, amount, floor)
    return _bounded(lexicon, tokens, amount, floor)


def _measured(lexicon: Lexicon, tokens: Sequence[Token], number: Number) -> Amount:
    """Add the unit before or behind a number."""
    first, last, unit = number.first, number.last, None
    before = lexicon.unit_before.before(tokens, first)
    if before is not None:
        first, unit = before
    after = last
    hyphen = after + 1 < len(tokens) and tokens[after].text in DASHES and tokens[after + 1].text[0].isalpha()
    if hyphen and glued(tokens, after) and glued(tokens, after + 1):
        after += 1
    if number.portion or unit is None:
        share = _share(lexicon, tokens, number)
        if share is not None:
            return share
    hit = lexicon.unit_after.longest(tokens, after)
    if hit is not None and number.article:
        counts = hit[0] < len(tokens) and tokens[hit[0]].text[0].isdecimal()
        alone = first == 0 and hit[0] == len(tokens)
        hit = None if counts or (hit[1].symbol and not alone) else hit
    if hit is not None and _is_type(tokens, hit[0]) and lexicon.unit_after.longest(tokens, hit[0] + 2) is None:
        hit = None
    if hit is not None and (unit is None or unit.dimension == "money" == hit[1].dimension):
        last, unit = hit if unit is None or hit[1].code == unit.code else (last, unit)
    low, high = number.low, number.high
    if unit is not None and unit.factor != 1:
        low = low * unit.factor if low is not None else None
        high = high * unit.factor if high is not None else None
    amount = Amount(number, first, last, low, high, unit, approximate=number.approximate)
    if unit is None or low is None or low != high:
        return amount
    return _with_minor(lexicon, tokens, amount) if unit.dimension == "money" else _with_parts(lexicon, tokens, amount)


def _is_type(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether a dash and a number tie the letter before ``end`` to a type ("six F-16 jets")."""
    tied = end + 1 < len(tokens) and tokens[end].text in DASHES and tokens[end + 1].text[0].isdecimal()
    return tied and len(tokens[end - 1].text) == 1 and glued(tokens, end) and glued(tokens, end + 1)


def _with_parts(lexicon: Lexicon, tokens: Sequence[Token], amount: Amount) -> Amount:
    """Add the smaller units behind a measure ("5 feet 3 inches", "2 km and 1 metre"), told in the smallest."""
    read = amount
    for _ in range(MOST_PARTS):
        part = _next_part(lexicon, tokens, read)
        if part is None or read.unit is None or part.unit is None or read.low is None or part.low is None:
            break
        value = read.low * read.unit.size / part.unit.size + part.low
        read = read._replace(last=part.last, low=value, high=value, unit=part.unit)
    return read


def _next_part(lexicon: Lexicon, tokens: Sequence[Token], amount: Amount) -> Amount | None:
    """Return the measure right behind another one that is a part of it: smaller, and less than one of its units."""
    unit, start = amount.unit, amount.last
    if unit is None or not unit.size or start >= len(tokens):
        return None
    if tokens[start].text == "," and amount.first == 0 and len(tokens) <= MOST_TOKENS:
        start += 1
    joint = lexicon.lists["and"].after(tokens, start)
    start = joint[0] if joint is not None else start
    number = read_number(lexicon, tokens, start) if start < len(tokens) else None
    if number is None or number.point is None or number.vague or number.portion:
        return None
    hit = lexicon.unit_after.longest(tokens, number.last)
    if hit is None or hit[1].base != unit.base or hit[1].factor != 1 or not 0 < hit[1].size < unit.size:
        return None
    if number.point * hit[1].size >= unit.size and not (amount.first == 0 and hit[0] == len(tokens)):
        return None
    return Amount(number, number.first, hit[0], number.point, number.point, hit[1])


def _with_minor(lexicon: Lexicon, tokens: Sequence[Token], amount: Amount) -> Amount:
    """Add the hundredths behind a sum of money ("2 kroner og 50 øre")."""
    joint = lexicon.lists["and"].after(tokens, amount.last)
    number = read_number(lexicon, tokens, joint[0] if joint is not None else amount.last)
    if number is None or number.point is None or not 0 < number.point < 100 or number.portion:
        return amount
    minor = lexicon.lists["minor"].after(tokens, number.last)
    bare = number.last == len(tokens) and (
        amount.first == 0 or (joint is None and number.digits and len(tokens[number.first].text) == 2)
    )
    if amount.low is None or amount.low > WHOLE or amount.low % 1 or not (minor or bare):
        return amount
    value = amount.low + number.point / 100
    return amount._replace(last=minor[0] if minor else number.last, low=value, high=value)


def _share(lexicon: Lexicon, tokens: Sequence[Token], number: Number) -> Amount | None:
    """Read "half of", "two thirds of", "every fifth" and "one in five" as percent."""
    if number.percent:
        return Amount(number, number.first, number.last, number.low, number.high, lexicon.percent, portion=True)
    value, last = number.point, number.last
    if value is None or value <= 0:
        return None
    if number.portion:
        if lexicon.lists["of"].after(tokens, last) is None:
            return None
        return Amount(number, number.first, last, value * 100, value * 100, lexicon.percent, portion=True)
    over = lexicon.lists["over"].after(tokens, last)
    divisor = read_number(lexicon, tokens, over[0]) if over is not None and number.first <= 1 else None
    if divisor is not None and divisor.point and divisor.last == len(tokens):
        return Amount(number, number.first, divisor.last, value / divisor.point, value / divisor.point)
    of = lexicon.lists["out_of"].after(tokens, last)
    whole = read_number(lexicon, tokens, of[0]) if of is not None and value < 100 else None
    definite = whole is None and value < 100
    if definite:
        whole = _known_whole(lexicon, tokens, last)
    if whole is None or whole.article or whole.point is None or whole.portion or not value < whole.point <= 1000:
        return None
    if number.first == 0 and whole.last == len(tokens):
        share = value / whole.point
        return Amount(number, number.first, whole.last, share, share)
    share = value / whole.point * 100
    amount = Amount(number, number.first, whole.last, share, share, lexicon.percent, portion=True, whole=whole.point)
    return amount._replace(definite=definite)


def _known_whole(lexicon: Lexicon, tokens: Sequence[Token], index: int) -> Number | None:
    """Read "of the four" at ``index``: the number of those that are known."""
    of = lexicon.lists["of"].after(tokens, index)
    if of is None:
        return None
    the = lexicon.bounds.after(tokens, of[0])
    if the is not None and the[1] == "exact":
        return read_number(lexicon, tokens, the[0])
    them = lexicon.lists["them"].after(tokens, of[0])
    return read_number(lexicon, tokens, them[0]) if them is not None else None


def _ranged(lexicon: Lexicon, tokens: Sequence[Token], amount: Amount, floor: int) -> Amount:
    """Read "10-20", "10 til 20" and "mellem 10 og 20" as one interval."""
    between = lexicon.lists["between"].before(tokens, amount.first)
    joint = lexicon.lists["and"].after(tokens, amount.last) if between and between[0] >= floor else None
    to = lexicon.lists["to"].after(tokens, amount.last)
    if to is not None and changes(lexicon, tokens, amount.first):
        return amount
    hyphen = amount.last < len(tokens) and tokens[amount.last].text in DASHES
    if joint is not None:
        following = joint[0]
    elif to is not None:
        following = to[0]
    elif hyphen and (glued(tokens, amount.last) == glued(tokens, amount.last + 1)):
        following = amount.last + 1
    else:
        return _unbetween(lexicon, tokens, amount, between is not None)
    if (about := lexicon.bounds.after(tokens, following)) is not None and about[1] == "about":
        following = about[0]
    number = read_number(lexicon, tokens, following)
    start = following
    if number is None and (prefix := lexicon.unit_before.after(tokens, following)) is not None:
        number, start = read_number(lexicon, tokens, prefix[0]), prefix[0]
    if number is None or number.point is None or amount.number.point is None or number.first != start:
        return amount
    return _interval(lexicon, tokens, amount, number, between=between, hyphen=hyphen and to is None)


def changes(lexicon: Lexicon, tokens: Sequence[Token], first: int) -> bool:
    """Tell whether the number at ``first`` is where something rose or fell from ("steg fra 12 til 15")."""
    if lexicon.lists["from"].before(tokens, first) is None:
        return False
    return lexicon.lists["change"].within(tokens, first - 12, first) is not None


def _unbetween(lexicon: Lexicon, tokens: Sequence[Token], amount: Amount, between: bool) -> Amount:
    """Read "mellem fem og tyve" as five to twenty, where the words alone would be twenty-five."""
    number = amount.number
    if not between or number.digits or number.last - number.first < 3:
        return amount
    for split in range(number.first + 1, number.last - 1):
        if lexicon.lists["and"].after(tokens, split):
            left = read_number(lexicon, tokens[:split], number.first)
            right = read_number(lexicon, tokens, split + 1)
            if left and right and left.last == split and left.point is not None and right.last >= number.last:
                begun = amount._replace(number=left, last=split, low=left.low, high=left.high)
                found = lexicon.lists["between"].before(tokens, amount.first)
                return _interval(lexicon, tokens, begun, right, between=found, hyphen=False)
    return amount


def _interval(
    lexicon: Lexicon,
    tokens: Sequence[Token],
    left: Amount,
    number: Number,
    *,
    between: tuple[int, object] | None,
    hyphen: bool,
) -> Amount:
    """Join the two ends of a range; the left one takes the scale and unit of the right one where it has none."""
    right = _measured(lexicon, tokens, number)
    unit = right.unit or left.unit
    if (
        left.unit is not None
        and right.unit is not None
        and (left.unit.code, left.unit.mark) != (right.unit.code, right.unit.mark)
    ):
        return left
    if left.low is None or right.high is None:
        return left
    low, high, plain = left.low, right.high, number.scale
    factor = unit.factor if unit is not None else Decimal(1)
    if left.unit is None:
        low *= factor
    if right.unit is None:
        high *= factor
    if left.number.scale == 1 and plain > 1 and low < high / plain and (low < plain or low < 1000):
        low *= plain
    if factor < 0:
        low, high = min(low, high), max(low, high)
    if low >= high and not hyphen:
        return left
    first = between[0] if between is not None else left.first
    return left._replace(
        first=first,
        last=right.last,
        low=low,
        high=high,
        unit=unit,
        other=number,
        hyphen=hyphen,
        between=between is not None,
        approximate=left.approximate or right.approximate,
    )


def _signed(lexicon: Lexicon, tokens: Sequence[Token], amount: Amount, floor: int) -> Amount:
    """Read a minus sign or word; and units that are below zero by name ("frostgrader")."""
    if amount.other is not None or amount.low is None or amount.high is None:
        return amount
    first = amount.first
    minus = lexicon.lists["minus"].before(tokens, first)
    if minus is not None and minus[0] >= floor and lexicon.bounds.before(tokens, first) is None:
        return amount._replace(first=minus[0], low=-amount.high, high=-amount.low, signed=True)
    if (
        first > floor
        and tokens[first - 1].text in ("-", "−")
        and (glued(tokens, first) or amount.last == len(tokens) > first == 1)
    ):
        alone = first == 1 or (tokens[first - 2].end < tokens[first - 1].start or tokens[first - 2].text in "([")
        if alone:
            return amount._replace(first=first - 1, low=-amount.high, high=-amount.low, signed=True)
    if first > floor and tokens[first - 1].text == "+" and glued(tokens, first) and not glued(tokens, first - 1):
        return amount._replace(first=first - 1, signed=True)
    return amount


def _bounded(lexicon: Lexicon, tokens: Sequence[Token], amount: Amount, floor: int) -> Amount:
    """Open or mark the interval by the bound words before and behind."""
    first = amount.first
    sides: list[str] = []
    for _ in range(2):
        hit = lexicon.bounds.before(tokens, first)
        if hit is None or hit[0] < floor or not _bounds(lexicon, tokens, amount, hit):
            break
        first = hit[0]
        sides.insert(0, hit[1].partition("_")[0])
    after = lexicon.bounds_after.after(tokens, amount.last)
    last = amount.last
    if after is not None:
        last = after[0]
        sides.append(after[1])
    if not sides:
        return amount
    amount = amount._replace(first=first, last=last)
    for side in sides:
        if side == "above":
            amount = amount._replace(high=None, side=side)
        elif side == "below":
            amount = amount._replace(low=None, high=amount.high if amount.high is not None else amount.low, side=side)
        elif side == "about":
            amount = amount._replace(approximate=True, side=amount.side or side)
    return amount


def _bounds(lexicon: Lexicon, tokens: Sequence[Token], amount: Amount, hit: tuple[int, str]) -> bool:
    """Tell whether a word that may say something else bounds this amount: a large one, or one of a toll."""
    first, side = hit
    if side.endswith("_tally") and not lexicon.lists["tally"].within(tokens, first - MOST_TOKENS, first):
        return False
    return "_" not in side or _large(amount)


def _large(amount: Amount) -> bool:
    """Tell whether a preposition that may also mean "during" can be a bound here."""
    return amount.unit is not None or (amount.low is not None and amount.low >= SMALL)
