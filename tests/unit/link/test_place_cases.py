"""Places in the cases of a language: by the endings of its table, and never of too short a stem."""

import pytest

from twosource.language import codes, tokenize
from twosource.language.tables import load
from twosource.link.places import gazetteer_of

SAID = [
    ("ru", "Пожар начался в Москве, а не в Киеве.", ["RU/moskva", "UA/kyiv"]),
    (
        "ru",
        "Поезд шёл из Варшавы в Нижний Новгород через Смоленск.",
        ["PL/warszawa", "RU/nisjnij-novgorod", "RU/smolensk"],
    ),
    ("ru", "В Сумах, Перми и Грозном закрыли школы.", ["UA/sumy", "RU/perm", "RU/groznyj"]),
    ("uk", "Міст між Харковом і Полтавою закрито.", ["UA/kharkiv", "UA/poltava"]),
    (
        "uk",
        "У Тернополі, Черкасах та Вінниці чекали на гостей з Празі.",
        ["UA/ternopil", "UA/tsjerkasy", "UA/vinnytsja", "CZ/praha"],
    ),
    ("pl", "Pożar w Katowicach widać było z Gliwic i Rybnika.", ["PL/katowice", "PL/gliwice", "PL/rybnik"]),
    (
        "pl",
        "Burmistrz Łodzi poleciał z Krakowa do Rzymu, nie do Paryża.",
        ["PL/łódź", "PL/kraków", "IT/roma", "FR/paris"],
    ),
    ("fi", "Juna Turusta Lahteen myöhästyi Tampereella.", ["FI/turku", "FI/lahti", "FI/tampere"]),
    ("is", "Vegurinn frá Ísafirði til Reykjavíkur er lokaður.", ["IS/ísafjörður", "IS/reykjavik"]),
    ("it", "Da Ginevra a Torino in treno.", ["CH/genève", "IT/torino"]),
    ("nl", "De trein van Keulen naar Tilburg.", ["DE/köln", "NL/tilburg"]),
    ("pt", "De Moscovo a Leiria.", ["RU/moskva", "PT/leiria"]),
    ("fr", "De Varsovie à Clermont-Ferrand.", ["PL/warszawa", "FR/clermont-ferrand"]),
]


@pytest.mark.parametrize(("language", "text", "places"), SAID)
def test_a_place_is_found_in_its_case(language: str, text: str, places: list[str]):
    found = gazetteer_of(language).find(tokenize(text))

    assert [mention.place.key for mention in found] == [f"place:{key}" for key in places]


@pytest.mark.parametrize(("language", "text"), [("pl", "Nic nie wiem."), ("uk", "Сад цвіте.")])
def test_a_short_word_is_no_place_in_a_case(language: str, text: str):
    assert not list(gazetteer_of(language).find(tokenize(text)))


@pytest.mark.parametrize(("language", "name", "key"), [("pl", "Krakowa", "PL/kraków"), ("ru", "Москвой", "RU/moskva")])
def test_a_name_that_stands_alone_is_looked_up_without_its_case(language: str, name: str, key: str):
    place = gazetteer_of(language).lookup(name)

    assert place is not None
    assert place.key == f"place:{key}"


@pytest.mark.parametrize("language", codes())
def test_what_a_language_calls_a_city_is_that_city(language: str):
    own = gazetteer_of(language)

    for row in load(language).table("places").get("city", ()):
        key, _, names = row.partition(": ")
        for name in names.split(", "):
            place = own.lookup(name)
            assert place is not None
            assert (name, place.key) == (name, f"place:{key}")


@pytest.mark.parametrize(("language", "name", "plain"), [("pl", "Orlenu", "Orlen"), ("ru", "Газпрома", "Газпром")])
def test_any_name_is_read_out_of_its_case(language: str, name: str, plain: str):
    assert plain in gazetteer_of(language).bare(name)
