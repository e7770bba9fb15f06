"""Whose words a report gives, in languages without articles and in Romance ones: the chain, nearest first."""

from __future__ import annotations

import pytest

from twosource.annotate import read_report
from twosource.model import Report

CHAINS = [
    # a body at which something was said
    ("ru", "Семь человек погибли в Томске, сообщили в МЧС.", ["МЧС"]),
    ("ru", "Пострадали девять рабочих, уточнили в компании «Север».", ["Север"]),
    ("ru", "В пресс-службе порта рассказали, что погибли двое.", ["пресс-службе порта"]),
    ("uk", "Загинули двоє людей, розповіли в поліції Львова.", ["поліції Львова"]),
    ("ru", "Обратились пять человек, рассказали «Интерфаксу» в региональном Минздраве.", ["Интерфаксу", "Минздраве"]),
    ("uk", "Суд засудив міністра до шести років, повідомили в пресслужбі суду.", ["пресслужбі суду"]),
    ("uk", "За версією слідства, міністр отримав гроші.", ["слідства"]),
    # a medium between the verb and who speaks
    ("pl", "„Fale były bardzo wysokie” – powiedział PAP ratownik Jan Nowak.", ["PAP", "Jan Nowak"]),
    ("ru", "Погибли семь человек, рассказал ТАСС министр транспорта Иван Петров.", ["ТАСС", "Иван Петров"]),
    # a medium or company in marks
    ("uk", "Троє рибалок загинули, повідомляє PAP із посиланням на компанію «Мереф».", ["PAP", "Мереф"]),
    ("ru", "Двое рыбаков погибли, передает «Интерфакс» со ссылкой на источник в порту.", ["Интерфакс", "источник"]),
    ("de", "Die Täter fordern nach Informationen der Zeitung „Postbote“ eine Million Euro.", ["Postbote", "Die Täter"]),
    # who passes it on stands behind who said it
    ("ru", "«Нет», – заявил капитан Иван Петров, слова которого приводит «Интерфакс».", ["Интерфакс", "Иван Петров"]),
    ("pt", "«A ponte está fechada», afirmou o engenheiro Rui Dias, citado pela agência ANSA.", ["ANSA", "Rui Dias"]),
    ("it", "«Il ponte è chiuso», ha detto il sindaco Mario Rossi, citato dall'ANSA.", ["ANSA", "Mario Rossi"]),
    ("fi", "Kaksi loukkaantui, sanoo ministeri Pekka Virtanen Reutersin mukaan.", ["Reutersin", "Pekka Virtanen"]),
    ("fi", "Kylä paloi. Asiasta kertoo Reuters, joka vetoaa lähteeseen.", ["Reuters", "lähteeseen"]),
    ("fi", "Kylä tyhjennettiin. Asiasta kertoi Reuters, joka siteeraa poliisia.", ["Reuters", "poliisia"]),
    # a kind of company of two words in front of its name
    ("pt", "A companhia ferroviária Ferlago disse que seguiam a bordo 160 pessoas.", ["Ferlago"]),
    # an office, whose it is, and the name behind both
    ("uk", "«Усі живі», – повідомила речниця посольства України у Варшаві Олена Шевчук.", ["Олена Шевчук"]),
    ("uk", "«Усі живі», – сказав речник поліції Києва Андрій Коваль.", ["Андрій Коваль"]),
    ("ru", "Пожар потушен, заявил губернатор Томской области Иван Петров.", ["Иван Петров"]),
    ("pl", "„Żyją” – powiedział rzecznik policji w Radomiu Jan Kos.", ["Jan Kos"]),
    ("pl", "Trzech rybaków zginęło - poinformował rzecznik spółki Dunajec Tomasz Nowak.", ["Tomasz Nowak"]),
    ("it", "«Sono vivi», ha detto il portavoce della società Ferlago Mario Rossi.", ["Mario Rossi"]),
    # a body's noun with a capital on its first adjective alone
    ("uk", "За даними Вищого водного управління, зниклими вважаються сім рибалок.", ["Вищого водного управління"]),
    ("ru", "Явка выросла, сообщила Центральная избирательная комиссия.", ["Центральная избирательная комиссия"]),
    ("fi", "Koneessa oli 16 ihmistä, kertoo Norjan ilmailuviranomainen.", ["Norjan ilmailuviranomainen"]),
    # two clauses in front of the verb of saying are no addition to a name
    ("pl", "Trzech rybaków zginęło, a 12 zostało rannych, poinformował rzecznik portu.", ["rzecznik"]),
    ("ru", "Девять человек спасены, двое ранены, рассказал ТАСС капитан Иван Петров.", ["ТАСС", "Иван Петров"]),
    # whom somebody tells it, with an article behind
    ("pt", "«A ponte está fechada», declarou aos jornalistas o autarca de Braga, Rui Dias.", ["Rui Dias"]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "chain"), CHAINS)
def test_who_says_it_and_who_passes_it_on(code: str, text: str, chain: list[str]) -> None:
    reading = read_report(Report(id="r", source="r", text=text, language=code, published="2021-03-04"))
    assert [[link.name for link in found.links] for found in reading.attributions] == [chain]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "Семь человек погибли, сообщили в среду."),
        ("ru", "Семь человек погибли, сообщили в эфире."),
        ("uk", "Семеро людей загинули, повідомили у четвер."),
    ],
)
def test_a_day_or_an_occasion_says_nothing(code: str, text: str) -> None:
    """What stands behind "in" is a source only where it is a body or a medium."""
    reading = read_report(Report(id="r", source="r", text=text, language=code, published="2021-03-04"))
    assert [link.name for found in reading.attributions for link in found.links] == []


@pytest.mark.parametrize(
    ("code", "text", "who"),
    [
        ("en", "According to police, Ivan Moe took 450,000 dollars.", "police"),
        ("en", "According to investigators, Moe from Vik took 450,000 dollars.", "investigators"),
        ("sv", "Enligt polisen, Ivan Moe och andra vittnen flydde mannen.", "polisen"),
        ("es", "Según la policía, Juan Pérez recibió 450 mil euros.", "policía"),
        ("it", "Secondo la procura, Mario Rossi ha ricevuto 450 mila euro.", "procura"),
        ("pt", "Segundo a polícia, Rui Dias recebeu 450 mil euros.", "polícia"),
        ("pl", "Według prokuratury, Jan Kowalski przyjął 450 tys. dolarów.", "prokuratury"),
        ("ru", "По данным полиции, Иван Петров получил 450 тысяч долларов.", "полиции"),
        ("uk", "За версією слідства, Кравець отримав 450 тисяч доларів.", "слідства"),
        ("en", "According to the governor, Ann Moe, the road is closed.", "Ann Moe"),
        ("ru", "По словам губернатора, Ивана Петрова, дорога закрыта.", "Ивана Петрова"),
    ],
)
def test_who_is_named_behind_the_comma_of_an_authority(code: str, text: str, who: str) -> None:
    """A name behind a body and a comma begins what the body says, where no comma closes it as an addition."""
    reading = read_report(Report(id="r", source="r", text=text, language=code, published="2021-03-04"))
    assert [[link.name for link in found.links] for found in reading.attributions] == [[who]]
