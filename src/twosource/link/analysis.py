"""Who and what one report speaks of: its mentions gathered into people, organisations and places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec

from twosource.language import Token, tokenize, tokens_of
from twosource.link.body_names import body_of_name, is_long_noun, is_namesake, is_noun
from twosource.link.known import Known
from twosource.link.mentions import called_bodies, compound_names, people_said, spoken_names, table_names
from twosource.link.offices import SUBSIDIARY, Scene, find_offices
from twosource.link.organisations import Organisation, Register, own_name_key, register_of
from twosource.link.person_cases import person_cases
from twosource.link.persons import given_key, split_name
from twosource.link.places import Gazetteer, gazetteer_of, unknown_place
from twosource.link.plain_names import OWN_NAMED, body_name, plain_name
from twosource.link.records import Office, Place, PlaceMention, Role
from twosource.link.role_table import Roles, roles_of
from twosource.link.skeleton import skeleton
from twosource.link.spans import SpanIndex
from twosource.model import Name, Reading, Span


@dataclass
class Cluster:
    """Mentions of one report that mean the same: their kind, key, best name, forms and places in the text.

    ``role`` is what the name itself says that it is, and ``whole`` tells that it says nothing else.
    """

    kind: str
    key: str
    name: str
    forms: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    place: Place | None = None
    organisation: Organisation | None = None
    role: Role | None = None
    whole: bool = False
    code: str | None = None
    offices: list[Office] = field(default_factory=list)
    why: str = ""
    parent: Cluster | None = None
    """The company that owns it, as the report says."""


class Analysis:
    """One report, its places and offices found, its names gathered into clusters.

    ``of_name`` gives the cluster of each name of the reading, by its number.
    """

    def __init__(self, reading: Reading, register: Register | None = None) -> None:
        self.reading = reading
        self.report = reading.report
        self.register = register or register_of()
        self.gazetteer: Gazetteer = gazetteer_of(reading.report.language)
        self.roles: Roles = roles_of(reading.report.language)
        self.cases = person_cases(reading.report.language)
        self.tokens: list[Token] = tokens_of(reading.report.text)
        self._starts = [token.start for token in self.tokens]
        self._mentions: list[PlaceMention] = list(self.gazetteer.find(self.tokens))
        self.known = Known(self.report, self.tokens, self._mentions, (self.register, self.gazetteer, self.roles))
        self._said = people_said(reading, self._no_person)
        self._person_words = {w for n in reading.names if n.kind == "person" and " " in n.text for w in n.text.split()}
        called = called_bodies(reading, self.tokens, self.roles.body_at)
        self.names: list[Name] = [self._as_table(n) for n in reading.names if n.span not in called]
        self.names += [n for n in spoken_names(reading, self._no_person) if n.span not in called]
        self.names += called.values()
        self.names += compound_names(reading, self.tokens, lambda word: self.register.lookup(word) is not None)
        self.names += table_names(reading, self.tokens, self._longest, self.register.is_body)
        self._texts = frozenset(name.text for name in self.names)
        self._name_index = SpanIndex([name.span for name in self.names])
        self.places = self._find_places()
        self._place_index = SpanIndex([mention.span for mention in self.places])
        self._sentences = SpanIndex([sentence.span for sentence in reading.sentences])
        self._quotes = SpanIndex([quote.span for quote in reading.quotes])
        self._people: dict[str, list[Cluster]] = {}
        self.clusters: list[Cluster] = []
        self.of_name: list[Cluster] = []
        self._gather()
        self._by_form: dict[str, Cluster] = {}
        self.offices = self._find_offices()
        self._office_index = SpanIndex([office.span for office in self.offices])
        self.by_role: dict[str, list[Office]] = {}
        self._bind()
        self._by_form = self._index_forms()

    # -- mentions

    def _as_table(self, name: Name) -> Name:
        """Return a name with the kind that the tables are sure of: countries and known organisations."""
        if is_noun(name, self._person_words, self.roles, self.reading.sentences) or is_long_noun(name, self.roles):
            return Name(name.span, name.text, "organisation", name.reason)
        if (kind := self._owning(name)) is not None:
            return Name(name.span, name.text, kind, name.reason)
        if self.known.lookup(name.text, name.span) is None:
            covered = self.tokens[self.token_at(name.span.start) : self.token_at(name.span.end)]
            name = body_name(plain_name(name, covered, self.roles, self.gazetteer), covered, self.roles, self.gazetteer)
        place = self.gazetteer.lookup(name.text)
        known = self.known.of(name)
        kind = name.kind
        single = " " not in name.text.strip()
        if name.kind == "person" and not (single and name.text not in self._person_words):
            return name
        if known is None and place is None and name.text in self._said:
            kind = "person"
        elif known is not None:
            kind = "organisation"
        elif place is not None and single and (place.kind == "territory" or self._located(name)):
            kind = "place"
        if kind == name.kind:
            return name
        return Name(span=name.span, text=name.text, kind=kind, reason=name.reason)

    def _owning(self, name: Name) -> str | None:
        """Return what a person's single name is between an office and its holder: whose that is, no person.

        "El presidente de Vinasol, Juan Ruiz": a body, and the place of an office of the state.
        """
        first, last = self.token_at(name.span.start), self.token_at(name.span.end)
        if name.kind != "person" or last != first + 1 or first < 2 or last + 1 >= len(self.tokens):
            return None
        at, office = self.tokens[last + 1].start, self.roles.at(self.tokens, first - 2)
        held = any(n.span.start == at and n.kind == "person" and " " in n.text for n in self.reading.names)
        tied = self.tokens[first - 1].fold in self.roles.connect and self.tokens[last].text == ","
        if not (held and tied) or office is None or office[0] != first - 1 or office[1].kind != "person":
            return None
        stately = office[1].of in self.register.of_state and office[1].id not in self.register.presiding
        return "place" if stately else "organisation"

    def _located(self, name: Name) -> bool:
        """Tell whether a small word of place stands in front of a name."""
        index = self.token_at(name.span.start)
        return index > 0 and self.tokens[index - 1].fold in self.roles.connect

    def _longest(self, start: int, word: str) -> str | None:
        """Return the name of several words that the tables know at an offset, the first is ``word``."""
        found = self.register.longest_at(self.report.text, start, word)
        return found.name if found is not None else None

    def _no_person(self, word: str) -> bool:
        """Tell whether a word is a role's noun, a place or an organisation of the tables."""
        tokens = tokenize(word)
        known = self.gazetteer.lookup(word) is not None or self.register.lookup(word) is not None
        return known or any(self.roles.at(tokens, i) is not None for i in range(len(tokens)))

    def _find_places(self) -> list[PlaceMention]:
        """Return the places in the text, without those inside a person's full name."""
        people = SpanIndex([n.span for n in self.names if n.kind == "person" and " " in n.text.strip()])
        found = (m for m in self._mentions if not people.overlapping(m.span))
        return [m for m in found if not self._begins_longer(m.span)]

    def _begins_longer(self, span: Span) -> bool:
        """Tell whether a place is but the beginning of an organisation's name."""
        first = self.report.read(span).partition(" ")[0]
        longer = self.register.longest_at(self.report.text, span.start, first)
        return longer is not None and len(longer.name) > len(span)

    def token_at(self, offset: int) -> int:
        """Return the number of the first token that begins at or after ``offset``."""
        return bisect_left(self._starts, offset)

    def _find_offices(self) -> list[Office]:
        places = {i: m for m in self.places for i in range(m.first, m.end)}
        names: dict[int, int] = {}
        for number in sorted(range(len(self.names)), key=lambda n: n < len(self.reading.names)):
            span = self.names[number].span
            for index in range(self.token_at(span.start), self.token_at(span.end)):
                names.setdefault(index, number)
        whole = frozenset(i for i, n in enumerate(self.names) if self.known.lookup(n.text, n.span) is not None)
        scene = Scene(self.tokens, self.roles, places, names, self.names, self.gazetteer.genitives, whole)
        return list(find_offices(scene))

    def _bind(self) -> None:
        """Give people the offices that the text says they hold, and bodies the names that they are called by."""
        for office in self.offices:
            if office.role.kind == "person" and office.holder is not None and not office.former:
                self.of_name[office.holder].offices.append(office)
        self.offices = [self._called(office) for office in self.offices]
        self._join_called()
        for office in self.offices:
            self.by_role.setdefault(office.role.id, []).append(office)

    def _join_called(self) -> None:
        """Take people without an office for the body that the report elsewhere calls by the same name."""
        bodies = {c.name.casefold(): c for c in self.clusters if c.kind == "organisation"}
        for cluster in list(self.clusters):
            body = bodies.get(cluster.name.casefold())
            if cluster.kind == "person" and body is not None and not cluster.offices:
                cluster.kind = body.kind
                self._merge(body, cluster)

    def _called(self, office: Office) -> Office:
        """Give the name behind a body's noun to the body, unless it is a person's with an office."""
        if office.role.kind == "person" or office.holder is None:
            return office
        cluster = self.of_name[office.holder]
        official = any(held.role.of not in self.register.of_person for held in cluster.offices)
        if cluster.kind == "person" and (official or office.role.of not in OWN_NAMED):
            return msgspec.structs.replace(office, holder=None)
        if cluster.organisation is None or is_namesake(cluster.organisation, office.role, self.register):
            self._call(cluster, office.role)
        if office.role.id == SUBSIDIARY and office.owner is not None and self.of_name[office.owner] is not cluster:
            cluster.parent = self.of_name[office.owner]
        return office

    def _call(self, cluster: Cluster, role: Role) -> None:
        """Take a name for that of a body, as the noun in front of it says ("hospitalet Sankt Olai")."""
        if cluster.place is not None and cluster.place.kind != "unknown":
            return
        cluster.kind, cluster.role, cluster.place, cluster.organisation = "organisation", role, None, None
        cluster.key = own_name_key(self.register.bare(cluster.name))

    # -- clusters

    def _gather(self) -> None:
        """Gather the names into clusters: full names of people first, then the rest in order."""
        self.of_name = [Cluster("", "", "")] * len(self.names)
        order = sorted(range(len(self.names)), key=lambda i: (not self._is_full(self.names[i]), i))
        others: dict[str, Cluster] = {}
        for number in order:
            name = self.names[number]
            cluster = self._person(name) if name.kind == "person" else self._other(name, others)
            cluster.forms.append(name.text)
            cluster.spans.append(name.span)
            self.of_name[number] = cluster
        seen: dict[int, None] = {}
        for cluster in self.of_name:
            if id(cluster) not in seen:
                seen[id(cluster)] = None
                self.clusters.append(cluster)
        self._acronyms()

    def _is_full(self, name: Name) -> bool:
        return name.kind == "person" and split_name(name.text).full

    def _person(self, name: Name) -> Cluster:
        """Return the cluster of a person's name, made where it is the first."""
        if (known := self.person_named(name.text)) is not None:
            return known
        shown = self.cases.shown(name.text, self.gazetteer.bare(name.text)[1:], self._texts)
        parts = split_name(shown)
        cluster = Cluster("person", f"person:{parts.key.replace(' ', '-')}", shown)
        for word in _words(shown):
            self._people.setdefault(word, []).append(cluster)
        return cluster

    def _met(self, form: str) -> Cluster | None:
        """Return the person met last whose name ``form`` can be."""
        for word in _words(form):
            for cluster in reversed(self._people.get(word, ())):
                if _same_person(form, cluster):
                    return cluster
        return None

    def _other(self, name: Name, others: dict[str, Cluster]) -> Cluster:
        """Return the cluster of an organisation, place or other name."""
        known = self.known.of(name)
        if known is not None and (name.kind != "place" or self.gazetteer.lookup(name.text) is None):
            return others.setdefault(
                known.key, Cluster("organisation", known.key, known.name, organisation=known, why="a table")
            )
        place = self.gazetteer.lookup(name.text, town=name.kind == "place") if name.kind != "other" else None
        if place is None and name.kind == "place":
            place = unknown_place(self._plain(name.text))
        if place is not None:
            return others.setdefault(
                place.key, Cluster("place", place.key, place.name, place=place, code=place.code or None, why="a table")
            )
        plain = self.register.bare(self._plain(name.text))
        key = own_name_key(plain) if name.kind == "organisation" else f"{name.kind}:{own_name_key(plain)[4:]}"
        cluster = others.setdefault(key, Cluster(name.kind, key, plain))
        if cluster.role is None and name.kind != "place":
            self._named_body(cluster, name)
        return cluster

    def _plain(self, text: str) -> str:
        """Return a name without the genitive that it bears where the report has it without, too."""
        forms = self.gazetteer.bare(text)
        for form in forms[1:]:
            if not form[-1:].isalpha() or form in self._texts:
                return form
        return text if len(forms) == 1 or forms[-1][-1:].isalpha() else forms[-1]

    def _named_body(self, cluster: Cluster, name: Name) -> None:
        """Mark an organisation whose name says what it is: "Forsvarsdepartementet", "Vik politidistrikt"."""
        found = body_of_name(name.text, self.roles, self.register.of_state)
        if found is not None:
            cluster.role, cluster.whole = found.role, found.whole
            cluster.code = cluster.code or self._seat_of(name.text[: found.start])

    def _seat_of(self, text: str) -> str | None:
        """Return the country of the town that a body's name begins with: "Odense Kommune"."""
        for form in self.gazetteer.bare(text.strip()) if text.strip() else ():
            place = self.gazetteer.lookup(form, town=True)
            if place is not None and place.code:
                return place.code
        return None

    def _acronyms(self) -> None:
        """Join a long name and the acronym in brackets behind it; a body's is not that of a place of another letter."""
        for number in range(len(self.names) - 1):
            first, second = self.names[number : number + 2]
            kinds = (first.kind, second.kind)
            around = self.report.text[first.span.end : second.span.end + 1].replace(second.text, "")
            if "".join(around.split()) != "()" or "person" in kinds or not second.text[:2].isupper():
                continue
            if kinds != ("place", "organisation") or first.text[0] == second.text[0]:
                self._merge(self.of_name[number], self.of_name[number + 1])

    def _merge(self, into: Cluster, other: Cluster) -> None:
        """Make two clusters one; a table's knowledge of either holds for both."""
        if into is other or into.kind == "person" or other.kind == "person":
            return
        if other.organisation is not None and into.organisation is None:
            into, other = other, into
        into.forms.extend(other.forms)
        into.spans.extend(other.spans)
        into.role = into.role or other.role
        self.of_name = [into if c is other else c for c in self.of_name]
        self.clusters = [c for c in self.clusters if c is not other]

    # -- looking up

    def names_in(self, span: Span) -> list[int]:
        """Return the numbers of the names that overlap ``span``, in order of position."""
        return self._name_index.overlapping(span)

    def places_in(self, span: Span) -> list[PlaceMention]:
        """Return the places named inside ``span``."""
        return [self.places[i] for i in self._place_index.overlapping(span)]

    def offices_in(self, span: Span) -> list[Office]:
        """Return the offices mentioned inside ``span``."""
        return [self.offices[i] for i in self._office_index.overlapping(span)]

    def sentence_at(self, offset: int) -> Span | None:
        """Return the sentence that holds ``offset``, or None."""
        found = self._sentences.holding(offset)
        return None if found is None else self.reading.sentences[found].span

    def quoted(self, span: Span, outside: Span) -> bool:
        """Tell whether ``span`` lies in a quotation that does not hold ``outside``, and does not name who speaks."""
        quotes = [self.reading.quotes[i] for i in self._quotes.overlapping(span)]
        said = (q.span for q in quotes if q.speaker is None or not q.speaker.span.overlaps(span))
        return any(quote.covers(span) and not quote.overlaps(outside) for quote in said)

    def person_named(self, text: str) -> Cluster | None:
        """Return the person of the report whom ``text`` names, or None."""
        forms = (*self.gazetteer.bare(text), *self.cases.nominatives(text))
        return next((found for form in forms if (found := self._met(form)) is not None), None)

    def _index_forms(self) -> dict[str, Cluster]:
        """Return the clusters by each of their folded forms; the first has it."""
        found: dict[str, Cluster] = {}
        for cluster in self.clusters:
            for form in (*cluster.forms, cluster.name):
                found.setdefault(form.casefold(), cluster)
        return found

    def keyed(self, key: str) -> Cluster | None:
        """Return the cluster of a key, or None."""
        return next((c for c in self.clusters if c.key == key), None)

    def named(self, text: str) -> Cluster | None:
        """Return what ``text`` names in the report, or None."""
        found = self._by_form.get(text.casefold())
        if found is not None:
            return found
        known = self.known.lookup(text)
        return self.keyed(known.key) if known is not None else self.person_named(text)


def _words(name: str) -> Iterator[str]:
    """Yield what a person's name is looked up by: the skeletons of its words."""
    parts = split_name(name)
    yield skeleton(parts.surname)
    yield given_key(parts.given if parts.full else parts.surname)
    yield from map(skeleton, parts.middle)


def _same_person(form: str, cluster: Cluster) -> bool:
    """Tell whether a name can be that of a person met before in the same report."""
    new, old = split_name(form), split_name(cluster.name)
    if not new.surname:
        return False
    if new.full:
        return new.key == old.key or (not old.full and skeleton(new.surname) == skeleton(old.surname))
    word = skeleton(new.surname)
    if word == skeleton(old.surname):
        return True
    return old.full and (given_key(new.surname) == given_key(old.given) or word in map(skeleton, old.middle))
