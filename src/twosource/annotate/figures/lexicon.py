"""The words of figures: what a language's ``figures.toml`` and ``data/units.toml`` say, compiled once a language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from twosource.annotate.figures.wording import Gate, Phrases, Words, casefolded
from twosource.language.tables import GENERIC, load_or_generic, read_toml

UNITS = Path(__file__).parent.parent.parent / "data" / "units.toml"


class Atom(NamedTuple):
    """A number word: its value, and how it combines.

    ``role``: digit (1-9), teen, ten, hundred, scale, mixed (one and a half), half (a fraction of what follows), zero,
    article (a word for one that may be an article), joint (and), plural (a bare scale word in the plural).
    """

    value: Decimal
    role: str


class Vague(NamedTuple):
    """A word for a number that is left open: its range, and whether it is a couple (a value, but approximate)."""

    low: Decimal
    high: Decimal | None
    scales: bool = False
    approximate: bool = False
    strict: bool = False


class Unit(NamedTuple):
    """A unit: its code, the dimension that it measures and the factor that turns the written number into it.

    Units with the same ``base`` may be added up, ``size`` being how many of the base one of them is; ``mark`` tells
    apart what shares a code: percentage points.  ``symbol`` tells that it was written as a symbol, which no article
    stands in front of ("a bar" is where people drink).
    """

    code: str
    dimension: str
    factor: Decimal = Decimal(1)
    weak: bool = False
    base: str = ""
    size: Decimal = Decimal(0)
    mark: str = ""
    symbol: bool = False


class Noun(NamedTuple):
    """A class of things counted: its name and its unit, and the concept that it speaks of by itself."""

    id: str
    unit: str
    like: str = ""
    concept: str = ""


class Cue(NamedTuple):
    """A measure that words speak of: its concept, and what the figure must be for it."""

    concept: str
    dimensions: frozenset[str]
    place: str
    weak: bool = False


def _role(value: Decimal) -> str:
    """Return how a number word of that value combines."""
    if value == 0:
        return "zero"
    if value != int(value):
        return "mixed"
    for limit, role in ((10, "digit"), (20, "teen"), (100, "ten"), (1000, "hundred")):
        if value < limit:
            return role
    return "scale"


class Lexicon:
    """What a language says of figures; empty where it says nothing."""

    def __init__(self, table: Mapping[str, Any], generic: Mapping[str, Any], units: Mapping[str, Any]) -> None:
        self.table = table
        self.code_of: dict[str, str] = {}
        self.thousands: frozenset[str] = frozenset(table.get("thousands", generic.get("thousands", ())))
        self.decimal: frozenset[str] = frozenset(table.get("decimal", generic.get("decimal", ())))
        self.noun_capitals: bool = table.get("noun_capitals", False)
        self.head_last: bool = table.get("head_last", False)
        self.plural: str = table.get("plural", "")
        self.ordinal_dot: bool = table.get("ordinal_dot", False)
        self._tables = (table, generic)
        self._read_numerals()
        self._read_units(units)
        self._read_nouns(units)
        self._read_phrases()

    def words(self, key: str) -> Iterator[str]:
        """Yield the words that the language and the generic folder list under ``key``."""
        for table in self._tables:
            yield from table.get(key, ())

    def phrases(self, key: str) -> Phrases[bool]:
        """Return the phrases listed under ``key``."""
        return Phrases((phrase, True) for phrase in self.words(key))

    def rows(self, key: str) -> Iterator[Mapping[str, Any]]:
        """Yield the rows of the array of tables ``key``, those of the language first."""
        for table in self._tables:
            yield from table.get(key, ())

    def _read_numerals(self) -> None:
        atoms: dict[str, Atom] = {}
        for row in self.rows("numeral"):
            value = Decimal(str(row["value"]))
            for word in row["words"]:
                atoms.setdefault(word.casefold(), Atom(value, row.get("role", _role(value))))
            for word in row.get("plural", ()):
                atoms.setdefault(word.casefold(), Atom(value, "plural"))
        for key, role in (("article", "article"), ("one", "digit")):
            atoms.update((word.casefold(), Atom(Decimal(1), role)) for word in self.words(key))
        self.atoms = atoms
        self.articles = frozenset(word for word, atom in atoms.items() if atom.role == "article")
        self.spelled: Phrases[Atom] = Phrases((word, atom) for word, atom in atoms.items() if {" ", "-"} & set(word))
        self.joints = frozenset(word.casefold() for word in self.words("joint"))
        self.vague = Phrases(
            (
                phrase,
                Vague(
                    Decimal(str(row["low"])),
                    Decimal(str(row["high"])) if "high" in row else None,
                    row.get("scales", False),
                    row.get("approximate", False),
                    row.get("strict", False),
                ),
            )
            for row in self.rows("vague")
            for phrase in row["words"]
        )
        self.starters = {w for r in self.rows("vague") for p in r["words"] for w in casefolded(p)[:1]} | atoms.keys()
        self.denominators = {w.casefold(): Decimal(r["value"]) for r in self.rows("part") for w in r["words"]}
        self.wholes = Phrases(
            (w, (Decimal(str(r["value"])), r.get("percent", False))) for r in self.rows("portion") for w in r["words"]
        )
        self.starters |= {casefolded(w)[0] for r in self.rows("portion") for w in r["words"]}
        self.broken = frozenset(word.partition("'")[0] for word in atoms if "'" in word)
        self.starters |= self.broken
        self.starters |= {casefolded(word)[0] for word in atoms if {" ", "-"} & set(word)}
        self.compound: dict[str, tuple[Atom, ...] | None] = {}
        self.longest_atom = max(map(len, atoms), default=0)
        self.heads = frozenset(word[:2] for word in atoms if len(word) > 1)
        self.tails = frozenset(word[-2:] for word in atoms if len(word) > 1)
        self.starters |= {casefolded(w)[0] for w in self.words("point")}
        self.short_scales = frozenset(word.casefold() for word in self.words("short_scale"))
        self.suffixes = {
            w: (Decimal(r["value"]), r.get("apart", False)) for r in self.rows("suffix") for w in r["words"]
        }

    def _read_units(self, units: Mapping[str, Any]) -> None:
        known = {row["code"]: row for row in units.get("unit", ())}
        after: list[tuple[str, Unit]] = []
        before: list[tuple[str, Unit]] = []
        self.home = home = self.table.get("home", "")
        never = frozenset(self.words("no_unit"))
        for row in (*self.rows("unit"), *units.get("unit", ())):
            fact = known.get(row["code"], {})
            unit = Unit(
                row["code"],
                fact.get("dimension", ""),
                Decimal(str(row.get("factor", 1))),
                row.get("weak", False),
                fact.get("base", ""),
                Decimal(str(fact.get("size", 0))),
                row.get("mark", ""),
                "symbols" in row,
            )
            after.extend((word, unit) for word in row.get("words", row.get("symbols", ())) if word not in never)
        for row in (*self.rows("money"), *units.get("currency", ())):
            code = row.get("code", home)
            if not code:
                continue
            unit = Unit(code, "money", Decimal(str(row.get("factor", 1))))
            signs = row.get("symbols", ())
            after.extend((word, unit) for word in (*row.get("words", ()), *signs))
            before.extend((word, unit) for word in (*row.get("before", ()), *signs))
        self.unit_after: Gate[Unit] = Gate(after)
        self.unit_before = Phrases(before)
        self.percent = Unit("percent", "percent")

    def _read_nouns(self, units: Mapping[str, Any]) -> None:
        classes = {
            row["id"]: Noun(row["id"], row["unit"], row.get("like", ""), row.get("concept", ""))
            for row in units.get("counted", ())
        }
        rows = [(w, classes[r["id"]]) for r in self.rows("counted") for w in r["words"] if r["id"] in classes]
        self.nouns = Words((word, noun) for word, noun in rows if len(word.split()) == 1)
        self.noun_phrases: Gate[Noun] = Gate((w, n) for w, n in rows if len(w.split()) > 1)
        self.fits = {row["kind"]: frozenset(row["concepts"]) for row in units.get("fit", ())}
        self.defaults: dict[str, str] = {row["dimension"]: row["concept"] for row in units.get("default", ())}
        self.doers = frozenset(units.get("doers", ()))
        self.soft = frozenset(units.get("soft", ()))
        self.hundreds = frozenset(Decimal(value) for value in units.get("hundreds", ()))
        self.stops = Words((word, True) for word in self.words("stop"))
        self.adjectives = Words((word, True) for word in self.words("adjective"))

    def _read_phrases(self) -> None:
        self.bounds = Phrases((w, row["side"]) for row in self.rows("bound") for w in row["words"])
        self.bounds_after = Phrases((w, row["side"]) for row in self.rows("bound_after") for w in row["words"])
        self.scopes = Phrases((w, row["id"]) for row in self.rows("scope") for w in row["words"])
        self.lists = {key: self.phrases(key) for key in LISTS}
        self.measures: Gate[Cue] = Gate(
            (w, Cue(row["concept"], frozenset(row["of"]), row.get("place", "clause"), row.get("weak", False)))
            for row in self.rows("measure")
            for w in row["words"]
        )
        self.coins = frozenset(word.casefold() for word in self.words("minor"))
        self.idioms: Gate[bool] = Gate((w, True) for w in self.words("idiom"))

    def atom(self, fold: str) -> Atom | None:
        """Return the number word of that casefolded form, or None."""
        return self.atoms.get(fold)


LISTS = (
    "between", "and", "to", "from", "of", "out_of", "them", "minus", "plus", "clock", "label", "year_before",
    "age_after", "age_before", "later", "phone", "change", "tally", "estimates", "holds", "earlier", "copula", "minor",
    "point", "over", "old", "aged", "scaled",
)  # fmt: skip
"""The lists of plain phrases that a table may hold; what each is for stands in the Danish one."""


@cache
def lexicon(code: str) -> Lexicon:
    """Return the compiled words of the language folder ``code``; without a table, what the generic folder says."""
    generic = load_or_generic(GENERIC)
    language = load_or_generic(code)
    shared = generic.table("figures") if generic.has("figures") else {}
    own = language.table("figures") if language.has("figures") and language.code != GENERIC else {}
    return Lexicon(own, shared, read_toml(UNITS))
