"""Of which country a report tells, and of which country a body without a name is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from twosource.link.analysis import Analysis
from twosource.link.records import Office, Place, PlaceMention
from twosource.model import Reading, Span

WEIGHTS = {"name": 2.0, "adjective": 1.5, "inhabitant": 1.5, "metonym": 0.5}
"""How much a mention says of where a report's events are."""

SETTING = 0.25
"""The share of a report's places from which a country that a sentence names can be where its bodies are."""

GENERIC = ("ministry", "minister")
"""Roles that take up one of their kinds that was named before ("the defence ministry ... the ministry")."""

STEM = 5
"""So many letters two words of one noun share."""

BETWEEN = 2
"""So many words may stand between a small word of place and the name: "in neighbouring X", "i det sydlige X"."""

HEAD = 300
"""Mentions among the first characters of the news weigh double."""


class Territory(msgspec.Struct, frozen=True):
    """A territory that a report tells of, how much speaks for it in [0, 1], and the words that do."""

    code: str
    score: float
    spans: tuple[Span, ...]


def territories(reading: Reading) -> tuple[Territory, ...]:
    """Return the territories that a report tells of, the likeliest first, with the words that say so."""
    return territories_of(Analysis(reading))


def territories_of(analysis: Analysis) -> tuple[Territory, ...]:
    """Return the territories of a report that is already analysed."""
    weights: dict[str, float] = defaultdict(float)
    spans: dict[str, list[Span]] = defaultdict(list)
    for place, how, span in _evidence(analysis):
        near = span.start < analysis.report.body + HEAD
        weights[place.code] += WEIGHTS[how] * (2.0 if near else 1.0)
        spans[place.code].append(span)
    total = sum(weights.values())
    ranked = sorted(weights, key=lambda code: (-weights[code], spans[code][0].start))
    return tuple(Territory(code, weights[code] / total, tuple(spans[code])) for code in ranked)


def _evidence(analysis: Analysis) -> list[tuple[Place, str, Span]]:
    """Return the places that count: those in the text, and the names of towns."""
    found = [(m.place, m.how, m.span) for m in analysis.places if m.place.code]
    taken = [m.span for m in analysis.places]
    for number, name in enumerate(analysis.names):
        place = analysis.of_name[number].place
        if place is not None and place.code and not any(s.overlaps(name.span) for s in taken):
            found.append((place, "name", name.span))
    return sorted(found, key=lambda row: row[2])


class State(msgspec.Struct, frozen=True):
    """The territory of a body, and from what that was told."""

    code: str
    reason: str
    score: float


def state_of(analysis: Analysis, office: Office, ranked: Sequence[Territory] | None = None) -> State | None:
    """Return the country whose office or body it is, by the report alone, or None.

    In this order: an adjective, genitive or place at the role itself; an earlier mention of the same role; a name
    written as that of a body at home; a place in the sentence; the territory that the report tells of most, where it is
    told of by more than one adjective of something else.
    """
    said = analysis.report.read(office.evidence) if office.evidence else ""
    if office.code:
        return State(office.code, f"“{said}” says whose it is", 0.95)
    if office.owner is not None and (code := analysis.of_name[office.owner].code):
        return State(code, f"“{said}” says whose it is", 0.9)
    if office.role.code:
        return State(office.role.code, "the word itself is of that country", 0.9)
    home = analysis.gazetteer.home
    if home and office.holder is not None and _with_party(analysis, office.holder):
        return State(home, "a party in brackets, as people at home bear it", 0.8)
    earlier = _earlier(analysis, office)
    if earlier is not None:
        return State(earlier, "the same role was named with its country before", 0.85)
    if home and _written_as_name(analysis, office):
        return State(home, "written as the name of a body at home", 0.7)
    local = office.role.kind == "body" or office.role.id not in analysis.register.national
    ranked = territories_of(analysis) if ranked is None else ranked
    subject = subject_state(analysis, office)
    if subject is not None and subject.code in _homes(analysis):
        return subject
    place = _place_in_sentence(analysis, office) or (None if local else _only_adjective(analysis, office))
    if place is not None and (beside := _told_beside(analysis, office, place)) is not None:
        return beside
    if place is not None and any(t.code == place.place.code and t.score >= SETTING for t in ranked):
        words = analysis.report.read(place.span)
        return State(place.place.code, f"“{words}” stands in the sentence", 0.75 if local else 0.65)
    if ranked and local and home not in ("", None, ranked[0].code) and _only_once_by_adjective(analysis, ranked[0]):
        return None
    if ranked and (len(ranked) == 1 or ranked[0].score >= 1.2 * ranked[1].score):
        if is_unclear(analysis, office, ranked[0].code):
            return None
        return State(ranked[0].code, f"the report tells of {ranked[0].code} most", 0.6)
    return None


def _earlier(analysis: Analysis, office: Office) -> str | None:
    """Return the country of the last such role named before, or of the only one named after.

    Where both mentions name who holds the role, it must be the same person.  A word for a head of state or government
    can mean the head of another country who was named before it by another such word.
    """
    own, generic = office.role.id, office.role.id in GENERIC
    kinds = [role for role in analysis.by_role if role == own or (generic and role.endswith(f"_{own}"))]
    same = sorted((o for role in kinds for o in analysis.by_role[role] if o.code), key=lambda o: o.first)
    same = [o for o in same if _one_holder(analysis, o, office) and not analysis.quoted(o.span, office.span)]
    same = [o for o in same if office.role.kind != "body" or generic or _worded_alike(analysis, o, office)]
    before = [o.code for o in same if o.first < office.first]
    if before:
        return before[-1]
    codes = {o.code for o in same}
    heads = analysis.register.heads if office.role.id in analysis.register.heads else ()
    codes |= {o.code for o in analysis.offices if o.role.id in heads and o.code and o.first < office.first}
    return codes.pop() if len(codes) == 1 else None


def _worded_alike(analysis: Analysis, known: Office, asked: Office) -> bool:
    """Tell whether two bodies of one kind are called by one noun: no port authority is a coast guard."""
    nouns = [{token.fold for token in analysis.tokens[o.first : o.end]} for o in (known, asked)]
    return any(a[:STEM] == b[:STEM] or a.endswith(b) or b.endswith(a) for a in nouns[0] for b in nouns[1])


def _one_holder(analysis: Analysis, known: Office, asked: Office) -> bool:
    """Tell whether two mentions of a role can be of one holder."""
    if asked.holder is None:
        return True
    same = (o for o in analysis.by_role.get(known.role.id, ()) if o.code == known.code and o.holder is not None)
    others = {id(analysis.of_name[o.holder]) for o in same if o.holder is not None}
    return not others or id(analysis.of_name[asked.holder]) in others


def _with_party(analysis: Analysis, name: int) -> bool:
    """Tell whether a short word in brackets follows a name: "Berg (Sp)"."""
    index = analysis.token_at(analysis.names[name].span.end)
    marks = [token.text for token in analysis.tokens[index : index + 3]]
    return len(marks) == 3 and (marks[0], marks[2]) == ("(", ")") and marks[1].isalpha() and len(marks[1]) <= 4


def _written_as_name(analysis: Analysis, office: Office) -> bool:
    """Tell whether a body stands with a capital inside a sentence, as names of a country's own bodies do."""
    token = analysis.tokens[office.first]
    if office.role.kind != "body" or not token.text[:1].isupper() or office.first == 0:
        return False
    if analysis.roles.at(analysis.tokens, office.first) is None:
        return False
    sentence = analysis.sentence_at(token.start)
    return sentence is not None and analysis.tokens[office.first - 1].start >= sentence.start


def _place_in_sentence(analysis: Analysis, office: Office) -> PlaceMention | None:
    """Return the place that the sentence sets the body in: a name behind a small word, the nearest."""
    sentence = analysis.sentence_at(office.span.start)
    if sentence is None:
        return None
    found = [
        m
        for m in analysis.places_in(sentence)
        if m.place.code and m.how == "name" and not m.genitive and m.first and _located(analysis, m)
    ]
    return min(found, key=lambda m: abs(m.first - office.first), default=None)


def _told_beside(analysis: Analysis, office: Office, place: PlaceMention) -> State | None:
    """Return the only other state of whose office a sentence speaks that also names a country, or None.

    "The Estonian minister stepped down over business with Russia, the government said."
    """
    sentence = analysis.sentence_at(office.span.start)
    if sentence is None or place.place.kind != "territory":
        return None
    others = [o for o in analysis.offices_in(sentence) if o.first != office.first and o.evidence is not None]
    states = {o.code: o for o in others if o.code and o.role.of in analysis.register.of_state}
    code, other = next(iter(states.items()), (None, None))
    if code is None or other is None or other.evidence is None or len(states) > 1 or code == place.place.code:
        return None
    return State(code, f"“{analysis.report.read(other.evidence)}” says of whose offices the sentence tells", 0.65)


def _only_adjective(analysis: Analysis, office: Office) -> PlaceMention | None:
    """Return the adjective of a country in an office's sentence, where the sentence names no other country."""
    sentence = analysis.sentence_at(office.span.start)
    found = [m for m in analysis.places_in(sentence) if m.place.code] if sentence is not None else []
    alone = len({m.place.code for m in found}) == 1
    return next((m for m in found if m.how == "adjective"), None) if alone else None


def subject_state(analysis: Analysis, office: Office) -> State | None:
    """Return the country that an office's sentence begins with: what it tells is told of that country, or None."""
    sentence = analysis.sentence_at(office.span.start)
    places = [m for m in analysis.places_in(sentence) if m.place.code] if sentence is not None else []
    first = min(places, key=lambda m: m.first, default=None)
    if sentence is None or first is None or first.how != "name" or first.genitive or first.first >= office.first:
        return None
    opening = analysis.tokens[analysis.token_at(sentence.start) : first.first]
    if first.place.kind != "territory" or any(token.text[0].isalpha() for token in opening):
        return None
    words = analysis.report.read(first.span)
    return State(first.place.code, f"“{words}” is whom the sentence tells of", 0.6)


def is_unclear(analysis: Analysis, office: Office, likeliest: str) -> bool:
    """Tell whether a country's office may be of the country its sentence tells of, and not of the ``likeliest``."""
    if office.code or office.role.kind != "person" or office.role.id not in analysis.register.national:
        return False
    subject = subject_state(analysis, office)
    return subject is not None and subject.code != likeliest


def _homes(analysis: Analysis) -> set[str]:
    """Return the countries that a report is written in: those of the media that it credits, else its language's."""
    credited = {analysis.register.country(credit.name) for credit in analysis.reading.credits}
    return {code for code in (credited or {analysis.gazetteer.home}) if code}


def _only_once_by_adjective(analysis: Analysis, territory: Territory) -> bool:
    """Tell whether an adjective of something else is all that tells of a territory ("a Malaysian company")."""
    if len(territory.spans) > 1:
        return False
    return all(m.how == "adjective" for m in analysis.places_in(territory.spans[0]) if m.place.code == territory.code)


def _located(analysis: Analysis, mention: PlaceMention) -> bool:
    """Tell whether a small word of place leads to a name."""
    for index in range(mention.first - 1, max(mention.first - 2 - BETWEEN, -1), -1):
        token = analysis.tokens[index]
        if token.fold in analysis.roles.connect:
            return True
        if not (token.text.islower() and token.text.isalpha()):
            return False
    return False
