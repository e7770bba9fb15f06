"""Whom a speaker, a link of a chain or a stretch of text means, within one report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from twosource.link.analysis import Analysis, Cluster
from twosource.link.mentions import Target, span_of, text_of
from twosource.link.organisations import own_name_key
from twosource.link.records import Office, Role
from twosource.model import Link, Span, Speaker

ANONYMOUS = ("unnamed",)
"""Roles of links that nobody is named behind."""


PERSON = "person"
"""The role of links that are people."""

DOCUMENT = "document"
"""The role of links that are documents."""

BODY = "body"
"""The role of links that are bodies, and the kind of role that makes one."""

NOBODYS = (
    "state",
    "municipality",
    "region",
    "court",
    "eu",
    "un",
    "nato",
    "media",
    "owner",
    "opposition",
    "own",
    "resident",
    "none",
)
"""Whose the roles are that take up no organisation named before."""

SURE = ("union", "employers", "party", "movement")
"""Whose the roles are that take up only an organisation of which something says that it is such a body."""

STEM = 7
"""So many first letters two forms of one noun share."""


class Referent(NamedTuple):
    """Who is meant: somebody named, or the holder of an office or a body without a name; the reason in words."""

    cluster: Cluster | None
    office: Office | None
    reason: str


def refer(analysis: Analysis, target: Target) -> Referent | None:
    """Return whom ``target`` means in its report, or None where that cannot be told."""
    if isinstance(target, Link) and target.role in ANONYMOUS:
        return None
    span = span_of(target)
    known = _known(analysis, target)
    if known is not None:
        return known
    found = _by_span(analysis, span, target)
    if found is not None and (own := _by_its_name(analysis, target, found)) is not None:
        return own
    if found is not None and found.cluster is not None:
        return found
    name = text_of(target)
    if found is not None:
        named = analysis.person_named(name) if name and isinstance(target, (Speaker, Link)) else None
        return found if named is None else Referent(named, found.office, f"“{name}” is named as the one who speaks")
    if name is not None:
        cluster = analysis.named(name)
        if cluster is not None and not (_is_person(target) and cluster.kind == "place"):
            return Referent(cluster, None, f"“{name}” is named in the report")
        return _elsewhere(analysis, target, name)
    return None


def _is_person(target: Target) -> bool:
    """Tell whether a link says that a person is meant."""
    return isinstance(target, Link) and target.role == PERSON


def _known(analysis: Analysis, target: Target) -> Referent | None:
    """Return the organisation of the tables that a speaker or link is called by, or None."""
    if not isinstance(target, (Speaker, Link)):
        return None
    name = text_of(target) or ""
    for form in (name, name.partition("(")[0].strip(), *analysis.gazetteer.bare(name)[1:], *_branch(name)):
        known = analysis.known.lookup(form, span_of(target)) if form else None
        if known is not None:
            other = analysis.named(form)
            if other is not None and other.role is not None and other.organisation is None:
                return Referent(other, None, "letters that the report gives to another body")
            cluster = analysis.keyed(known.key)
            new = Cluster("organisation", known.key, known.name, [name], [span_of(target)], organisation=known)
            return Referent(cluster or new, None, "a name that the tables know")
    return None


def _by_its_name(analysis: Analysis, target: Target, found: Referent) -> Referent | None:
    """Return the body that a link names behind its noun, where the reading found no name ("security firm Nortec")."""
    office, name = found.office, text_of(target) or ""
    if not isinstance(target, Link) or target.role != BODY or office is None or office.role.kind != BODY:
        return None
    if analysis.names_in(target.span):
        return None
    said = analysis.report.read(office.span)
    named = name[:1].isupper() and " " not in name and said not in name and not analysis.roles.is_plain(name)
    if not named or analysis.named(name) is not None or analysis.report.read(target.span).find(name) < len(said):
        return None
    cluster = Cluster("organisation", own_name_key(name), name, [name], [office.span], role=office.role)
    return Referent(cluster, office, "the name behind the body's noun")


def _branch(name: str) -> tuple[str, ...]:
    """Return what a name is a branch of, a place in front of it left out: "Bangladesh Red Crescent"."""
    place, _, rest = name.partition(" ")
    return (rest,) if place.istitle() and rest[:1].isupper() and " " in rest else ()


def _elsewhere(analysis: Analysis, target: Target, name: str) -> Referent | None:
    """Follow a name to where the report words it so: "operasjonslederen i Vik politidistrikt" behind a pronoun."""
    at = analysis.report.text.find(name)
    if at < 0 or (at < span_of(target).end and span_of(target).start < at + len(name)):
        return None
    return _by_span(analysis, Span(at, at + len(name)), Span(at, at + len(name)))


def _by_span(analysis: Analysis, span: Span, target: Target) -> Referent | None:
    """Go by the words at the span: a name that stands alone or first, a role and its holder, any name."""
    clusters = _clusters_at(analysis, analysis.names_in(span))
    if _is_person(target):
        clusters = [c for c in clusters if c.kind != "place"]
    offices = analysis.offices_in(span)
    if isinstance(target, (Speaker, Link)):
        named = _agreeing(analysis, target)
        if named is not None and any(named is c for c in clusters) and not _calls_body(target, offices, named):
            return Referent(named, None, "the name at the place itself")
    bound = [o for o in offices if o.holder is not None]
    if bound and bound[0].holder is not None:
        return Referent(analysis.of_name[bound[0].holder], bound[0], "the name bound to the role")
    person = next((c for c in clusters if c.kind == "person"), None)
    if person is not None and (not offices or analysis.token_at(person.spans[0].start) < offices[0].first):
        return Referent(person, None, "the name at the place itself")
    if offices:
        return _by_office(analysis, offices[0], clusters)
    if clusters and (person or _stands_alone(analysis, clusters, span)):
        return Referent(person or clusters[0], None, "the name at the place itself")
    if clusters:
        return None
    if isinstance(target, Span) or (isinstance(target, Speaker) and target.name):
        return None
    places = analysis.places_in(span)
    if len(places) == 1 and places[0].place.code and places[0].how in ("name", "metonym") and places[0].span == span:
        return Referent(
            _seat(analysis, places[0].place.code, places[0].place.name), None, "a place that stands for its state"
        )
    return None


def _calls_body(target: Speaker | Link, offices: list[Office], named: Cluster) -> bool:
    """Tell whether what was taken for a person is but where a body is: "the district council Ahrtal".

    Or whether what was taken for a person or place is a body by its own noun: "Prefettura di Ancona".
    """
    body = isinstance(target, Link) and target.role == "body" and bool(offices) and offices[0].role.kind == "body"
    inside = body and any(span.covers(offices[0].span) for span in named.spans)
    if body and named.kind == "person":
        return not named.offices and (inside or " " not in named.name)
    return inside and named.kind == "place" and not named.code


def _stands_alone(analysis: Analysis, clusters: list[Cluster], span: Span) -> bool:
    """Tell whether a name is what the words mean, and not only where that is: "museet i Vik" is not Vik."""
    if any(cluster.kind != "place" for cluster in clusters):
        return True
    return analysis.report.read(span)[:1].isupper()


def _agreeing(analysis: Analysis, target: Speaker | Link) -> Cluster | None:
    """Return the cluster of the name that a speaker or link itself gives."""
    name = target.name
    return analysis.named(name) if name else None


def _by_office(analysis: Analysis, office: Office, clusters: list[Cluster]) -> Referent:
    """Follow a role to the person whom the report gave it, to the name beside it, or keep it as it is."""
    if office.role.kind == "person":
        holder = holder_in(analysis, office)
        if holder is not None:
            return Referent(holder, office, "the report named the holder of the role")
        return Referent(None, office, "a role without a name")
    named = next((c for c in clusters if c.kind == "organisation" and c.role is not None), None)
    if named is None:
        named = next((c for c in clusters if c.kind == "organisation"), None) if office.role.of != "state" else None
    if named is not None:
        return Referent(named, office, "the name of the body")
    nearest = nearest_named(analysis, office)
    if nearest is not None:
        return Referent(nearest, office, "the body of that kind named before")
    return Referent(None, office, "a body without a name")


def holder_in(analysis: Analysis, office: Office) -> Cluster | None:
    """Return the person whom the report names in this role: by the last mention before, else the only one after.

    What is named inside a quotation does not count for a role outside it.
    """
    if office.holder is not None:
        return analysis.of_name[office.holder]
    same = [
        o
        for o in analysis.by_role.get(office.role.id, ())
        if _same_post(analysis, o, office) and not analysis.quoted(o.span, office.span)
        if _alike(analysis, o, office) or not _other_head(analysis, o)
    ]
    before = [o for o in same if o.first < office.first]
    if before and (before[-1].holder is not None or (before[-1].code and not office.code)):
        holder = before[-1].holder
        return analysis.of_name[holder] if holder is not None else _held(analysis, before[-1], same)
    return _held(analysis, office, same)


def _other_head(analysis: Analysis, office: Office) -> bool:
    """Tell whether the report names the head of another state or government, whom another word can mean as well."""
    heads = analysis.register.heads
    others = (o for role in heads for o in analysis.by_role.get(role, ()) if o.role.id != office.role.id)
    return office.role.id in heads and any(other.holder is not None for other in others)


def _held(analysis: Analysis, office: Office, same: list[Office]) -> Cluster | None:
    """Return the only person who holds a role of that country in the report, or None."""
    held = [o.holder for o in same if o.holder is not None and _same_post(analysis, o, office)]
    people = {id(analysis.of_name[h]): analysis.of_name[h] for h in held}
    return next(iter(people.values())) if len(people) == 1 else None


def _same_post(analysis: Analysis, known: Office, asked: Office) -> bool:
    """Tell whether two mentions can be of one post: the same role, now or once, and no two countries or owners."""
    if known.former != asked.former:
        return False
    if known.role.id != asked.role.id or (
        known.role.id not in analysis.register.single and not _alike(analysis, known, asked)
    ):
        return False
    if known.code and asked.code and known.code != asked.code:
        return False
    return known.owner is None or asked.owner is None or known.owner == asked.owner


def _alike(analysis: Analysis, known: Office, asked: Office) -> bool:
    """Tell whether two roles are worded with the same noun: "politimester" and "politimesteren"."""
    left, right = analysis.tokens[known.end - 1].fold, analysis.tokens[asked.end - 1].fold
    shared = min(len(left), len(right), STEM)
    return left[:shared] == right[:shared]


def nearest_named(analysis: Analysis, office: Office) -> Cluster | None:
    """Return the organisation that a bare "selskapet" or "hospitalet" takes up: the last before that can be one.

    One that says itself where it is ("hospitalet i Vik") takes up none, nor does one behind a single name of which
    nothing tells whether a person or a body bears it: that may be the one that is meant.
    """
    if office.role.of in NOBODYS:
        return None
    if office.evidence is not None or office.owned:
        return None
    best: Cluster | None = None
    for number, name in enumerate(analysis.names):
        if name.span.start >= office.span.start:
            break
        cluster = analysis.of_name[number]
        if cluster.kind == "organisation" and _can_be(cluster, office.role):
            best = cluster
        elif cluster.kind == "person" and not cluster.offices and " " not in cluster.name:
            best = None
    return best


def _can_be(cluster: Cluster, role: Role) -> bool:
    """Tell whether an organisation can be meant by a role noun."""
    if cluster.role is not None and cluster.role.of != role.of:
        return False
    known = cluster.organisation
    if role.of in SURE and known is None and cluster.role is None:
        return False
    return (
        known is None or known.kind == role.of or (known.kind in ("organisation", "international") and role.of == "ngo")
    )


def _seat(analysis: Analysis, code: str, name: str) -> Cluster:
    """Return the state itself as one who speaks ("Moskva", "Kreml")."""
    del analysis
    return Cluster(
        "organisation", f"office:government:{code}", name, code=code, why="a place that stands for its state"
    )


def _clusters_at(analysis: Analysis, numbers: Sequence[int]) -> list[Cluster]:
    """Return the clusters of names, each once."""
    return list({id(c): c for c in (analysis.of_name[n] for n in numbers)}.values())
