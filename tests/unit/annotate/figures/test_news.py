"""Figures as the press tells them: what counts, what is a part, and what only looks like a count."""

from __future__ import annotations

import pytest
from tests.unit.annotate.figures.fixtures import draft_of, figures, happens, read_figures

from twosource.annotate.figures import find_figures


@pytest.mark.parametrize(
    ("code", "text", "trigger"),
    [
        ("nb", "Tolv ansatte må gå.", "må gå"),
        ("da", "Tolv medarbejdere skal væk.", "skal væk"),
    ],
)
def test_those_who_must_go_are_counted_though_they_act(code: str, text: str, trigger: str):
    draft = draft_of(text, code)
    draft.happenings = [happens(draft, trigger, "layoff", who=text.partition(f" {trigger}")[0])]

    assert [(f.low, f.unit, f.concept) for f in find_figures(draft)] == [(12, "person", "layoff")]


@pytest.mark.parametrize(
    ("code", "text", "low"),
    [
        ("nb", "To av tre kraner falt.", 2),
        ("da", "En ud af fire skoler er lukket.", 1),
        ("en", "Two out of three cranes fell over.", 2),
    ],
)
def test_some_of_a_few_things_are_a_count_and_a_part(code: str, text: str, low: int):
    assert [(f.low, f.unit, f.scope) for f in figures(text, code)] == [(low, "item", "part")]


@pytest.mark.parametrize(
    ("code", "text", "share"),
    [
        ("nb", "Tre av fire velgere er enige.", 75),
        ("da", "Seks ud af ti huse har fjernvarme.", 60),
        ("en", "One in five voters is undecided.", 20),
    ],
)
def test_some_of_all_people_or_of_ten_are_a_share(code: str, text: str, share: int):
    assert [(f.low, f.unit) for f in figures(text, code)] == [(share, "percent")]


def test_one_of_the_wounded_is_a_part_of_them_whatever_the_person_is():
    draft = draft_of("En av de skadde er en innbygger i byen.", "nb")
    draft.happenings = [happens(draft, "skadde", "injury", whom="En av de skadde")]

    assert [(f.low, f.unit, f.concept, f.scope) for f in find_figures(draft)] == [(1, "person", "injury", "part")]


@pytest.mark.parametrize(
    "text",
    [
        "The dead were aged between 20 and 30.",
        "Both girls, aged 9 and 12, were hurt.",
        "A 40 years old man was hurt.",
        "They announced one-time gains.",
    ],
)
def test_ages_and_compounds_count_nobody(text: str):
    assert figures(text, "en") == []


def test_an_age_that_is_said_of_somebody_is_a_measure_and_no_count():
    draft = draft_of("The victims, between 30 and 40 years old, died at home.", "en")
    draft.happenings = [happens(draft, "died", "death", whom="The victims")]

    assert [(f.low, f.high, f.unit, f.counted, f.concept) for f in find_figures(draft)] == [(30, 40, "a", "age", None)]


@pytest.mark.parametrize(
    ("code", "text"),
    [("da", "Tusinder af demonstranter gik gennem byen."), ("nb", "Tusenvis av demonstranter gikk gjennom byen.")],
)
def test_demonstrators_of_whom_nothing_else_is_told_demonstrate(code: str, text: str):
    assert [(f.low, f.high, f.concept) for f in figures(text, code)] == [(1000, 9999, "protest")]


def test_demonstrators_to_whom_something_happens_are_counted_for_that():
    draft = draft_of("40 demonstranter blev anholdt.")
    draft.happenings = [happens(draft, "anholdt", "arrest", whom="40 demonstranter")]

    assert [f.concept for f in find_figures(draft)] == ["arrest"]


@pytest.mark.parametrize(
    ("text", "concept"),
    [("Politiet har evakuert 800 innbyggere.", "evacuate"), ("Bygda har 800 innbyggere.", "population")],
)
def test_what_is_done_to_inhabitants_is_no_count_of_a_town(text: str, concept: str):
    draft = draft_of(text, "nb")
    if "evakuert" in text:
        draft.happenings = [happens(draft, "evakuert", "evacuate", whom="800 innbyggere", who="Politiet")]

    assert [f.concept for f in find_figures(draft)] == [concept]


@pytest.mark.parametrize(
    ("code", "text", "unit"),
    [
        ("en", "Two of the three cranes fell over.", "item"),
        ("en", "Two of the three women were found.", "person"),
        ("da", "To af de tre kraner væltede.", "item"),
        ("nb", "To av de tre kranene falt.", "item"),
    ],
)
def test_some_of_those_that_are_known_are_a_part_whoever_they_are(code: str, text: str, unit: str):
    assert [(f.low, f.unit, f.scope) for f in figures(text, code)] == [(2, unit, "part")]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The rate rose by 0.3 percentage points to 5.4 percent."),
        ("nb", "Ledigheten økte med 0,3 prosentpoeng til 5,4 prosent."),
    ],
)
def test_points_and_the_percent_that_they_lead_to_are_two_figures(code: str, text: str):
    assert [str(f.low) for f in figures(text, code)] == ["0.3", "5.4"]


def test_a_fraction_may_open_with_an_article():
    assert [str(f.low) for f in figures("a fifth", "en")] == ["0.2"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "In Hagen 20 people died, among them five guests who were trapped in the lift."),
        ("de", "Insgesamt starben 20 Menschen, darunter fünf Gäste, die im Aufzug eingeschlossen waren."),
        ("sv", "Totalt dog 20 personer, däribland fem gäster som var instängda i hissen."),
        ("da", "I alt døde 20 mennesker, heraf fem gæster, der var fanget i elevatoren."),
    ],
)
def test_a_part_of_those_before_shares_what_happened_to_them(code: str, text: str):
    found = [(f.low, f.concept) for f in read_figures(text, code)]

    assert found == [(20, "death"), (5, "death")]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("es", "El vuelco ha dejado al menos 12 muertos y más de 30 heridos."),
        ("es", "El vuelco causó 12 muertos y 30 heridos."),
        ("de", "Es gab zwölf Tote und dreißig Verletzte."),
        ("en", "The crash left twelve dead and thirty injured."),
        ("fr", "L'accident a fait 12 morts et 30 blessés."),
    ],
)
def test_the_noun_that_is_counted_says_what_happened(code: str, text: str):
    assert [(f.low, f.concept) for f in read_figures(text, code)] == [(12, "death"), (30, "injury")]


@pytest.mark.parametrize(
    ("code", "text"), [("es", "Un sismo de magnitud 5,6 sacudió Quito."), ("en", "It was magnitude 5.6 yesterday.")]
)
def test_a_magnitude_counts_no_word_behind_it(code: str, text: str):
    (figure,) = [f for f in read_figures(text, code) if f.concept == "magnitude"]

    assert (figure.of, figure.of_span) == (None, None)


@pytest.mark.parametrize(
    ("code", "text", "them"),
    [("nb", "Ti ble skadd, én av dem alvorlig.", "av dem"), ("en", "Ten were hurt, two of them badly.", "of them")],
)
def test_one_of_them_keeps_where_they_are_named(code: str, text: str, them: str):
    part = read_figures(text, code)[-1]

    assert (part.of, text[part.of_span.start : part.of_span.end]) == (None, them)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "About 300 people were detained. At least six reporters were among them."),
        ("en", "About 300 people were detained. Among them were six reporters."),
        ("de", "Rund 300 Menschen wurden festgenommen. Darunter waren sechs Journalisten."),
        ("sv", "Omkring 300 personer greps. Bland dem var sex journalister."),
        ("es", "Unas 300 personas fueron detenidas. Entre ellas había seis periodistas."),
        ("nn", "Kring 300 vart pågripne. Blant dei var seks journalistar."),
    ],
)
def test_those_among_them_reach_back_over_a_full_stop(code: str, text: str):
    assert [(f.low, f.concept, f.scope) for f in read_figures(text, code)] == [
        (300, "arrest", None),
        (6, "arrest", "part"),
    ]


def test_a_town_before_a_comma_has_no_such_population():
    (figure,) = read_figures("In the town of Motala, 400 people will lose their jobs.", "en")

    assert figure.concept == "layoff"


def test_a_distance_may_be_led_by_its_own_first_word():
    (figure,) = read_figures("El temblor se notó en Faro, a unos 90 kilómetros.", "es")

    assert (figure.low, figure.concept) == (90, "distance")


def test_those_who_must_leave_are_no_population():
    figures = read_figures("La crue a forcé 900 habitants à quitter leur domicile.", "fr")

    assert [(f.low, f.concept) for f in figures] == [(900, "evacuate")]
