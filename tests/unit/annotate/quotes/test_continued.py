"""Indirect speech that goes on without an inquit, as its mood shows."""

from __future__ import annotations

from tests.unit.annotate.quotes.fixtures import said


def test_sentences_in_the_subjunctive_go_on_as_one_quote():
    assert said("Ahlers sagte, der Hafen sei zu. Die Kräne stünden still. Auch das Lager sei leer. Es regnete.") == [
        ("der Hafen sei zu", "Ahlers"),
        ("Die Kräne stünden still. Auch das Lager sei leer", "Ahlers"),
    ]


def test_direct_speech_is_gone_on_with_too():
    assert said("„Der Hafen ist zu“, sagte Ahlers. Das Lager sei leer.")[1] == ("Das Lager sei leer", "Ahlers")


def test_a_sentence_in_the_subjunctive_alone_is_said_by_whom_the_one_before_is_about():
    assert said("Die Pläne wurden von der Reederei begrüßt. Das Lager sei leer.") == [
        ("Das Lager sei leer", "der Reederei")
    ]


def test_a_condition_is_nobodys_speech():
    assert said("Der Hafen ist zu. Wenn er offen wäre, würde das Lager voll.") == []


def test_a_noun_that_looks_like_a_subjunctive_is_none():
    assert said("Ahlers sagte, der Hafen sei zu. Hinweise nimmt die Wache entgegen.") == [
        ("der Hafen sei zu", "Ahlers")
    ]


def test_what_is_told_in_somebodys_speech_is_his():
    assert said("Ahlers sagte, der Hafen sei zu. Die Reederei habe ihm erklärt, dass sie im Mai schließe.")[1] == (
        "Die Reederei habe ihm erklärt, dass sie im Mai schließe",
        "Ahlers",
    )


def test_an_unknown_verb_in_the_subjunctive_goes_on_behind_its_subject():
    assert said("Ahlers sagte, der Hafen sei zu. Der Lärm vergräme die Vögel.")[1] == (
        "Der Lärm vergräme die Vögel",
        "Ahlers",
    )


def test_a_word_that_says_that_something_goes_by_what_was_said_may_stand_behind_the_verb():
    assert said("Die Behörde legte einen Plan vor. Der Hafen soll demnach im Mai schließen.") == [
        ("Der Hafen soll demnach im Mai schließen", "Die Behörde")
    ]


def test_whoever_refused_last_goes_on_and_not_who_spoke_before():
    text = "Ahlers sagte, der Hafen sei zu. Es regnete. Die Reederei widersprach der Darstellung. Die Kräne liefen. "
    assert said(text.replace("Die Kräne liefen. ", "Die Kräne seien in Betrieb."))[1] == (
        "Die Kräne seien in Betrieb",
        "Die Reederei",
    )


def test_what_goes_by_what_was_said_is_a_quote_of_its_own():
    text = "Ahlers sagte, der Hafen sei zu. Das Lager sei leer. Demnach fallen die Fähren aus."
    assert [words for words, _ in said(text)] == ["der Hafen sei zu", "Das Lager sei leer", "fallen die Fähren aus"]
