"""Who and what one report speaks of: its mentions gathered into people, organisations and places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from twosource.language import Token, tokenize
from twosource.link.offices import Roles, Scene, find_offices, roles_of
from twosource.link.organisations import Organisation, Register, own_name_key, register_of
from twosource.link.persons import given_key, split_name
from twosource.link.places import Gazetteer, gazetteer_of, unknown_place
from twosource.link.records import Office, Place, PlaceMention, Role
from twosource.link.skeleton import skeleton
from twosource.model import Link, Name, Reading, Reason, Span, Speaker

RULE = "link-v1"


@dataclass
class Cluster:
    """Mentions of one report that mean the same: their kind, key, best name, forms and places in the text."""

    kind: str
    key: str
    name: str
    forms: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    place: Place | None = None
    organisation: Organisation | None = None
    role: Role | None = None
    code: str | None = None
    offices: list[Office] = field(default_factory=list)
    why: str = ""


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
        self.tokens: list[Token] = tokenize(reading.report.text)
        self._starts = [token.start for token in self.tokens]
        spoken = _spoken_names(reading)
        self._people_said = {text for _, text in _named_people(reading) if _like_a_name(text)}
        self.names: list[Name] = [self._as_table(n) for n in reading.names] + spoken
        self.places = self._find_places()
        self._place_starts = [m.span.start for m in self.places]
        self.clusters: list[Cluster] = []
        self.of_name: list[Cluster] = []
        self._gather()
        self.offices = self._find_offices()
        self._bind()

    # -- mentions

    def _as_table(self, name: Name) -> Name:
        """Return a name with the kind that the tables are sure of: countries and known organisations."""
        place = self.gazetteer.lookup(name.text)
        known = self.register.lookup(name.text)
        kind = name.kind
        single = " " not in name.text.strip()
        if name.kind == "person" and not (single and not self._part_of_person(name.text)):
            return name
        if known is None and place is None and name.text in self._people_said:
            kind = "person"
        elif known is not None:
            kind = "organisation"
        elif place is not None and place.kind == "territory" and single:
            kind = "place"
        if kind == name.kind:
            return name
        return Name(span=name.span, text=name.text, kind=kind, reason=name.reason)

    def _part_of_person(self, word: str) -> bool:
        """Tell whether a word is part of a longer name of a person in the report."""
        return any(n.kind == "person" and " " in n.text and word in n.text.split() for n in self.reading.names)

    def _find_places(self) -> list[PlaceMention]:
        """Return the places in the text, without those inside a person's name."""
        people = [n.span for n in self.names if n.kind == "person" and " " in n.text.strip()]
        people.sort()
        starts = [s.start for s in people]
        found = []
        for mention in self.gazetteer.find(self.tokens):
            index = bisect_right(starts, mention.span.start) - 1
            if index < 0 or not people[index].overlaps(mention.span):
                found.append(mention)
        return found

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
        scene = Scene(self.tokens, self.roles, places, names, self.names, self.gazetteer.genitives)
        return list(find_offices(scene))

    def _bind(self) -> None:
        """Give people the offices that the text says they hold."""
        for office in self.offices:
            if office.holder is None:
                continue
            cluster = self.of_name[office.holder]
            if office.role.kind == "person":
                cluster.offices.append(office)
            elif cluster.organisation is None and cluster.kind != "person":
                self._call(cluster, office.role)

    def _call(self, cluster: Cluster, role: Role) -> None:
        """Take a name for that of a body, as the noun in front of it says ("hospitalet Haraldsplass")."""
        if cluster.place is not None and cluster.place.kind != "unknown":
            return
        cluster.kind, cluster.role, cluster.place = "organisation", role, None
        cluster.key = own_name_key(self.register.bare(cluster.name))

    # -- clusters

    def _gather(self) -> None:
        """Gather the names into clusters: full names of people first, then the rest in order."""
        self.of_name = [Cluster("", "", "")] * len(self.names)
        order = sorted(range(len(self.names)), key=lambda i: (not self._is_full(self.names[i]), i))
        people: list[Cluster] = []
        others: dict[str, Cluster] = {}
        for number in order:
            name = self.names[number]
            cluster = self._person(name, people) if name.kind == "person" else self._other(name, others)
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

    def _person(self, name: Name, people: list[Cluster]) -> Cluster:
        """Return the cluster of a person's name, made where it is the first."""
        forms = self.gazetteer.bare(name.text)
        for form in forms:
            for cluster in reversed(people):
                if _same_person(form, cluster):
                    return cluster
        shown = name.text
        if len(forms) > 1 and self._stands_alone(forms[-1]):
            shown = forms[-1]
        parts = split_name(shown)
        cluster = Cluster("person", f"person:{parts.key.replace(' ', '-')}", shown)
        people.append(cluster)
        return cluster

    def _stands_alone(self, form: str) -> bool:
        """Tell whether the report has a name that is just ``form``."""
        return any(n.text == form for n in self.names)

    def _other(self, name: Name, others: dict[str, Cluster]) -> Cluster:
        """Return the cluster of an organisation, place or other name."""
        known = self.register.lookup(name.text) or self._known_genitive(name.text)
        if known is not None and name.kind != "place":
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

    def _known_genitive(self, text: str) -> Organisation | None:
        for form in self.gazetteer.bare(text)[1:]:
            found = self.register.lookup(form)
            if found is not None:
                return found
        return None

    def _plain(self, text: str) -> str:
        """Return a name without the genitive that it bears where the report has it without, too."""
        forms = self.gazetteer.bare(text)
        for form in forms[1:]:
            if not form[-1:].isalpha() or self._stands_alone(form):
                return form
        return text if len(forms) == 1 or forms[-1][-1:].isalpha() else forms[-1]

    def _named_body(self, cluster: Cluster, name: Name) -> None:
        """Mark an organisation whose name says what it is: "Forsvarsdepartementet", "Øst politidistrikt"."""
        tokens = tokenize(name.text)
        for index in range(len(tokens)):
            hit = self.roles.at(tokens, index)
            if hit is not None and hit[1].kind == "body" and (hit[0] == len(tokens) or index == 0):
                cluster.role = hit[1]
                return

    def _acronyms(self) -> None:
        """Join a long name and the acronym in brackets behind it."""
        for number in range(len(self.names) - 1):
            first, second = self.names[number], self.names[number + 1]
            between = self.report.text[first.span.end : second.span.start]
            if between.strip() != "(" or "person" in (first.kind, second.kind):
                continue
            if self.report.text[second.span.end : second.span.end + 1] != ")" or not second.text[:2].isupper():
                continue
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
        found = [i for i, n in enumerate(self.names) if n.span.overlaps(span)]
        return sorted(found, key=lambda i: self.names[i].span.start)

    def places_in(self, span: Span) -> list[PlaceMention]:
        """Return the places named inside ``span``."""
        index = bisect_left(self._place_starts, span.start)
        found = []
        while index < len(self.places) and self.places[index].span.start < span.end:
            found.append(self.places[index])
            index += 1
        return found

    def offices_in(self, span: Span) -> list[Office]:
        """Return the offices mentioned inside ``span``."""
        return [o for o in self.offices if o.span.overlaps(span)]

    def sentence_at(self, offset: int) -> Span | None:
        """Return the sentence that holds ``offset``, or None."""
        for sentence in self.reading.sentences:
            if sentence.span.start <= offset < sentence.span.end:
                return sentence.span
        return None

    def quoted(self, span: Span, outside: Span) -> bool:
        """Tell whether ``span`` lies in a quotation that does not hold ``outside``."""
        return any(q.span.covers(span) and not q.span.overlaps(outside) for q in self.reading.quotes)

    def person_named(self, text: str) -> Cluster | None:
        """Return the person of the report whom ``text`` names, or None."""
        for form in self.gazetteer.bare(text):
            for cluster in self.clusters:
                if cluster.kind == "person" and _same_person(form, cluster):
                    return cluster
        return None

    def named(self, text: str) -> Cluster | None:
        """Return what ``text`` names in the report, or None."""
        fold = text.casefold()
        for cluster in self.clusters:
            if any(form.casefold() == fold for form in cluster.forms) or cluster.name.casefold() == fold:
                return cluster
        known = self.register.lookup(text)
        if known is not None:
            return next((c for c in self.clusters if c.key == known.key), None)
        return self.person_named(text)


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


def _spoken_names(reading: Reading) -> list[Name]:
    """Return the people that speakers and authorities name, where the reading has not just that name there."""
    taken = {n.span for n in reading.names}
    found: list[Name] = []
    for span, text in _named_people(reading):
        at = reading.report.text.find(text, span.start, span.end) if _like_a_name(text) else -1
        place = Span(at, at + len(text))
        if at >= 0 and place not in taken:
            taken.add(place)
            found.append(Name(span=place, text=text, kind="person", reason=Reason(rule=f"{RULE}:spoken", score=0.6)))
    return found


def _like_a_name(text: str) -> bool:
    """Tell whether words could be a person's full name: several, each with a capital but for small ones."""
    words = text.split()
    return 2 <= len(words) <= 6 and all(w[:1].isupper() or len(w) <= 3 for w in words) and words[0][:1].isupper()


def _named_people(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Yield where and how speakers and links name people."""
    for quote in reading.quotes:
        if quote.speaker is not None:
            yield quote.speaker.span, quote.speaker.name or quote.speaker.text
        yield from ((link.span, link.name) for link in quote.origin if link.role == "person")
    for attribution in reading.attributions:
        yield from ((link.span, link.name) for link in attribution.links if link.role == "person")


Target = Span | Speaker | Link | Name
"""What can be asked about: a stretch of text, a speaker, a link of a chain, a name."""


def span_of(target: Target) -> Span:
    """Return where a target stands in the text."""
    return target if isinstance(target, Span) else target.span


def text_of(target: Target) -> str | None:
    """Return the name that a target gives, or None where it is a mere stretch of text."""
    if isinstance(target, Speaker):
        return target.name or target.text
    if isinstance(target, Link):
        return target.name
    return target.text if isinstance(target, Name) else None


def clusters_at(analysis: Analysis, numbers: Sequence[int]) -> list[Cluster]:
    """Return the clusters of names, each once."""
    return list({id(c): c for c in (analysis.of_name[n] for n in numbers)}.values())
