"""Measures: what a figure tells where a noun beside it says so and nothing happens."""

import pytest
from tests.unit.annotate.figures.fixtures import read_figures


@pytest.mark.parametrize(
    ("code", "text", "concept"),
    [
        ("sv", "Partiet får 31 procent av mandaten.", "seat_share"),
        ("sv", "I byn bor det 3 200 människor.", "population"),
        ("sv", "Bruket sysselsätter 240 personer.", "employ"),
        ("sv", "Ombord fanns 118 personer.", "aboard"),
        ("sv", "Skalvet inträffade på 12 kilometers djup.", "depth"),
        ("sv", "Han fick en fängelsestraff på åtta år.", "sentence"),
        ("sv", "Mannen dömdes till fyra års fängelse.", "sentence"),
        ("sv", "Kommunen har skulder på 4 miljarder kronor.", "debt"),
        ("sv", "Partiet får 12 procent i en opinionsmätning.", "poll"),
        ("sv", "Det väntas 40 centimeter snö.", "snow"),
        ("sv", "Toppen ligger 2 100 meter över havet.", "height"),
        ("sv", "Branden omfattar ett område på 900 hektar.", "extent"),
        ("en", "The party took 31 percent of the seats.", "seat_share"),
        ("en", "The island is home to 3,200 people.", "population"),
        ("en", "The boat was carrying 118 people.", "aboard"),
        ("en", "A boat carrying 118 migrants sank.", "aboard"),
        ("en", "She received a prison term of eight years.", "sentence"),
        ("en", "The tower is 140 meters tall.", "height"),
        ("en", "The village lies at an altitude of 2,100 meters.", "height"),
        ("en", "The council has debts of 4 million pounds.", "debt"),
        ("en", "Forecasters expect 40 centimeters of snow.", "snow"),
        ("en", "The fire is covering 900 hectares.", "extent"),
        ("en", "The jobless rate fell to 6.1 percent.", "unemployment"),
        ("en", "Support fell to 12 percent in the opinion poll.", "poll"),
        ("de", "Auf der Insel wohnen 3.200 Menschen.", "population"),
        ("de", "An Bord befanden sich 118 Menschen.", "aboard"),
        ("de", "Er bekam eine Freiheitsstrafe von acht Jahren.", "sentence"),
        ("de", "Das Dorf liegt auf einer Höhe von 2100 Metern.", "height"),
        ("de", "Die Stadt hat Schulden von 4 Millionen Euro.", "debt"),
        ("de", "Erwartet werden 40 Zentimeter Neuschnee.", "snow"),
        ("de", "Das Feuer bedeckt eine Fläche von 900 Hektar.", "extent"),
        ("de", "Die Partei kommt in einer Umfrage auf 12 Prozent.", "poll"),
        ("de", "Die Hypothekenzinsen stiegen auf 4,1 Prozent.", "rate"),
        ("de", "Das Werk beschäftigt 240 Menschen.", "employ"),
        ("de", "Die Partei erhielt 31 Prozent der abgegebenen Stimmen.", "vote_share"),
        ("de", "Der Fahrer erhielt drei Monate auf Bewährung.", "sentence"),
        ("es", "El partido logró el 31 por ciento de los escaños.", "seat_share"),
        ("es", "En la isla viven 3.200 personas.", "population"),
        ("es", "La planta da trabajo a 240 personas.", "employ"),
        ("es", "A bordo viajaban 118 personas.", "aboard"),
        ("es", "Fue condenado a ocho años de cárcel.", "sentence"),
        ("es", "Recibió una pena de ocho años.", "sentence"),
        ("es", "El pueblo está a 2.100 metros de altitud.", "height"),
        ("es", "El ayuntamiento arrastra una deuda de 4 millones de euros.", "debt"),
        ("es", "Se esperan 40 centímetros de nieve.", "snow"),
        ("es", "El fuego arrasó una superficie de 900 hectáreas.", "extent"),
        ("es", "El partido cae al 12 por ciento en una encuesta.", "poll"),
        ("es", "El temblor fue de 5,8 en la escala de Richter.", "magnitude"),
    ],
)
def test_a_word_beside_the_figure_says_what_it_measures(code: str, text: str, concept: str):
    assert [f.concept for f in read_figures(text, code)] == [concept]


@pytest.mark.parametrize(
    ("code", "text", "low", "unit"),
    [
        ("de", "Das Dorf liegt 2100 Meter hoch.", 2100, "m"),
        ("en", "The camp lies at 2050 metres.", 2050, "m"),
        ("sv", "Lägret ligger på 2050 meter.", 2050, "m"),
    ],
)
def test_a_number_like_a_year_with_a_unit_is_a_measure(code: str, text: str, low: int, unit: str):
    assert [(f.low, f.unit) for f in read_figures(text, code)] == [(low, unit)]


@pytest.mark.parametrize("text", ["The plan is worth more in 2019 dollars.", "In 2001 in Delhi it rained."])
def test_a_year_before_a_currency_or_a_small_word_is_none(text: str):
    assert read_figures(text, "en") == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "More than 650 were injured when a magnitude 6.4 earthquake struck."),
        ("en", "About 300 escaped after magnitude 5 tremors."),
    ],
)
def test_a_word_that_leads_the_next_number_measures_not_the_one_before(code: str, text: str):
    first = read_figures(text, code)[0]

    assert first.concept != "magnitude"


def test_a_letter_tied_to_a_number_is_no_unit():
    (figure,) = read_figures("The ministry bought 6 F-16 jets.", "en")

    assert (figure.low, figure.high, figure.unit) == (6, 6, "item")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("sv", "Strejken ska enligt facket pågå i två veckor."),
        ("en", "The two-week strike hits six districts."),
        ("nb", "Den to uker lange streiken rammer havna."),
        ("nn", "Dei har vore i streik i to veker."),
        ("da", "Der er udskrevet en strejke på to uger, som ventes at vare i to uger."),
        ("en", "The strike will last two weeks."),
    ],
)
def test_how_long_what_happens_lasts_is_a_duration(code: str, text: str):
    assert [f.concept for f in read_figures(text, code) if f.unit == "wk"][-1] == "duration"


def test_years_in_jail_over_a_fire_are_not_how_long_it_burned():
    (figure,) = read_figures("He was jailed for five years over the fire.", "en")

    assert figure.concept == "sentence"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("da", "1.150 tilfælde er registreret."),
        ("nb", "1.150 tilfeller er registrert."),
        ("nn", "1.150 tilfelle er registrerte."),
        ("sv", "1 150 fall har registrerats."),
        ("de", "1.150 Fälle wurden registriert."),
        ("en", "1,150 cases have been recorded."),
    ],
)
def test_cases_of_a_disease_are_counted_as_infections(code: str, text: str):
    (figure,) = read_figures(text, code)

    assert (figure.low, figure.concept) == (1150, "infection")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Police estimated the crowd at 300,000."),
        ("da", "Politiet anslår fremmødet til 300.000."),
        ("nb", "Politiet anslår oppmøtet til 300.000."),
        ("nn", "Politiet reknar oppmøtet til 300.000."),
        ("sv", "Polisen uppskattar deltagarantalet till 300 000."),
    ],
)
def test_a_crowd_is_counted_without_a_noun(code: str, text: str):
    (figure,) = read_figures(text, code)

    assert figure.concept == "attendance"


def test_the_figure_is_not_of_what_the_next_sentence_tells():
    found = read_figures("About 300 marched. Organisers put the figure at 800. Police arrested 126 people.", "en")

    assert [f.concept for f in found][1] != "arrest"
