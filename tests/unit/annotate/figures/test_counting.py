"""What is counted: people and things told apart, in the languages whose nouns say it in different ways."""

import pytest
from tests.unit.annotate.figures.fixtures import read_figures


@pytest.mark.parametrize(
    ("code", "text", "counts"),
    [
        ("en", "Eleven gunshots were fired at the crew.", [(11, "item", "weapon")]),
        ("en", "The mayor faces four charges of bribery.", [(4, "item", "case")]),
        ("en", "Customs found 60 assault rifles and 900 rounds of ammunition.",
         [(60, "item", "weapon"), (900, "item", "weapon")]),
        ("en", "The killing took place in 14 municipalities.", [(14, "item", "place")]),
        ("en", "The army lost 30 attack helicopters.", [(30, "item", "aircraft")]),
        ("en", "Nineteen student protesters were held overnight.", [(19, "person", "demonstrator")]),
        ("en", "Three gunmen attack a post office.", [(3, "person", "suspect")]),
        ("en", "Six councillors have resigned.", [(6, "person", "politician")]),
        ("de", "Anwohner hörten mehrere Schüsse.", [(3, "item", "weapon")]),
        ("de", "Der Angeklagte wurde in vier Anklagepunkten verurteilt.", [(4, "item", "case")]),
        ("de", "In 14 Gemeinden wurde demonstriert.", [(14, "item", "place")]),
        ("de", "Fünf deutsche Fallschirmjäger starben.", [(5, "person", "soldier")]),
        ("de", "Sechs junge Geflüchtete wurden gerettet.", [(6, "person", "migrant")]),
        ("de", "Die Täter entführten zwölf Pfarrer.", [(12, "person", "person")]),
        ("de", "Vier Verletzte spielen keine Rolle.", [(4, "person", "person")]),
        ("sv", "Flera skott avlossades mot en bil.", [(3, "item", "weapon")]),
        ("sv", "Dödsstraff finns i 33 delstater.", [(33, "item", "place")]),
        ("sv", "Han dömdes på fyra åtalspunkter.", [(4, "item", "case")]),
        ("sv", "Tre livräddare och nio bybor skadades.", [(3, "person", "rescuer"), (9, "person", "inhabitant")]),
        ("sv", "Vid midnatt fick 70 gå ombord.", [(70, "person", "person")]),
        ("es", "Un vecino oyó doce disparos.", [(12, "item", "weapon")]),
        ("es", "El exalcalde afronta cuatro cargos por soborno.", [(4, "item", "case")]),
        ("es", "Hubo detenciones en 14 pueblos.", [(14, "item", "place")]),
        ("es", "Seis socorristas rescataron a nueve bañistas.", [(6, "person", "rescuer"), (9, "person", "person")]),
        ("es", "Varios rehenes fueron liberados.", [(3, "person", "hostage")]),
    ],
)  # fmt: skip
def test_people_and_things_are_told_apart(code: str, text: str, counts: list[tuple[int, str, str | None]]):
    assert [(f.low, f.unit, f.counted) for f in read_figures(text, code)] == counts


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "In 2016 students protested in Lyon."),
        ("en", "On March 12 police arrested him."),
        ("da", "I 2016 gymnasieelever mødte op."),
        ("de", "Seit 2019 Schulen geschlossen wurden, ist es still."),
        ("es", "Desde 2013 jueces y fiscales protestan."),
        ("sv", "Sedan 1998 elever valde skolan har den vuxit."),
    ],
)
def test_a_year_or_a_day_does_not_count_what_stands_behind_it(code: str, text: str):
    assert read_figures(text, code) == []


@pytest.mark.parametrize(
    ("code", "text", "low"),
    [
        ("en", "Some 1950 students took part.", 1950),
        ("da", "1950 elever deltog.", 1950),
        ("da", "Antallet steg til 1950 smittede.", 1950),
        ("de", "2110 Bauern kamen.", 2110),
    ],
)
def test_a_number_like_a_year_counts_what_stands_right_behind_it(code: str, text: str, low: int):
    assert [f.low for f in read_figures(text, code)] == [low]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "2010 starben viele."),
        ("de", "2011 eroberte er die Stadt."),
        ("de", "Sie wurde 2011 verhaftet."),
        ("sv", "Han blev 2011 dömd till böter."),
        ("da", "Han var 1994 anholdt."),
    ],
)
def test_a_year_before_a_word_of_happening_counts_nobody(code: str, text: str):
    assert read_figures(text, code) == []


def test_a_number_like_a_year_counts_those_to_whom_it_happens():
    assert [(f.low, f.unit) for f in read_figures("Die Bilanz: 1822 Verletzte.", "de")] == [(1822, "person")]


@pytest.mark.parametrize(
    ("code", "text", "noun"),
    [
        ("en", "The ministry sends 14 Leopard tanks.", "tanks"),
        ("en", "The ministry sends 19 French-made howitzers.", "howitzers"),
        ("en", "The ministry sends six F-16 fighter jets.", "fighter jets"),
        ("en", "Police removed 25 Last Harbour activists.", "activists"),
        ("da", "Ministeriet sender 19 Caesar-haubitser.", "haubitser"),
        ("nb", "Departementet sender 14 Leopard-stridsvogner.", "stridsvogner"),
        ("sv", "Departementet skickar åtta Archer-haubitsar.", "haubitsar"),
    ],
)
def test_the_make_or_kind_in_front_of_a_noun_is_passed_over(code: str, text: str, noun: str):
    (figure,) = read_figures(text, code)

    assert (figure.of, figure.unit) == (noun, "item" if noun != "activists" else "person")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("da", "Manden blev dræbt med 11 knivstik."),
        ("nb", "Mannen ble drept med 11 knivstikk."),
        ("nn", "Mannen vart drepen med 11 knivstikk."),
        ("sv", "Mannen dödades med 11 knivhugg."),
        ("de", "Der Mann wurde mit 11 Messerstichen getötet."),
        ("en", "The man was killed with 11 stab wounds."),
    ],
)
def test_the_blows_that_killed_somebody_are_no_dead(code: str, text: str):
    (figure,) = [f for f in read_figures(text, code) if f.low == 11]

    assert (figure.unit, figure.concept) == ("item", None)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("da", "En 71-årig mand er omkommet."),
        ("nb", "En 71 år gammel mann er omkommet."),
        ("nn", "Ein 71-årig mann er omkomen."),
        ("sv", "En 71-årig man har omkommit."),
        ("de", "Ein 71-jähriger Mann ist ums Leben gekommen."),
        ("en", "A 71-year-old man was killed."),
    ],
)
def test_one_person_is_counted_whatever_his_age(code: str, text: str):
    found = [(f.low, f.unit, f.concept) for f in read_figures(text, code) if f.counted != "age"]

    assert found == [(1, "person", "death")]


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("The thieves copied 40,000 patient records.", 40000, "item"),
        ("The firm lost 1,200 worker files.", 1200, "item"),
        ("One passenger says he was hurt.", 1, "person"),
        ("Police found 12 officer badges.", 12, "item"),
        ("All 24 crew members are safe.", 24, "person"),
    ],
)
def test_a_person_in_the_singular_only_says_whose_it_is(text: str, low: int, unit: str):
    assert (low, unit) in {(figure.low, figure.unit) for figure in read_figures(text, "en")}


@pytest.mark.parametrize(
    ("code", "text", "concept"),
    [
        ("ru", "Восемь человек спасены, двое из них в больнице.", "rescue"),
        ("ru", "Восемь человек задержаны, двое из них в больнице.", "arrest"),
        ("uk", "Вісьмох людей затримано, двоє з них у лікарні.", "arrest"),
        ("pl", "Osiem osób zatrzymano, dwie z nich są w szpitalu.", "arrest"),
    ],
)
def test_whom_it_is_done_to_stands_in_front_of_a_participle(code: str, text: str, concept: str):
    (figure,) = [f for f in read_figures(text, code) if f.low == 8]

    assert figure.concept == concept


@pytest.mark.parametrize(
    ("code", "text", "low", "concept"),
    [
        ("it", "Sono almeno 57 i detenuti morti nella rivolta.", 57, "death"),
        ("it", "57 detenuti sono morti.", 57, "death"),
        ("is", "Þrír farþegar voru fluttir á sjúkrahúsið á Akureyri.", 3, "hospitalise"),
        ("sv", "Det kan ta sju månader att laga bron.", 7, "duration"),
        ("nb", "Det kan ta sju måneder å reparere broen.", 7, "duration"),
    ],
)
def test_what_happened_to_those_who_are_named_by_their_state(code: str, text: str, low: int, concept: str):
    (figure,) = read_figures(text, code)

    assert (figure.low, figure.concept) == (low, concept)
