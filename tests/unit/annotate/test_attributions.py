"""Attributions: on whose authority each stretch of a report stands."""

from __future__ import annotations

import pytest

from twosource.annotate.attributions import chain_at
from twosource.annotate.stages import read_report
from twosource.model import Reading, Report, Span


def reading(text: str, code: str = "nb") -> Reading:
    return read_report(Report("r1", "test", text, language=code))


def chain(text: str, words: str, code: str = "nb") -> list[str]:
    start = text.index(words)
    return [link.name for link in chain_at(reading(text, code), Span(start, start + len(words)))]


def test_trailing_inquit_covers_its_sentence_and_not_the_next():
    text = "Ni personer er savnet, opplyser politiet. Leirskolen ble bygd i 1962."

    assert chain(text, "Ni personer") == ["politiet"]
    assert chain(text, "bygd i 1962") == []


def test_anaphoric_sentence_reaches_back_over_its_paragraph():
    text = "En gård brant ned i natt. Ingen var hjemme. Det opplyser brannvesenet.\n\nGården var fra 1890."

    assert chain(text, "brant ned") == ["brannvesenet"]
    assert chain(text, "Ingen var hjemme") == ["brannvesenet"]
    assert chain(text, "fra 1890") == []


def test_anaphoric_sentences_stack_with_the_agency_nearest():
    text = "Landet stenger grensen. Det fremgår af en meddelelse fra regeringen. Det skriver nyhedsbureauet Reuters."

    assert chain(text, "stenger grensen", "da") == ["Reuters", "regeringen"]


def test_relay_that_opens_a_paragraph_stands_above_what_follows():
    text = "Meldingen gjengis av nyhetsbyrået Tass. Ifølge guvernøren er fire drept."

    assert chain(text, "fire drept") == ["Tass", "guvernøren"]


def test_who_measured_is_the_authority():
    text = "Det svenske instituttet SMHI har målt en vindstyrke på 40 meter i sekundet."

    assert chain(text, "40 meter") == ["SMHI"]


def test_claim_of_somebody_is_attributed_to_him():
    assert chain("Larsens påstand om at han fikk 60 prosent, ble avvist.", "60 prosent") == ["Larsen"]


def test_credit_of_the_report_is_in_no_chain():
    text = "To er skadd, opplyser departementet til NTB.\n\n(NTB)"

    assert chain(text, "To er skadd") == ["departementet"]


def test_reporter_of_an_agency_is_its_witness():
    text = "Ifølge en journalist fra AFP er torget fullt."
    (attribution,) = reading(text).attributions

    assert [(link.name, link.role) for link in attribution.links] == [("AFP", "reporter")]


def test_document_keeps_who_passed_it_on():
    text = (
        "Selskapet kutter 50 jobber. Det går fram av et brev til de ansatte, skriver Reuters.\n\n"
        "«Vi må spare nå», skriver sjefen Nina Solli i brevet."
    )

    assert chain(text, "Vi må spare nå") == ["Reuters", "Nina Solli"]


def test_every_attribution_gives_back_its_evidence():
    text = "– Vi venter, sier Nina Solli til NRK, ifølge VG. Det bekrefter politiet."
    for attribution in reading(text).attributions:
        assert 0 <= attribution.span.start < attribution.span.end <= len(text)
        for link in attribution.links:
            assert link.span.end <= len(text)
            assert link.reason.rule.startswith("voices-v1:")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("nb", "Ni er døde. Det opplyser politiet i byen, etter at tallet før var sju."),
        ("da", "Ni er døde. Det oplyser politiet, efter at tallet før var syv."),
        ("da", "Ni er døde. Dødstallet er oplyst af politiet."),
        ("nb", "Ni er døde. Tallene er oppgitt av politiet."),
        ("en", "Nine are dead. The figure was given by police."),
        ("de", "Neun Menschen starben. Die Zahl stammt von der Polizei."),
    ],
)
def test_a_sentence_about_where_the_number_is_from_reaches_back(code: str, text: str):
    assert [name.casefold()[:4] for name in chain(text, text.partition(" ")[0], code)] == ["poli"]


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("da", "Retten fandt det bevist, at han modtog penge.", "modtog penge"),
        ("nb", "Retten fant det bevist at han mottok penger.", "mottok penger"),
        ("sv", "Tingsrätten anser det styrkt att han tog emot pengar.", "tog emot pengar"),
        ("es", "El tribunal consideró probado que recibió dinero.", "recibió dinero"),
    ],
)
def test_what_a_court_finds_proven_is_its_account(code: str, text: str, words: str):
    assert len(chain(text, words, code)) == 1


def test_what_goes_by_an_account_inside_its_sentence_is_of_the_same():
    text = "Nach Angaben der Behörde sank das Schiff. Auf die Reederei entfielen demnach 21 Prozent."

    assert chain(text, "21 Prozent", "de") == ["Behörde"]


@pytest.mark.parametrize(
    ("code", "text", "first", "second"),
    [
        ("nb", "Ifølge politiet kom 900, mens arrangørene sier at 3000 var der.", "kom 900", "3000 var"),
        ("sv", "Enligt polisen kom 900, medan arrangörerna säger att 3000 var där.", "kom 900", "3000 var"),
        ("en", "According to police, 900 came, while organisers said 3,000 were there.", "900 came", "3,000 were"),
        (
            "de",
            "Nach Angaben der Polizei beteiligten sich 900, die Veranstalter sprachen von 3000.",
            "sich 900",
            "3000",
        ),
    ],
)
def test_each_of_two_contrasted_accounts_has_its_own_authority(code: str, text: str, first: str, second: str):
    one, other = chain(text, first, code), chain(text, second, code)

    assert (len(one), len(other)) == (1, 1)
    assert one != other


def test_a_medium_in_front_of_a_contrast_passes_both_on():
    text = "Ifølge AFP kom 900, mens arrangørene sier at 3000 var der."

    assert chain(text, "kom 900") == ["AFP"]
    assert chain(text, "3000 var") == ["AFP", "arrangørene"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The bank will close, two sources close to the matter said.", "two sources"),
        ("The biggest union said about 1,500 people would lose their jobs.", "biggest union"),
    ],
)
def test_described_sources_and_rounded_counts(text: str, who: str):
    ((name,),) = [chain(text, "will close" if "close," in text else "lose their", "en")]

    assert name.startswith(who)


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("sv", "Han överklagar, skriver Ostsee-Zeitung.", "Ostsee-Zeitung"),
        ("sv", "Han överklagar, skriver Norrlandsposten.", "Norrlandsposten"),
        ("da", "Han anker, skriver Nordsøposten.", "Nordsøposten"),
        ("nb", "Han anker, skriver Fjordposten.", "Fjordposten"),
    ],
)
def test_what_looks_like_a_newspaper_is_one_whatever_the_names_model_calls_it(code: str, text: str, name: str):
    reading = read_report(Report("r1", "test", text, language=code))

    assert [(link.name, link.role) for a in reading.attributions for link in a.links] == [(name, "outlet")]
