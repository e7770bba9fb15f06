"""Short names in brackets behind a body's, which other reports of the story may call it by.

"The Volcano Institute of X (Volcax)" in one report makes Volcax of another report that institute, unless that report
gives Volcax an office or another kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twosource.link.analysis import Analysis, Cluster
from twosource.link.persons import split_name
from twosource.link.skeleton import name_skeleton, skeleton
from twosource.link.territories import state_of
from twosource.model import Span

BETWEEN = 4
"""How many words may stand between a body's noun and the bracket: "der Kanaren"."""
SHORTEST, LONGEST = 3, 15
"""How many letters a short name has."""
SHORTEST_PLAIN = 4
"""How many letters a name has at least without the ending that it bears."""


def join_aliases(analyses: Sequence[Analysis]) -> None:
    """Take what reports call by a body's short name for that body, where one of them gives it in brackets."""
    bodies: dict[str, Cluster] = {}
    for analysis in analyses:
        for alias, cluster in _bracketed(analysis):
            bodies.setdefault(alias, cluster)
    if not bodies:
        return
    for analysis in analyses:
        for cluster in analysis.clusters:
            body = bodies.get(cluster.name)
            if body is not None and body is not cluster and _can_be(cluster):
                cluster.kind, cluster.key, cluster.role = body.kind, body.key, body.role
                cluster.organisation, cluster.code, cluster.whole = body.organisation, body.code, body.whole


def _can_be(cluster: Cluster) -> bool:
    """Tell whether a name of a report can be a body's that another report names."""
    return cluster.organisation is None and cluster.role is None and not cluster.offices and cluster.kind != "place"


def _bracketed(analysis: Analysis) -> Iterator[tuple[str, Cluster]]:
    """Yield the short names in brackets behind bodies, each with the body's cluster."""
    tokens = analysis.tokens
    for index in range(len(tokens) - 2):
        alias = tokens[index + 1].text
        if tokens[index].text != "(" or tokens[index + 2].text != ")" or not _is_short_name(alias):
            continue
        if analysis.register.lookup(alias) is None and analysis.gazetteer.lookup(alias) is None:
            cluster = _body_before(analysis, index) or _named_before(analysis, index)
            if cluster is not None:
                yield alias, cluster


def _is_short_name(word: str) -> bool:
    """Tell whether a word can be a short name: letters, the first a capital."""
    return SHORTEST <= len(word) <= LONGEST and word[0].isupper() and word.isalpha()


def _named_before(analysis: Analysis, index: int) -> Cluster | None:
    """Return the organisation whose name ends right in front of a token."""
    if index == 0:
        return None
    last = Span(analysis.tokens[index - 1].start, analysis.tokens[index - 1].end)
    for number in analysis.names_in(last):
        cluster = analysis.of_name[number]
        if analysis.names[number].span.end == last.end and cluster.kind == "organisation":
            return cluster
    return None


def _body_before(analysis: Analysis, index: int) -> Cluster | None:
    """Return the body of a state whose noun stands in front of a token, with whose it is between them."""
    for office in reversed(analysis.offices):
        if office.end <= index and office.role.kind == "body" and office.role.of in analysis.register.of_state:
            between = analysis.tokens[office.end : index]
            near = len(between) <= BETWEEN and all(token.text.isalpha() for token in between)
            state = state_of(analysis, office) if near else None
            if state is None:
                return None
            name = analysis.report.read(office.span)
            return Cluster("organisation", f"org:{name.casefold()}", name, role=office.role, code=state.code)
    return None


def join_kinds(analyses: Sequence[Analysis]) -> None:
    """Make people of one word bodies where another report has a body of that name, and nobody's first name with it.

    What a table or a noun says of the body decides; else more reports must have it as a body than as a person.
    """
    people: dict[str, list[Cluster]] = {}
    bodies: dict[str, list[Cluster]] = {}
    surnames: set[str] = set()
    for cluster in (c for analysis in analyses for c in analysis.clusters):
        if cluster.kind == "organisation":
            bodies.setdefault(name_skeleton(cluster.name), []).append(cluster)
        elif cluster.kind == "person" and split_name(cluster.name).full:
            surnames.add(skeleton(split_name(cluster.name).surname))
        elif cluster.kind == "person" and not cluster.offices:
            people.setdefault(name_skeleton(cluster.name), []).append(cluster)
    for name in people.keys() & bodies.keys():
        told = next((c for c in bodies[name] if c.organisation is not None or c.role is not None), None)
        if name in surnames or (told is None and len(bodies[name]) < len(people[name])):
            continue
        body = told or bodies[name][0]
        for cluster in people[name]:
            cluster.kind, cluster.key = body.kind, body.key
            cluster.organisation, cluster.role, cluster.whole = body.organisation, body.role, body.whole


def join_forms(analyses: Sequence[Analysis]) -> None:
    """Take a body's name with an ending of its report's language for the name without it that another report has."""
    unknown = [
        (analysis, cluster)
        for analysis in analyses
        for cluster in analysis.clusters
        if cluster.kind == "organisation" and cluster.organisation is None and not cluster.whole
    ]
    plain = {cluster.name: cluster for _, cluster in unknown}
    for analysis, cluster in unknown:
        forms = (form for form in analysis.gazetteer.bare(cluster.name)[1:] if len(form) >= SHORTEST_PLAIN)
        body = next((plain[form] for form in forms if form in plain), None)
        if body is not None and body.key != cluster.key and body.key.startswith("org:"):
            cluster.key, cluster.name, cluster.role = body.key, body.name, cluster.role or body.role
