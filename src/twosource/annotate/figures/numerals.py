"""Number words: what a run of atoms is worth, in every order that our languages know.

`wording` splits words into atoms (``treoghalvfems`` is three, and, ninety); `worth` adds them up or refuses.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from twosource.annotate.figures.lexicon import Atom, Lexicon
from twosource.annotate.figures.wording import LONGEST_WORD
from twosource.language import Token

JOINT = Atom(Decimal(0), "joint")
MOST_TOKENS = 24
_ONES = ("article", "digit", "teen")
_LARGE = ("scale", "plural")
_CACHED = 20000
APOSTROPHES = ("'", "’")
THOUSAND = Decimal(1000)


def atoms_of(lexicon: Lexicon, fold: str) -> tuple[Atom, ...] | None:
    """Return the atoms of one casefolded word, or None where it is no number word."""
    found = lexicon.atoms.get(fold)
    if found is not None:
        return (found,)
    if fold[:2] not in lexicon.heads or fold[-2:] not in lexicon.tails or not 4 <= len(fold) <= LONGEST_WORD:
        return None
    if fold not in lexicon.compound:
        if len(lexicon.compound) > _CACHED:
            lexicon.compound.clear()
        parts = _split(lexicon, fold, 0, {})
        lexicon.compound[fold] = parts if parts is not None and worth(parts) is not None else None
    return lexicon.compound[fold]


def _split(lexicon: Lexicon, fold: str, at: int, dead: dict[int, None]) -> tuple[Atom, ...] | None:
    """Split ``fold[at:]`` into atoms, longest first, joints only between two atoms."""
    if at == len(fold):
        return ()
    if at in dead:
        return None
    for end in range(min(len(fold), at + lexicon.longest_atom), at + 1, -1):
        atom = lexicon.atoms.get(fold[at:end])
        if atom is not None and (rest := _split(lexicon, fold, end, dead)) is not None:
            return (atom, *rest)
    for joint in lexicon.joints:
        if at and fold.startswith(joint, at) and at + len(joint) < len(fold):
            rest = _split(lexicon, fold, at + len(joint), dead)
            if rest:
                return (JOINT, *rest)
    dead[at] = None
    return None


def wording(lexicon: Lexicon, tokens: Sequence[Token], index: int) -> list[tuple[int, tuple[Atom, ...]]]:
    """Return the atoms of the words that begin at ``index``, as (end index, atoms so far) for every possible end."""
    found: list[tuple[int, tuple[Atom, ...]]] = []
    atoms: tuple[Atom, ...] = ()
    position = index
    while position < len(tokens) and position - index < MOST_TOKENS:
        fold, end = _word(lexicon, tokens, position)
        spelled = lexicon.spelled.after(tokens, position)
        parts = atoms_of(lexicon, fold) if spelled is None else (spelled[1],)
        end = end if spelled is None else spelled[0]
        if parts is not None:
            if atoms and parts[0].role in _ONES and atoms[-1].role == parts[0].role:
                break
            atoms += parts
            found.append((end, atoms))
        elif atoms and fold in lexicon.joints:
            atoms += (JOINT,)
        elif not (atoms and fold == "-" and (_glued(tokens, position) or _last_but_one(tokens, position))):
            break
        position = end
    return found


def _word(lexicon: Lexicon, tokens: Sequence[Token], index: int) -> tuple[str, int]:
    """Return the casefolded word at ``index`` and its end, whole where a number word has an apostrophe inside."""
    token = tokens[index]
    if token.fold in lexicon.broken and index + 2 < len(tokens) and tokens[index + 1].text in APOSTROPHES:
        whole = f"{token.fold}'{tokens[index + 2].fold}"
        if whole in lexicon.atoms and _glued(tokens, index + 1):
            return whole, index + 3
    return token.fold, index + 1


def _glued(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the mark at ``index`` touches the words on both sides."""
    return (
        0 < index < len(tokens) - 1
        and tokens[index - 1].end == tokens[index].start
        and tokens[index].end == tokens[index + 1].start
    )


def _last_but_one(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the mark at ``index`` has a gap on both sides and one word behind it, which ends the text."""
    return index + 2 == len(tokens) <= MOST_TOKENS and tokens[index].end < tokens[index + 1].start


def worth(atoms: Sequence[Atom]) -> Decimal | None:
    """Return the value of a run of atoms, or None where they make no one number."""
    position = 0
    terms: list[tuple[Decimal, Decimal]] = []
    while position < len(atoms):
        if position and atoms[position].role == "joint":
            position += 1
        term = _term(atoms, position)
        if term is None:
            return None
        value, position, scale = term
        if terms and terms[-1][1] == THOUSAND and scale > THOUSAND:
            value += terms.pop()[0] * scale
        if terms and (scale >= terms[-1][1] or value >= terms[-1][1]):
            return None
        terms.append((value, scale))
        if scale == 1 and position < len(atoms):
            return None
    return sum((value for value, _ in terms), Decimal(0)) if terms else None


def _term(atoms: Sequence[Atom], at: int) -> tuple[Decimal, int, Decimal] | None:
    """Read one coefficient with its scales: (value, end, scale), the scale 1 where there is none."""
    head = _coefficient(atoms, at)
    value, position = head if head is not None else (Decimal(1), at)
    scale = Decimal(1)
    while position < len(atoms) and atoms[position].role in _LARGE:
        if head is None and atoms[position].role == "plural" and scale == 1:
            return None
        scale *= atoms[position].value
        position += 1
    if head is None and scale == 1:
        return None
    half = _and_a_half(atoms, position) if scale > 1 else None
    if half is not None and not (half[1] < len(atoms) and atoms[half[1]].role in _LARGE):
        return (value + half[0]) * scale, half[1], Decimal(1)
    return value * scale, position, scale


def _coefficient(atoms: Sequence[Atom], at: int) -> tuple[Decimal, int] | None:
    """Read what may stand before a scale: a number below a thousand, one and a half, a half."""
    if at >= len(atoms):
        return None
    if atoms[at].role == "zero" and at + 1 < len(atoms) and atoms[at + 1].role == "digit":
        return atoms[at + 1].value, at + 2
    if atoms[at].role in ("mixed", "zero"):
        return atoms[at].value, at + 1
    if atoms[at].role == "half":
        end = at + 1
        if end + 1 < len(atoms) and atoms[end].role == "article" and atoms[end + 1].role in (*_LARGE, "hundred"):
            end += 1
        return _hundreds(atoms, atoms[at].value, end)
    if atoms[at].role == "article" and at + 1 < len(atoms) and atoms[at + 1].role in ("half", "mixed"):
        return _hundreds(atoms, atoms[at + 1].value, at + 2)
    whole = _below_thousand(atoms, at)
    if whole is None:
        return None
    half = _and_a_half(atoms, whole[1])
    return (whole[0] + half[0], half[1]) if half is not None else whole


def _hundreds(atoms: Sequence[Atom], value: Decimal, at: int) -> tuple[Decimal, int]:
    """Multiply a half, or one and a half, by the hundred or dozen behind it."""
    if at < len(atoms) and atoms[at].role == "hundred":
        return value * atoms[at].value, at + 1
    return value, at


def _and_a_half(atoms: Sequence[Atom], at: int) -> tuple[Decimal, int] | None:
    """Read "and a half" in its forms: (value, end)."""
    end = at
    if end < len(atoms) and atoms[end].role == "joint":
        end += 1
    if end < len(atoms) and atoms[end].value == 1 and atoms[end].role in ("article", "digit"):
        end += 1
    if end > at and end < len(atoms) and atoms[end].role == "half":
        return atoms[end].value, end + 1
    return None


def _below_thousand(atoms: Sequence[Atom], at: int) -> tuple[Decimal, int] | None:
    """Read a number below a thousand."""
    head = _below_hundred(atoms, at)
    value, position = head if head is not None else (Decimal(1), at)
    if position < len(atoms) and atoms[position].role == "hundred" and (atoms[position].value <= 100 or head is None):
        value, position = value * atoms[position].value, position + 1
    elif head is None:
        return None
    else:
        return head
    following = position + 1 if position < len(atoms) and atoms[position].role == "joint" else position
    rest = _below_hundred(atoms, following)
    half_follows = following < len(atoms) - 1 and atoms[following + 1].role == "half"
    if rest is not None and not half_follows:
        return value + rest[0], rest[1]
    return value, position


def _below_hundred(atoms: Sequence[Atom], at: int) -> tuple[Decimal, int] | None:
    """Read a number below a hundred, the ones before the tens or after them."""
    if at >= len(atoms):
        return None
    role, value = atoms[at].role, atoms[at].value
    following = at + 2 if at + 1 < len(atoms) and atoms[at + 1].role == "joint" else at + 1
    after = atoms[following] if following < len(atoms) else None
    if role in ("digit", "article"):
        if following == at + 2 and after is not None and after.role == "ten":
            return value + after.value, following + 1
        return value, at + 1
    if role == "teen":
        return value, at + 1
    if role == "ten":
        followed_by_half = following + 1 < len(atoms) and atoms[following + 1].role == "half"
        if after is not None and after.role in ("digit", "article") and not followed_by_half:
            return value + after.value, following + 1
        if after is not None and after.role == "teen" and value in (60, 80):
            return value + after.value, following + 1
        return value, at + 1
    return None
