"""The cast of a story: who and what its reports speak of, over all languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from twosource.link.aliases import join_aliases, join_forms, join_kinds
from twosource.link.analysis import Analysis, Cluster
from twosource.link.mentions import Target
from twosource.link.organisations import Register, register_of
from twosource.link.parties import Speech
from twosource.link.people import Found, Group, Post, group_people
from twosource.link.persons import split_name
from twosource.link.records import Office, Party, Place
from twosource.link.resolve import Referent, refer
from twosource.link.territories import territories_of
from twosource.model import Entity, Link, Reading, Span

TOLD = 0.8
"""From this score on the report itself says of which country an office is; below, only the setting makes it likely."""

MAIN = 0.6
"""A territory with this share of the first one's weight belongs to the story's setting."""


def cast(readings: Sequence[Reading], parties: str | None = None) -> Cast:
    """Return who and what the readings of one story speak of.

    Args:
        readings: The readings of a story's reports, identified or not.
        parties: The path of a user's own file of organisations and people, which goes before the tables.

    Raises:
        TableError: The user's file is missing or broken.
    """
    return Cast(readings, register_of(parties))


class Cast:
    """The people, organisations and places of a story's reports, each one entity in all of them.

    ``entities`` are in the order of first mention; ``territories`` are the codes of the countries that the story is
    set in, the likeliest first.
    """

    def __init__(self, readings: Sequence[Reading], register: Register) -> None:
        self._analyses = {reading.report.id: Analysis(reading, register) for reading in readings}
        join_aliases(list(self._analyses.values()))
        join_kinds(list(self._analyses.values()))
        join_forms(list(self._analyses.values()))
        self._ranked = {name: territories_of(a) for name, a in self._analyses.items()}
        self._register = register
        self.territories: tuple[str, ...] = self._rank()
        self._speech = Speech(self._analyses, self._ranked, self.territories, register)
        self._groups: list[Group] = []
        self._of_cluster: dict[int, Group] = {}
        self._of_key: dict[str, Group] = {}
        self._gather()
        self._speech.join(self._groups)
        self._holders = self._find_holders()
        self._add_spoken()
        self._entity_of = {id(group): entity for group, entity in zip(self._groups, self._entities(), strict=True)}
        self.entities: tuple[Entity, ...] = tuple(self._entity_of.values())

    # -- who there is

    def _rank(self) -> tuple[str, ...]:
        """Return the story's territories: those that its reports tell of, by their shares."""
        shares: dict[str, float] = {}
        for ranked in self._ranked.values():
            for territory in ranked:
                shares[territory.code] = shares.get(territory.code, 0.0) + territory.score
        most = max(shares.values(), default=0.0)
        order = sorted(shares, key=lambda code: -shares[code])
        return tuple(code for code in order if shares[code] >= most * MAIN)

    def _gather(self) -> None:
        """Gather the clusters of all reports into groups, in the order of first mention."""
        people: list[Found] = []
        for analysis in self._analyses.values():
            for cluster in analysis.clusters:
                if cluster.kind == "person":
                    posts = self._posts(analysis, cluster)
                    told = frozenset(post for post, score in posts.items() if score >= TOLD)
                    people.append(Found(analysis, cluster, frozenset(posts), split_name(cluster.name), told))
                else:
                    self._keyed(cluster.kind, self._key_of(analysis, cluster)).add(analysis, cluster)
            for mention in analysis.places:
                self._place(analysis, mention.place, mention.span)
        self._groups.extend(group_people(people))
        order = {name: n for n, name in enumerate(self._analyses)}
        self._groups.sort(key=lambda g: (order[g.members[0][0].report.id], _first(g)))
        for group in self._groups:
            for _, cluster in group.members:
                self._of_cluster[id(cluster)] = group

    def _key_of(self, analysis: Analysis, cluster: Cluster) -> str:
        """Return a cluster's key, that of the office where the name is the role's noun alone."""
        if cluster.role is not None and cluster.organisation is None and cluster.whole:
            office = self._speech.office_of(analysis, cluster)
            if office is not None:
                return self._speech.key(analysis, office)
        return cluster.key

    def _keyed(self, kind: str, key: str) -> Group:
        """Return the group of a key, made where it is the first."""
        group = self._of_key.get(key)
        if group is None:
            group = self._of_key[key] = Group(kind)
            self._groups.append(group)
        return group

    def _place(self, analysis: Analysis, place: Place, span: Span) -> None:
        """Add a place that is named, by an adjective perhaps, where no name of the reading says so."""
        group = self._keyed("place", place.key)
        if not any(a is analysis for a, _ in group.members):
            cluster = Cluster("place", place.key, place.name, [], [span], place=place, code=place.code or None)
            group.add(analysis, cluster)

    def _posts(self, analysis: Analysis, cluster: Cluster) -> dict[Post, float]:
        """Return the roles that a report gives a person, each with the country that it is of, and how sure that is."""
        found: dict[Post, float] = {}
        for office in cluster.offices:
            if office.role.of in self._register.of_state and not self._speech.presides(analysis, office):
                state = self._speech.state(analysis, office)
                if state is not None:
                    post = (office.role.id, state.code)
                    found[post] = max(state.score, found.get(post, 0.0))
        return found

    def _find_holders(self) -> dict[Post, list[Group]]:
        """Return who holds each post in the story."""
        holders: dict[Post, list[Group]] = {}
        for group in self._groups:
            for post in group.posts:
                holders.setdefault(post, []).append(group)
        return holders

    def _add_spoken(self) -> None:
        """Add the bodies and offices without a name that speak or are named as authorities."""
        for analysis in self._analyses.values():
            reading = analysis.reading
            targets: list[Target] = [q.speaker for q in reading.quotes if q.speaker]
            targets += [link for q in reading.quotes for link in q.origin]
            targets += [link for a in reading.attributions for link in a.links]
            for target in targets:
                found = refer(analysis, target)
                if found is not None and self._group(analysis, found) is None:
                    self._add_referent(analysis, found)

    def _add_referent(self, analysis: Analysis, found: Referent) -> None:
        if found.cluster is not None:
            group = self._keyed(found.cluster.kind, found.cluster.key)
            if not found.cluster.spans:
                found.cluster.spans.append(Span(0, 0))
            group.add(analysis, found.cluster)
            self._of_cluster[id(found.cluster)] = group
        elif found.office is not None:
            key = self._speech.key(analysis, found.office)
            kind = "organisation" if found.office.role.kind == "body" else "person"
            name = analysis.report.read(found.office.span)
            cluster = Cluster(kind, key, name, [name], [found.office.span], role=found.office.role)
            self._keyed(kind, key).add(analysis, cluster)

    # -- entities

    def _entities(self) -> list[Entity]:
        found = []
        keys = {id(group): key for key, group in reversed(self._of_key.items())}
        for number, group in enumerate(self._groups, 1):
            names: dict[str, list[str]] = {}
            for analysis, cluster in group.members:
                forms = names.setdefault(analysis.report.language, [])
                forms.extend(f for f in _plain_forms(analysis, cluster) if f not in forms)
            party = self._speech.of_group(group)
            found.append(
                Entity(
                    id=f"e{number}",
                    kind=group.kind,
                    name=_best_name(group),
                    names={language: tuple(forms) for language, forms in names.items()},
                    key=self._group_key(group, keys),
                    roles=tuple(sorted(f"{role}:{code}" for role, code in group.posts)),
                    party=party.key if party else None,
                )
            )
        return found

    def _group_key(self, group: Group, keys: Mapping[int, str]) -> str:
        if group.kind != "person":
            return keys.get(id(group), group.members[0][1].key)
        best = max(group.names, key=lambda n: (split_name(n).full, len(n)))
        return next(c.key for _, c in group.members if c.name == best)

    # -- questions

    def resolve(self, report_id: str, target: Target | None) -> Entity | None:
        """Return whom a span, speaker, link or name of a report means, or None where that cannot be told."""
        analysis = self._analyses.get(report_id)
        if analysis is None or target is None:
            return None
        found = refer(analysis, target)
        group = self._group(analysis, found) if found is not None else None
        return self._entity_of.get(id(group)) if group is not None else None

    def _group(self, analysis: Analysis, found: Referent) -> Group | None:
        if found.cluster is not None:
            group = self._of_cluster.get(id(found.cluster)) or self._of_key.get(found.cluster.key)
            if group is not None:
                return group
        if found.office is None:
            return None
        return self._holder(analysis, found.office) or self._of_key.get(self._speech.key(analysis, found.office))

    def _holder(self, analysis: Analysis, office: Office) -> Group | None:
        """Return the only person whom the story's reports give a role of a country."""
        state = self._speech.state(analysis, office)
        if state is None or office.role.kind != "person":
            return None
        heads = self._register.heads
        if office.role.id not in self._register.single and office.role.id != "leader":
            return None
        roles = heads if office.role.id == "leader" and office.code else (office.role.id,)
        found = {id(g): g for role in roles for g in self._holders.get((role, state.code), ())}
        return next(iter(found.values())) if len(found) == 1 else None

    def mentioned(self, report_id: str, span: Span) -> tuple[Entity, ...]:
        """Return the entities that a stretch of a report names: by name, adjective, role or body, each once."""
        analysis = self._analyses.get(report_id)
        if analysis is None:
            return ()
        groups = [self._of_cluster.get(id(analysis.of_name[n])) for n in analysis.names_in(span)]
        groups += [self._of_key.get(m.place.key) for m in analysis.places_in(span)]
        for office in analysis.offices_in(span):
            groups.append(self._group(analysis, Referent(None, office, "")))
        found = {id(g): self._entity_of[id(g)] for g in groups if g is not None and id(g) in self._entity_of}
        return tuple(found.values())

    def party(self, target: Target, report_id: str) -> Party | None:
        """Return the party for whom a link, speaker or name speaks, with the reason, or None: unknown."""
        analysis = self._analyses.get(report_id)
        if analysis is None:
            return None
        found = refer(analysis, target)
        group = self._group(analysis, found) if found is not None else None
        return self._speech.party(analysis, target, found, group)

    def body_behind(self, link: Link, report_id: str) -> Party | None:
        """Return the party of what a report calls an agency where that is none of the press, or None.

        The tables know it as another body, or a report of the story says what it is.
        """
        known = self._register.lookup(link.name)
        if known is not None:
            return None if known.kind in ("medium", "network") else self.party(link, report_id)
        others = ((a, n) for a in self._analyses.values() for r in a.reading.attributions for n in r.links)
        same = (self.party(n, a.report.id) for a, n in others if n.role == "body" and n.name == link.name)
        return next((party for party in same if party is not None and party.kind == "state"), None)


def _first(group: Group) -> int:
    analysis, cluster = group.members[0]
    del analysis
    return min((span.start for span in cluster.spans), default=0)


def _plain_forms(analysis: Analysis, cluster: Cluster) -> list[str]:
    """Return the forms of a name in a report without genitives of others among them; its best name first."""
    forms = list(dict.fromkeys(cluster.forms)) or [cluster.name]
    known = {cluster.name, *forms}
    plain = {f: (*analysis.gazetteer.bare(f)[1:], *analysis.cases.nominatives(f)) for f in forms}
    return [f for f in forms if not any(b != f and b in known for b in plain[f])] or [cluster.name]


def _best_name(group: Group) -> str:
    """Return the name to show: the fullest of a person, the commonest of others, the first where that is even."""
    if group.kind == "person":
        full = [n for n in group.names if split_name(n).full]
        return Counter(full or group.names).most_common(1)[0][0]
    return group.members[0][1].name
