"""Quotes: what is said, by whom, and through whom it comes to the report."""

from __future__ import annotations

import pytest
from tests.work import grows_no_faster_than

from twosource.annotate import read_report
from twosource.annotate.blocks import find_blocks
from twosource.annotate.draft import Draft
from twosource.annotate.names import find_names
from twosource.annotate.quotes import find_quotes
from twosource.annotate.sentences import find_sentences
from twosource.language.tables import load_or_generic
from twosource.model import Quote, Report


def quotes(text: str, code: str = "nb") -> list[Quote]:
    draft = Draft(Report("r1", "test", text, language=code), load_or_generic(code))
    draft.blocks = list(find_blocks(draft))
    draft.sentences = list(find_sentences(draft))
    draft.names = list(find_names(draft))
    return list(find_quotes(draft))


def voices(text: str, code: str = "nb") -> list[tuple[str, str | None]]:
    return [(q.text, (q.speaker.name or q.speaker.text) if q.speaker else None) for q in quotes(text, code)]


def test_inquit_may_come_after_several_sentences():
    assert voices("– Vinden øker. Folk bør holde seg inne, sier beredskapssjef Nina Solli.") == [
        ("Vinden øker. Folk bør holde seg inne", "Nina Solli")
    ]


def test_speech_goes_on_around_its_inquit():
    (quote,) = quotes("– Hvis været holder, sier Nina Solli, åpner veien i kveld.")

    assert quote.text == "Hvis været holder, sier Nina Solli, åpner veien i kveld"
    assert len(quote.parts) == 2


def test_turn_without_inquit_is_carried_to_the_same_speaker():
    said = voices("– Prisen er satt, sier daglig leder Kåre Fossum.\n\n– Nå venter vi på svar.")

    assert said[1] == ("Nå venter vi på svar.", "Kåre Fossum")


def test_question_of_the_reporter_has_no_speaker():
    said = voices("Ordføreren møtte pressen i går kveld.\n\n– Når kommer svaret?\n\n– I morgen, svarer Kåre Fossum.")

    assert said == [("Når kommer svaret?", None), ("I morgen", "Kåre Fossum")]


@pytest.mark.parametrize(
    "text",
    [
        "Tre ting skal gjøres:\n– ny lås\n– ny dør",
        "Huset – det eldste i byen – er solgt.",
        "Prisen var 20–30 kroner i 2019–2021.",
        "Skuta «Havfruen» ble bygd i den såkalte «gullalderen».",
        "Filmen «Den siste ferja» vises fredag.",
    ],
)
def test_lists_brackets_ranges_and_titles_are_no_speech(text: str):
    assert quotes(text) == []


def test_dash_line_between_paragraphs_is_a_heading_without_speaker():
    said = quotes("Byen våknet til snø i dag.\n\n– Fare for kysten\n\nOrdfører Nina Solli advarte folk i dag.")

    assert [(q.form, q.direct, q.speaker) for q in said if q.text == "Fare for kysten"] == [("heading", False, None)]


def test_medium_is_a_link_and_never_the_speaker():
    (quote,) = quotes("– Vi visste ingenting, sier Nina Solli til Adresseavisen.")

    assert quote.speaker is not None and quote.speaker.name == "Nina Solli"
    assert quote.medium is not None and quote.medium.name == "Adresseavisen"
    assert [(link.name, link.act) for link in quote.origin] == [
        ("Adresseavisen", "relays"),
        ("Nina Solli", "originates"),
    ]


def test_listener_is_no_medium():
    (quote,) = quotes("– Grensen er åpen, sa Nina Solli til soldatene.")

    assert quote.medium is None
    assert [link.name for link in quote.origin] == ["Nina Solli"]
    assert quote.addressee is not None


def test_agency_behind_the_inquit_stands_nearest():
    (quote,) = quotes("– Grensen er åpen, sa Nina Solli til soldatene, ifølge Tass.")

    assert [(link.name, link.role) for link in quote.origin] == [("Tass", "agency"), ("Nina Solli", "person")]


def test_medium_that_cites_somebody_only_relays():
    (quote,) = quotes("Fergen er solgt, skriver E24, som viser til anonyme kilder.")

    assert [(link.name, link.role, link.act) for link in quote.origin] == [
        ("E24", "outlet", "relays"),
        ("anonyme kilder", "unnamed", "originates"),
    ]


def test_role_and_pronoun_mean_who_was_named_before():
    text = (
        "Havnesjef Nina Solli stengte kaia i går.\n\n– Den er råtten, sier hun.\n\nHavnesjefen opplyser at kaia rives."
    )

    assert [name for _, name in voices(text)] == ["Nina Solli", "Nina Solli"]


def test_indirect_speech_ends_where_the_next_clause_begins():
    assert voices("Politiet sier at to er funnet, mens sykehuset melder om fire.") == [
        ("at to er funnet", "Politiet"),
        ("fire", "sykehuset"),
    ]


def test_passive_without_agent_and_hearsay_give_no_speaker():
    assert voices("Det opplyses at brua er stengt.") == [("at brua er stengt", None)]
    assert voices("Bilen skal ha kjørt i 130.") == [("Bilen skal ha kjørt i 130", None)]


def test_danish_modal_of_duty_is_no_hearsay():
    assert voices("Alle skal have en plads i vuggestuen.", "da") == []


def test_statement_of_a_body_speaks_for_the_body():
    (quote,) = quotes("– Samtalene fortsetter, heter det i en uttalelse fra utenriksdepartementet.")

    assert quote.speaker is not None and quote.speaker.text == "utenriksdepartementet"


def test_fragment_in_marks_makes_an_indirect_quote_mixed():
    (quote,) = quotes('Nina Solli mener, at aftalen er "helt tom" for fiskerne.', "da")

    assert (quote.form, quote.direct) == ("mixed", False)


@pytest.mark.parametrize("code", ["nb", "da", "en", "de", "es", "und"])
@pytest.mark.parametrize(
    "unit",
    [
        '"',
        "«",
        "– ",
        "– Aa. ",
        "x, sier Moe, ",
        '"Ja" ',
        'said "',
        "dijo «",
        "sagte „",
        "sier at ",
        ": «a» ",
        "– Hun, sier hun.\n\n",
    ],
)
def test_nothing_but_marks_or_turns_takes_linear_work(unit: str, code: str):
    assert grows_no_faster_than(lambda size: quotes(unit * (size // len(unit)), code), 2_000)


@pytest.mark.parametrize(
    "text", ["", "–", "»", "»\n", "« »", "– , sier .", "»«»«", "Ifølge", "Det skriver", "Solbergs påstand om at"]
)
def test_fragments_make_no_exception(text: str):
    for code in ("nb", "da", "en", "de", "es", "und"):
        for quote in quotes(text, code):
            assert text[quote.span.start : quote.span.end] == quote.text


def test_turn_that_goes_on_after_its_inquit_is_one_quote_in_english():
    (quote,) = quotes("“We are late,” Ann Hill said on Monday. “The pumps failed twice.”", "en")

    assert [quote.text[p.start - quote.span.start : p.end - quote.span.start] for p in quote.parts] == [
        "We are late,",
        "The pumps failed twice.",
    ]


def test_turn_of_the_next_sentence_with_its_own_inquit_stands_alone():
    said = voices("“We are late,” Ann Hill said. “The pumps failed,” Owen Dale said.", "en")

    assert said == [("We are late,", "Ann Hill"), ("The pumps failed,", "Owen Dale")]


def test_dash_opens_no_turn_in_english():
    assert [q.form for q in quotes("— Nobody was hurt, says Ann Hill.", "en")] != ["dash"]
    assert [q.form for q in quotes("— Ingen ble skadd, sier Nina Solli.")] == ["dash"]


def test_believing_somebody_makes_him_the_speaker_in_english():
    said = voices(
        "The road was dry, according to the police, and the sign was gone, if the driver is to be believed.", "en"
    )

    assert said == [("The road was dry", "the police"), ("the sign was gone", "the driver")]


def test_statement_of_a_body_is_cited_whole():
    (quote,) = quotes("Interpost reports, citing a government statement, that Dale said he would resign.", "en")

    assert [link.name for link in quote.origin] == ["Interpost", "government statement", "Dale"]


@pytest.mark.parametrize(
    ("code", "text", "content"),
    [
        (
            "es",
            "Un temblor de magnitud 5,1 sacudió la isla, informó la Policía.",
            "Un temblor de magnitud 5,1 sacudió la isla",
        ),
        ("da", "Et skælv på 5,1 ramte øen, oplyser politiet.", "Et skælv på 5,1 ramte øen"),
        ("sv", "Ett skalv på 5,1 drabbade ön, uppger polisen.", "Ett skalv på 5,1 drabbade ön"),
    ],
)
def test_a_decimal_comma_ends_no_clause(code: str, text: str, content: str) -> None:
    reading = read_report(Report(id="r", source="r", text=text, language=code))

    assert [text[part.start : part.end] for a in reading.attributions for part in (a.span,)] == [content]
