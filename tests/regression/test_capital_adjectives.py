"""An adjective of a country with a capital is no name: "the Norwegian police" is not somebody called Norwegian."""

from __future__ import annotations

import msgspec
import pytest

from twosource.ingest import make_report
from twosource.pipeline import annotate


@pytest.mark.parametrize(
    ("language", "text", "name", "entity"),
    [
        ("en", "Two people died, the Norwegian police said.", "Norwegian police", "office:police:NO"),
        ("en", "Four were hurt, according to the Spanish interior ministry.", "Spanish interior ministry", None),
        (
            "en",
            "Two died, the South Korean coast guard said.",
            "South Korean coast guard",
            "office:coast_guard:KR",
        ),
        ("nl", "Er zijn twee doden, zegt het Russische leger.", "Russische leger", "office:armed_forces:RU"),
    ],
)
def test_a_body_keeps_its_noun(language: str, text: str, name: str, entity: str | None):
    reading = annotate(msgspec.structs.replace(make_report(text, source="x"), language=language))
    (attribution,) = reading.attributions
    (link,) = attribution.links
    assert (link.name, link.role) == (name, "body")
    assert entity is None or link.entity == entity
    assert reading.report.read(attribution.span) in text.partition(",")[0]


def test_a_company_named_for_a_country_keeps_its_name():
    reading = annotate(
        msgspec.structs.replace(make_report("Norwegian Air said 12 flights were cancelled.", source="x"), language="en")
    )
    assert reading.attributions[0].links[0].name == "Norwegian Air"
