"""Identify: give every name, speaker and authority of one report its canonical name and its key."""

from __future__ import annotations

import msgspec

from twosource.link.analysis import Analysis, Cluster
from twosource.link.mentions import RULE
from twosource.link.parties import office_key
from twosource.link.plain_names import OWN_NAMED
from twosource.link.resolve import DOCUMENT, Referent, refer
from twosource.link.territories import state_of
from twosource.model import Attribution, Link, Name, Quote, Reading, Reason, Speaker

_SURE = 0.9
"""How probable a kind must be for the words of one text to stand against the tables."""


def identify(reading: Reading) -> Reading:
    """Return the reading with canonical names and entity keys on its names, speakers and links.

    A key is the same in every language: places by their territory, organisations by the tables or by skeleton, people
    by the skeleton of their fullest name in the report, roles without a name as ``office:role:territory``.  Nothing is
    taken away; what cannot be told stays None.
    """
    analysis = Analysis(reading)
    count = len(reading.names)
    linked = zip(reading.names, analysis.names[:count], analysis.of_name[:count], strict=True)
    names = tuple(_name(found, name, cluster) for found, name, cluster in linked)
    return msgspec.structs.replace(
        reading,
        names=names,
        quotes=tuple(_quote(quote, analysis) for quote in reading.quotes),
        attributions=tuple(_attribution(a, analysis) for a in reading.attributions),
    )


def _name(found: Name, name: Name, cluster: Cluster) -> Name:
    """Return a name with its entity; a body that is spoken of as a place stays one in the text.

    The model is sure of it, or no more is known than that the body is the one of the place ("the municipality of X").
    """
    kind = cluster.kind if cluster.kind == "place" or name.kind != "person" else name.kind
    seat = cluster.organisation is None and cluster.role is not None and cluster.role.of not in OWN_NAMED
    if found.kind == "place" and (seat or found.reason.score >= _SURE):
        kind = found.kind
    return msgspec.structs.replace(name, kind=kind, name=cluster.name, entity=cluster.key)


def _quote(quote: Quote, analysis: Analysis) -> Quote:
    """Return a quote with its speaker and chain identified."""
    return msgspec.structs.replace(
        quote,
        speaker=_speaker(quote.speaker, analysis) if quote.speaker else None,
        medium=_link(quote.medium, analysis) if quote.medium else None,
        origin=tuple(_link(link, analysis) for link in quote.origin),
    )


def _attribution(attribution: Attribution, analysis: Analysis) -> Attribution:
    return msgspec.structs.replace(attribution, links=tuple(_link(link, analysis) for link in attribution.links))


def _speaker(speaker: Speaker, analysis: Analysis) -> Speaker:
    """Return a speaker with the name and key of whom the words mean."""
    found = refer(analysis, speaker)
    if found is None:
        return speaker
    name, key = _called(found, analysis)
    return msgspec.structs.replace(
        speaker, name=name or speaker.name, entity=key, reason=speaker.reason or _reason(found)
    )


def _link(link: Link, analysis: Analysis) -> Link:
    """Return a link with its key; its name becomes canonical where it names a person or organisation.

    A document keeps the words of the report.
    """
    found = refer(analysis, link)
    if found is None:
        known = analysis.known.lookup(link.name, link.span) if link.role in ("agency", "outlet", "body") else None
        return msgspec.structs.replace(link, name=known.name, entity=known.key) if known else link
    name, key = _called(found, analysis)
    return msgspec.structs.replace(link, name=link.name if link.role == DOCUMENT else name or link.name, entity=key)


def _called(found: Referent, analysis: Analysis) -> tuple[str | None, str | None]:
    """Return the canonical name and the key of a referent."""
    if found.cluster is not None:
        return found.cluster.name, found.cluster.key
    if found.office is not None:
        office = found.office
        stately = office.code or office.role.of in analysis.register.of_state
        return None, office_key(office, state_of(analysis, office) if stately else None)
    return None, None


def _reason(found: Referent) -> Reason:
    return Reason(rule=f"{RULE}:speaker", score=0.8, text=found.reason)
