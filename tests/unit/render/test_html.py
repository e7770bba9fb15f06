"""The page: one file, safe, every fact linked to its words and back."""

import base64
import hashlib
import itertools
import re
from html.parser import HTMLParser

import msgspec
import pytest
from tests.unit.render.edge_cases import bare, crowded, empty
from tests.unit.render.fixtures import TEXTS, ferry

from twosource.model import Dossier
from twosource.render import render

VOID = {"meta", "br", "input", "line", "circle", "path"}


class Page(HTMLParser):
    """A page taken apart: its tags, ids, links, and the text of each report."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.lines: dict[str, list[str]] = {}
        self._report: str | None = None
        self._skip = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "article" and given.get("class") == "report":
            self._report = given["id"]
            self.lines[self._report] = []
        if tag == "p" and self._report and self.open.count("header") == 0:
            self.lines[self._report].append("")
        if given.get("class") == "back":
            self._skip = len(self.open)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if len(self.open) < self._skip:
            self._skip = 0
        if tag == "article":
            self._report = None

    def handle_data(self, data: str) -> None:
        if self._report and self.open[-1] in ("p", "mark", "span") and not self._skip and "header" not in self.open:
            self.lines[self._report][-1] += data

    def all(self, name: str) -> list[str]:
        return [given[name] for _, given in self.tags if given.get(name) is not None]


def several() -> Dossier:
    story = ferry().stories[0]
    other = msgspec.structs.replace(story, id="s2", headline="Another")
    return msgspec.structs.replace(ferry(), stories=(story, other))


DOSSIERS = pytest.mark.parametrize("dossier", [ferry(), several(), crowded(), bare(), empty()])


@DOSSIERS
def test_it_is_well_formed_and_its_ids_are_unique(dossier: Dossier) -> None:
    page = Page(render(dossier, "html"))

    assert page.open == []
    assert len(page.all("id")) == len(set(page.all("id")))


@DOSSIERS
def test_every_link_within_the_page_leads_somewhere(dossier: Dossier) -> None:
    page = Page(render(dossier, "html"))

    inner = {href[1:] for href in page.all("href") if href.startswith("#")}
    assert inner <= set(page.all("id"))
    labels = {name for given in page.all("aria-labelledby") for name in given.split()}
    assert labels <= set(page.all("id"))


def test_every_account_links_to_its_words_and_they_link_back() -> None:
    page = Page(render(ferry(), "html"))

    for fact in ferry().stories[0].facts:
        for account in fact.accounts:
            assert f"#{fact.id}-{account.report}-{account.start}" in page.all("href")
            assert f"{fact.id}-{account.report}-{account.start}" in page.all("id")
        assert f"#{fact.id}" in page.all("href")
        assert fact.id in page.all("id")


def test_the_text_of_each_report_is_there_whole() -> None:
    page = Page(render(ferry(), "html"))

    for report, text in TEXTS.items():
        header, body = re.match(r"( date \d{4}-\d\d )?(.*)", text, re.DOTALL).groups()
        expected = [line for line in [(header or "").strip(), *body.split("\n")] if line.strip()]
        controls = re.compile("[\x1b\u202e\u202c]")
        assert page.lines[report] == [controls.sub("�", line) for line in expected]


def test_the_marked_words_are_those_of_the_accounts() -> None:
    """Overlapping accounts are cut into pieces; together the pieces of one give back its words."""
    html = render(ferry(), "html")

    for fact in ferry().stories[0].facts:
        for account in fact.accounts:
            name = f"a-{fact.id}-{account.report}-{account.start}"
            pieces = re.findall(rf'<mark class="[^"]*\b{name}\b[^"]*">([^<]*)</mark>', html)
            escaped = "".join(pieces)
            assert Page(f"<article class='report' id='x'><p>{escaped}</p></article>").lines["x"] == [account.text]


@DOSSIERS
def test_nothing_in_it_can_run_or_load(dossier: Dossier) -> None:
    page = Page(render(dossier, "html"))

    assert not {tag for tag, _ in page.tags} & {"script", "iframe", "img", "link", "object", "embed", "form", "base"}
    assert not [name for _, given in page.tags for name in given if name.startswith("on") or name == "style"]
    outside = [href for href in page.all("href") if not href.startswith("#")]
    assert all(href.startswith("https://www.wikidata.org/wiki/Q") for href in outside)


@DOSSIERS
def test_its_policy_allows_its_own_style_sheet_and_nothing_else(dossier: Dossier) -> None:
    html = render(dossier, "html")

    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(given["content"] for _, given in Page(html).tags if "http-equiv" in given)
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_words_of_a_report_never_become_tags() -> None:
    html = render(ferry(), "html")

    assert "<script" not in html
    assert html.count("</style>") == 1
    assert "<b>evil" not in html
    assert "<i>Ublad" not in html
    assert "<sank>" not in html


def test_an_evil_id_does_not_break_out_of_the_style_sheet() -> None:
    story = ferry().stories[0]
    facts = tuple(msgspec.structs.replace(fact, id="</style><b>") for fact in story.facts[:1])
    dossier = msgspec.structs.replace(ferry(), stories=(msgspec.structs.replace(story, facts=facts),))

    html = render(dossier, "html")

    assert html.count("</style>") == 1
    assert "<b></style>" not in html


def test_languages_and_directions_are_declared() -> None:
    page = Page(render(ferry(), "html"))

    texts = [given for tag, given in page.tags if tag == "div" and given.get("class") == "text"]
    assert [(given["lang"], given["dir"]) for given in texts] == [
        ("nb", "ltr"),
        ("da", "ltr"),
        ("ar", "rtl"),
        ("da", "ltr"),
    ]
    assert next(given for tag, given in page.tags if tag == "html")["lang"] == "en"


def test_headings_do_not_skip_a_level() -> None:
    levels = [int(tag[1]) for tag, _ in Page(render(ferry(), "html")).tags if re.fullmatch(r"h\d", tag)]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_verdicts_are_told_in_words() -> None:
    html = render(ferry(), "html")

    for words in ("contested", "compatible", "one report", "agreed"):
        assert re.search(rf'class="badge"><span aria-hidden="true">.</span> {words}<', html)


def test_with_several_stories_ids_begin_with_the_story() -> None:
    page = Page(render(several(), "html"))

    assert "s2-f1" in page.all("id")
    assert "s1-f1" in page.all("id")
    assert "#s2" in page.all("href")


def test_a_count_is_drawn_and_the_drawing_is_told_in_words() -> None:
    page = Page(render(ferry(), "html"))

    drawings = [given["aria-label"] for tag, given in page.tags if tag == "svg"]
    assert "r1: 1,200 people or more; r2: 100–999 people, vague" in drawings


def test_no_story_is_said() -> None:
    assert "No story" in render(empty(), "html")


def test_an_address_that_is_no_wikidata_id_is_no_link() -> None:
    story = ferry().stories[0]
    entity = msgspec.structs.replace(story.entities[0], wikidata='javascript:alert("1")')
    dossier = msgspec.structs.replace(ferry(), stories=(msgspec.structs.replace(story, entities=(entity,)),))

    assert "javascript:alert(&" not in "".join(Page(render(dossier, "html")).all("href"))
