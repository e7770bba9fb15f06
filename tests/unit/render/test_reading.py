"""A reading on a terminal."""

from decimal import Decimal

from rich.cells import cell_len

from twosource.model import Block, Credit, Figure, Happening, Link, Name, Quote, Reading, Reason, Report, Span, Speaker
from twosource.model.mentions import Attribution, When
from twosource.render import render_reading

TEXT = "Tolv reddet\n\nTolv ble reddet lørdag, sier Kari Lunde.\n\n/NTB/"
WHY = Reason("test-v1:made")


def span(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


def reading(**more: object) -> Reading:
    report = Report("r1", "a.txt", TEXT, language="nb", published="2021-03")
    speaker = Speaker(span("Kari Lunde"), "Kari Lunde", "Kari Lunde")
    told = span("Tolv ble reddet lørdag")
    made = {
        "blocks": (Block(span("Tolv reddet"), "headline", WHY), Block(span("Tolv ble"), "paragraph", WHY)),
        "names": (Name(span("Kari Lunde"), "Kari Lunde", "person", WHY),),
        "times": (When(span("lørdag"), "lørdag", "2021-03", "day", "weekday", WHY, weekday=6),),
        "figures": (
            Figure(span("Tolv", 5), "Tolv", Decimal(12), Decimal(12), "person", WHY, of="folk", concept="rescue"),
        ),
        "happenings": (Happening(span("reddet", 15), "reddet", "rescue", told, WHY, modality="planned"),),
        "quotes": (Quote(told, TEXT[told.start : told.end], "indirect", WHY, speaker=speaker),),
        "credits": (Credit(span("NTB"), "NTB", "agency", WHY),),
        "attributions": (Attribution(told, (Link("Kari Lunde", "person", span("Kari Lunde"), WHY),), WHY),),
        "unread": ("roles",),
    }
    return Reading(report=report, **(made | more))


def test_everything_found_is_listed_with_its_meaning() -> None:
    written = " ".join(render_reading(reading(), width=160).split())

    assert "time “lørdag” a Saturday in March 2021 (weekday)" in written
    assert "figure “Tolv” 12 people of “folk” (rescue)" in written
    assert "happening “reddet” rescue, planned" in written
    assert "quote “Tolv ble reddet lørdag” reported, Kari Lunde" in written
    assert "name “Kari Lunde” person" in written
    assert "credit “NTB” NTB (agency)" in written
    assert "authority “Tolv ble reddet lørdag” Kari Lunde" in written
    assert "not read for lack of tables: roles" in written
    assert "Norwegian Bokmål · March 2021" in written


def test_a_record_stands_under_the_block_that_it_is_in() -> None:
    written = render_reading(reading())

    assert written.index("headline") < written.index("paragraph") < written.index("“lørdag”")


def test_a_reading_without_blocks_still_shows_its_text() -> None:
    assert "Tolv ble reddet lørdag" in render_reading(reading(blocks=()))


def test_it_keeps_to_its_width() -> None:
    assert max(cell_len(line) for line in render_reading(reading(), width=60).splitlines()) <= 60
