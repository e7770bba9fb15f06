"""What `find_times` promises: exact spans, the news rule, months that stay months, contexts, events, quotations."""

from datetime import date

import pytest

from twosource.annotate.times import narrated_weekday, place, place_all
from twosource.annotate.times.find import duration


def one(draft):
    assert len(draft.times) == 1, [when.text for when in draft.times]
    return draft.times[0]


@pytest.mark.parametrize(
    ("published", "edtf"), [("2021-03-03", "2021-03-03"), ("2021-03-04", "2021-03-03"), ("2021-03-09", "2021-03-03")]
)
def test_a_bare_weekday_is_the_latest_one_up_to_the_day_of_the_report(read, published, edtf):
    assert one(read("Hun ble funnet onsdag.", "nb", published)).edtf == edtf


def test_a_verb_that_looks_ahead_turns_a_bare_weekday(read):
    assert one(read("Retten skal møtes onsdag.", "nb", "2021-03-04")).edtf == "2021-03-10"
    assert one(read("Domstolen ventes at træffe afgørelse tirsdag.", "da", "2021-03-05")).edtf == "2021-03-09"


def test_prefer_future_turns_every_bare_weekday(read):
    assert one(read("tirsdag", "nb", "2021-03-02", prefer="future")).edtf == "2021-03-09"


@pytest.mark.parametrize(
    ("language", "text", "published", "edtf"),
    [
        ("nb", "Det var forrige søndag.", "2021-03-06", "2021-02-28"),
        ("nb", "Det var forrige søndag.", "2021-03-10", "2021-03-07"),
        ("nb", "Det var forrige mandag.", "2021-03-06", "2021-02-22"),
        ("nb", "Det var sist mandag.", "2021-03-06", "2021-03-01"),
        ("da", "Det var sidste søndag.", "2021-03-07", "2021-02-28"),
        ("da", "Det var sidste søndag.", "2021-03-10", "2021-03-07"),
        ("sv", "Det var förra söndagen.", "2021-03-06", "2021-02-28"),
        ("de", "Das war vergangenen Freitag.", "2021-03-06", "2021-03-05"),
        ("en", "It was last Friday.", "2021-03-05", "2021-02-26"),
        ("es", "Fue el domingo pasado.", "2021-03-06", "2021-02-28"),
    ],
)
def test_last_weekday_follows_the_usage_of_the_language(read, language, text, published, edtf):
    assert one(read(text, language, published)).edtf == edtf


@pytest.mark.parametrize(
    ("language", "text", "span"),
    [
        ("nb", "Det brant natt til lørdag.", "natt til lørdag"),
        ("nb", "Det brant natta mellom fredag og lørdag.", "natta mellom fredag og lørdag"),
        ("da", "Det brændte natten til lørdag.", "natten til lørdag"),
        ("da", "Det brændte natten mellem fredag og lørdag.", "natten mellem fredag og lørdag"),
        ("sv", "Det brann natten mot lördagen.", "natten mot lördagen"),
        ("de", "Es brannte in der Nacht auf Samstag.", "Nacht auf Samstag"),
    ],
)
def test_the_night_to_a_day_is_given_as_that_day(read, language, text, span):
    when = one(read(text, language, "2021-03-06"))
    assert (when.text, when.edtf, when.weekday, when.timex3) == (span, "2021-03-06", 6, "2021-03-06TNI")
    assert when.earliest is not None and when.earliest.startswith("2021-03-05")


def test_a_clock_time_takes_the_day_of_its_context(read):
    draft = read(
        "Skredet gikk tirsdag kveld. Klokken 18.40 kom meldingen, opplyser politiet onsdag.", "nb", "2021-03-03"
    )
    assert [when.edtf for when in draft.times] == ["2021-03-02", "2021-03-02T18:40", "2021-03-03"]


def test_a_clock_time_skips_a_day_whose_part_does_not_fit(read):
    draft = read(
        "Det brant onsdag kveld. Han møtte pressen torsdag morgen. Klokken 19.05 kom bilen.", "nb", "2021-03-04"
    )
    assert draft.times[-1].edtf == "2021-03-03T19:05"


def test_a_clock_time_of_the_night_before_midnight_belongs_to_the_day_before(read):
    draft = read("Det brant natt til lørdag. Klokken 23.30 ringte naboen.", "nb", "2021-03-06")
    assert draft.times[-1].edtf == "2021-03-05T23:30"


def test_a_report_dated_to_the_month_gets_no_day(read):
    when = one(read("Ulykken skjedde i går.", "nb", "2021-03"))
    assert (when.edtf, when.from_report, when.weekday) == ("2021-02-28/2021-03-30", -1, None)
    assert (when.earliest, when.latest) == ("2021-02-28", "2021-03-30")


def test_what_does_not_depend_on_the_day_is_known_in_a_month(read):
    assert one(read("Prisen falt forrige måned.", "nb", "2021-03")).edtf == "2021-02"
    assert one(read("Prisen falt i fjor.", "nb", "2021-03")).edtf == "2020"


def test_an_undated_report_keeps_its_weekdays_only(read):
    when = one(read("Ulykken skjedde fredag.", "nb"))
    assert (when.edtf, when.earliest, when.weekday, when.from_report) == (None, None, 5, None)


def test_the_weekday_of_telling_is_seen_and_narrows_the_month(read):
    draft = read("Politiet opplyser lørdag at to er siktet. Fredag var det fire.", "nb", "2021-03")
    assert draft.narrated == 6
    saturday, friday = draft.times
    assert (saturday.edtf, saturday.from_report) == ("2021-03-06/2021-03-27", 0)
    assert (friday.edtf, friday.from_report) == ("2021-03-05/2021-03-26", -1)
    told = narrated_weekday(draft)
    assert told is not None and told[1].spans == (saturday.span,)


def test_today_with_its_weekday_tells_the_day_of_telling(read):
    assert read("I dag, tirsdag, er veien stengt.", "nb").narrated == 2
    assert read("Det skete i går, mandag.", "da").narrated == 2


def test_two_weekdays_of_telling_are_none(read):
    assert read("Politiet opplyser lørdag at to er siktet. NRK melder søndag om fire.", "nb").narrated is None


def test_a_time_that_counts_from_an_event_has_no_day_until_the_event_has_one(read):
    when = one(read("En uge efter stormen mangler de strøm.", "da", "2021-03-09"))
    assert (when.edtf, when.anchor, when.timex3) == (None, "event", None)
    assert when.expression is not None and (when.expression.kind, when.expression.values) == ("from_event", (7,))
    assert when.anchor_span is not None and when.text.endswith("stormen")


def test_an_event_with_a_day_gives_its_followers_theirs(read):
    draft = read("Stormen ramte mandag. To dage efter stormen kom strømmen igen.", "da", "2021-03-05")
    assert [when.edtf for when in draft.times] == ["2021-03-01", "2021-03-03"]
    assert draft.times[1].anchor == "event"


def test_two_times_of_one_event_must_agree(read):
    draft = read("Mange klager efter sidste uges afstemning. Søndagens afstemning blev afbrudt.", "da", "2021-03-07")
    assert [when.edtf for when in draft.times] == ["2021-02-22/2021-02-28", "2021-02-28"]


def test_today_in_a_quotation_is_anchored_on_what_was_said(read):
    quoted, told = read("– Vi leter i dag, sier hun.\n\nI dag regner det.", "nb", "2021-03-05").times
    assert (quoted.anchor, told.anchor) == ("utterance", "report")


def test_durations_vague_words_and_sets_have_their_own_values(read):
    draft = read("Krigen varte i to år. Nå er det stille. Han løper hver dag.", "nb", "2021-03-05")
    assert [(when.edtf, when.timex3, when.grain) for when in draft.times] == [
        ("P2Y", None, "duration"),
        (None, "PRESENT_REF", "vague"),
        (None, "P1D", "set"),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "Over 7.000 demonstranter møtte 37-åringen på side 12."),
        ("nb", "Ring 02800 eller 99 88 77 66."),
        ("nb", "En 24 år gammel mann slo 3–1."),
        ("da", "En dag kommer de 1300 personer på 2. sal."),
        ("da", "Paragraf 266 giver 8.500 kroner."),
        ("en", "He may march to the second house, and the 1,500 others sat down."),
        ("de", "Die Mitarbeiter kommen mit 1500 Euro; Herr März lacht."),
        ("sv", "De 1500 personerna fick 7 000 kronor."),
        ("es", "Los 1500 manifestantes son de 30 países."),
    ],
)
def test_what_is_no_time_stays_out(read, language, text):
    assert [when.text for when in read(text, language, "2021-09-05").times] == []


def test_a_language_without_a_table_reads_digits(read):
    draft = read("Xyz 2021-03-05 abc 2021-03-05T.", "xx", "2021-09-05")
    assert draft.times[0].edtf == "2021-03-05"


def test_an_undated_text_counts_weekdays_from_a_full_date_of_the_news(read):
    draft = read("Das Schiff sank am Sonntag, 7. März 2021. Am Montag kam Hilfe.", "de")
    assert [when.edtf for when in draft.times] == ["2021-03-07", "2021-03-08"]


def test_place_puts_an_expression_on_any_day(read):
    when = one(read("Det var forrige søndag.", "nb"))
    assert when.expression is not None
    assert place(when.expression, date(2021, 3, 6)) == (date(2021, 2, 28), date(2021, 2, 28))


def test_place_all_places_a_reading_from_a_day(read):
    reading = read("Politiet opplyser lørdag at to er siktet. Fredag var det fire.", "nb", "2021-03").reading()
    placed = place_all(reading, date(2021, 3, 13))
    assert [when.edtf for when in placed] == ["2021-03-13", "2021-03-12"]
    assert [when.span for when in placed] == [when.span for when in reading.times]


@pytest.mark.parametrize(
    ("count", "part", "unit", "written"),
    [
        (3, 0, 3, "P3D"),
        (1, 500, 6, "P18M"),
        (0, 500, 2, "PT30M"),
        (2, 0, 8, "P20Y"),
        (5, 500, 1, "PT330S"),
        (1, 500, 4, "P1.5W"),
    ],
)
def test_durations_are_written_as_iso(count, part, unit, written):
    assert duration(count, part, unit) == written


def test_a_year_earlier_in_a_report_of_results_is_the_same_quarter(read):
    draft = read("Profit in the third quarter rose from 3 million a year earlier.", "en", "2021-11-02")
    assert [when.edtf for when in draft.times] == ["2021-07/2021-09", "2020-07/2020-09"]
    assert one(read("Prices are higher than a year ago.", "en", "2021-11-02")).edtf == "2020"


def test_a_bare_quarter_is_the_latest_even_where_the_text_looks_ahead(read):
    (when,) = read("The company will report a third-quarter loss.", "en", "2021-11-02").times
    assert when.edtf == "2021-07/2021-09"


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "It took 2 hours and 30 minutes.", "PT2H30M"),
        ("nb", "Det varte i to år og tre måneder.", "P2Y3M"),
        ("da", "Mødet varede to timer og 20 minutter.", "PT2H20M"),
        ("de", "Das dauerte zwei Stunden und 30 Minuten.", "PT2H30M"),
    ],
)
def test_durations_joined_are_one(read, language, text, edtf):
    assert one(read(text, language, "2021-03-05")).edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("at 3", "2021-03-05T15:00"),
        ("at 9", "2021-03-05T21:00"),
        ("at 11:30", "2021-03-05T11:30"),
        ("by the end of the month", "2021-03-05T10:00/2021-04-01T00:00"),
        ("end of next week", "2021-03-12/2021-03-14"),
        ("11:30-1:30", "2021-03-05T11:30/2021-03-05T13:30"),
        ("3-4pm", "2021-03-05T15:00/2021-03-05T16:00"),
        ("9 tomorrow", "2021-03-06T09:00"),
        ("three fridays from now", "2021-03-26"),
    ],
)
def test_what_assistants_are_told(read, text, edtf):
    assert one(read(text, "en", "2021-03-05T10:00", prefer="future")).edtf == edtf


def test_a_dial_of_24_hours_leaves_the_hour_as_it_is(read):
    assert one(read("kl. 3", "da", "2021-03-05T10:00", prefer="future")).edtf == "2021-03-06T03:00"


def test_in_some_weeks_counts_from_now_where_the_clause_looks_ahead(read):
    assert one(read("The office will open in two weeks.", "en", "2021-03-05")).edtf == "2021-03-19"
    assert one(read("The bridge was built in two weeks.", "en", "2021-03-05")).edtf == "P2W"


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "Filed 23/Sep/2020.", "2020-09-23"),
        ("en", "Filed Sep-23-2020.", "2020-09-23"),
        ("de", "Stand 2020/Sep/23.", "2020-09-23"),
        ("da", "Sagen kommer for mandag den 13.", "2021-09-13"),
        ("es", "Será el lunes 13.", "2021-09-13"),
        ("es", "El plazo acaba el 31/12.", "2020-12-31"),
    ],
)
def test_dates_in_mixed_forms(read, language, text, edtf):
    assert one(read(text, language, "2021-09-05")).edtf == edtf


def test_round_the_clock_is_no_date(read):
    assert read("Geöffnet ist 24/7 im Jahr.", "de", "2021-03-05").times == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The hearing is on Monday 13th.", "2021-09-13"),
        ("The hearing is on Tuesday, the fourteenth.", "2021-09-14"),
        ("It was on Friday the 13th.", "2021-08-13"),
    ],
)
def test_a_weekday_with_a_day_of_the_month_is_the_nearest_such_day(read, text, edtf):
    assert one(read(text, "en", "2021-09-05")).edtf == edtf


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "They met on 3/20, 4/22 or 4/25.", ["2021-03-20", "2021-04-22", "2021-04-25"]),
        ("en", "Come on Tuesday or Wed.", ["2021-03-23", "2021-03-24"]),
        ("en", "Nine and Wed.", []),
    ],
)
def test_a_list_goes_on_only_behind_a_time(read, language, text, expected):
    assert [when.edtf for when in read(text, language, "2021-03-26").times] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It began the day before.", ["2021-03-25"]),
        ("en", "It began on the 4th.", ["2021-03-04"]),
        ("en", "It began on the 4th floor.", []),
        ("fr", "Elle revient le 23", ["2021-03-23"]),
        ("fr", "Elle revient le 23 ou les 24 autres.", []),
        ("en", "We meet 11/20, he said, and 11/20 of it is done.", ["2020-11-20"]),
    ],
)
def test_what_ends_a_sentence_may_be_a_day(read, language, text, expected):
    assert [when.edtf for when in read(text, language, "2021-03-26").times] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It happened at 7:56:30 p.m. on Monday.", ["2021-03-22T19:56:30"]),
        ("en", "It happened at 12:05:09 a.m. on Monday.", ["2021-03-22T00:05:09"]),
        ("fr", "Né le 02 04 2009 à Lyon.", ["2009-04-02"]),
        ("fr", "Appelez le 01 02 04 20 09.", []),
        ("en", "He paid $ 12 December 27.", ["2020-12-27"]),
        ("en", "Sold on Dec31, 1994.", ["1994-12-31"]),
        ("en", "Born 03/18/40, died 03/18/21.", ["1940-03-18", "2021-03-18"]),
    ],
)
def test_numbers_that_are_days_and_seconds(read, language, text, expected):
    assert [when.edtf for when in read(text, language, "2021-03-26").times] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "En mann i 50-årene er tatt."),
        ("nn", "Ei kvinne i slutten av 40-åra er sakna."),
        ("da", "En mand i 50'erne er anholdt."),
        ("en", "A woman in her 50s was hurt, and a man in his late forties died."),
    ],
)
def test_the_decade_of_a_life_is_no_time(read, language, text):
    assert read(text, language, "2021-03-26").times == []


def test_the_day_of_an_announcement_is_not_that_of_a_clock_time(read):
    """Who said something on one day tells of what was at an hour of another."""
    text = "Le feu a pris mardi dans un entrepôt. Le préfet a annoncé jeudi une enquête. À 14h30, tout était éteint."
    assert [when.edtf for when in read(text, "fr", "2021-03-26").times][-1] == "2021-03-23T14:30"


def test_a_long_chain_of_times_is_read_to_its_end(read):
    """Chains are not followed word by word to any depth."""
    assert len(read("1 hour and " * 3000, "en", "2021-03-26").times) > 100


def test_will_have_looks_ahead_unless_it_is_a_perfect(read):
    text = "They will have a meeting in two weeks."
    assert [when.edtf for when in read(text, "en", "2021-03-26").times] == ["2021-04-09"]


def test_a_season_with_its_year_and_one_that_is_always_past(read):
    assert [when.edtf for when in read("Im Herbst 2019 kam er.", "de", "2021-03-26").times] == ["2019-23"]
    assert [when.edtf for when in read("I höstas kom han.", "sv", "2021-03-26").times] == ["2020-23"]
    assert [when.edtf for when in read("I höstas kom han.", "sv", "2021-12-26").times] == ["2021-23"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("da", "Styrelsen har taget prøver og venter svar fredag."),
        ("nb", "Tilsynet venter svar fredag."),
        ("nn", "Tilsynet ventar svar fredag."),
        ("sv", "Verket väntar svar på fredag."),
        ("en", "We expect results on Friday."),
        ("da", "De strejkende vender tilbage fredag."),
        ("nb", "De vender tilbake fredag."),
    ],
)
def test_what_is_waited_for_is_ahead(read, code, text):
    assert one(read(text, code, "2022-09-08")).edtf == "2022-09-09"
