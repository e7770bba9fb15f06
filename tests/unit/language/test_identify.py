"""What identifying a language promises."""

import subprocess
import sys

import pytest

from twosource.language.identify import identify, to_folder

TEXTS = {
    "nb": """Politiet opplyser at to personer ble skadet da en buss kjørte ut av veien ved Lillehammer lørdag
        kveld. Begge er nå sendt til sykehus, og det er ikke kjent hvor alvorlig de er skadd. Ingen
        andre var med i ulykken, sier han.""",
    "da": """Politiet oplyser, at to personer blev kvæstet, da en bus kørte af vejen ved Odense lørdag aften.
        Begge er nu bragt på hospitalet, og det er ikke kendt, hvor alvorligt de er kommet til
        skade. Der var ikke andre med.""",
    "nn": """Politiet opplyser at to personar vart skadde då ein buss køyrde ut av vegen ved Førde laurdag kveld.
        Begge er no sende til sjukehus, og det er ikkje kjent kor alvorleg dei er skadde. Ingen
        andre var med i ulykka.""",
    "sv": """Polisen uppger att två personer skadades när en buss körde av vägen vid Uppsala på lördagen. Båda
        har nu förts till sjukhus och det är inte känt hur allvarligt de är skadade. Inga andra var
        med i olyckan, säger han.""",
}


@pytest.mark.parametrize("code", TEXTS)
def test_near_languages_are_told_apart_by_their_words(code: str):
    guess = identify(TEXTS[code])
    assert (guess.code, guess.by) == (code, "marks")


@pytest.mark.parametrize("code", TEXTS)
def test_capitals_make_no_difference(code: str):
    assert identify(TEXTS[code].upper()).code == code


def test_languages_without_a_folder_are_told_by_the_model():
    guess = identify("A rendőrség szombaton közölte, hogy két ember megsérült a balesetben.")
    assert (guess.code, guess.by) == ("hu", "model")


@pytest.mark.parametrize("text", ["", "  ", "12 345", "…", "Xyz", "NATO", "\ud800"])
def test_what_cannot_be_told_is_und(text: str):
    assert identify(text).code == "und"


def test_the_header_is_left_out():
    assert identify(" date 2020-08 " + TEXTS["da"], 14).code == "da"


def test_codes_that_a_folder_answers_to():
    assert [to_folder(code) for code in ("no", "nob", "dan", "tlh", "..", "x/y")] == [
        "nb",
        "nb",
        "da",
        "tlh",
        "..",
        "x/y",
    ]


NEAR = (
    "Brann på lager i Molde. Minst fire er skadd etter brannen natt til fredag. Politiet har stengt en vei for trafikk."
)
"""Words that Danish and Norwegian share, and some that only the one spells so."""


@pytest.mark.parametrize("text", [TEXTS["nb"], NEAR], ids=["clear", "near"])
def test_the_model_is_not_loaded_where_words_decide(text):
    program = (
        "import sys; from twosource.language.identify import identify; "
        f"assert identify({text!r}).code == 'nb'; sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_two_near_languages_that_share_a_short_text_are_not_given_up():
    text = "Brand i lager i Odense. Ingen kom til skade ved branden på Odense Havn mandag."

    assert identify(text).code == "da"
