"""The end of a longer name is no medium: "der Vereinten Nationen" is not the newspaper Nationen."""

from __future__ import annotations

import msgspec

from twosource.ingest import make_report
from twosource.pipeline import annotate


def test_the_united_nations_are_no_newspaper():
    text = "Am Sonntag wurden nach Angaben der Vereinten Nationen neun Menschen getötet."
    reading = annotate(msgspec.structs.replace(make_report(text, source="x"), language="de"))
    assert [link.name for a in reading.attributions for link in a.links] == ["Vereinten Nationen"]
