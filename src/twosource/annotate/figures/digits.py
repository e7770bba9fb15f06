"""Digits: runs of digits with the separators of a language, and what they may mean otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from twosource.annotate.figures.lexicon import Lexicon
from twosource.language import Token, glued

DASHES = ("-", "–", "‐", "‑", "−", "—")
MOST_DIGITS = 18
MOST_GROUPS = 6


class Number(NamedTuple):
    """A number in the text: tokens ``first`` to ``last`` (exclusive), its interval, and how it is written.

    ``scale`` is the product of its scale words; ``article`` tells that it is only a word for one that may be an
    article; ``odd`` that its separator is not one that the language uses so (a clock time, a foreign decimal).
    """

    first: int
    last: int
    low: Decimal | None
    high: Decimal | None
    scale: Decimal = Decimal(1)
    digits: bool = False
    grouped: bool = False
    odd: bool = False
    article: bool = False
    approximate: bool = False
    vague: bool = False
    strict: bool = False
    portion: bool = False
    percent: bool = False
    alternatives: tuple[str, ...] = ()
    rule: str = "digits"

    @property
    def point(self) -> Decimal | None:
        """Return the value where it is one, else None."""
        return self.low if self.low == self.high else None


def spaced_alike(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the mark at ``index`` touches both its neighbours, or neither of them."""
    return index + 1 < len(tokens) and glued(tokens, index) == glued(tokens, index + 1)


def read_digits(lexicon: Lexicon, tokens: Sequence[Token], index: int) -> Number:
    """Read the digits at ``index`` with their separators; ``low`` is None where they make no number."""
    runs, marks, position = _runs(lexicon, tokens, index)
    text = _plain(lexicon, runs, marks)
    if text is None or len(text) > MOST_DIGITS:
        return Number(index, position, None, None, digits=True, odd=True, rule="broken")
    if not marks and _headless(lexicon, tokens, index):
        number = Decimal(f"0.{text}")
        return Number(index - 1, position, number, number, digits=True)
    value, other, odd = text, None, False
    if len(marks) == 1 and marks[0] in ".," and len(runs[1]) == 3 and 0 < len(runs[0].lstrip("0")) <= 3:
        joined, pointed = runs[0] + runs[1], f"{runs[0]}.{runs[1]}"
        other = format(Decimal(pointed).normalize(), "f") if value == joined else joined
        if marks[0] in lexicon.thousands and marks[0] in lexicon.decimal:
            return Number(index, position, None, None, digits=True, rule="ambiguous")
    if len(marks) == 1 and marks[0] not in lexicon.decimal and len(runs[1]) != 3:
        odd = True
    number = Decimal(value)
    grouped = bool(marks) and "." not in value
    return Number(
        index, position, number, number, digits=True, grouped=grouped, odd=odd, alternatives=(other,) if other else ()
    )


def _headless(lexicon: Lexicon, tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a decimal sign without a digit before it opens the number (",5")."""
    if not glued(tokens, index) or tokens[index - 1].text not in lexicon.decimal:
        return False
    return not glued(tokens, index - 1) or tokens[index - 2].text in "-−+"


def _runs(lexicon: Lexicon, tokens: Sequence[Token], index: int) -> tuple[list[str], list[str], int]:
    """Gather the runs of digits that belong together, and the marks between them; a space is a mark, too."""
    runs: list[str] = [tokens[index].text]
    marks: list[str] = []
    position = index + 1
    while position < len(tokens) and len(runs) <= MOST_GROUPS:
        token = tokens[position]
        following = tokens[position + 1] if position + 1 < len(tokens) else None
        if token.text in ".,'’·" and following and glued(tokens, position) and glued(tokens, position + 1):
            if not following.text[0].isdecimal():
                break
            runs.append(following.text)
            marks.append("'" if token.text == "’" else token.text)
            position += 2
        elif _spaced(lexicon, tokens, position) and len(runs[0]) <= 3 and all(mark == " " for mark in marks):
            runs.append(token.text)
            marks.append(" ")
            position += 1
        else:
            break
    return runs, marks, position


def _spaced(lexicon: Lexicon, tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the token at ``index`` is a group of three digits one space behind the digits before it."""
    token = tokens[index]
    return (
        " " in lexicon.thousands
        and len(token.text) == 3
        and token.text.isdecimal()
        and token.start - tokens[index - 1].end == 1
    )


def _plain(lexicon: Lexicon, runs: Sequence[str], marks: Sequence[str]) -> str | None:
    """Return the digits as a plain decimal, or None where the marks make no number."""
    if not marks:
        return runs[0]
    whole, rest = list(runs), ""
    last = marks[-1]
    groups = all(mark == marks[0] for mark in marks) and marks[0] in lexicon.thousands and _threes(whole)
    if not groups:
        if last not in lexicon.decimal and not (len(marks) == 1 and last in ".,"):
            return None
        rest = whole.pop()
        if len(marks) > 1 and not (all(m == marks[0] != last for m in marks[:-1]) and _threes(whole)):
            return None
        if len(marks) > 1 and marks[0] not in lexicon.thousands:
            return None
    return "".join(whole) + (f".{rest}" if rest else "")


def _threes(runs: Sequence[str]) -> bool:
    """Tell whether the runs are groups of three digits behind a first one of one to three."""
    return 0 < len(runs[0]) <= 3 and runs[0][0] != "0" and all(len(run) == 3 for run in runs[1:])
