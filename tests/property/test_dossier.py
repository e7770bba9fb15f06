"""Any reports at all give a dossier that can be written in every format, and whose spans give back their words."""

from __future__ import annotations

import json

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.property.test_spans import HEADERS, LANGUAGES, TEXTS

from twosource import compare
from twosource.ingest import make_report
from twosource.model import Report
from twosource.render import FORMATS, render


@st.composite
def reports(draw: st.DrawFn) -> Report:
    report = make_report(draw(HEADERS) + draw(TEXTS), source=draw(st.sampled_from(["a.txt", "b.txt", "<b>", "=1+1"])))
    return msgspec.structs.replace(report, language=draw(LANGUAGES))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(reports(), min_size=1, max_size=3))
def test_every_dossier_can_be_written(given_reports: list[Report]):
    dossier = compare(*given_reports)

    assert dossier.failures == ()
    assert sorted(r for story in dossier.stories for r in story.reports) == [
        f"r{n + 1}" for n in range(len(given_reports))
    ]
    for format in FORMATS:
        assert render(dossier, format)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(reports(), min_size=1, max_size=3))
def test_spans_of_the_json_give_back_their_words(given_reports: list[Report]):
    dossier = compare(*given_reports)
    read = json.loads(render(dossier, "json"))

    for story in read["stories"]:
        items = [account for fact in story["facts"] for account in fact["accounts"]] + story["times"] + story["quotes"]
        for item in items:
            assert dossier.texts[item["report"]][item["start"] : item["end"]] == item["text"]
