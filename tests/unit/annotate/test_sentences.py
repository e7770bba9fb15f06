"""What find_sentences promises."""

import pytest
from tests.work import grows_no_faster_than

from twosource.annotate.blocks import find_blocks
from twosource.annotate.draft import Draft
from twosource.annotate.sentences import find_sentences
from twosource.language.tables import load_or_generic
from twosource.model import Report


def split(text: str, language: str = "nb") -> list[str]:
    report = Report("r1", "test", text, 0, language)
    draft = Draft(report, load_or_generic(language))
    draft.blocks = list(find_blocks(draft))
    return [report.read(s.span) for s in find_sentences(draft)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Han kom 8. august i fjor.", "nb"),
        ("Det skjedde kl. 18.12 ved huset.", "nb"),
        ("Over 7.000 personer gikk i tog.", "nb"),
        ("Flere byer, f.eks. Oslo, er rammet.", "nb"),
        ("Adm. dir. J. P. Dahl er syk.", "nb"),
        ("Hun hedder Anne B. Holm.", "da"),
        ("Bl.a. Odense er ramt.", "da"),
        ("17. mai var det fest.", "nb"),
        ("«Hvor er han?» spurte hun.", "nb"),
        ("– Hvor er han? – spurte hun.", "nb"),
        ("»Kom!« råbte han.", "da"),
        ("Am 8. August war es kalt.", "xx"),
    ],
)
def test_one_sentence(text: str, language: str):
    assert split(text, language) == [text]


@pytest.mark.parametrize(
    ("first", "second", "language"),
    [
        ("Det brant.", "Ingen ble skadd.", "nb"),
        ("– Vi er redde.", "Vi vil hjem, sier hun.", "nb"),
        ("«Vi er redde.»", "Hun gråt.", "nb"),
        ("Kom du?", "– Nei.", "nb"),
        ("Det var i 2020.", "Han dro.", "nb"),
        ("Det kostede 3 mia. kr.", "Regningen er betalt.", "da"),
        ("Han tok klær, mat osv.", "Så dro han.", "nb"),
        ("Alle dør er åbne …", "Kom ind.", "da"),
        ("Bilen er slukket ud.", "Udenrigsministeren kom.", "da"),
        ("Klokka var 12.", "Da kom politiet.", "nb"),
        ("Det var i maj.", "Nu er det juni.", "da"),
    ],
)
def test_two_sentences(first: str, second: str, language: str):
    assert split(f"{first} {second}", language) == [first, second]


def test_credits_and_boilerplate_have_no_sentences():
    assert split("Det brant.\n\nLes også: Brann\n\n(NTB)") == ["Det brant."]


def test_each_sentence_knows_its_block():
    report = Report("r1", "test", "Brann i Bodø\n\nDet brant. Taket falt.", 0, "nb")
    draft = Draft(report, load_or_generic("nb"))
    draft.blocks = list(find_blocks(draft))

    assert [s.block for s in find_sentences(draft)] == [0, 1, 1]


@pytest.mark.parametrize("unit", ['"', ".", ". ", "A. ", '."', "A.", "1. ", "…", "?!"])
def test_work_grows_no_faster_than_the_text(unit: str):
    assert grows_no_faster_than(lambda size: split("Det brant " + unit * (size // len(unit))), 10_000)
