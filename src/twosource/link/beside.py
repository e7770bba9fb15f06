"""For which body somebody speaks who is called by his task alone."""

from __future__ import annotations

from twosource.link.analysis import Analysis
from twosource.link.records import Office
from twosource.model import Span

OWNER = "owner"
"""Whose the roles are that speak for whoever is named beside them: a spokesman's."""


def body_beside(analysis: Analysis, office: Office) -> Office | None:
    """Return the body that a sentence tells of in front of a bare spokesman, None where it tells of none or of two.

    "The ministry has recorded nine cases, spokesperson Ann Moe said": she speaks for the ministry.
    """
    bare = office.owner is None and office.owner_office is None and not office.code
    sentence = analysis.sentence_at(office.span.start)
    if office.role.of != OWNER or office.role.kind != "person" or not bare or sentence is None:
        return None
    if sentence.start == office.span.start:
        return None
    before = analysis.offices_in(Span(sentence.start, office.span.start))
    bodies = [each for each in before if each.role.kind == "body" and each.span.start < office.span.start]
    return bodies[0] if len({each.role.id for each in bodies}) == 1 else None
