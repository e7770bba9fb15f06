"""For whom somebody speaks where no table knows him: by the kind of body, its owner, and the words around."""

from __future__ import annotations

import pytest

from twosource import read
from twosource.link import Party, cast
from twosource.model import Report


def parties(*texts: str) -> list[Party | None]:
    """Return the party behind the last link of each attribution; texts are "code: text"."""
    readings = []
    for number, text in enumerate(texts, 1):
        code, _, body = text.partition(": ")
        readings.append(read(Report(f"r{number}", "test", body, language=code)))
    people = cast(readings)
    return [people.party(a.links[-1], r.report.id) for r in readings for a in r.attributions]


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("nb: To er hardt skadd, opplyser sykehuset.", "health"),
        ("da: To er hårdt såret, oplyser hospitalet.", "health"),
        ("nn: To er hardt skadde, opplyser sjukehuset.", "health"),
        ("sv: Två är svårt skadade, uppger sjukhuset.", "health"),
        ("en: Two were badly hurt, a hospital spokeswoman said.", "health"),
        ("de: Zwei Menschen seien schwer verletzt, teilte die Klinik mit.", "health"),
        ("es: Dos personas están graves, informó el hospital.", "health"),
        ("nb: 40 streiker, opplyser fagforeningen.", "labour"),
        ("sv: 40 strejkar, uppger facket.", "labour"),
        ("de: Es gab 40 Streikende, teilte die Gewerkschaft mit.", "labour"),
        ("es: Hay 40 huelguistas, informó el sindicato.", "labour"),
        ("en: 40 flights were cancelled, the airline's chief executive said.", "company"),
        ("da: 40 afgange er aflyst, oplyser flyselskabet.", "company"),
    ],
)
def test_a_body_called_by_its_kind_alone_is_a_party_of_that_sort(text: str, sort: str):
    (party,) = parties(text)

    assert party is not None
    assert (party.sort, party.key[:5]) == (sort, "body:")


def test_of_several_companies_a_nameless_one_may_be_any():
    found = parties("nb: Selskapet Nordkorn opplyser at 40 er sagt opp.", "da: 40 er fyret, oplyser virksomheden.")

    assert found[1] is not None
    assert found[1].key == found[0].key


def test_an_office_in_front_of_a_name_is_the_persons():
    (party,) = parties("de: 40 Menschen seien verletzt worden, sagte Bundesinnenministerin Petra Hahn.")

    assert party is not None
    assert party.key == "state:DE"


def test_the_head_of_a_body_in_a_compound_speaks_for_it():
    found = parties("nb: 18 inspektører er på plass, opplyser IAEA-sjef Nils Holm.")

    assert [party.key for party in found if party] == ["iaea"]


def test_a_company_that_only_the_tables_know_is_found():
    found = parties("en: On Monday Northvolt opened. Two hundred were hired, its chief executive said.")

    assert "northvolt" in [party.key for party in found if party]


def test_a_memo_is_that_of_the_only_company():
    found = parties("en: Ericsson cut 40 jobs, according to an internal memo.")

    assert [(party.key, party.score <= 0.6) for party in found if party] == [("ericsson", True)]


def test_a_body_of_which_nothing_tells_the_country_is_of_some_state():
    (party,) = parties("es: Cinco personas murieron, dijo un portavoz de la policía.")

    assert party is not None
    assert (party.key, party.sort) == ("state:?", "state")


def test_a_lawyer_speaks_for_himself():
    found = parties("nb: Det smalt to ganger, sier advokat Nils Holm.")

    assert [party.sort for party in found if party] == ["advocate"]


def test_a_nameless_body_is_the_only_party_of_its_kind():
    found = parties("de: Ryanair und Malta Air verhandeln. Es gebe 40 Ausfälle, sagte ein Sprecher der Airline.")

    assert [party.key for party in found if party] == ["ryanair"]


def test_the_last_word_of_a_body_stands_for_it_in_a_compound():
    found = parties("en: Tunisia's national guard rescued 12. Two had drowned, a guard spokesman said.")

    assert [party.key for party in found if party][-1:] == ["state:TN"]


def test_a_short_name_in_brackets_is_the_bodys_in_other_reports():
    found = parties(
        "de: Am Ätna auf Sizilien in Italien bebte die Erde, wie das Vulkanologische Institut (Etnavol) mitteilte.",
        "nb: I Italia skalv jorda lørdag, opplyser Etnavol.",
    )

    assert [party.key for party in found if party] == ["state:IT", "state:IT"]


@pytest.mark.parametrize(
    "text",
    [
        "nb: Det smalt to ganger, sier nabo Nils Holm.",
        "sv: Det small två gånger, säger ögonvittnet Nils Holm.",
        "de: Es habe zweimal geknallt, sagte der Anwohner Nils Holm.",
        "en: There were two bangs, said resident Nils Holm.",
        "es: Hubo dos explosiones, dijo el vecino Nils Holm.",
    ],
)
def test_a_named_witness_is_a_party_of_his_own(text: str):
    assert [party.sort for party in parties(text) if party] == ["private"]


def test_a_body_behind_which_its_place_stands_is_no_person():
    (party,) = parties("de: Zwölf Menschen wurden nach Angaben der Kreisverwaltung Ahrtal vermisst.")

    assert party is not None
    assert party.kind == "state"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("es: Hubo dos muertos en Chile, según el Instituto Nacional de Protección Civil.", "state:CL"),
        ("en: Two people died in Chile, the National Institute of Civil Protection said.", "state:CL"),
        ("it: In Italia ci sono dieci morti. Lo riferisce la Prefettura di Ferrara.", "state:"),
        ("sv: Elva människor har dött i Italien, enligt prefekturen i Ferrara.", "state:IT"),
        ("nb: Ti omkom i Bolivia. Det opplyser myndighetene i provinsen Nord-Yungas.", "state:BO"),
    ],
)
def test_a_body_whose_name_tells_a_states_is_the_states(text: str, key: str):
    (party,) = parties(text)

    assert party is not None
    assert party.key.startswith(key)


@pytest.mark.parametrize(
    "text",
    [
        "en: Two people died in Pakistan, the Sindh Liberation Army said.",
        "es: Murieron dos personas en Pakistán, según el Ejército de Liberación de Sind.",
    ],
)
def test_an_army_of_liberation_is_no_states(text: str):
    (party,) = parties(text)

    assert party is not None
    assert (party.kind, party.sort) == ("organisation", "civil")


def test_one_adjective_of_a_company_does_not_tell_where_a_court_is():
    court, _ = parties(
        "nb: To er dømt, opplyser Vestre tingrett. Det malaysiske rederiet betalte.",
        "da: To er dømt, oplyser politiet i Norge, efter sager i Norge og Sverige.",
    )

    assert court is not None
    assert court.key != "state:MY"


@pytest.mark.parametrize(
    "text",
    [
        "en: Employers said 40 had walked out.",
        "en: Organisers said 40 had come.",
        "da: Fagforeningen oplyser, at 40 strejker.",
    ],
)
def test_a_noun_with_a_capital_at_the_head_of_a_sentence_is_no_name(text: str):
    (party,) = parties(text)

    assert party is not None
    assert party.key.startswith("body:")


def test_a_company_behind_a_single_name_is_not_the_association_named_before():
    found = parties(
        "nn: Partane er Norsk Rederlag og Sokkel. Sju riggar står, ifølgje Havkraft. Selskapet trur det tek tid."
    )

    assert found[-1] is None or "rederlag" not in found[-1].key


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("da: Forligsmanden oplyser, at forhandlingerne fortsætter.", "state"),
        ("nb: Mekleren opplyser at forhandlingene fortsetter.", "state"),
        ("nn: Meklaren opplyser at forhandlingane held fram.", "state"),
        ("sv: Medlarna uppger att förhandlingarna fortsätter.", "state"),
        ("de: Der Schlichter teilte mit, dass die Gespräche weitergehen.", "state"),
        ("en: The conciliator said talks would go on.", "state"),
        ("da: Hun er død, oplyser familien.", "private"),
        ("sv: Tolv är skadade, uppger kyrkan.", "civil"),
        ("nn: Tolv er skadde, opplyser trenaren.", "civil"),
        ("de: Der Beschluss sei falsch, teilte die Ärztekammer mit.", "labour"),
        ("en: The ruling is wrong, the medical association said.", "labour"),
        ("de: Die Verteidigung teilte mit, der Mann sei unschuldig.", "advocate"),
        ("sv: Mannen är oskyldig, uppger hans advokat.", "advocate"),
    ],
)
def test_more_kinds_of_bodies_and_people_are_known_by_their_nouns(text: str, sort: str):
    (party,) = parties(text)

    assert party is not None
    assert party.sort == sort


def test_letters_behind_a_noun_of_another_kind_are_no_body_of_a_state_far_away():
    (party,) = parties("de: In Kenia starben 13 Menschen, wie der Ärzteverband KMA mitteilte.")

    assert party is not None
    assert (party.key, party.sort) == ("org:kma", "labour")


def test_the_medium_somebody_speaks_to_is_not_whose_he_is():
    text = "de: „Es gibt keine Hoffnung“, sagte Einsatzleiter Gino Comin der italienischen Nachrichtenagentur Ansa."
    (party,) = parties(text)

    assert party is not None
    assert party.sort == "state"


def test_the_foreign_office_of_germany_is_german_in_every_case():
    (party,) = parties("de: Zwei Deutsche werden nach Angaben des Auswärtigen Amts in Italien vermisst.")

    assert party is not None
    assert party.key == "state:DE"


def test_a_government_is_that_of_the_minister_of_its_sentence_before_a_country_beside():
    (party,) = parties(
        "en: Estonian Defence Minister Ann Kask stepped down over business with Russia, the government said on Monday."
    )

    assert party is not None
    assert party.key == "state:EE"


def test_a_firm_that_no_name_was_found_for_is_not_the_company_named_before():
    text = (
        "en: The group Nordcorn denied it. Security firm Truesec, which is helping the city, said it began on Monday."
    )
    found = [party.key for party in parties(text) if party is not None]

    assert "org:trusek" in found


def test_a_director_of_something_unknown_is_not_that_of_the_only_company():
    found = parties("nb: Selskapet Nordkorn betaler. 40 er sagt opp, opplyser museets direktør.")

    assert found[-1] is None


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("de: Drei Menschen seien verletzt, sagte eine Kliniksprecherin.", "health"),
        ("de: Die Strecke sei frei, sagte ein Bahnsprecher.", "company"),
        ("de: Das Angebot sei schlecht, sagte ein Gewerkschaftssprecher.", "labour"),
        ("de: Die Schulen seien zu, sagte eine Stadtsprecherin.", "state"),
        ("sv: Tre är döda, säger regiondirektören.", "state"),
        ("nb: Skolene er stengt, sier skoledirektøren.", "state"),
        ("da: Skolerne er lukket, siger skoledirektøren.", "state"),
        ("en: The roads are closed, the regional council said.", "state"),
    ],
)
def test_a_compound_tells_whose_somebody_is(text: str, sort: str):
    (party,) = parties(text)

    assert party is not None
    assert party.sort == sort


def test_the_ministry_is_the_one_named_before():
    found = parties(
        "en: Armenia's defence ministry said Baku shelled a town. Two people were killed, the ministry said."
    )

    assert [party.key for party in found if party] == ["state:AM", "state:AM"]


@pytest.mark.parametrize(
    "text",
    [
        "en: Prices will rise, the Swiss National Bank said.",
        "en: Eight people are suspects, the National Bureau of Investigation said.",
        "de: Der Krisenstab teilte mit, dass 40 Menschen evakuiert wurden.",
        "sv: Åtta är misstänkta, uppger centralkriminalpolisen.",
    ],
)
def test_more_bodies_are_of_a_state(text: str):
    (party,) = parties(text)

    assert party is not None
    assert party.sort == "state"


@pytest.mark.parametrize(
    "text",
    [
        "en: Nine people fell ill in Kenya. The ministry has counted 140 cases, spokesperson Ann Moe said.",
        "fr: Au Kenya, neuf personnes sont malades. Le ministère compte 140 cas, a indiqué le porte-parole Luc Roy.",
    ],
)
def test_bare_spokesman_speaks_for_the_body_in_front_of_him(text: str):
    assert [party.key for party in parties(text) if party is not None] == ["state:KE"]


def test_what_a_body_is_may_stand_in_another_report_of_the_story():
    found = parties(
        "nb: Partene er enige, opplyser Nordhav.", "da: Aftalen er dyr, oplyser arbejdsgiverforeningen Nordhav."
    )

    assert [party.sort for party in found if party] == ["employers", "employers"]
