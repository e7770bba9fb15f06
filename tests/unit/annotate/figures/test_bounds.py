"""Bounds that a verb sets: "the toll exceeds 800" leaves open how many more."""

import pytest
from tests.unit.annotate.figures.fixtures import read_figures


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("da", "Dødstallet overstiger nu 640."),
        ("da", "Antallet af smittede har passeret 640."),
        ("nb", "Dødstallet oversteg 640."),
        ("nb", "Antallet smittede har passert 640."),
        ("nn", "Dødstalet overstig 640."),
        ("sv", "Dödssiffran överstiger redan 640."),
        ("sv", "Antalet smittade har passerat 640."),
        ("de", "Die Zahl der Toten übersteigt bereits 640."),
        ("de", "Die Zahl der Toten überschritt die Marke von 640."),
        ("de", "Die Zahl der Toten hat 640 überschritten."),
        ("en", "The death toll has exceeded 640."),
        ("en", "The number of dead topped 640."),
        ("en", "The toll has now passed 640."),
        ("en", "The number of cases climbed past 640."),
        ("es", "El número de muertos ya supera los 640."),
        ("es", "El balance rebasó la cifra de 640."),
        ("fr", "Le nombre de morts dépasse les 640."),
        ("fr", "Le nombre de morts a franchi la barre des 640."),
        ("it", "Il numero dei morti supera i 640."),
        ("it", "Il numero dei morti ha superato quota 640."),
        ("pt", "O número de mortos ultrapassou os 640."),
        ("pt", "O número de mortos já passa de 640."),
        ("nl", "Het dodental overstijgt 640."),
        ("nl", "Het dodental is de 640 gepasseerd."),
        ("pl", "Liczba ofiar przekroczyła już 640."),
        ("ru", "Число погибших превысило 640."),
        ("uk", "Кількість загиблих перевищила 640."),
        ("fi", "Kuolleiden määrä ylittää jo 640."),
        ("is", "Tala látinna fór yfir 640."),
    ],
)
def test_a_verb_of_exceeding_leaves_the_number_open_above(code: str, text: str):
    assert [(f.low, f.high) for f in read_figures(text, code)] == [(640, None)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("da", "Støtten overstiger ikke 640 kroner."),
        ("sv", "Stödet överstiger inte 640 kronor."),
        ("de", "Die Hilfe darf 640 Euro nicht übersteigen."),
        ("en", "The subsidy does not exceed 640 euros."),
        ("es", "La ayuda no supera los 640 euros."),
        ("fr", "L'aide ne dépasse pas 640 euros."),
        ("ru", "Помощь не превышает 640 рублей."),
    ],
)
def test_what_is_not_exceeded_is_the_most(code: str, text: str):
    assert [(f.low, f.high) for f in read_figures(text, code)] == [(None, 640)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Parliament passed 12 laws."),
        ("en", "She topped three lists."),
        ("da", "Skibet passerede 12 sluser."),
        ("sv", "Fartyget passerade 12 broar."),
        ("es", "El equipo superó tres pruebas."),
    ],
)
def test_such_a_verb_without_a_toll_or_of_a_small_number_is_no_bound(code: str, text: str):
    (figure,) = read_figures(text, code)

    assert figure.low == figure.high


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("da", "Flere end 200 er anholdt."),
        ("da", "Politiet siger, at flere end 200 er anholdt."),
        ("nb", "Flere enn 200 er pågrepet."),
        ("nn", "Fleire enn 200 er arresterte."),
        ("sv", "Långt fler än 200 har gripits."),
        ("de", "Weit mehr als 200 Menschen wurden festgenommen."),
    ],
)
def test_a_word_that_may_be_an_open_number_bounds_the_number_behind_it(code: str, text: str):
    (figure,) = read_figures(text, code)

    assert (figure.low, figure.high) == (200, None)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("da", "Så mange som 180 patienter er døde."),
        ("nb", "Så mange som 180 pasienter er døde."),
        ("nn", "Så mange som 180 pasientar er døde."),
        ("sv", "Så många som 180 patienter har dött."),
    ],
)
def test_as_many_as_is_the_most(code: str, text: str):
    (figure,) = read_figures(text, code)

    assert (figure.low, figure.high) == (None, 180)


def test_a_peak_is_no_bound():
    (figure,) = read_figures("Vattennivån var som högst 2,2 meter.", "sv")

    assert figure.low == figure.high
