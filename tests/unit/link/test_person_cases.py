"""Names of persons in the cases of five languages are those of the lists, within a report and between reports."""

from __future__ import annotations

import msgspec
import pytest

from twosource.ingest import make_report
from twosource.link.person_cases import person_cases
from twosource.pipeline import annotate

FORMS = [
    ("ru", "Ольги Крыловой", "Ольга Крылова"),
    ("ru", "Сергея Волкова", "Сергей Волков"),
    ("ru", "Дмитрием Орловым", "Дмитрий Орлов"),
    ("ru", "Ивана Ивановича Петрова", "Иван Иванович Петров"),
    ("ru", "Марии Захарченко", "Мария Захарченко"),
    ("ru", "Анны Новицкой", "Анна Новицкая"),
    ("uk", "Сергія Лисенка", "Сергій Лисенко"),
    ("uk", "Марію Ткаченко", "Марія Ткаченко"),
    ("uk", "Петра Бондаря", "Петро Бондар"),
    ("uk", "Ольги Ковальової", "Ольга Ковальова"),
    ("pl", "Marka Wiśniewskiego", "Marek Wiśniewski"),
    ("pl", "Pawła Górskiego", "Paweł Górski"),
    ("pl", "Anny Nowickiej", "Anna Nowicka"),
    ("pl", "Katarzynę Nowak", "Katarzyna Nowak"),
    ("fi", "Matti Lehtosen", "Matti Lehtonen"),
    ("fi", "Sanna Heikkilän", "Sanna Heikkilä"),
    ("fi", "Olli Rinteen", "Olli Rinne"),
    ("is", "Kristínar Ólafsdóttur", "Kristín Ólafsdóttir"),
    ("is", "Sigurðar Helgasonar", "Sigurður Helgason"),
]
AS_THEY_STAND = [
    ("ru", "Ольга Крылова"),
    ("ru", "Александра Петрова"),
    ("ru", "Шарлотта Бергер"),
    ("pl", "Marek Wiśniewski"),
    ("fi", "Anna Virtanen"),
    ("is", "Björn Leifsson"),
    ("de", "Klaras Meyer"),
    ("en", "James Moss"),
]


@pytest.mark.parametrize(("language", "form", "name"), FORMS)
def test_a_form_is_shown_as_the_name_in_lists(language: str, form: str, name: str):
    assert person_cases(language).shown(form, (), ()) == name


@pytest.mark.parametrize(("language", "name"), AS_THEY_STAND)
def test_a_name_as_in_lists_stays(language: str, name: str):
    assert person_cases(language).shown(name, (), ()) == name


def test_a_name_that_can_be_a_form_is_one_where_the_report_has_the_other():
    assert person_cases("ru").shown("Александра Петрова", (), {"Александр Петров"}) == "Александр Петров"


def test_a_family_name_alone_is_never_shown_as_another():
    assert person_cases("ru").shown("Волкова", (), ()) == "Волкова"


ALONE = [
    ("ru", "Губернатор Сергей Волков ждёт. Суд оправдал Волкова.", "person:sergei-volkov"),
    ("pl", "Marek Wiśniewski milczy. Adwokat Wiśniewskiego czeka na wyrok.", "person:mark-visnevski"),
]


@pytest.mark.parametrize(("language", "text", "entity"), ALONE)
def test_a_family_name_in_another_case_is_the_person_met_before(language: str, text: str, entity: str):
    reading = annotate(msgspec.structs.replace(make_report(text, source="x"), language=language))

    assert {name.entity for name in reading.names if name.kind == "person"} == {entity}
