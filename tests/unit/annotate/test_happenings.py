"""Happenings: triggers, clauses, who and whom, polarity, modality, and the times that belong to them."""

from __future__ import annotations

import pytest
from tests.work import grows_no_faster_than

from twosource.annotate.concepts import concepts
from twosource.annotate.draft import Draft
from twosource.annotate.happenings import find_happenings
from twosource.annotate.happenings.lexicon import CLASSES, ROLES, spread
from twosource.language import codes, load
from twosource.language.tables import load_or_generic
from twosource.model import Block, Happening, Name, Reason, Report, Sentence, Span, When

WHY = Reason("test")


def draft_of(text: str, code: str, times: tuple[str, ...] = (), places: tuple[str, ...] = ()) -> Draft:
    """A draft of one sentence, with the times and places that other stages would have found."""
    draft = Draft(report=Report(id="r", source="test", text=text, language=code), language=load_or_generic(code))
    draft.sentences.append(Sentence(Span(0, len(text)), 0))
    for words in times:
        span = Span(text.index(words), text.index(words) + len(words))
        draft.times.append(When(span=span, text=words, edtf=None, grain="day", rule="test", reason=WHY))
    for words in places:
        span = Span(text.index(words), text.index(words) + len(words))
        draft.names.append(Name(span=span, text=words, kind="place", reason=WHY))
    return draft


def read(text: str, code: str, times: tuple[str, ...] = (), places: tuple[str, ...] = ()) -> dict[str, Happening]:
    """The happenings of one sentence by their concept."""
    return {found.concept: found for found in find_happenings(draft_of(text, code, times, places))}


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[span.start : span.end] for span in spans]


def test_the_span_gives_back_the_words() -> None:
    text = "Politiet anholdt otte mænd i Esbjerg."
    found = read(text, "da")["arrest"]

    assert found.text == text[found.span.start : found.span.end] == "anholdt"
    assert found.reason.rule.startswith("happenings-v1:")


@pytest.mark.parametrize(
    ("code", "text", "concept", "who", "whom"),
    [
        ("da", "Politiet anholdt otte mænd i Esbjerg.", "arrest", ["Politiet"], ["otte mænd"]),
        ("da", "Otte mænd blev anholdt i Esbjerg.", "arrest", [], ["Otte mænd"]),
        ("da", "Mindst 1.200 borgere er blevet anholdt.", "arrest", [], ["Mindst 1.200 borgere"]),
        ("da", "Over 1.200 borgere er blevet anholdt.", "arrest", [], ["Over 1.200 borgere"]),
        ("nb", "Rundt 1.200 innbyggere ble evakuert.", "evacuate", [], ["Rundt 1.200 innbyggere"]),
        ("nb", "Hundrevis av elever ble evakuert.", "evacuate", [], ["Hundrevis av elever"]),
        ("nb", "Tre fiskere omkom da båten sank.", "death", [], ["Tre fiskere"]),
        ("nb", "Hæren drepte tre opprørere.", "death", ["Hæren"], ["tre opprørere"]),
        ("nb", "I landsbyen druknet fire barn.", "death", [], ["fire barn"]),
        ("da", "Kinas præsident besøgte byen.", "visit", ["Kinas præsident"], ["byen"]),
    ],
)
def test_who_does_what_to_whom(code: str, text: str, concept: str, who: list[str], whom: list[str]) -> None:
    found = read(text, code)[concept]

    assert (words(text, found.who), words(text, found.whom)) == (who, whom)


def test_two_halves_of_a_sentence_keep_their_own_people() -> None:
    """Each figure must meet the happening of its own half."""
    text = "Fem turister ble drept og to guider såret."
    found = read(text, "nb")

    assert words(text, found["death"].whom) == ["Fem turister"]
    assert words(text, found["injury"].whom) == ["to guider"]
    assert found["death"].clause.end <= found["injury"].clause.start


def test_a_relative_clause_hands_its_noun_down() -> None:
    text = "Manden, der blev anholdt i Odense, er 34 år."

    assert words(text, read(text, "da")["arrest"].whom) == ["Manden"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The ministry summoned the country's ambassador."),
        ("fr", "Le ministère a convoqué mardi l’ambassadeur."),
        ("it", "Il ministero ha convocato martedì l'ambasciatore."),
    ],
)
def test_an_apostrophe_inside_a_word_does_not_end_a_gap(code: str, text: str) -> None:
    assert "summon" in read(text, code)


def test_a_quotation_mark_ends_a_gap() -> None:
    assert "summon" not in read("The club summoned 'Bo', the ambassador.", "en")


def test_an_inverted_clause_may_part_a_phrase() -> None:
    text = "Søndag kom fire børn til skade i trafikken."
    found = read(text, "da", ("Søndag",))["injury"]

    assert found.text == "kom fire børn til skade"
    assert words(text, found.reason.spans) == ["kom", "til skade"]
    assert words(text, found.whom) == ["fire børn"]
    assert words(text, found.when) == ["Søndag"]


@pytest.mark.parametrize(
    ("code", "text", "concept", "polarity", "modality"),
    [
        ("da", "Tre personer blev dræbt.", "death", "affirmed", "happened"),
        ("da", "Ingen blev dræbt.", "death", "denied", "happened"),
        ("da", "Politiet anholdt ikke nogen.", "arrest", "denied", "happened"),
        ("da", "Landsbyen er uden strøm.", "blackout", "affirmed", "happened"),
        ("nb", "Verken kapteinen eller styrmannen ble skadd.", "injury", "denied", "happened"),
        ("nb", "Selskapet vil permittere 40 ansatte.", "layoff", "affirmed", "planned"),
        ("nb", "Politiet frykter at tre er omkommet.", "death", "affirmed", "feared"),
        ("nb", "Mannen skal ha drept naboen.", "death", "affirmed", "claimed"),
        ("nb", "Naboen hevder at mannen ble pågrepet.", "arrest", "affirmed", "claimed"),
        ("nb", "Hvis partiet taper, kan lederen gå av.", "resign", "affirmed", "possible"),
        ("da", "Oppositionen kræver, at ministeren går af.", "resign", "affirmed", "demanded"),
        ("da", "Direktøren benægter, at han blev fyret.", "layoff", "denied", "claimed"),
        ("da", "Der er ikke tegn på, at toget afsporede.", "derail", "denied", "claimed"),
        ("da", "Politiet udelukker ikke, at toget afsporede.", "derail", "affirmed", "possible"),
        ("nb", "Det er ingen holdepunkter for at skipet forliste.", "sink", "denied", "claimed"),
        ("nn", "Det er ingen teikn til at nokon vart drepen.", "death", "denied", "claimed"),
        ("sv", "Det finns inga bevis för att mannen mördades.", "murder", "denied", "claimed"),
        ("sv", "Polisen utesluter att mannen mördades.", "murder", "denied", "claimed"),
        ("en", "Officials found no sign that the bridge had collapsed.", "collapse", "denied", "claimed"),
        ("da", "Der er intet, der tyder på, at der er tale om terror.", "terror", "denied", "claimed"),
        ("da", "Meget tyder på, at der er tale om terror.", "terror", "affirmed", "possible"),
        ("nb", "Det er ingenting som tyder på at broen kollapset.", "collapse", "denied", "claimed"),
        ("sv", "Inget tyder på terrorism.", "terror", "denied", "claimed"),
        ("de", "Nichts deutet auf einen Terroranschlag hin.", "terror", "denied", "claimed"),
        ("de", "Alles deutet auf einen Terroranschlag hin.", "terror", "affirmed", "possible"),
        ("de", "Hinweise auf Terrorismus gebe es bisher nicht.", "terror", "denied", "claimed"),
        ("en", "There is nothing to suggest that the bridge collapsed.", "collapse", "denied", "claimed"),
        ("es", "Nada indica que fuera un atentado terrorista.", "terror", "denied", "claimed"),
        ("nl", "Niets wijst op een aanslag.", "terror", "denied", "claimed"),
        ("en", "Detectives have not ruled out an explosion.", "explosion", "affirmed", "possible"),
        ("en", "There are signs that the bridge had collapsed.", "collapse", "affirmed", "possible"),
        ("en", "Evidence of the flood was gone when the bridge collapsed.", "collapse", "affirmed", "happened"),
        ("en", "It is unclear whether the bridge collapsed.", "collapse", "affirmed", "possible"),
        ("de", "Es gibt keine Hinweise darauf, dass der Zug entgleist ist.", "derail", "denied", "claimed"),
        ("de", "Unklar ist, ob der Zug entgleist ist.", "derail", "affirmed", "possible"),
        ("de", "Es gebe keine Anzeichen für eine Explosion.", "explosion", "denied", "claimed"),
        ("de", "Verletzte gab es nach Angaben der Feuerwehr nicht.", "injury", "denied", "happened"),
        ("de", "Verletzte gab es viele.", "injury", "affirmed", "happened"),
        ("de", "Es war nicht Terror, sondern ein Mord.", "murder", "affirmed", "happened"),
        ("es", "No hay indicios de que el hombre fuera asesinado.", "murder", "denied", "claimed"),
        ("es", "La policía descarta que el hombre fuera asesinado.", "murder", "denied", "claimed"),
    ],
)
def test_polarity_and_modality(code: str, text: str, concept: str, polarity: str, modality: str) -> None:
    found = read(text, code)[concept]

    assert (found.polarity, found.modality) == (polarity, modality)


@pytest.mark.parametrize(
    ("code", "text", "times", "concept", "expected"),
    [
        ("da", "Partiet tabte søndagens valg.", ("søndagens",), "election", ["søndagens"]),
        (
            "nb",
            "Etter valget forrige søndag har partiet krisemøte.",
            ("forrige søndag",),
            "election",
            ["forrige søndag"],
        ),
        ("nb", "To ble pågrepet etter angrepet i Bodø lørdag.", ("lørdag",), "attack", ["lørdag"]),
        ("nb", "To ble pågrepet etter angrepet i Bodø lørdag.", ("lørdag",), "arrest", []),
        ("nb", "Rådet vedtok på et møte fredag å kutte støtten.", ("fredag",), "decision", ["fredag"]),
        ("nb", "Rådet vedtok på et møte fredag å kutte støtten.", ("fredag",), "meeting", ["fredag"]),
        ("da", "Branden er slukket, oplyser politiet onsdag.", ("onsdag",), "fire", []),
        ("da", "Byens borgmester blev dræbt torsdag.", ("torsdag",), "death", ["torsdag"]),
    ],
)
def test_a_time_belongs_to_one_happening(
    code: str, text: str, times: tuple[str, ...], concept: str, expected: list[str]
) -> None:
    assert words(text, read(text, code, times)[concept].when) == expected


def test_where_is_the_place_of_the_clause() -> None:
    text = "En brand i Randers dræbte to, mens Aarhus slap."
    found = read(text, "da", places=("Randers", "Aarhus"))

    assert words(text, found["fire"].where) == ["Randers"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("da", "Politiet slog fast, at kommunen har nedsat et udvalg."),
        ("nb", "Brannmannen bor i Iran og liker tran."),
        ("da", "Mødet blev udsat på grund af vejret.".replace("Mødet blev udsat", "Han smilede")),
    ],
)
def test_look_alikes_are_not_read(code: str, text: str) -> None:
    assert read(text, code) == {}


def test_a_name_of_several_words_is_no_trigger() -> None:
    text = "Foreningen Stop Vold holder til i Vejle."
    draft = draft_of(text, "da")
    assert [found.concept for found in find_happenings(draft)] == ["violence"]

    span = Span(text.index("Stop"), text.index(" holder"))
    draft.names.append(Name(span=span, text="Stop Vold", kind="organisation", reason=WHY))

    assert list(find_happenings(draft)) == []


def test_a_language_without_a_table_has_no_happenings() -> None:
    assert read("Five people were arrested.", "und") == {}


def test_the_clause_stays_in_the_sentence() -> None:
    text = "To personer er savnet efter et forlis. Politiet leder."
    draft = draft_of(text, "da")
    first = text.index(".") + 1
    draft.sentences[:] = [Sentence(Span(0, first), 0), Sentence(Span(first + 1, len(text)), 0)]

    for found in find_happenings(draft):
        assert any(sentence.span.covers(found.clause) for sentence in draft.sentences)
        assert found.clause.covers(found.span)


@pytest.mark.parametrize("piece", ["dræbt ", "kom ", "at ", ", der ", '"', "7", "søndagens valg og "])
def test_the_work_is_linear_in_a_hostile_text(piece: str) -> None:
    drafts = {size: draft_of(piece * size, "da") for size in (250, 500, 2_000)}
    assert grows_no_faster_than(lambda size: list(find_happenings(drafts[size])), 500)


WITH_TABLE = [code for code in codes() if load(code).has("happenings")]


@pytest.mark.parametrize("code", WITH_TABLE)
def test_tables_use_known_concepts_and_keys(code: str) -> None:
    table = load(code).table("happenings")
    keys = {"concept", "modality", "verb", "active", "suffer", "state", "noun"}
    endings = {"perfect", "hearsay", "genitive", "definite", "voice", "bare", "gerund"}

    assert {row["concept"] for row in table["trigger"]} - {""} <= set(concepts())
    assert {key for row in table["trigger"] for key in row} <= keys
    assert set(table["grammar"]) <= {*CLASSES, *ROLES, *endings}


def test_a_list_spells_out_its_endings() -> None:
    assert list(spread("valg/et, gå/r på gaden, brød .. ud")) == [
        "valg",
        "valget",
        "gå på gaden",
        "går på gaden",
        "brød .. ud",
    ]


@pytest.mark.parametrize(
    ("code", "text", "concept", "when"),
    [
        ("es", "El incendio que arrasó el lunes la fábrica ha dejado cuatro muertos.", "fire", "lunes"),
        ("en", "The storm that damaged the harbour on Monday has killed four people.", "storm", "Monday"),
        ("en", "The fire, which broke out on Monday night, has destroyed ten cars.", "fire", "Monday night"),
        ("da", "Stormen, der mandag ødelagde havnen, har kostet fire livet.", "storm", "mandag"),
        ("nb", "Brannen som startet mandag kveld, har ødelagt ti biler.", "fire", "mandag kveld"),
        ("nn", "Brannen, som starta måndag kveld, har øydelagt ti bilar.", "fire", "måndag kveld"),
        ("sv", "Stormen, som skadade hamnen i måndags, har dödat fyra.", "storm", "i måndags"),
        ("fr", "La tempête qui a détruit le port lundi a fait quatre morts.", "storm", "lundi"),
    ],
)
def test_a_relative_clause_dates_what_it_tells_more_of(code: str, text: str, concept: str, when: str) -> None:
    assert words(text, read(text, code, (when,))[concept].when) == [when]


def test_what_is_said_of_it_later_does_not_date_it() -> None:
    text = "The attack, which was condemned by the union on Friday, hurt four."

    found = read(text, "en", ("Friday",))

    assert (found["attack"].when, words(text, found["condemn"].when)) == ((), ["Friday"])


@pytest.mark.parametrize(
    ("code", "text", "when"),
    [
        ("de", "Zwischen den Lagern gilt seit Sonntag eine Waffenruhe.", "Sonntag"),
        ("es", "El Gobierno decretó el lunes dos semanas de tregua.", "lunes"),
    ],
)
def test_an_article_or_a_measure_frees_a_noun_from_the_preposition_before(code: str, text: str, when: str) -> None:
    assert words(text, read(text, code, (when,))["ceasefire"].when) == [when]


@pytest.mark.parametrize(
    ("text", "concept", "modality"),
    [
        ("Eine Schule soll in Brand geraten sein.", "fire", "claimed"),
        ("Die Polizei soll zwei Männer festgenommen haben.", "arrest", "claimed"),
        ("Der Direktor soll am Montag zurücktreten.", "resign", "planned"),
    ],
)
def test_hearsay_is_told_from_plans_by_a_participle_at_the_end(text: str, concept: str, modality: str) -> None:
    assert read(text, "de")[concept].modality == modality


@pytest.mark.parametrize(
    ("code", "text", "concept"),
    [
        ("sv", "Polisen säger att det troligen rör sig om sabotage.", "sabotage"),
        ("da", "Politiet siger, at der er tale om sabotage.", "sabotage"),
        ("nb", "Det dreier seg sannsynligvis om en ulykke.", "accident"),
        ("nn", "Det dreier seg truleg om sabotasje.", "sabotage"),
        ("de", "Es handelte sich um einen Unfall.", "accident"),
        ("es", "Se trata de un accidente.", "accident"),
        ("en", "It was an accident.", "accident"),
    ],
)
def test_a_noun_that_says_what_something_is_is_told(code: str, text: str, concept: str) -> None:
    assert read(text, code)[concept].reason.rule.endswith(":predicate")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("da", "Der er tale om sabotage og ikke om et uheld."),
        ("en", "It was sabotage, not an accident."),
        ("de", "Es handelte sich nicht um einen Unfall."),
        ("nb", "Det var ikke en ulykke."),
    ],
)
def test_what_it_was_not_is_denied(code: str, text: str) -> None:
    assert read(text, code)["accident"].polarity == "denied"


def test_a_time_in_a_dateline_is_of_nothing_that_is_told() -> None:
    text = "LYON, May 6 (Press) - An explosion hurt four."
    draft = draft_of(text, "en", ("May 6",))
    draft.blocks.append(Block(Span(0, 19), "dateline", WHY))

    assert {found.concept: found.when for found in find_happenings(draft)} == {"explosion": (), "injury": ()}


def test_the_first_word_of_a_time_opens_no_clause():
    text = "The broadcaster said that forty people had been arrested that day."

    assert words(text, read(text, "en", times=("that day",))["arrest"].when) == ["that day"]
