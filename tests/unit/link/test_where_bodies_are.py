"""Bodies that say themselves where they are, and companies that speak."""

from twosource.link import cast, identify
from twosource.model import Attribution, Link, Name, Reading, Reason, Report, Sentence, Span

WHY = Reason("test-v1")


def span(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


def reading(text, names, authority, role="body"):
    place = span(text, authority)
    link = Link(authority, role, place, WHY)
    return Reading(
        Report(id="r1", source="a", text=text, language="nb"),
        names=tuple(Name(span(text, name), name, kind, WHY) for name, kind in names),
        attributions=(Attribution(span(text, text.split(",")[0]), (link,), WHY),),
    )


def test_a_hospital_that_says_where_it_is_is_not_the_company_before():
    told = reading(
        "Rederiet Havlys opplyser om ti skadde. Tre er alvorlig skadd, opplyser sykehuset i Molde.",
        [("Havlys", "organisation"), ("Molde", "place")],
        "sykehuset i Molde",
    )
    link = identify(told).attributions[0].links[0]

    assert link.name == "sykehuset i Molde"
    assert cast([told]).party(link, "r1").key == "body:hospital"


def test_a_museum_in_a_town_is_not_the_town():
    told = reading("Bildene er trygge, opplyser museet i København.", [("København", "place")], "museet i København")

    assert identify(told).attributions[0].links[0].name == "museet i København"


def test_where_passengers_come_from_is_not_where_the_police_are():
    told = reading(
        "Et skip fra Bergen gikk på grunn ved Florø i Norge. De fleste om bord var fra USA, ifølge politiet.",
        [("Bergen", "place"), ("Florø", "place"), ("Norge", "place"), ("USA", "place")],
        "politiet",
    )
    people = cast([told])

    assert people.party(told.attributions[0].links[0], "r1").key == "state:NO"


def test_a_company_of_two_words_that_speaks_is_no_person():
    told = reading("Ti er skadd, ifølge Havlys Rederi.", [("Havlys Rederi", "organisation")], "Havlys Rederi")

    assert identify(told).attributions[0].links[0].entity.startswith("org:")


def test_an_adjective_may_stand_between_the_small_word_and_the_place():
    told = reading(
        "Over 500 er døde i Spania, i Spania. I det sørlige Portugal er 60 døde, opplyser brannvesenet.",
        [("Spania", "place"), ("Portugal", "place")],
        "brannvesenet",
    )
    last = told.report.text.index("I det")
    told = Reading(
        told.report,
        sentences=(Sentence(Span(0, last - 1), 0), Sentence(Span(last, len(told.report.text)), 0)),
        names=told.names,
        attributions=told.attributions,
    )

    assert cast([told]).party(told.attributions[0].links[0], "r1").key == "state:PT"
