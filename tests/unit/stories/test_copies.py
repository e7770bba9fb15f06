"""Copies: texts that stand, nearly all, in another; which is the earlier; what comes later and what does not count."""

from __future__ import annotations

from itertools import permutations

import msgspec
import pytest

from twosource.ingest import make_report
from twosource.model import Reading, Report
from twosource.pipeline import annotate
from twosource.stories.copies import CopyWatch, find_copies

TEXT = (
    "A barge ran aground in the harbour early on Monday, and the two men on board were taken off by a pilot boat. "
    "The harbour master says that nobody was hurt and that no oil has leaked. The barge is to be towed at high water."
)
NB = """Bilferge på grunn ved Stokkvika

Bilferga «Nordstjerna» gikk på grunn ved Stokkvika mandag morgen med 46 passasjerer om bord, opplyser kaptein Ola Rem.

Redningsselskapet evakuerte alle i løpet av 35 minutter. Rederiet Havlinjen regner med at ruten er innstilt ut uken.

(NTB)"""
NN = """Bilferje på grunn ved Stokkvika

Bilferja «Nordstjerna» gjekk på grunn ved Stokkvika måndag morgon med 46 passasjerar om bord, opplyser kaptein Ola Rem.

Redningsselskapet evakuerte alle i løpet av 35 minutt. Reiarlaget Havlinjen reknar med at ruta er innstilt ut veka.

(NPK)"""
WEATHER = """Today's weather

It will be {sky} in Ostby on {day}, with {low} to {high} degrees in the afternoon and {rain} millimetres of rain.

In Vesterhavn the wind blows at {wind} metres a second from the south-west. The sea is {sea} degrees warm.

(AP)"""


def report(id, text, published=None):
    return Reading(Report(id=id, source=id, text=text, language="en", published=published))


def read(id, text, language, published=None, outlet=None):
    made = msgspec.structs.replace(
        make_report(text, source=id, id=id), language=language, published=published, outlet=outlet
    )
    return annotate(made)


def of(copies):
    return {report: copy.of for report, copy in copies.items()}


def test_a_cut_copy_is_found_and_the_whole_text_is_the_original():
    cut = TEXT[: int(len(TEXT) * 0.6)]

    found = find_copies([report("a", cut), report("b", TEXT)])

    assert of(found) == {"a": "b"}
    assert (found["a"].kind, found["a"].order) == ("contained", "contained")


def test_the_earlier_of_two_equal_texts_is_the_original():
    found = find_copies([report("a", TEXT, "2021-03-02"), report("b", TEXT, "2021-03-01")])

    assert of(found) == {"a": "b"}
    assert (found["a"].kind, found["a"].share, found["a"].order) == ("exact", 1.0, "date")


@pytest.mark.parametrize(
    ("first", "second", "order"),
    [
        ("2021-03", "2021-03-01", "given"),
        ("2021-03-02", "2021-03-01", "date"),
        ("2021-03~", "2021-03-01", "given"),
        ("2021-03-01T10:00", "2021-03-01T09:30", "date"),
        ("2021-03-01T10:00+02:00", "2021-03-01T09:30Z", "given"),
        (None, "2021-03-01", "given"),
    ],
)
def test_dates_tell_as_far_as_both_are_known(first, second, order):
    (copy,) = find_copies([report("a", TEXT, first), report("b", TEXT, second)]).values()

    assert copy.order == order


def test_a_correction_is_the_later_text_in_whatever_order_it_is_given():
    wrong = (
        "Fire at the mill\n\nTwelve people were hurt when the mill at Ostby burnt, the police say on Monday evening."
    )
    right = wrong.replace("Twelve", "Two").replace("Fire", "Correction: Fire")
    readings = [read("right", right, "en", "2021-03-01"), read("wrong", wrong, "en", "2021-03-01")]

    found = find_copies(readings)

    assert of(found) == {"right": "wrong"}
    assert found["right"].order == "notice"
    assert "Correction" in found["right"].reasons[1]


@pytest.mark.parametrize("given", list(permutations(range(2))))
def test_a_translation_is_found_and_the_agency_that_translates_is_the_later(given):
    both = [read("nb", NB, "nb"), read("nn", NN, "nn")]

    found = find_copies([both[n] for n in given])

    assert of(found) == {"nn": "nb"}
    assert (found["nn"].kind, found["nn"].order) == ("translated", "credit")


def test_who_credits_the_other_is_the_later():
    paper = NB.replace("(NTB)", "Kilde: VG")
    found = find_copies([read("a", paper, "nb", outlet="Lokalposten"), read("b", NB, "nb", outlet="VG")])

    assert of(found) == {"a": "b"}
    assert found["a"].order == "credit"


def test_a_text_on_the_same_thing_is_no_copy():
    other = (
        "On Monday a barge went aground in the harbour. Two men were saved by a pilot boat, and nobody came to harm."
    )

    assert find_copies([report("a", TEXT), report("b", other)]) == {}


def test_texts_of_one_template_with_other_numbers_are_no_copies():
    first = WEATHER.format(sky="cloudy", day="Monday", low=3, high=8, rain=14, wind=9, sea=5)
    second = WEATHER.format(sky="sunny", day="Tuesday", low=6, high=13, rain=2, wind=4, sea=7)

    assert find_copies([read("a", first, "en", "2021-03-01"), read("b", second, "en", "2021-03-02")]) == {}
    again = read("b", first.replace("(AP)", "AP/Herald"), "en", "2021-03-02")
    assert of(find_copies([read("a", first, "en", "2021-03-01"), again])) == {"b": "a"}


def test_a_line_or_two_is_too_short_to_tell():
    assert find_copies([report("a", "Nobody was hurt."), report("b", "Nobody was hurt.")]) == {}


def test_no_line_of_copies_comes_back_to_its_start():
    texts = [TEXT, TEXT + " More is not known.", "Harbour news. " + TEXT, TEXT[:150]]
    found = of(find_copies([report(str(n), text) for n, text in enumerate(texts)]))

    assert len(found) == len(texts) - 1
    for start in found:
        seen = [start]
        while seen[-1] in found:
            seen.append(found[seen[-1]])
            assert len(seen) <= len(texts)


def test_reports_that_come_one_by_one_are_copies_of_earlier_ones_alone():
    watch = CopyWatch()

    assert watch.see(report("a", TEXT, "2021-03-02")) is None
    copy = watch.see(report("b", TEXT, "2021-03-01"))
    assert (copy.of, copy.kind) == ("a", "exact")


def test_a_short_translation_without_a_date_needs_all_its_names_and_numbers():
    nb = "Et hus brant ned ved Stokkvika natt til onsdag. Seks personer ble evakuert, og bygningen er totalskadd."
    nn = "Eit hus brann ned ved Stokkvika natt til onsdag. Seks personar vart evakuerte, og bygningen er totalskadd."
    other = nn.replace("Seks", "Fire").replace("onsdag", "torsdag")

    assert of(find_copies([read("nb", nb, "nb"), read("nn", nn, "nn")])) == {"nn": "nb"}
    assert find_copies([read("nb", nb, "nb"), read("nn", other, "nn")]) == {}


def test_the_same_company_and_the_same_numbers_in_two_far_languages_are_no_translation():
    en = (
        "OSLO, March 1 (Reuters) - Nordvolt will cut 1,400 jobs in Norway, the company said on Monday.\n\n"
        "In Moss, 900 people must go. Nordvolt needs 6.5 billion crowns, two sources said.\n\n"
        "Shareholder Hydro said that it was in touch with Nordvolt."
    )
    nb = (
        "Nordvolt kutter 1400 stillinger i Norge, opplyser selskapet mandag.\n\n"
        "I Moss må 900 ansatte gå, sier direktør Lise Brekke. Nordvolt trenger 6,5 milliarder kroner, ifølge DN.\n\n"
        "NAV åpner et eget kontor i Moss. I fjor solgte Nordvolt for 800 millioner kroner.\n\n(NTB)"
    )

    assert find_copies([read("en", en, "en", "2024-03-04"), read("nb", nb, "nb", "2024-03-04")]) == {}
