"""Who announces, confirms, counts, admits or demands something is the authority for it, without a that-clause."""

import pytest

from twosource.annotate.attributions import chain_at
from twosource.annotate.stages import read_report
from twosource.model import Report, Span


def chain(code, text, words):
    read = read_report(Report("r1", "test", text, language=code))
    start = text.index(words)
    return [link.name for link in chain_at(read, Span(start, start + len(words)))]


@pytest.mark.parametrize(
    ("code", "text", "words", "speaker"),
    [
        ("fr", "La mairie fait état, elle, de 12 blessés et de 40 logements détruits.", "12 blessés", "mairie"),
        ("fr", "La préfecture a annoncé la fermeture de 14 écoles.", "14 écoles", "préfecture"),
        ("fr", "Le syndicat Alpo évoque 60 % de grévistes.", "60 %", "Alpo"),
        ("fr", "L'Agence nationale des forêts (ANF) a recensé 18 départs de feu.", "18 départs", "Agence"),
        ("es", "El Ministerio de Sanidad confirmó la muerte de 14 pacientes.", "14 pacientes", "Ministerio"),
        ("es", "La Guardia Civil rebajó la cifra a 700.", "700", "Guardia Civil"),
        ("it", "La prefettura parla di oltre 300 case allagate.", "300 case", "prefettura"),
        ("it", "Il ministero ha confermato la morte di otto marinai.", "otto marinai", "ministero"),
        ("it", "Il gruppo ribelle afferma di aver catturato 30 soldati.", "30 soldati", "gruppo"),
        ("pt", "A polícia falou em 40 detidos.", "40 detidos", "polícia"),
        ("pt", "O Governo anunciou o envio de 300 militares.", "300 militares", "Governo"),
        ("nl", "Het ministerie telde tot nu toe 840 besmettingen.", "840 besmettingen", "ministerie"),
        ("nl", "In maart meldde de politie 12 overvallen.", "12 overvallen", "politie"),
        ("nl", "Vakbond Zeelui eist vijf procent loon.", "vijf procent", "Zeelui"),
        ("pl", "Policja poinformowała o 14 zatrzymanych.", "14 zatrzymanych", "Policja"),
        ("pl", "Związek domaga się 12 proc. podwyżki.", "12 proc.", "Związek"),
        ("en", "The ministry confirmed the deaths of 14 sailors.", "14 sailors", "ministry"),
    ],
)
def test_who_tells_it_is_the_authority(code, text, words, speaker):
    assert speaker in " ".join(chain(code, text, words))


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("fr", "La police n'a pas confirmé la mort de 14 marins.", "14 marins"),
        ("fr", "À la demande du ministère, 14 écoles ont fermé.", "14 écoles"),
        ("es", "La policía no confirmó la muerte de 14 marineros.", "14 marineros"),
        ("it", "La polizia non ha confermato la morte di 14 marinai.", "14 marinai"),
        ("en", "The minister was reported among the 14 dead.", "14 dead"),
    ],
)
def test_what_is_denied_or_told_of_somebody_is_not_his(code, text, words):
    assert chain(code, text, words) == []


def test_each_of_two_that_are_set_against_each_other_stands_behind_his_own():
    text = "Kenia reconoció la muerte de 12 militares, mientras que el Ministerio de Defensa informó de 30 bajas."

    assert chain("es", text, "12 militares") == ["Kenia"]
    assert chain("es", text, "30 bajas") == ["Ministerio de Defensa"]


def test_owner_of_several_words_is_not_who_speaks():
    text = "Sri Lanka's health ministry said that nine people had died."

    assert chain("en", text, "nine people") == ["Sri Lanka's health ministry"]
