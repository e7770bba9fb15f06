"""Names of people: their parts, their key, and whether two of them can be one person."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler, Levenshtein

from twosource.link.records import Comparison, Judgement
from twosource.link.skeleton import Convention, conventions, data_table, skeleton, words_of

NEAR = 0.84
"""From this similarity of skeletons on, two surnames could be one misspelt or otherwise transcribed."""


class PersonName(NamedTuple):
    """A name taken apart: first names, what stands between, surname, and a suffix such as Jr."""

    given: str
    middle: tuple[str, ...]
    surname: str
    suffix: str
    sex: str = ""
    """m or f where a title before the name tells."""

    @property
    def full(self) -> bool:
        """Tell whether there is more than a surname."""
        return bool(self.given)

    @property
    def key(self) -> str:
        """Return the key of the name: first name and surname as skeletons, the same in every language."""
        parts = [given_key(self.given) if self.given else "", skeleton(self.surname), self.suffix]
        return " ".join(p for p in parts if p)


class _FirstNames(NamedTuple):
    same: dict[str, str]
    short: dict[str, frozenset[str]]
    regnal: dict[str, frozenset[int]]
    suffixes: dict[str, str]
    particles: frozenset[str]
    titles: dict[str, str]
    female: tuple[str, ...]


@cache
def _first_names() -> _FirstNames:
    """Return the table of first names, by skeleton."""
    table = data_table("first_names")
    same: dict[str, str] = {}
    for row in table["same"]:
        names = [skeleton(n.strip()) for n in row.split(",")]
        for name in names:
            same.setdefault(name, names[0])
    short: dict[str, frozenset[str]] = {}
    for row in table["short"]:
        pet, _, full = row.partition(" = ")
        found = frozenset(same.get(s, s) for s in (skeleton(n.strip()) for n in full.split(",")))
        short[skeleton(pet)] = short.get(skeleton(pet), frozenset()) | found
    regnal: dict[str, frozenset[int]] = {}
    for number, row in enumerate(table["regnal"]):
        for name in row.split(","):
            s = skeleton(name.replace(" ", ""))
            regnal[s] = regnal.get(s, frozenset()) | {number}
    suffixes = {s.casefold().rstrip("."): s.casefold().rstrip(".") for s in table["suffix"]}
    titles = {title.casefold(): sex for title, _, sex in (row.partition(" ") for row in table["title"])}
    female = tuple(table["female"])
    return _FirstNames(same, short, regnal, suffixes, frozenset(table["particle"]), titles, female)


def given_key(word: str) -> str:
    """Return the skeleton of a first name, that of its group where the table knows it."""
    found = skeleton(word)
    return _first_names().same.get(found, found)


@lru_cache(maxsize=16384)
def split_name(text: str) -> PersonName:
    """Take a person's name apart: "Ursula von der Leyen", "Leyen", "Xi Jinping", "Donald Trump Jr."."""
    table = _first_names()
    words = [part for word in words_of(text) for part in _apart(word, table.particles)]
    suffix, sex = "", ""
    while len(words) > 1 and (title := words[0].casefold()) in table.titles:
        sex, words = table.titles[title] or sex, words[1:]
    while len(words) > 1 and words[-1].casefold().rstrip(".") in table.suffixes:
        suffix = words.pop().casefold().rstrip(".")
    words = _unpack_han(words)
    if not words:
        return PersonName("", (), "", "")
    if len(words) == 1:
        return PersonName("", (), words[0], suffix, sex)
    names = [w for w in words[:-1] if w.casefold() not in table.particles]
    if not names:
        return PersonName("", (), words[-1], suffix, sex)
    return PersonName(names[0], tuple(names[1:]), words[-1], suffix, sex)


def _apart(word: str, particles: frozenset[str]) -> list[str]:
    """Part a particle from the surname that it is hyphened to: al-Assad."""
    head, hyphen, rest = word.partition("-")
    return [head, rest] if hyphen and rest and head.casefold() in particles else [word]


def _unpack_han(words: list[str]) -> list[str]:
    """Part a name in Chinese characters into surname and given name."""
    if len(words) == 1 and 2 <= len(words[0]) <= 4 and all("一" <= c <= "鿿" for c in words[0]):
        return [anyascii(words[0][0]), anyascii(words[0][1:])]
    return words


def compare_persons(left: str, right: str) -> Comparison:
    """Judge whether two names can be those of one person, by the names alone.

    A shared surname is no identity: a bare surname beside a full name is `unsure`, and contradicting first names or
    suffixes are `different`.
    """
    a, b = split_name(left), split_name(right)
    if not a.surname or not b.surname:
        return Comparison(Judgement.UNKNOWN, 0.5, "a name without letters")
    if a.sex and b.sex and a.sex != b.sex:
        return Comparison(Judgement.DIFFERENT, 0.9, "titles of a man and of a woman")
    if a.full and b.full:
        return _compare_full(a, b)
    if not a.full and not b.full:
        return _compare_bare(a, b)
    return _compare_part(a, b) if b.full else _compare_part(b, a)


def _compare_bare(a: PersonName, b: PersonName) -> Comparison:
    """Compare two single words."""
    left, right = skeleton(a.surname), skeleton(b.surname)
    if left == right:
        return Comparison(Judgement.SAME, 0.8, "the same single name")
    if given_key(a.surname) == given_key(b.surname) or _regnal(a.surname, b.surname):
        return Comparison(Judgement.UNSURE, 0.6, "forms of one first name")
    if _near(left, right):
        return Comparison(Judgement.UNSURE, 0.5, "nearly the same single name")
    return Comparison(Judgement.DIFFERENT, 0.8, "two single names that differ")


def _compare_part(part: PersonName, full: PersonName) -> Comparison:
    """Compare a single word with a full name."""
    word = skeleton(part.surname)
    if word == skeleton(full.surname):
        return Comparison(Judgement.UNSURE, 0.7, "a bare surname and a full name with it")
    if word in map(skeleton, full.middle) or given_key(part.surname) == given_key(full.given):
        return Comparison(Judgement.UNSURE, 0.5, "one of the names of a full name")
    if _near(word, skeleton(full.surname)):
        return Comparison(Judgement.UNSURE, 0.4, "nearly the surname of a full name")
    return Comparison(Judgement.DIFFERENT, 0.9, "a name that the full name does not have")


def _compare_full(a: PersonName, b: PersonName) -> Comparison:
    """Compare two full names."""
    if _joined(a) == _joined(b) and a.suffix == b.suffix:
        return Comparison(Judgement.SAME, 0.95, "the same words, however transcribed")
    surname = _surnames(a, b)
    given = _given(a.given, b.given)
    if (surname < 1.0 or given < 0.8) and a.suffix == b.suffix and (convention := _by_convention(a, b)):
        if _middle_contradicts(a.middle, b.middle):
            return Comparison(Judgement.DIFFERENT, 0.7, "different middle initials")
        return Comparison(Judgement.SAME, 0.85, f"the same first name and surname ({convention})")
    if surname < NEAR:
        if _swapped(a, b):
            return Comparison(Judgement.SAME, 0.85, "the same names in another order")
        return Comparison(Judgement.DIFFERENT, 0.95, "different surnames")
    if given < 0.5:
        if surname == 1.0 and a.suffix == b.suffix and (_leaves_out(a, b) or _leaves_out(b, a)):
            return Comparison(
                Judgement.UNSURE, 0.8, "the same surname, and one may go by the other's second first name"
            )
        return Comparison(Judgement.DIFFERENT, 0.9, "the same surname with different first names")
    if (a.suffix or b.suffix) and a.suffix != b.suffix:
        sure = bool(a.suffix and b.suffix)
        return Comparison(Judgement.DIFFERENT if sure else Judgement.UNSURE, 0.7, "told apart by a suffix")
    if _middle_contradicts(a.middle, b.middle):
        return Comparison(Judgement.DIFFERENT, 0.7, "different middle initials")
    if surname == 1.0 and given >= 0.8:
        return Comparison(Judgement.SAME, given, "the same first name and surname, however transcribed")
    return Comparison(Judgement.UNSURE, min(surname, given), "nearly the same name")


def _leaves_out(short: PersonName, long: PersonName) -> bool:
    """Tell whether a name is another without its first first name ("Arnoldus Bakker", "Petrus Arnoldus Bakker")."""
    written = len(short.given) > 2 and not short.middle
    return written and given_key(short.given) in map(given_key, long.middle)


def _joined(name: PersonName) -> str:
    """Return the skeletons of all words of a name in one, whatever is hyphened."""
    words = "-".join((name.given, *name.middle, name.surname)).split("-")
    return " ".join(skeleton(word) for word in words)


def _surnames(a: PersonName, b: PersonName) -> float:
    """Return how alike two surnames are; a second surname that one of them leaves out is no difference."""
    left, right = skeleton(a.surname), skeleton(b.surname)
    if left == right:
        return 1.0
    if (not a.middle and left in map(skeleton, b.middle)) or (not b.middle and right in map(skeleton, a.middle)):
        return 0.9
    if set(_hyphened(a.surname)) & set(_hyphened(b.surname)):
        return 0.9
    return _ratio(left, right)


def _by_convention(a: PersonName, b: PersonName) -> str:
    """Return the names of the spelling conventions under which two full names are one, "" where there are none."""
    left, right = _readings(a), _readings(b)
    for surname in left.keys() & right.keys():
        for first, one in left[surname]:
            for other_first, other in right[surname]:
                if _given(first, other_first) >= 0.8:
                    return ", ".join(sorted({one, other} - {""}))
    return ""


@lru_cache(maxsize=16384)
def _readings(name: PersonName) -> dict[str, list[tuple[str, str]]]:
    """Return, by the skeleton of the surname, the first names and conventions that a name can be read with."""
    found: dict[str, list[tuple[str, str]]] = {skeleton(name.surname): [(name.given, "")]}
    for convention in conventions():
        if not _licensed(name, convention):
            continue
        given, surname = convention.read(name.given), skeleton(convention.read(name.surname))
        found.setdefault(surname, []).append((name.given, convention.name))
        if given != name.given.casefold():
            found[surname].append((given, convention.name))
    return found


def _licensed(name: PersonName, convention: Convention) -> bool:
    """Tell whether a convention can be meant: by the first name, or by the endings of both."""
    if convention.given and given_key(name.given) not in _bearers(convention.given):
        return False
    if not convention.both:
        return True
    if not (convention.ends(name.surname) and convention.ends(name.given)):
        return False
    known = skeleton(name.given) in _first_names().same  # Thomas is a name as it stands, Aleksandras is Aleksandr
    return not known or given_key(convention.read(name.given)) == given_key(name.given)


@cache
def _bearers(given: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(given_key, given))


def surnames_read(name: PersonName) -> frozenset[str]:
    """Return the skeletons of a surname under every spelling convention that can be meant: the blocks of a name."""
    return frozenset(_readings(name)) if name.full else frozenset({skeleton(name.surname)})


def _hyphened(word: str) -> list[str]:
    return [skeleton(part) for part in word.split("-")]


def _given(left: str, right: str) -> float:
    """Return how far two first names can be one: 1 the same, 0 different."""
    a, b = given_key(left), given_key(right)
    if a == b:
        return 1.0
    table = _first_names()
    if b in table.short.get(skeleton(left), ()) or a in table.short.get(skeleton(right), ()):
        return 0.9
    if min(len(left.rstrip(".")), len(right.rstrip("."))) == 1:
        return 0.8 if left[:1].casefold() == right[:1].casefold() else 0.0
    if set(_hyphened(left)) & set(_hyphened(right)):
        return 0.85
    if _other_sex(a, b) or _other_sex(b, a):
        return 0.0
    if len(a) > 4 and len(b) > 4 and a[-1] == b[-1] and JaroWinkler.similarity(a, b) >= 0.93:
        return 0.8
    if min(len(a), len(b)) >= 3 and JaroWinkler.similarity(a, b) >= 0.88:
        return 0.6
    return 0.0


def _other_sex(man: str, woman: str) -> bool:
    """Tell whether a first name is another one with an ending that makes it a woman's: Paul, Paula."""
    return len(man) > 2 and any(man + ending == woman for ending in _first_names().female)


def _regnal(left: str, right: str) -> bool:
    """Tell whether two names are translations of one that popes or monarchs bear."""
    table = _first_names().regnal
    return bool(table.get(skeleton(left), frozenset()) & table.get(skeleton(right), frozenset()))


def _swapped(a: PersonName, b: PersonName) -> bool:
    """Tell whether surname and first name have changed places."""
    return skeleton(a.given) == skeleton(b.surname) and skeleton(a.surname) == skeleton(b.given)


def _middle_contradicts(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether middle initials tell two people apart (W. and H. W.)."""
    left, right = "".join(a).replace(".", ""), "".join(b).replace(".", "")
    short = 0 < len(left) <= 3 and 0 < len(right) <= 3
    return short and left.casefold() != right.casefold()


def _near(left: str, right: str) -> bool:
    return _ratio(left, right) >= NEAR


def _ratio(left: str, right: str) -> float:
    """Return the similarity of two skeletons; short ones must be equal."""
    if min(len(left), len(right)) < 5:
        return 1.0 if left == right else 0.0
    return Levenshtein.normalized_similarity(left, right)
