"""What looks like a figure and is none: years, dates, clock times, ages, scores, telephone numbers, parts of names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from twosource.annotate.figures.amounts import Amount
from twosource.annotate.figures.digits import DASHES, spaced_alike
from twosource.annotate.figures.lexicon import Lexicon
from twosource.language import Token, glued

YEARS = range(1500, 2101)
MOST_LISTED = 12


def excluded(lexicon: Lexicon, tokens: Sequence[Token], amount: Amount, *, counts: bool) -> str:
    """Return why the amount is no figure, or an empty string.

    Args:
        lexicon: The language's words.
        tokens: The tokens of the sentence.
        amount: The amount in question.
        counts: Whether a known noun follows the amount.
    """
    if _idiom(lexicon, tokens, amount, counts=counts):
        return "idiom"
    if _slashed(amount) or (not counts and _score(amount)):
        return "slash or score"
    for reason, rule in _RULES_OF_COUNTS if counts else _RULES:
        if rule(lexicon, tokens, amount):
            return reason
    if amount.number.digits:
        for reason, rule in _RULES_OF_DIGITS:
            if rule(lexicon, tokens, amount):
                return reason
        if not counts and _phone(lexicon, tokens, amount):
            return "phone"
    if _label(lexicon, tokens, amount, counts=counts):
        return "label"
    return "article" if amount.number.article and _article(amount) else ""


def _idiom(lexicon: Lexicon, tokens: Sequence[Token], amount: Amount, *, counts: bool) -> bool:
    """Tell whether the number is part of a turn of speech that counts nothing ("in two", but not "in two cars")."""
    number = amount.number
    plain = number.last if number.article or not (counts or amount.unit is not None) else number.last + 1
    return any(end >= plain for _, end, _ in lexicon.idioms.between(tokens, number.first - 3, number.first + 1))


def _attached(lexicon: Lexicon, tokens: Sequence[Token], amount: Amount) -> bool:
    """Tell whether letters or marks are attached so that the digits are part of a name, a compound or a date."""
    number = amount.number
    before = tokens[number.first - 1] if glued(tokens, number.first) else None
    if before is not None and amount.first >= number.first:
        if before.text[0].isalnum() or before.text in "/:#@_&§":
            return True
        if before.text in (*DASHES, ".", ",", "'", "’") and glued(tokens, number.first - 1) and not amount.signed:
            return tokens[number.first - 2].text[0].isalnum()
    if not glued(tokens, number.last) or amount.last > number.last:
        return False
    after = tokens[number.last]
    if after.text[0].isalpha() or after.text in "/:_@'’":
        return not (after.text in ":'’" and not glued(tokens, number.last + 1))
    if after.text in DASHES and lexicon.lists["scaled"].after(tokens, number.last + 1) is not None:
        return False
    return after.text in DASHES and glued(tokens, number.last + 1) and amount.other is None


def _compound(lexicon: Lexicon, tokens: Sequence[Token], amount: Amount) -> bool:
    """Tell whether a dash joins the number word to the word behind it ("one-time gains")."""
    last = amount.last
    if amount.unit is not None or amount.other is not None or last + 1 >= len(tokens) or last != amount.number.last:
        return False
    if lexicon.lists["scaled"].after(tokens, last + 1) is not None:
        return False
    return tokens[last].text == "-" and spaced_alike(tokens, last) and tokens[last + 1].text[0].isalpha()


def _score(amount: Amount) -> bool:
    """Tell whether two numbers with a hyphen, and nothing that they count, are a score or an interval of pages."""
    return amount.hyphen and amount.unit is None and amount.other is not None and not amount.side


def _slashed(amount: Amount) -> bool:
    """Tell whether digits with a slash, and nothing that they measure or are a share of, are a date or a name."""
    return amount.number.rule == "fraction" and amount.number.portion and amount.unit is None


def _age(lexicon: Lexicon, tokens: Sequence[Token], amount: Amount) -> bool:
    """Tell whether the number is somebody's age."""
    if lexicon.lists["age_after"].after(tokens, amount.number.last) is not None:
        return True
    if amount.other is not None and lexicon.lists["age_after"].after(tokens, amount.other.last) is not None:
        return True
    if amount.unit is not None and amount.unit.code != "a":
        return False
    if amount.unit is None and _in_ages(lexicon, tokens, amount.first):
        return True
    before = lexicon.lists["age_before"].before(tokens, amount.first)
    if before is not None and amount.unit is not None:
        return before[0] > 0 and _of_age(lexicon, tokens[before[0] - 1])
    first, last = amount.number.first, amount.number.last
    enclosed = first > 0 and last < len(tokens) and tokens[first - 1].text in "(," and tokens[last].text in "),"
    if enclosed and first > 1 and amount.unit is None and amount.number.digits and not amount.side:
        return tokens[first - 2].text[0].isupper() and amount.low is not None and amount.low < 120
    return False


def _of_age(lexicon: Lexicon, token: Token) -> bool:
    """Tell whether a word can be of an age ("un minero de 40 años"): a name, or a noun that is counted.

    Where all nouns have capitals a capital says nothing, and the noun must be a person's.
    """
    noun = lexicon.nouns.get(token.fold)
    if lexicon.noun_capitals:
        return noun is not None and noun.unit == "person"
    return noun is not None or token.text[0].isupper()


def _in_ages(lexicon: Lexicon, tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a word for ages stands before the number, or before those that it is listed with."""
    for position in range(first, max(0, first - MOST_LISTED), -2):
        if lexicon.lists["aged"].before(tokens, position) is not None:
            return True
        if position < 2 or not tokens[position - 2].text.isdecimal():
            return False
        if tokens[position - 1].text != "," and tokens[position - 1].fold not in lexicon.joints:
            return False
    return False


def stated_age(lexicon: Lexicon, tokens: Sequence[Token], amount: Amount) -> int | None:
    """Return where "ten years old" ends, None where it is none, or only describes the noun behind it."""
    unit = amount.unit
    if unit is None or unit.dimension != "time" or amount.hyphen:
        return None
    old = lexicon.lists["old"].after(tokens, amount.last)
    if old is None or (amount.last < len(tokens) and tokens[amount.last].text in DASHES):
        return None
    following = tokens[old[0]] if old[0] < len(tokens) else None
    if following is not None and following.text[0].isalpha() and not lexicon.stops.get(following.fold):
        return None
    return old[0]


def _after_article(lexicon: Lexicon, tokens: Sequence[Token], amount: Amount) -> bool:
    """Tell whether an article before a number word shows that it is no numeral ("et tre")."""
    if amount.first == 0 or amount.number.digits or amount.number.vague or amount.unit is not None:
        return False
    before = lexicon.atom(tokens[amount.first - 1].fold)
    return before is not None and before.role == "article" and amount.number.scale == 1


def _label(lexicon: Lexicon, tokens: Sequence[Token], amount: Amount, *, counts: bool) -> bool:
    """Tell whether a word before the number makes it a label: paragraph, line, room, "TV 2", "Boeing 737"."""
    first = amount.first
    if first == 0 or amount.side:
        return False
    labelled = amount.unit is None and lexicon.lists["label"].before(tokens, first) is not None
    if labelled or lexicon.lists["phone"].before(tokens, first):
        return True
    before = tokens[first - 1]
    return (
        amount.number.digits
        and amount.unit is None
        and not lexicon.noun_capitals
        and first > 1
        and before.text[0].isupper()
        and not amount.number.grouped
        and tokens[first - 2].text[0].isalnum()
        and not counts
    )


def _year(lexicon: Lexicon, tokens: Sequence[Token], amount: Amount) -> bool:
    """Tell whether four digits are a year: nothing is counted, bounded or measured by them."""
    number = amount.number
    if not number.digits or amount.unit is not None or number.grouped or number.scale != 1:
        return False
    if number.low is None or number.low not in YEARS or len(tokens[number.first].text) != 4:
        return False
    if amount.side or len(tokens) <= number.last - number.first:
        return bool(amount.side) and lexicon.lists["year_before"].before(tokens, amount.first) is not None
    return True


def _clock(_: Lexicon, tokens: Sequence[Token], amount: Amount) -> bool:
    """Tell whether the number is a clock time or a date in digits: "18.30"."""
    number = amount.number
    return (
        number.odd
        and amount.unit is None
        and number.last - number.first == 3
        and (
            tokens[number.first + 1].text == "."
            and len(tokens[number.first].text) <= 2
            and len(tokens[number.first + 2].text) == 2
        )
    )


def _at_clock(lexicon: Lexicon, tokens: Sequence[Token], amount: Amount) -> bool:
    """Tell whether a word for clock times stands before a number that counts nothing ("um 18 Uhr")."""
    return amount.unit is None and lexicon.lists["clock"].before(tokens, amount.first) is not None


def _phone(lexicon: Lexicon, tokens: Sequence[Token], amount: Amount) -> bool:
    """Tell whether the digits are a telephone or other running number: a leading zero, or pairs in a row."""
    text = tokens[amount.number.first].text
    if len(text) > 2 and text[0] == "0" and not amount.number.grouped and amount.number.last == amount.number.first + 1:
        return True
    if amount.unit is None and lexicon.lists["phone"].within(tokens, amount.first - 12, amount.first) is not None:
        return True
    near = tokens[max(0, amount.number.first - 3) : amount.number.last + 3]
    pairs = [a for a, b in pairwise(near) if a.text.isdecimal() and b.text.isdecimal() and len(b.text) == len(a.text)]
    return len(pairs) >= 2 and amount.unit is None and not amount.number.grouped


def _ordinal(lexicon: Lexicon, tokens: Sequence[Token], amount: Amount) -> bool:
    """Tell whether a full stop inside the sentence makes the digits an ordinal ("3. division")."""
    last = amount.number.last
    if not lexicon.ordinal_dot or amount.last > last or last + 1 >= len(tokens):
        return False
    following = tokens[last + 1]
    return (
        tokens[last].text == "."
        and glued(tokens, last)
        and not glued(tokens, last + 1)
        and (following.text[0].isalpha() and amount.low is not None and amount.low < 100)
    )


def _article(amount: Amount) -> bool:
    """Tell whether a lone word for one is an article: no bound, and no unit that one would count by."""
    if amount.side or amount.whole is not None:
        return False
    return amount.unit is None or (amount.unit.weak or amount.unit.dimension == "time")


def _later(lexicon: Lexicon, tokens: Sequence[Token], amount: Amount) -> bool:
    """Tell whether a stretch of time only says when ("tre uger senere")."""
    if amount.unit is None or amount.unit.dimension != "time":
        return False
    return lexicon.lists["later"].after(tokens, amount.last) is not None or (
        lexicon.lists["earlier"].before(tokens, amount.first) is not None
    )


Rule = Callable[[Lexicon, Sequence[Token], Amount], bool]
_RULES_OF_COUNTS: tuple[tuple[str, Rule], ...] = (("age", _age), ("clock", _clock), ("later", _later))
_RULES: tuple[tuple[str, Rule], ...] = (
    *_RULES_OF_COUNTS,
    ("clock", _at_clock),
    ("compound", _compound),
    ("noun", _after_article),
    ("year", _year),
)
_RULES_OF_DIGITS: tuple[tuple[str, Rule], ...] = (("attached", _attached), ("ordinal", _ordinal))
