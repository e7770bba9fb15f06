"""What a body counts among its own is no rival of what another counts in the whole country."""

from __future__ import annotations

import msgspec
import pytest

from twosource.corroborate import assemble
from twosource.ingest import make_report
from twosource.pipeline import annotate

OWN = {
    "en": "The charity said 58 people had died in its two treatment centres alone.",
    "fr": "L'ONG a dit que 58 personnes étaient mortes dans ses deux centres.",
    "es": "La ONG dijo que 58 personas murieron en sus dos hospitales.",
    "it": "L'organizzazione parla di 58 morti nei suoi due ospedali.",
    "pt": "A ONG disse que morreram 58 pessoas nos seus hospitais.",
    "nl": "De organisatie zegt dat 58 mensen in haar twee klinieken zijn overleden.",
    "nb": "Organisasjonen sier at 58 personer er døde ved sine to sykehus.",
    "sv": "Organisationen uppger att 58 personer har dött på sina sjukhus.",
    "de": "Die Organisation meldete 58 Tote in ihren beiden Kliniken.",
    "ru": "Организация сообщила, что 58 человек умерли в своих больницах.",
}


@pytest.mark.parametrize("code", OWN)
def test_a_count_of_ones_own_says_so(code: str):
    reading = annotate(msgspec.structs.replace(make_report(OWN[code], source="x"), language=code))

    assert [figure.scope for figure in reading.figures if figure.low == 58] == ["own"]


def test_a_report_of_its_own_is_no_count_of_its_own():
    text = "Thirty-one people died, the ministry said in its report."
    reading = annotate(msgspec.structs.replace(make_report(text, source="x"), language="en"))

    assert [figure.scope for figure in reading.figures] == [None]


def test_the_dead_of_a_body_and_those_of_the_country_are_two_facts():
    text = (
        "JUBA (Reuters) - South Sudan's health ministry said that 31 people had died of measles.\n\n"
        "The charity Medaid said that 58 people had died in its two hospitals.\n"
    )
    dossier = assemble([annotate(msgspec.structs.replace(make_report(text, source="x"), id="r1", language="en"))])
    deaths = [f for s in dossier.stories for f in s.facts if (f.kind, f.concept) == ("figure", "death")]

    assert [(len(fact.accounts), fact.two_source_rule) for fact in deaths] == [(1, "not_met")] * 2
