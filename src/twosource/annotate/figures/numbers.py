"""Numbers: digits with their separators, number words, scale words, vague words and portions, read at a token."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from twosource.annotate.figures.digits import DASHES, Number, read_digits, spaced_alike
from twosource.annotate.figures.lexicon import Atom, Lexicon, Vague
from twosource.annotate.figures.numerals import atoms_of, wording, worth
from twosource.annotate.figures.parts import MILLION, decimals, pointed, powered, scaled, slashed
from twosource.language import Token


def starts_number(lexicon: Lexicon, fold: str) -> bool:
    """Tell whether a number may begin with that casefolded word."""
    return fold in lexicon.starters or fold[0].isdecimal() or atoms_of(lexicon, fold) is not None


def starting(lexicon: Lexicon, folds: Iterable[str]) -> frozenset[str]:
    """Return those of the casefolded words with which a number may begin."""
    starters, heads, tails = lexicon.starters, lexicon.heads, lexicon.tails
    return frozenset(
        fold
        for fold in folds
        if fold in starters
        or (fold[:2] in heads and fold[-2:] in tails and atoms_of(lexicon, fold) is not None)
        or fold[0].isdecimal()
    )


def read_number(lexicon: Lexicon, tokens: Sequence[Token], index: int) -> Number | None:
    """Read the number that begins at ``index``, or return None."""
    if index >= len(tokens):
        return None
    token = tokens[index]
    if token.text[0].isdecimal():
        return _digits(lexicon, tokens, index)
    vague = lexicon.vague.after(tokens, index)
    words = _words(lexicon, tokens, index)
    if vague is not None and (words is None or words.last <= vague[0]):
        return _vague(lexicon, tokens, index, *vague)
    portion = lexicon.wholes.after(tokens, index)
    if portion is not None and (words is None or words.last < portion[0]):
        value, percent = portion[1]
        return Number(index, portion[0], value, value, portion=True, percent=percent, rule="portion")
    if words is None and index == 0:
        return _headless(lexicon, tokens)
    return words


def _digits(lexicon: Lexicon, tokens: Sequence[Token], index: int) -> Number:
    """Read digits with what belongs to them."""
    number = read_digits(lexicon, tokens, index)
    if number.point is None:
        return number
    divided = slashed(tokens, number)
    if divided is not number:
        return divided
    return scaled(lexicon, tokens, pointed(lexicon, tokens, powered(tokens, number)))


def _headless(lexicon: Lexicon, tokens: Sequence[Token]) -> Number | None:
    """Read spoken decimals that are all of the text ("point five")."""
    point = lexicon.lists["point"].after(tokens, 0)
    spoken = decimals(lexicon, tokens, point[0]) if point is not None else None
    if spoken is None or spoken[1] != len(tokens):
        return None
    value = Decimal(f"0.{spoken[0]}")
    return Number(0, spoken[1], value, value, rule="words")


def _vague(lexicon: Lexicon, tokens: Sequence[Token], index: int, end: int, word: Vague) -> Number | None:
    """Read a vague word, with the scale words behind it ("several thousand")."""
    if not word.scales:
        return Number(
            index, end, word.low, word.high, vague=True, approximate=word.approximate, strict=word.strict, rule="vague"
        )
    scale = Decimal(1)
    while end < len(tokens) and (parts := atoms_of(lexicon, tokens[end].fold)) is not None:
        if parts[0].role not in ("hundred", "scale", "plural") and not (scale == 1 and parts[0].value == 10):
            break
        for part in parts:
            scale *= part.value
        end += 1
    if word.approximate and word.high is not None:
        return Number(
            index, end, word.low * scale, word.high * scale, scale, approximate=True, vague=True, rule="vague"
        )
    if scale > 1:
        return Number(index, end, scale, scale * 10 - 1, scale, vague=True, rule="vague")
    return Number(index, end, word.low, word.high, vague=True, strict=word.strict, rule="vague")


def _words(lexicon: Lexicon, tokens: Sequence[Token], index: int) -> Number | None:
    """Read number words, the longest run that makes one number, with the decimals spoken behind it."""
    runs = wording(lexicon, tokens, index)
    for end, atoms in reversed(runs):
        part = _fraction(lexicon, tokens, index, end, atoms)
        if part is not None:
            return part
        value = worth(atoms)
        if value is None:
            continue
        scale = Decimal(1)
        for atom in atoms:
            if atom.role in ("scale", "plural"):
                scale *= atom.value
        article = len(atoms) == 1 and atoms[0].role == "article"
        number = Number(index, end, value, value, scale, article=article, rule="words")
        spoken = pointed(lexicon, tokens, number)
        return number if spoken is number else scaled(lexicon, tokens, spoken)
    if runs and runs[0][1][0].role == "plural":
        scale = runs[0][1][0].value
        return Number(index, runs[0][0], scale, scale * 10 - 1, scale, vague=True, rule="vague")
    return None


def _fraction(
    lexicon: Lexicon, tokens: Sequence[Token], first: int, end: int, atoms: tuple[Atom, ...]
) -> Number | None:
    """Read "two thirds", "forty two and a third" and "six million and two thirds", the words before ``end`` read."""
    dash = end + 1 < len(tokens) and tokens[end].text in DASHES and spaced_alike(tokens, end)
    at = end + dash
    below = lexicon.denominators.get(tokens[at].fold) if at < len(tokens) else None
    if below is None:
        return None
    joint = max((i for i, atom in enumerate(atoms) if atom.role == "joint"), default=-1)
    above = worth(atoms[joint + 1 :])
    whole = worth(atoms[:joint]) if joint > 0 else None
    if above is not None and whole is not None and above < below <= MILLION and above < 100:
        large = [atom.value for atom in atoms[:joint] if atom.role in ("scale", "plural") and atom.value >= MILLION]
        value = whole + above / below * (large[-1] if large else 1)
        return Number(first, at + 1, value, value, rule="portion")
    above = worth(atoms)
    if above is None or (above >= 100 and below < 100 and at + 1 < len(tokens)):
        return None
    value, last = above / below, at + 1
    grown = _of_scale(lexicon, tokens, last)
    if grown is not None:
        return Number(first, grown[0], value * grown[1], value * grown[1], grown[1], rule="portion")
    return Number(first, last, value, value, portion=True, rule="portion")


def _of_scale(lexicon: Lexicon, tokens: Sequence[Token], index: int) -> tuple[int, Decimal] | None:
    """Read "of a million" behind a fraction: where it ends, and the scale."""
    of = lexicon.lists["of"].after(tokens, index)
    if of is None or of[0] + 1 >= len(tokens):
        return None
    one, scale = (lexicon.atoms.get(tokens[position].fold) for position in (of[0], of[0] + 1))
    if one is None or one.value != 1 or scale is None or scale.role != "scale":
        return None
    return of[0] + 2, scale.value
