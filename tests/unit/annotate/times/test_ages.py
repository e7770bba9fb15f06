"""Ages are no times; what counts from an event is no time of the clock."""

import pytest


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "En 37 år gammel mann er pågrepet."),
        ("nb", "Jenta (8 år) og en mann på 37 år ble skadd."),
        ("nn", "Ein 37 år gamal mann vart funnen, ho er 41 år."),
        ("da", "En mand på 37 år sigtes. Han er 37 år."),
        ("sv", "En pojke på 8 år skadades. Han är 37 år."),
        ("de", "Ein 37 Jahre alter Mann. Er ist 37 Jahre alt."),
        ("en", "A man aged 37 was hurt. He is 37 years old."),
        ("es", "Un hombre de 37 años murió. Tiene 37 años."),
    ],
)
def test_an_age_is_no_time(read, language, text):
    assert [when.text for when in read(text, language, "2021-03-05").times] == []


@pytest.mark.parametrize(
    ("language", "text", "span"),
    [
        ("nb", "Det skjedde for første gang på 37 år.", "37 år"),
        ("da", "Han fik seks års fængsel, for første gang på 37 år.", "37 år"),
        ("es", "Fue condenado a 12 años de cárcel.", "12 años"),
    ],
)
def test_a_span_of_years_stays_a_time(read, language, text, span):
    assert span in [when.text for when in read(text, language, "2021-03-05").times]


@pytest.mark.parametrize(
    ("language", "text", "span"),
    [
        ("nb", "Bilen ble funnet om lag en time etter at mannen forsvant.", "en time etter"),
        ("da", "Omkring en time efter at bilen forsvandt, blev den fundet.", "en time efter"),
        ("sv", "Han greps omkring en timme efter att larmet kom.", "en timme efter"),
    ],
)
def test_about_an_hour_after_something_is_no_clock_time(read, language, text, span):
    (when,) = read(text, language, "2021-03-05").times
    assert (when.text.startswith(span), when.edtf, when.timex3, when.expression.kind) == (True, None, "PT1H", "event")


def test_the_noun_of_an_event_does_not_take_in_the_verb_behind_it(read):
    (when,) = read("Er wurde eine Stunde nach der Tat gefasst.", "de", "2021-03-05").times
    assert when.text == "eine Stunde nach der Tat"
