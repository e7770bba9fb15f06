"""What may follow a whole number and belong to it: a slashed fraction, a power, spoken decimals, scales, a half."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from twosource.annotate.figures.digits import Number
from twosource.annotate.figures.lexicon import Lexicon
from twosource.annotate.figures.numerals import THOUSAND, atoms_of, wording, worth
from twosource.language import Token, glued

MOST_DECIMALS = 12
HIGHEST_POWER = 40
MILLION = 1_000_000
LARGEST = Decimal(10) ** HIGHEST_POWER


def slashed(tokens: Sequence[Token], number: Number) -> Number:
    """Read "3/4" and "10 1/2" whose first digits are ``number``; without a fraction behind it, return it as it is."""
    last = number.last
    if number.point is None or last != number.first + 1:
        return number
    if (value := _quotient(tokens, number.first)) is not None:
        return number._replace(last=last + 2, low=value, high=value, portion=True, rule="fraction")
    value = _quotient(tokens, last) if not glued(tokens, last) else None
    if value is None or value >= 1:
        return number
    value += number.point
    return number._replace(last=last + 3, low=value, high=value, rule="fraction", grouped=True)


def _quotient(tokens: Sequence[Token], index: int) -> Decimal | None:
    """Return what the two runs of digits with a slash between them at ``index`` are worth, or None."""
    if index + 2 >= len(tokens) or tokens[index + 1].text != "/":
        return None
    above, below = tokens[index].text, tokens[index + 2].text
    if not (above.isdecimal() and below.isdecimal() and glued(tokens, index + 1) and glued(tokens, index + 2)):
        return None
    longer = index + 3 < len(tokens) and glued(tokens, index + 3) and tokens[index + 3].text in "/.-–:"
    if len(above) > 4 or len(below) > 4 or not int(below) or (longer and index + 4 < len(tokens)):
        return None
    return Decimal(above) / Decimal(below)


def powered(tokens: Sequence[Token], number: Number) -> Number:
    """Read "1e10", "12.5e-3" and "1.1^23"."""
    last = number.last
    if number.point is None or not glued(tokens, last) or tokens[last].fold not in ("e", "^"):
        return number
    position, sign = last + 1, ""
    if glued(tokens, position) and tokens[position].text in "+-":
        sign, position = tokens[position].text, position + 1
    if not glued(tokens, position) or not tokens[position].text.isdecimal() or len(tokens[position].text) > 2:
        return number
    power = int(sign + tokens[position].text)
    if abs(power) > HIGHEST_POWER:
        return number
    base = Decimal(10) if tokens[last].fold == "e" else number.point
    if not base:
        return number
    value = base**power * (number.point if tokens[last].fold == "e" else 1)
    if abs(value) > LARGEST:
        return number
    return number._replace(last=position + 1, low=value, high=value, odd=False, alternatives=())


def pointed(lexicon: Lexicon, tokens: Sequence[Token], number: Number) -> Number:
    """Read the decimals that are spoken behind a whole number ("two point zero three")."""
    value = number.point
    point = lexicon.lists["point"].after(tokens, number.last)
    if point is None or value is None or value > MILLION or value % 1 or number.portion or number.vague:
        return number
    spoken = decimals(lexicon, tokens, point[0])
    if spoken is None:
        return number
    value += Decimal(f"0.{spoken[0]}")
    return number._replace(last=spoken[1], low=value, high=value, scale=Decimal(1), article=False, alternatives=())


def decimals(lexicon: Lexicon, tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
    """Return the decimals spoken at ``index`` as digits, and where they end."""
    text, position = "", index
    while position < min(len(tokens), index + MOST_DECIMALS):
        token = tokens[position]
        if token.text.isdecimal():
            return (token.text, position + 1) if not text else (text, position)
        atoms = atoms_of(lexicon, token.fold)
        if atoms is None or atoms[0].role not in ("zero", "digit", "article", "teen", "ten"):
            break
        if len(atoms) == 1 and atoms[0].role in ("zero", "digit", "article"):
            text, position = text + str(atoms[0].value), position + 1
            continue
        for end, run in reversed(wording(lexicon, tokens, position)):
            value = worth(run)
            if value is not None and value < 100:
                return text + str(value), end
        break
    return (text, position) if text else None


def scaled(lexicon: Lexicon, tokens: Sequence[Token], number: Number) -> Number:
    """Read the scale words behind a number ("1,2 millioner", "2.33 k"), and a half ("3½", "3 million and a half")."""
    if number.point is None:
        return number
    last, value, scale = number.last, number.point, Decimal(1)
    if glued(tokens, last) and (parts := lexicon.atoms.get(tokens[last].fold)) and parts.role == "half":
        value, last = value + parts.value, last + 1
    last, scale = _scales(lexicon, tokens, last)
    if scale == 1 and last == number.last:
        suffix = lexicon.suffixes.get(tokens[last].text) if last < len(tokens) else None
        if suffix is None or not (glued(tokens, last) or suffix[1] or (last + 1 == len(tokens) and last <= 7)):
            return number
        scale, last = suffix[0], last + 1
    half = _half_behind(lexicon, tokens, last) if scale > 1 else None
    if half is not None:
        value, last = value + half[0], half[1]
    value *= scale
    others = tuple(format((Decimal(a) * scale).normalize(), "f") for a in number.alternatives)
    read = number._replace(
        last=last, low=value, high=value, scale=scale, odd=number.odd and scale == 1, alternatives=others
    )
    return _rest(lexicon, tokens, read) if scale > 1 and number.digits else read


def _scales(lexicon: Lexicon, tokens: Sequence[Token], index: int) -> tuple[int, Decimal]:
    """Return where the scale words at ``index`` end, and their product."""
    last, scale = index, Decimal(1)
    while last < len(tokens) and (atoms := atoms_of(lexicon, tokens[last].fold)) is not None:
        if any(a.role not in ("hundred", "scale", "plural") for a in atoms) or scale >= LARGEST:
            break
        if scale == 1 and tokens[last].fold in lexicon.coins:
            break
        for atom in atoms:
            scale *= atom.value
        last += 1
        if last < len(tokens) and tokens[last].text == "." and glued(tokens, last) and last + 1 < len(tokens):
            last += tokens[last - 1].fold in lexicon.short_scales
    return last, scale


def _half_behind(lexicon: Lexicon, tokens: Sequence[Token], index: int) -> tuple[Decimal, int] | None:
    """Read "and a half" behind a scale word: its value and where it ends."""
    position = index
    if position >= len(tokens) or tokens[position].fold not in lexicon.joints:
        return None
    position += 1
    if position < len(tokens) and (atom := lexicon.atoms.get(tokens[position].fold)) and atom.value == 1:
        position += 1
    if position >= len(tokens) or (atom := lexicon.atoms.get(tokens[position].fold)) is None or atom.role != "half":
        return None
    follows = atoms_of(lexicon, tokens[position + 1].fold) if position + 1 < len(tokens) else None
    if follows is not None or lexicon.lists["of"].after(tokens, position + 1) is not None:
        return None
    return atom.value, position + 1


def _rest(lexicon: Lexicon, tokens: Sequence[Token], number: Number) -> Number:
    """Read what follows digits with a scale word ("4 thousand 3 hundred and 21"); for millions, if it ends the text."""
    value, scale, position = number.low or Decimal(0), number.scale, number.last
    read = number
    while position < len(tokens):
        start = position + (tokens[position].fold in lexicon.joints)
        if start >= len(tokens):
            return read
        if tokens[start].text.isdecimal() and len(tokens[start].text) < MOST_DECIMALS:
            piece, (position, factor) = Decimal(tokens[start].text), _scales(lexicon, tokens, start + 1)
        else:
            runs = [(end, worth(run)) for end, run in wording(lexicon, tokens, start)]
            end, worded = runs[-1] if runs else (start, None)
            if worded is None:
                return read
            piece, position, factor = worded, end, Decimal(1)
        if piece * factor >= scale:
            return read
        value, scale = value + piece * factor, max(factor, Decimal(1))
        if number.scale <= THOUSAND or position >= len(tokens):
            read = number._replace(last=position, low=value, high=value, alternatives=())
    return read
