"""Events named by an adjective and a noun: every case in which both agree is the same event."""

from __future__ import annotations

import pytest

from twosource.annotate import read_report
from twosource.model import Report

TOLD = [
    ("ru", "air_strike", "Город остался без света после ракетных атак."),
    ("ru", "emergency_landing", "Самолет готовился к аварийной посадке."),
    ("ru", "wildfire", "Дым от лесного пожара виден из города."),
    ("ru", "ceasefire", "Стороны договорились о гуманитарной паузе."),
    ("ru", "hack", "Сайт закрылся из-за хакерской атаки."),
    ("uk", "emergency_landing", "Літак готувався до аварійної посадки."),
    ("uk", "hack", "Сайт закрився через хакерську атаку."),
    ("uk", "peace", "Сторони говорять про мирну угоду."),
    ("pl", "crash", "Komisja bada przyczyny katastrofy lotniczej."),
    ("pl", "emergency_landing", "Samolot przygotowywał się do awaryjnego lądowania."),
    ("pl", "state_of_emergency", "Rząd mówi o wprowadzeniu stanu wyjątkowego."),
    ("pl", "search", "Trwa akcja poszukiwawcza w Tatrach."),
    ("pl", "search", "Siedmiu rybaków jest wciąż poszukiwanych."),
]


@pytest.mark.parametrize(("code", "concept", "text"), TOLD)
def test_an_event_in_an_oblique_case_is_found(code: str, concept: str, text: str) -> None:
    reading = read_report(Report(id="r", source="r", text=text, language=code, published="2021-03-04"))
    found = {happening.concept for happening in reading.happenings} | {figure.concept for figure in reading.figures}
    assert concept in found
