"""The dossier as JSON: the contract of DESIGN section 6.

The contract's fields come first and in its order; others follow.  Figures are JSON numbers, exact and without a
trailing ``.0``; what is open is null.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import msgspec

from twosource.model import Dossier

_ACCOUNT = ("report", "start", "end", "text", "figure", "when", "origin", "speaker", "reasons")
_FACT = (
    "id",
    "kind",
    "concept",
    "question",
    "accounts",
    "verdict",
    "readings",
    "origins",
    "independent_origins",
    "two_source_rule",
    "low",
    "best",
    "high",
    "reasons",
)
_EXPONENT = 100
"""Above this power of ten a number stays in scientific notation."""


def write(dossier: Dossier, *, explained: bool = False) -> str:
    """Return ``dossier`` as indented JSON; ``texts`` is left out, and ``pairings`` unless facts are ``explained``."""
    tree = to_tree(dossier, explained=explained)
    try:
        packed = msgspec.json.encode(tree)
    except UnicodeEncodeError:
        packed = msgspec.json.encode(_writable(tree))
    return msgspec.json.format(packed, indent=2).decode() + "\n"


def to_tree(dossier: Dossier, *, explained: bool = False) -> dict[str, Any]:
    """Return ``dossier`` as plain lists and dictionaries in the order of the contract, numbers as raw JSON."""
    if not explained:
        dossier = _unexplained(dossier)
    tree: dict[str, Any] = msgspec.to_builtins(dossier, builtin_types=(Decimal,))
    del tree["texts"]
    for story in tree["stories"]:
        story["facts"] = [_fact(fact) for fact in story["facts"]]
        for toll in story["tolls"]:
            for count in toll["counts"]:
                _number_fields(count, ("low", "high"))
    if not explained:
        for fact in (fact for story in tree["stories"] for fact in story["facts"]):
            del fact["pairings"]
    return tree


def _unexplained(dossier: Dossier) -> Dossier:
    """Return the dossier without its pairings, of which a long story has very many."""
    replace = msgspec.structs.replace
    stories = (
        replace(story, facts=tuple(replace(fact, pairings=()) for fact in story.facts)) for story in dossier.stories
    )
    return replace(dossier, stories=tuple(stories))


def _fact(fact: dict[str, Any]) -> dict[str, Any]:
    fact["accounts"] = [_account(account) for account in fact["accounts"]]
    _number_fields(fact, ("low", "best", "high"))
    return _in_order(fact, _FACT)


def _account(account: dict[str, Any]) -> dict[str, Any]:
    if account["figure"] is not None:
        _number_fields(account["figure"], ("low", "high"))
    return _in_order(account, _ACCOUNT)


def _in_order(record: dict[str, Any], first: tuple[str, ...]) -> dict[str, Any]:
    return {name: record[name] for name in first} | record


def _number_fields(record: dict[str, Any], names: tuple[str, ...]) -> None:
    for name in names:
        if record[name] is not None:
            record[name] = number(record[name])


def number(value: Decimal) -> msgspec.Raw | None:
    """Return a decimal as JSON, exact: ``7000`` for 7000.0, ``2.5`` for 2.50; None where it is not finite."""
    if not value.is_finite():
        return None
    return msgspec.Raw(plain(value).encode())


def plain(value: Decimal) -> str:
    """Return a finite decimal in full digits, without trailing zeros after the point: ``1000``, ``2.5``, ``0``.

    Numbers of more than a hundred digits stay in scientific notation.
    """
    if abs(value.adjusted()) > _EXPONENT:
        return str(value)
    written = format(value, "f")
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return "0" if written in ("-0", "") else written


def _writable(tree: object) -> object:
    """Return ``tree`` with ``?`` for every lone surrogate, which no JSON text can hold."""
    if isinstance(tree, str):
        return tree.encode("utf-8", "replace").decode("utf-8")
    if isinstance(tree, dict):
        return {_writable(key): _writable(value) for key, value in tree.items()}
    if isinstance(tree, list | tuple):
        return [_writable(item) for item in tree]
    return tree
