"""Numbers: digits with their separators, number words, scale words, vague words and portions, read at a token."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from twosource.annotate.figures.digits import Number, glued, read_digits
from twosource.annotate.figures.lexicon import Lexicon, Vague
from twosource.annotate.figures.numerals import atoms_of, wording, worth
from twosource.language import Token


def starts_number(lexicon: Lexicon, token: Token) -> bool:
    """Tell whether a number may begin at ``token``."""
    return token.text[0].isdecimal() or token.fold in lexicon.starters or atoms_of(lexicon, token.fold) is not None


def read_number(lexicon: Lexicon, tokens: Sequence[Token], index: int) -> Number | None:
    """Read the number that begins at ``index``, or return None."""
    if index >= len(tokens):
        return None
    token = tokens[index]
    if token.text[0].isdecimal():
        return _scaled(lexicon, tokens, read_digits(lexicon, tokens, index))
    vague = lexicon.vague.after(tokens, index)
    words = _words(lexicon, tokens, index)
    if vague is not None and (words is None or words.last <= vague[0]):
        return _vague(lexicon, tokens, index, *vague)
    portion = lexicon.wholes.after(tokens, index)
    if portion is not None and (words is None or words.last < portion[0]):
        value, percent = portion[1]
        return Number(index, portion[0], value, value, portion=True, percent=percent, rule="portion")
    return words


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
    """Read number words, the longest run that makes one number."""
    runs = wording(lexicon, tokens, index)
    for end, atoms in reversed(runs):
        value = worth(atoms)
        if value is None:
            continue
        scale = Decimal(1)
        for atom in atoms:
            if atom.role in ("scale", "plural"):
                scale *= atom.value
        if end < len(tokens) and tokens[end].fold in lexicon.denominators and value < 100:
            return Number(
                index,
                end + 1,
                value / lexicon.denominators[tokens[end].fold],
                value / lexicon.denominators[tokens[end].fold],
                portion=True,
                rule="portion",
            )
        return Number(
            index, end, value, value, scale, article=len(atoms) == 1 and atoms[0].role == "article", rule="words"
        )
    if runs and runs[0][1][0].role == "plural":
        scale = runs[0][1][0].value
        return Number(index, runs[0][0], scale, scale * 10 - 1, scale, vague=True, rule="vague")
    return None


def _scaled(lexicon: Lexicon, tokens: Sequence[Token], number: Number | None) -> Number | None:
    """Read the scale words behind digits ("1,2 millioner"), and a half ("2 1/2", "3½")."""
    if number is None or number.point is None:
        return number
    last, value, scale = number.last, number.point, Decimal(1)
    if glued(tokens, last) and (parts := lexicon.atoms.get(tokens[last].fold)) and parts.role == "half":
        value, last = value + parts.value, last + 1
    while last < len(tokens) and (atoms := atoms_of(lexicon, tokens[last].fold)) is not None:
        large = [a for a in atoms if a.role in ("hundred", "scale", "plural")]
        if len(large) != len(atoms):
            break
        for atom in large:
            scale *= atom.value
        last += 1
        if last < len(tokens) and tokens[last].text == "." and glued(tokens, last) and last + 1 < len(tokens):
            last += tokens[last - 1].fold in lexicon.short_scales
    if last == number.last:
        suffix = lexicon.suffixes.get(tokens[last].text) if last < len(tokens) else None
        if suffix is None or not (glued(tokens, last) or suffix[1]):
            return number
        scale, last = suffix[0], last + 1
    value *= scale
    others = tuple(format((Decimal(a) * scale).normalize(), "f") for a in number.alternatives)
    return Number(
        number.first,
        last,
        value,
        value,
        scale,
        digits=True,
        grouped=number.grouped,
        odd=number.odd and scale == 1,
        alternatives=others,
        rule="digits",
    )
