"""What find_blocks promises of the layout of a report."""

import pytest
from tests.work import grows_no_faster_than

from twosource.annotate import read_report
from twosource.annotate.blocks import find_blocks
from twosource.annotate.draft import Draft
from twosource.language.tables import load_or_generic
from twosource.model import Report


def layout(text: str, language: str = "nb", body: int = 0) -> list[tuple[str, str]]:
    report = Report("r1", "test", text, body, language)
    return [(b.kind, report.read(b.span)) for b in find_blocks(Draft(report, load_or_generic(language)))]


def test_first_line_that_is_no_sentence_is_the_headline():
    assert layout("Tre skadd i kollisjon\n\nTre personer ble skadd.") == [
        ("headline", "Tre skadd i kollisjon"),
        ("paragraph", "Tre personer ble skadd."),
    ]


def test_first_line_that_is_a_sentence_is_no_headline():
    assert [kind for kind, _ in layout("Tre personer ble skadd.\n\nTo er døde.")] == ["paragraph", "paragraph"]


def test_a_lone_line_is_a_paragraph():
    assert layout("i morgen") == [("paragraph", "i morgen")]


def test_body_begins_behind_the_header():
    text = " date 2020-01 Brann i Bodø\n\nDet brant."
    assert layout(text, body=14)[0] == ("headline", "Brann i Bodø")


def test_short_line_between_paragraphs_is_a_subhead():
    text = "Politiet rykket ut.\n\nStore skader\n\n\n\nTaket falt ned."
    assert layout(text)[1] == ("subhead", "Store skader")


@pytest.mark.parametrize("mark", ["–", "-", "—"])
def test_short_line_with_a_dash_and_nobody_speaking_is_a_subhead(mark: str):
    text = f"Politiet rykket ut.\n\n{mark} Svik mot byen\n\nOrdføreren er sint."
    assert layout(text)[1][0] == "subhead"


@pytest.mark.parametrize("line", ["– Dette er svik.", "– Svik, sier hun", "– Hva nå?", "Hun sier:", "• Ett punkt"])
def test_lines_that_tell_something_are_no_subheads(line: str):
    assert layout(f"Politiet rykket ut.\n\n{line}\n\nOrdføreren er sint.")[1][0] == "paragraph"


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("/ritzau/", "da"),
        ("/ritzau/Reuters", "da"),
        ("(NTB)", "nb"),
        ("(©NTB)", "nb"),
        ("(NTB-AFP)", "nb"),
        ("Foto: Kari Berg / NTB", "nb"),
        ("Av Kari Berg og Ola Dahl", "nb"),
        ("Af Jens Holm", "da"),
        ("(TT)", "xx"),
    ],
)
def test_credit_lines(line: str, language: str):
    assert layout(f"Det brant i natt.\n\n{line}", language)[1] == ("credit", line)


def test_bracketed_sentence_is_no_credit():
    assert layout("Det brant i natt.\n\n(Ingen ble skadd.)")[1][0] == "paragraph"


def test_credit_behind_a_paragraph_is_a_block_of_its_own():
    assert layout("Det brant i natt. (NTB)") == [("paragraph", "Det brant i natt."), ("credit", "(NTB)")]


def test_party_in_brackets_behind_a_name_is_no_credit():
    assert layout("Det sier Kari Berg (Sp).") == [("paragraph", "Det sier Kari Berg (Sp).")]


def test_picture_text_with_its_credit():
    assert layout("Det brant.\n\nFolk så på brannen. Foto: Ola Dahl")[1:] == [
        ("caption", "Folk så på brannen."),
        ("credit", "Foto: Ola Dahl"),
    ]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("OSLO (NTB): Det brant.", "OSLO (NTB)"),
        ("Oslo (NTB): Det brant.", "Oslo (NTB)"),
        ("KØBENHAVN: Det brant.", "KØBENHAVN"),
        ("MADRID, Spain (AP) — Det brant.", "MADRID, Spain (AP)"),
        ("MADRID, Aug 2 (Reuters) - Det brant.", "MADRID, Aug 2 (Reuters)"),
    ],
)
def test_dateline_stands_in_front_of_its_paragraph(line: str, place: str):
    assert layout(line) == [("dateline", place), ("paragraph", "Det brant.")]


@pytest.mark.parametrize("line", ["Kari Berg (Sp) – leder – går av.", "USA: Ti er døde.", "VG: Ti er døde."])
def test_no_dateline(line: str):
    assert [kind for kind, _ in layout(line)] == ["paragraph"]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Les også: Slik var natten", "nb"),
        ("Læs også: Sådan var natten", "da"),
        ("Følg oss på Facebook", "nb"),
        ("Vi bruger cookies til at forbedre siden.", "da"),
        ("© Avisen 2021", "xx"),
        ("Annonse", "nb"),
    ],
)
def test_boilerplate(line: str, language: str):
    assert layout(f"Det brant.\n\n{line}\n\nTaket falt.", language)[1] == ("boilerplate", line)


def test_a_sentence_that_opens_with_a_word_of_boilerplate_is_news():
    assert layout("Reklame for alkohol er forbudt i landet.") == [
        ("paragraph", "Reklame for alkohol er forbudt i landet.")
    ]


def test_wrapped_lines_are_one_paragraph():
    text = "Politiet rykket natt til lørdag ut til et hus\nutenfor byen, der naboer hadde meldt om bråk i\nflere timer."
    assert len(layout(text)) == 1


def test_lines_without_blank_lines_are_paragraphs():
    text = "Politiet rykket natt til lørdag ut til et hus.\nNaboer hadde meldt om bråk.\nIngen ble skadd."
    assert [kind for kind, _ in layout(text)] == ["paragraph"] * 3


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\u2029"])
def test_other_newlines(newline: str):
    text = f"Brann i Bodø{newline}{newline}Det brant i natt."
    assert [words for _, words in layout(text)] == ["Brann i Bodø", "Det brant i natt."]


@pytest.mark.parametrize("unit", ['"', ".", "– ", "A", "/", "(", "A.", "\n", "Foto: ", "1 ", "A (B) "])
def test_work_grows_no_faster_than_the_text(unit: str):
    assert grows_no_faster_than(lambda size: layout(unit * (size // len(unit))), 10_000)


def test_an_agency_in_brackets_with_a_point_and_a_dash_ends_a_dateline():
    text = "Quito, 8 may (EFE).- El partido ganó las elecciones el domingo."
    report = Report(id="r", source="r", text=text, language="es")

    assert [(b.kind, text[b.span.start : b.span.end]) for b in read_report(report).blocks][:1] == [
        ("dateline", "Quito, 8 may (EFE)")
    ]
