"""Parties: for whom somebody speaks, with the evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from twosource.link.analysis import Analysis, Cluster
from twosource.link.beside import body_beside
from twosource.link.likeliest import SOME_STATE, likeliest
from twosource.link.mentions import Target
from twosource.link.one_body import one_sort, only_company, only_of, parent_of, translated
from twosource.link.organisations import Organisation, Register, own_name_key
from twosource.link.people import Group
from twosource.link.places import gazetteer_of
from twosource.link.plain_names import OWN_NAMED
from twosource.link.records import Office, Party, Role
from twosource.link.resolve import DOCUMENT, Referent, nearest_named
from twosource.link.skeleton import name_skeleton
from twosource.link.territories import State, Territory, is_unclear, state_of
from twosource.model import Link

NAMED = 0.7
"""The score of an organisation of which the report does not say what it is: it may be a body of some state."""
STRANGE = 0.6
"""The score of a state's body of the tables where no report of the story names its country."""

GUESS = 0.5
"""The score of a party of which only a name is known: it may belong to another that the story names."""

NAMELESS = 0.65
"""The score of a body that is called by its kind alone where the story names none of that kind."""

PRIVATE_PERSON = 0.65
"""The score of a named person of whom the report says that he speaks for himself: a resident, a witness, a lawyer."""

PRIVATE = ("private", "advocate")
"""The sorts of people who speak for no body."""

CLOSE = ("defence_lawyer", "family")
"""The roles of those who speak for one person, whom a report need not name."""

NAMELESS_KEY = "body:"
"""How the keys of bodies begin that are called by their kind alone."""

PAPER = "document"
"""The role of letters, memos and other papers."""

MEDIA = ("agency", "outlet", "reporter", "reprint")
"""Roles of links that are media."""


def office_key(office: Office, state: State | None) -> str:
    """Return the key of an office or body without a name, the same in every language."""
    return f"office:{office.role.id}:{state.code if state else '?'}"


class Speech:
    """For whom the people, bodies and media of a story's reports speak."""

    def __init__(
        self,
        analyses: Mapping[str, Analysis],
        ranked: Mapping[str, Sequence[Territory]],
        story: Sequence[str],
        register: Register,
    ) -> None:
        self._analyses = analyses
        self._ranked = ranked
        self._story = story
        self._register = register
        self._states: dict[tuple[str, Office], State | None] = {}
        self._by_sort: dict[str, dict[str, Party]] = {}
        self._one: dict[str, str] = {}
        self._of_group: dict[tuple[int, int], Party | None] = {}

    # -- states

    def state(self, analysis: Analysis, office: Office) -> State | None:
        """Return the country of an office: by its report, the story, the credited outlet, the language's home."""
        key = (analysis.report.id, office)
        if key not in self._states:
            self._states[key] = self._state(analysis, office)
        return self._states[key]

    def _state(self, analysis: Analysis, office: Office) -> State | None:
        found = state_of(analysis, office, self._ranked[analysis.report.id])
        if found is not None:
            return found
        if len(self._story) == 1 and not is_unclear(analysis, office, self._story[0]):
            return State(self._story[0], f"the story is set in {self._story[0]}", 0.5)
        if self._ranked[analysis.report.id]:
            return None
        for credit in analysis.reading.credits:
            country = self._register.country(credit.name)
            if country:
                return State(country, f"nothing but the country of {credit.name} to go by", 0.3)
        home = analysis.gazetteer.home
        return State(home, "nothing but the language of the report to go by", 0.2) if home and not self._story else None

    def key(self, analysis: Analysis, office: Office) -> str:
        """Return the key of an office without a name: its role and country, or its role in the story."""
        state = self.state(analysis, office) if office.role.of in self._register.of_state or office.code else None
        return office_key(office, state)

    def office_of(self, analysis: Analysis, cluster: Cluster) -> Office | None:
        """Return the office at the first mention of a name that is a role's noun."""
        spans = cluster.spans[:1]
        found = analysis.offices_in(spans[0]) if spans else []
        return found[0] if found else None

    # -- parties

    def party(self, analysis: Analysis, target: Target, found: Referent | None, group: Group | None) -> Party | None:
        """Return the party of a target, given whom it refers to, or None: unknown."""
        return self._as_one(self._find(analysis, target, found, group))

    def _find(self, analysis: Analysis, target: Target, found: Referent | None, group: Group | None) -> Party | None:
        if isinstance(target, Link):
            if target.role == "unnamed":
                return None
            if target.role in MEDIA:
                return self._medium(analysis, target.name)
        if group is not None and group.kind == "person":
            return self.of_group(group) or self._office(analysis, found.office if found else None)
        if found is not None and found.cluster is not None:
            return self._told_elsewhere(self._cluster(analysis, found.cluster), group)
        if found is not None and found.office is not None:
            return self._office(analysis, found.office)
        if isinstance(target, Link) and target.role == DOCUMENT:
            return self._document(analysis, target)
        return self._by_name(analysis, target)

    def _told_elsewhere(self, own: Party | None, group: Group | None) -> Party | None:
        """Return a party with the sort that all reports of the story tell ("the union X" for a mere "X")."""
        if group is None or own is None:
            return own
        told = [p for a, c in group.members if (p := self._cluster(a, c)) is not None and p.key == own.key]
        return msgspec.structs.replace(own, sort=one_sort([own.sort, *(p.sort for p in told)]))

    def join(self, groups: Sequence[Group]) -> None:
        """Take bodies for one whom the story's people speak for under names of several languages."""
        people = (group.members for group in groups if group.kind == "person")
        spoken = (
            [(a.report.language, p) for a, c in members for o in c.offices if (p := self._office(a, o)) is not None]
            for members in people
        )
        self._one = translated(spoken)
        self._by_sort.clear()

    def _as_one(self, party: Party | None) -> Party | None:
        """Return a party under the key that stands for all names of its body."""
        return msgspec.structs.replace(party, key=self._one.get(party.key, party.key)) if party is not None else None

    def _document(self, analysis: Analysis, link: Link) -> Party | None:
        """Return the party of a document without an author: a court's, or that of the company named before it."""
        first, last = analysis.token_at(link.span.start), analysis.token_at(link.span.end)
        hits = [(i, hit) for i in range(first, last) if (hit := analysis.roles.at(analysis.tokens, i)) is not None]
        for index, (end, role) in hits:
            if role.kind == "document" and role.of in (*self._register.of_state, "company"):
                return self._office(analysis, Office(role, link.span, index, end))
            if role.kind == "document" and role.id == PAPER:
                return self._paper(analysis, link)
        return None

    def _paper(self, analysis: Analysis, link: Link) -> Party | None:
        """Return the party of a letter or memo without an author: the only company that the report names before it."""
        company = only_company(analysis, link)
        party = self._cluster(analysis, company) if company is not None else None
        if party is None:
            return None
        return msgspec.structs.replace(
            party, reason=f"{link.name}: {party.label} is the only company named", score=GUESS
        )

    def _by_name(self, analysis: Analysis, target: Target) -> Party | None:
        """Return the party of a name that the report's mentions do not explain: by the tables, else its own."""
        name = target.name if isinstance(target, Link) else None
        if not name:
            return None
        known = analysis.known.lookup(name)
        if known is not None:
            return self._known(analysis, known)
        if not name[:1].isupper():
            return None
        return Party(f"name:{name_skeleton(name)}", name, "name", f"nothing is known of {name} but the name", GUESS)

    def _medium(self, analysis: Analysis, name: str) -> Party:
        known = self._register.lookup(name)
        if known is not None:
            return self._known(analysis, known)
        key = f"name:{name_skeleton(name)}"
        return Party(key, name, "medium", f"{name} is in no table of media", sort=self._sort("media"))

    def _known(self, analysis: Analysis, entry: Organisation) -> Party:
        """Return the party of an organisation of the tables; a state bears its name in the report's language.

        The body of a state that no report of the story tells of may be another's of that name.
        """
        party = self._register.party(entry)
        if party.kind != "state":
            return party
        code = entry.party.removeprefix("state:")
        told = any(territory.code == code for ranked in self._ranked.values() for territory in ranked)
        label = gazetteer_of(analysis.report.language).label(code)
        score = party.score if told else STRANGE
        return Party(party.key, label, party.kind, f"{entry.name} is of {label}", score, party.sort)

    def of_group(self, group: Group) -> Party | None:
        """Return the party of an entity: by the user's file, its offices, the tables, else its own; looked up once."""
        key = (id(group), len(group.members))
        if key not in self._of_group:
            self._of_group[key] = self._as_one(self._find_of_group(group))
        return self._of_group[key]

    def _find_of_group(self, group: Group) -> Party | None:
        if group.kind == "person":
            return self._person(group)
        for analysis, cluster in group.members:
            found = self._cluster(analysis, cluster)
            if found is not None:
                return found
        return None

    def _person(self, group: Group) -> Party | None:
        name = max(group.names, key=len)
        for shown in group.names:
            if (own := self._register.persons.get(name_skeleton(shown))) is not None:
                return own
        given = (self._office(analysis, office) for analysis, cluster in group.members for office in cluster.offices)
        found = [party for party in given if party is not None]
        if found:
            chosen = likeliest([p for p in found if p.kind == "state"] or found)
            bare = chosen.key.startswith((SOME_STATE, NAMELESS_KEY))
            return msgspec.structs.replace(chosen, label=name) if bare else chosen
        if all(cluster.role is not None for _, cluster in group.members):
            return None
        key = next(c.key for _, c in group.members if c.name == name)
        sorts = [s for _, c in group.members for o in c.offices if (s := self._sort(o.role.of)) in PRIVATE]
        if sorts:
            return Party(key, name, "person", f"{name} speaks for nobody else", PRIVATE_PERSON, sorts[0])
        return Party(key, name, "person", f"no office of {name} is known", GUESS)

    def _cluster(self, analysis: Analysis, cluster: Cluster) -> Party | None:
        """Return the party of an organisation, or of a place as one who speaks."""
        if cluster.organisation is not None:
            return self._known(analysis, cluster.organisation)
        if cluster.whole and cluster.role is not None and cluster.role.of in OWN_NAMED:
            office = self.office_of(analysis, cluster) if analysis.roles.is_plain(cluster.name) else None
            if office is not None:
                return self._nameless(analysis, office)
        if cluster.role is not None and cluster.role.of in (*self._register.of_state, "eu", "un", "nato", "opposition"):
            if cluster.code and cluster.role.of in self._register.of_state:
                return self._state_party(analysis, State(cluster.code, f"“{cluster.name}” says where it is", 0.9))
            office = self.office_of(analysis, cluster)
            if office is None and cluster.spans:
                first = analysis.token_at(cluster.spans[0].start)
                office = Office(cluster.role, cluster.spans[0], first, first + 1)
            if office is None:
                return None
            bare = msgspec.structs.replace(office, role=cluster.role, owner=None, owner_office=None)
            return self._office(analysis, bare)
        if cluster.kind == "place" or cluster.key.startswith("office:"):
            return (
                self._state_party(analysis, State(cluster.code, cluster.why or "a place", 0.5))
                if cluster.code
                else None
            )
        owner = cluster.parent
        if owner is not None and owner.parent is None and (owned := self._cluster(analysis, owner)) is not None:
            return msgspec.structs.replace(owned, reason=f"{cluster.name} is a subsidiary of {owned.label}")
        if cluster.kind == "organisation":
            parent = parent_of(cluster.name, self._register)
            if parent is not None:
                party = self._known(analysis, parent)
                why = f"the name of {cluster.name} begins with that of {parent.name}"
                return Party(party.key, party.label, party.kind, why, sort=party.sort)
            score = 1.0 if cluster.role is not None else NAMED
            sort = self._sort(cluster.role.of) if cluster.role is not None else ""
            return Party(cluster.key, cluster.name, "organisation", f"{cluster.name} speaks for itself", score, sort)
        return None

    def _office(self, analysis: Analysis, office: Office | None) -> Party | None:
        """Return the party of an office: its owner's, its state's, or None where it is nobody's but the holder's."""
        if office is None or office.former:
            return None
        owned = self._owned(analysis, office)
        if owned is not None:
            return owned
        of = office.role.of
        if of in self._register.of_state:
            state = self.state(analysis, office)
            return self._state_party(analysis, state) if state else self._some_state(analysis, office)
        if of in self._register.labels:
            label = self._register.labels[of]
            return Party(of, label, "international", f"a body of {label}", sort=self._sort(of))
        if of == "opposition":
            state, said = self.state(analysis, office), analysis.report.read(office.span)
            return Party(f"opposition:{state.code}", said, of, state.reason, 1.0, self._sort(of)) if state else None
        if (body := body_beside(analysis, office)) is not None:
            return self._office(analysis, body)
        if of in self._register.of_owner and office.code and of == "owner":
            return self._state_party(analysis, State(office.code, "the country beside the role", 0.7))
        return self._unnamed_owner(analysis, office)

    def _owned(self, analysis: Analysis, office: Office) -> Party | None:
        """Return the party of the organisation or body that the wording names as the owner of a role."""
        if office.owner is not None:
            cluster = analysis.of_name[office.owner]
            if cluster.kind == "organisation" and self._can_own(cluster, office.role):
                return self._cluster(analysis, cluster)
            if self.presides(analysis, office):
                key, why = own_name_key(cluster.name), f"what {cluster.name} is, is not told"
                return Party(key, cluster.name, "organisation", why, GUESS)
        if office.owner_office is not None and (office.role.kind == "person" or office.role.of == "owner"):
            body = Office(
                office.owner_office,
                office.evidence or office.span,
                office.first,
                office.end,
                office.code,
                office.evidence,
            )
            return self._office(analysis, body)
        return None

    def presides(self, analysis: Analysis, office: Office) -> bool:
        """Tell whether a president is that of a body that the wording names, and so of no country."""
        owner = analysis.of_name[office.owner].kind if office.owner is not None else ""
        body = office.owner_office is not None and office.owner_office.of not in self._register.of_state
        return office.role.id in self._register.presiding and (body or owner in ("organisation", "other"))

    def _can_own(self, cluster: Cluster, role: Role) -> bool:
        """Tell whether an organisation can be whose a role is: a medium its editors', no company the police's."""
        known = cluster.organisation
        if known is not None and known.kind == "medium":
            return role.of in self._register.of_medium
        if role.of not in self._register.of_state:
            return True
        if known is not None:
            return known.party.startswith("state:") or known.kind == "international"
        return cluster.role is not None

    def _unnamed_owner(self, analysis: Analysis, office: Office) -> Party | None:
        """Return the party of a body called by its kind alone: the last named, or the story's only one, else None."""
        if (nearest := nearest_named(analysis, office)) is not None:
            return self._cluster(analysis, nearest)
        if office.role.kind == "body" and (only := only_of(self._analyses.values(), office.role)) is not None:
            return self._cluster(*only)
        speaks = office.role.id in CLOSE or self._sort(office.role.of) not in ("", *PRIVATE)
        return self._nameless(analysis, office) if speaks and not office.owned else None

    def _nameless(self, analysis: Analysis, office: Office) -> Party | None:
        """Return the party of a body, or of somebody at a body, of which the report tells the kind alone.

        Where the story names several of that kind, it may be any of them.
        """
        of, words = office.role.of, analysis.report.read(office.span)
        named = self._named_of(of)
        if len(named) == 1:
            party = next(iter(named.values()))
            return msgspec.structs.replace(party, reason=f"{party.label} is the only one of that kind in the story")
        score = GUESS if named else NAMELESS
        return Party(
            f"{NAMELESS_KEY}{of}", words, of, f"{words}: the report tells the kind alone", score, self._sort(of)
        )

    def _named_of(self, of: str) -> dict[str, Party]:
        """Return the parties of the organisations of a kind that the story names, by their keys; looked up once."""
        if of not in self._by_sort:
            self._by_sort[of] = self._find_named_of(of)
        return self._by_sort[of]

    def _find_named_of(self, of: str) -> dict[str, Party]:
        sort = self._sort(of)
        found: dict[str, Party] = {}
        for analysis in self._analyses.values():
            for c in analysis.clusters:
                what = c.organisation.kind if c.organisation else c.role.of if c.role else ""
                if c.kind == "organisation" and not c.whole and self._sort(what) == sort:
                    party = self._cluster(analysis, c) or Party(c.key, c.name, of, "", GUESS, sort)
                    found.setdefault(self._one.get(party.key, party.key), party)
        return found

    def _some_state(self, analysis: Analysis, office: Office) -> Party:
        """Return the party of a state's body of which nothing tells the country."""
        words = analysis.report.read(office.span)
        return Party(SOME_STATE, words, "state", f"nothing tells of which country {words} is", 0.1, self._sort("state"))

    def _state_party(self, analysis: Analysis, state: State) -> Party:
        label = gazetteer_of(analysis.report.language).label(state.code)
        return Party(f"state:{state.code}", label, "state", state.reason, state.score, self._sort("state"))

    def _sort(self, of: str) -> str:
        """Return the sort of party that a role makes, by whose it is; "" where that says nothing."""
        return self._register.sorts.get(of, "")
