"""Organisations of the tables as one report means them.

"Coast guard" or "environment agency" is the name of one country's body and the noun for that of any other, and "the
Icelandic Met Office" is not the British one: what the report says of countries goes before the tables.
"""

from __future__ import annotations

from collections.abc import Sequence

from twosource.language import Token, tokenize
from twosource.link.organisations import Organisation, Register
from twosource.link.places import Gazetteer
from twosource.link.records import PlaceMention
from twosource.link.role_table import Roles
from twosource.model import Name, Report, Span

STATE = "state:"
"""How the keys of states begin."""
WHOSE = ("adjective", "inhabitant")
"""How a place is mentioned by words that can say whose a body is."""


class Known:
    """Looks up names of a report in the tables.

    Args:
        report: The report.
        tokens: Its tokens.
        places: The places that its words mention.
        tables: What the tables know: organisations, places, roles.
    """

    def __init__(
        self,
        report: Report,
        tokens: Sequence[Token],
        places: Sequence[PlaceMention],
        tables: tuple[Register, Gazetteer, Roles],
    ) -> None:
        self._text = report.text
        self._register, self._gazetteer, self._roles = tables
        self._codes = frozenset(m.place.code for m in places if m.place.code)
        self._whose = {
            tokens[m.end].start: m.place.code
            for m in places
            if m.place.code and m.end < len(tokens) and (m.genitive or m.how in WHOSE)
        }

    def lookup(self, name: str, span: Span | None = None) -> Organisation | None:
        """Return the organisation of a name, which stands in ``span``, or None."""
        return self._here(self._register.lookup(name), name, span)

    def of(self, name: Name) -> Organisation | None:
        """Return the organisation that a name of the reading is, or that it begins: "Malta" of "Malta Air"."""
        first = name.text.partition(" ")[0]
        longer = self._register.longest_at(self._text, name.span.start, first)
        if longer is not None and (name.kind != "person" or " " not in name.text.strip()):
            return self._here(longer, longer.name, name.span)
        found = self._register.lookup(name.text) or self._genitive(name.text)
        return self._here(found, name.text, name.span) or self._national(name.text)

    def _here(self, found: Organisation | None, name: str, span: Span | None) -> Organisation | None:
        """Return an organisation as the report means it: a state's body by whose it is said to be, or none."""
        if found is None or not found.party.startswith(STATE):
            return found
        code = found.party.removeprefix(STATE)
        whose = self._said_whose(name, span)
        if whose not in ("", code):
            return _of_state(found, whose)
        elsewhere = bool(self._codes) and code not in self._codes
        return None if elsewhere and self._is_noun(name) else found

    def _said_whose(self, name: str, span: Span | None) -> str:
        """Return the country of the adjective or genitive right in front of a name, "" where there is none."""
        if span is None:
            return ""
        return self._whose.get(self._text.find(name, span.start, span.end), "") or self._whose.get(span.start, "")

    def _is_noun(self, name: str) -> bool:
        """Tell whether a name is but what such a body is called in any country."""
        tokens = tokenize(name)
        hit = self._roles.at(tokens, 0) if tokens and not name.isupper() else None
        return hit is not None and hit[0] == len(tokens) and hit[1].kind == "body"

    def _national(self, text: str) -> Organisation | None:
        """Return the organisation behind the adjective of a territory: "Græsk Røde Kors"."""
        first, _, rest = text.partition(" ")
        found = self._register.lookup(rest) if rest[:1].isupper() else None
        if found is None or not (found.kind == "organisation" or found.party.startswith(STATE)):
            return None
        mentions = list(self._gazetteer.find(tokenize(first)))
        if not mentions or mentions[0].how != "adjective":
            return None
        own = found.kind == "organisation" or found.party == f"{STATE}{mentions[0].place.code}"
        return found if own else _of_state(found, mentions[0].place.code)

    def _genitive(self, text: str) -> Organisation | None:
        forms = self._gazetteer.bare(text)[1:]
        return next((found for form in forms if (found := self._register.lookup(form)) is not None), None)


def _of_state(entry: Organisation, code: str) -> Organisation:
    """Return a state's body as that of another state which bears the same name."""
    return entry._replace(key=f"{entry.key}/{code.lower()}", party=f"{STATE}{code}")
