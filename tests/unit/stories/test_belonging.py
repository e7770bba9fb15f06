"""What a report tells of a country by its adjectives, and names that two reports take for different kinds."""

from __future__ import annotations

import msgspec

from twosource.ingest import make_report
from twosource.pipeline import annotate
from twosource.stories import group
from twosource.stories.signature import sign


def reading_of(text: str, language: str, name: str):
    report = msgspec.structs.replace(make_report(text, source="x"), language=language, id=name)
    return annotate(msgspec.structs.replace(report, published="2023-08-09"))


def test_an_adjective_tells_the_country():
    names = sign(reading_of("Das russische Militär meldete zwei Explosionen.", "de", "r1")).features["name"]
    assert "place:RU" in names


def test_a_name_of_no_table_meets_itself_whatever_its_kind():
    one = reading_of(
        "To droner ble skutt ned ved Vesterhavna onsdag, sier kommunen. Vesterhavna er stengt.", "nb", "r1"
    )
    other = reading_of("Zwei Drohnen wurden am Mittwoch bei Vesterhavna abgeschossen. Vesterhavna ist zu.", "de", "r2")
    shared = set(sign(one).features["name"]) & set(sign(other).features["name"])
    assert any("vester" in key for key in shared)
    assert group([one, other]).stories == (("r1", "r2"),)
