"""The page in a real browser: what links light up, what scrolls, what fits, what may run.

Chromium is started once per question, without a driver: a probe is put into a copy of the page, and its answer is read
from the dumped document.
"""

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.unit.render.fixtures import ferry

from twosource.render import render

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSER = next((found for name in BROWSERS if (found := shutil.which(name))), None)
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--force-prefers-reduced-motion", "--virtual-time-budget=3000")
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
BEGIN = "addEventListener('load', () => setTimeout(() => { const answer = (() => {"
END = "})(); (parent === window ? tell : say)(answer); }, 300));"
TELL = "function tell(x) { document.documentElement.setAttribute('data-answer', JSON.stringify(x)); }"
SAY = "function say(x) { parent.postMessage(x, '*'); }"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(BROWSER is None, reason=f"no browser: none of {', '.join(BROWSERS)} is on the path"),
]


def dump(page: str, folder: Path, fragment: str = "", *flags: str) -> str:
    """Return the document that the browser makes of ``page``."""
    file = folder / "page.html"
    file.write_text(page, "utf-8")
    profile = f"--user-data-dir={folder / 'profile'}"
    command = [str(BROWSER), *FLAGS, *flags, profile, "--dump-dom", f"{file.as_uri()}#{fragment}"]
    return subprocess.run(command, capture_output=True, check=True, timeout=60, encoding="utf-8").stdout


def ask(script: str, folder: Path, fragment: str = "", *flags: str, page: str | None = None) -> object:
    """Return what ``script`` returns when it runs in the page, whose own policy would not let it."""
    probe = f"<script>{TELL}{SAY}{BEGIN}{script}{END}</script></body>"
    page = POLICY.sub("", page or render(ferry(), "html")).replace("</body>", probe)
    return answer(dump(page, folder, fragment, *flags))


def answer(document: str) -> object:
    found = re.search(r'data-answer="([^"]*)"', document)
    assert found, document[:500]
    return json.loads(html.unescape(found[1]))


def anchor(fact: int, account: int) -> str:
    found = next(f for f in ferry().stories[0].facts if f.id == f"f{fact}").accounts[account]
    return f"f{fact}-{found.report}-{found.start}"


def test_a_link_lights_up_every_piece_of_the_words_and_nothing_else(tmp_path: Path) -> None:
    """The second and third account of this fact overlap, so that each is cut into pieces."""
    target = anchor(7, 2)
    lit = ask(
        """const lit = getComputedStyle(document.documentElement).getPropertyValue('--lit').trim();
        const probe = document.createElement('i'); probe.style.background = lit; document.body.append(probe);
        const colour = getComputedStyle(probe).backgroundColor;
        const all = [...document.querySelectorAll('.text mark, .text span')];
        return all.filter(e => getComputedStyle(e).backgroundColor === colour).map(e => e.textContent);""",
        tmp_path,
        target,
    )

    assert "".join(lit) == "alert('færge')</script> </style>"
    assert len(lit) > 1


def test_beside_the_facts_only_the_report_scrolls_to_the_words(tmp_path: Path) -> None:
    target = anchor(4, 0)
    told = ask(
        f"""const words = document.getElementById('{target}').nextElementSibling;
        const box = words.getBoundingClientRect();
        return [scrollY, words.closest('.report').scrollTop, box.top >= 0 && box.bottom <= innerHeight];""",
        tmp_path,
        target,
        "--window-size=1500,560",
    )

    assert told[0] == 0
    assert told[1] > 0
    assert told[2] is True


def test_the_way_back_leads_to_the_fact(tmp_path: Path) -> None:
    told = ask(
        """const card = document.getElementById('f3'); const box = card.getBoundingClientRect();
        return [box.top >= 0 && box.top < innerHeight, getComputedStyle(card).boxShadow !== 'none'];""",
        tmp_path,
        "f3",
        "--window-size=1500,700",
    )

    assert told == [True, True]


@pytest.mark.parametrize("width", [320, 400, 720, 1000, 1200, 1600])
def test_the_page_is_never_wider_than_its_window(tmp_path: Path, width: int) -> None:
    """The page is put in a frame, since a headless window has a least width of its own."""
    script = "return [innerWidth, document.documentElement.scrollWidth]"
    probe = f"<script>{TELL}{SAY}{BEGIN}{script}{END}</script></body>"
    inner = tmp_path / "inner.html"
    inner.write_text(POLICY.sub("", render(ferry(), "html")).replace("</body>", probe), "utf-8")
    listen = f"<script>{TELL} onmessage = e => tell(e.data);</script>"
    outer = f'{listen}<iframe src="{inner.as_uri()}" style="width:{width}px;height:800px;border:0"></iframe>'

    inside, wide = answer(dump(outer, tmp_path, "", "--window-size=1700,900"))

    assert inside == width
    assert wide <= width


def test_the_choice_of_a_verdict_hides_the_others_without_script(tmp_path: Path) -> None:
    told = ask(
        """document.querySelector('.show-conflict').click();
        return [...document.querySelectorAll('.fact')].filter(e => e.offsetParent).map(e => e.id);""",
        tmp_path,
    )

    assert told == ["f1", "f4"]


def test_a_hidden_fact_is_shown_when_a_link_leads_to_it(tmp_path: Path) -> None:
    told = ask(
        """document.querySelector('.show-conflict').click();
        return document.getElementById('f2').offsetParent !== null;""",
        tmp_path,
        "f2",
    )

    assert told is True


def test_the_style_sheet_works_and_no_script_runs_under_the_policy(tmp_path: Path) -> None:
    page = render(ferry(), "html").replace("</body>", "<script>document.title = 'it ran'</script></body>")

    document = dump(page, tmp_path)

    assert "<title>it ran" not in document
    assert ask("return getComputedStyle(document.querySelector('.fact')).borderRadius", tmp_path) == "10px"


def test_it_has_a_dark_dress(tmp_path: Path) -> None:
    script = "return getComputedStyle(document.body).backgroundColor"

    assert ask(script, tmp_path) == "rgb(250, 249, 246)"
    assert ask(script, tmp_path, "", "--blink-settings=preferredColorScheme=0") == "rgb(22, 23, 26)"


def test_offsets_in_code_points_survive_the_browser(tmp_path: Path) -> None:
    told = ask(
        f"return [...document.getElementsByClassName('a-{anchor(7, 3)}')].map(e => e.textContent).join('')", tmp_path
    )

    assert told == "𝔘𝔫𝔦 👩‍🚒 slut"
