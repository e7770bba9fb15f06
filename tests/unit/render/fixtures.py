"""Dossiers of our own invention, with everything that a format must cope with."""

from __future__ import annotations

from decimal import Decimal

from twosource.model import (
    Account,
    Amount,
    Authority,
    Dossier,
    Entity,
    Fact,
    Failure,
    Moment,
    Origin,
    Story,
    StoryReport,
    Utterance,
)

NB = (
    " date 2021-03 Fergen «Havørnen» gikk på grunn ved Storneset.\n\n"
    "Minst fire personer er døde etter at fergen «Havørnen» gikk på grunn ved Storneset natt til søndag. "
    "Over 1.200 passasjerer ble evakuert i løpet av natten, opplyser politiet til NTB.\n\n"
    "– Vi leter fortsatt etter to savnede, sier politimester Kari Lunde.\n\n"
    "Rederiet Fjordlinjen avviser at skipet hadde tekniske feil. Ifølge Havarikommisjonen var 80 prosent av "
    "redningsflåtene i bruk. 🚢 Skipet hadde 1.310 personer om bord.\n\n"
    "Statsministeren ringte sin danske kollega i dag."
)
DA = (
    " date 2021-03 Mindst seks er omkommet i færgeulykke i Norge.\n\n"
    "Hundredvis af passagerer blev natten til søndag reddet fra den norske færge Havørnen, der stødte på grund. "
    "Mindst seks mennesker er omkommet, siger norsk politi ifølge Reuters.\n\n"
    "»Vi leder stadig efter to savnede,« siger politimester Kari Lunde.\n\n"
    "80 procent af redningsflåderne blev brugt, oplyser den norske havarikommission. "
    "Norges statsminister talte søndag i telefon med sin danske kollega.\n\n"
    "/ritzau/"
)
AR = "غرقت العبارة قبالة سواحل النرويج. قتل ستة أشخاص على الأقل."
HOSTILE = (
    "<script>alert('færge')</script> </style> & \"quotes\"\n"
    '=HYPERLINK("http://example.org";"klik") | *fed* _kursiv_ `kode` [link](javascript:alert(1)) @alle\n'
    "+4500 kroner -5 grader \x1b[31mrød\x1b[0m \u202eomvendt\u202c 𝔘𝔫𝔦 👩‍🚒 slut"
)
TEXTS = {"r1": NB, "r2": DA, "r3": AR, "r4": HOSTILE}


def span(report: str, words: str) -> dict[str, object]:
    """Return report, start, end and text of the first place where a report says ``words``."""
    start = TEXTS[report].index(words)
    return {"report": report, "start": start, "end": start + len(words), "text": words}


def account(report: str, words: str, **more: object) -> Account:
    return Account(**span(report, words), **more)


def amount(low: str | None, high: str | None, unit: str = "person", **more: object) -> Amount:
    bounds = {"low": Decimal(low) if low else None, "high": Decimal(high) if high else None}
    return Amount(**({"unit": unit, "approximate": False, "vague": False} | bounds | more))


def link(report: str, words: str, name: str, role: str, **more: object) -> Authority:
    place = span(report, words)
    return Authority(name=name, role=role, start=place["start"], end=place["end"], **({"entity": None} | more))


def police_chain() -> tuple[Authority, ...]:
    return (
        link("r1", "NTB", "NTB", "agency", entity="e4", act="relays"),
        link("r1", "politiet", "politiet", "body", entity="e3", party="state:NO"),
    )


def reuters_chain() -> tuple[Authority, ...]:
    return (
        link("r2", "ritzau", "Ritzau", "agency", entity="e5", act="relays"),
        link("r2", "Reuters", "Reuters", "agency", entity="e6", act="relays"),
        link("r2", "norsk politi", "norsk politi", "body", entity="e3", party="state:NO"),
    )


def ritzau() -> tuple[Authority, ...]:
    return (link("r2", "ritzau", "Ritzau", "agency", entity="e5", act="relays"),)


def dead() -> Fact:
    return Fact(
        id="f1",
        kind="figure",
        concept="death",
        question="How many died?",
        accounts=(
            account("r1", "Minst fire personer er døde", figure=amount("4", None), when="2021-03", weekday=7),
            account(
                "r2",
                "Mindst seks mennesker er omkommet",
                figure=amount("6", None),
                when="2021-03",
                origin=reuters_chain(),
                reasons=("figures-v1:bound",),
            ),
            account("r4", "+4500 kroner", figure=amount("4500", "4500", "NOK"), origin=()),
        ),
        verdict="conflict",
        readings=("later_update", "conflict"),
        origins=(
            Origin(party=None, names=(), accounts=(0,), why="the report names no authority"),
            Origin(party="state:NO", names=("norsk politi",), accounts=(1,), label="the Norwegian state"),
            Origin(party=None, names=(), accounts=(2,)),
        ),
        independent_origins=1,
        two_source_rule="cannot_tell",
        low=Decimal(4),
        high=Decimal("4500.0"),
        policy="range",
        set_by={"low": "r1", "high": "r4"},
        warnings=("4,500 is more than twice the next number",),
        reasons=("at least 4 and at least 6 are lower bounds of two moments",),
    )


def evacuated() -> Fact:
    return Fact(
        id="f2",
        kind="figure",
        concept="evacuate",
        question="How many were evacuated?",
        accounts=(
            account("r1", "Over 1.200 passasjerer ble evakuert", figure=amount("1200", None), origin=police_chain()),
            account("r2", "Hundredvis af passagerer", figure=amount("100", "999", vague=True), origin=ritzau()),
        ),
        verdict="compatible",
        readings=("vaguer", "other_scope"),
        origins=(
            Origin(party="state:NO", names=("politiet",), accounts=(0,), label="the Norwegian state"),
            Origin(party=None, names=("Ritzau",), accounts=(1,), why="Ritzau names no authority"),
        ),
        independent_origins=1,
        two_source_rule="cannot_tell",
        low=Decimal(100),
        best=Decimal(1200),
        policy="range",
        set_by={"low": "r2", "best": "r1"},
        reasons=("“hundreds” is a vague word for a number that the other report gives more closely",),
    )


def rafts() -> Fact:
    commission = {"entity": "e7", "party": "state:NO"}
    return Fact(
        id="f3",
        kind="figure",
        concept="share",
        question="Which share of the life rafts was used?",
        accounts=(
            account(
                "r1",
                "80 prosent",
                figure=amount("80", "80", "percent"),
                origin=(link("r1", "Havarikommisjonen", "Havarikommisjonen", "body", **commission),),
            ),
            account(
                "r2",
                "80 procent af redningsflåderne",
                figure=amount("80.0", "80.00", "percent"),
                origin=(*ritzau(), link("r2", "den norske havarikommission", "havarikommission", "body", **commission)),
            ),
        ),
        verdict="agree",
        readings=(),
        origins=(
            Origin(
                party="state:NO",
                names=("Havarikommisjonen", "havarikommission"),
                accounts=(0, 1),
                label="the Norwegian state",
                why="Havarikommisjonen and havarikommission are one party: the Norwegian state",
            ),
        ),
        independent_origins=1,
        two_source_rule="not_met",
        low=Decimal(80),
        best=Decimal(80),
        high=Decimal(80),
        set_by={"low": "r1", "best": "r1", "high": "r2"},
        reasons=("both say 80%",),
    )


def call() -> Fact:
    return Fact(
        id="f4",
        kind="when",
        concept="call",
        question="When did they speak on the phone?",
        accounts=(
            account("r1", "Statsministeren ringte sin danske kollega i dag", when="2021-03", weekday=6),
            account("r2", "Norges statsminister talte søndag i telefon", when="2021-03", weekday=7, origin=ritzau()),
        ),
        verdict="conflict",
        readings=("two_events", "conflict"),
        origins=(
            Origin(party=None, names=(), accounts=(0,)),
            Origin(party=None, names=("Ritzau",), accounts=(1,), why="Ritzau names no authority"),
        ),
        independent_origins=0,
        two_source_rule="cannot_tell",
        reasons=("a Saturday in one report, a Sunday in the other",),
    )


def singles() -> tuple[Fact, ...]:
    return (
        Fact(
            id="f5",
            kind="event",
            concept="denial",
            question="Did anybody deny anything?",
            accounts=(
                account(
                    "r1",
                    "Rederiet Fjordlinjen avviser at skipet hadde tekniske feil",
                    polarity="denied",
                    modality="claimed",
                    speaker="Fjordlinjen",
                ),
            ),
            verdict="single",
            readings=(),
            origins=(Origin(party="company:fjordlinjen", names=("Fjordlinjen",), accounts=(0,)),),
            independent_origins=1,
            two_source_rule="not_met",
        ),
        Fact(
            id="f6",
            kind="figure",
            concept="aboard",
            question="How many were <aboard> & where?",
            accounts=(account("r1", "1.310 personer om bord", figure=amount("1310", "1310", approximate=True)),),
            verdict="single",
            readings=(),
            origins=(Origin(party=None, names=(), accounts=(0,)),),
            independent_origins=0,
            two_source_rule="cannot_tell",
            low=Decimal(1310),
            best=Decimal(1310),
            high=Decimal(1310),
        ),
        Fact(
            id="f7",
            kind="claim",
            concept="statement",
            question='=cmd|" /C calc"!A0',
            accounts=(
                account("r4", '=HYPERLINK("http://example.org";"klik")'),
                account("r4", "<script>alert('færge')</script>"),
                account("r4", "alert('færge')</script> </style>"),
                account("r4", "𝔘𝔫𝔦 👩‍🚒 slut"),
            ),
            verdict="agree",
            readings=(),
            origins=(Origin(party=None, names=(), accounts=(0, 1, 2, 3)),),
            independent_origins=0,
            two_source_rule="cannot_tell",
        ),
        Fact(
            id="f8",
            kind="event",
            concept="sink",
            question="Did the ship sink?",
            accounts=(account("r3", "غرقت العبارة"),),
            verdict="single",
            readings=(),
            origins=(Origin(party=None, names=(), accounts=(0,)),),
            independent_origins=0,
            two_source_rule="cannot_tell",
        ),
    )


def quotes() -> tuple[Utterance, ...]:
    danish, norwegian = "Vi leder stadig efter to savnede", "Vi leter fortsatt etter to savnede"
    start = {"r1": TEXTS["r1"].index(norwegian), "r2": TEXTS["r2"].index(danish)}
    shared = {"direct": True, "speaker": "Kari Lunde", "entity": "e1"}
    return (
        Utterance(**span("r1", norwegian), form="dash", cue="sier", same_as=(f"r2:{start['r2']}",), **shared),
        Utterance(
            **span("r1", "skipet hadde tekniske feil"),
            direct=False,
            form="indirect",
            speaker="Fjordlinjen",
            entity="e8",
            cue="avviser",
        ),
        Utterance(
            **span("r2", danish),
            form="verbatim",
            cue="siger",
            via=("Reuters",),
            same_as=(f"r1:{start['r1']}",),
            **shared,
        ),
        Utterance(**span("r4", "*fed* _kursiv_"), direct=True, form="mixed", speaker=None, entity=None, cue=None),
    )


def times() -> tuple[Moment, ...]:
    return (
        Moment(**span("r1", "natt til søndag"), edtf="2021-03", weekday=7, grain="day"),
        Moment(**span("r1", "i dag"), edtf="2021-03", weekday=6, grain="day"),
        Moment(**span("r2", "natten til søndag"), edtf="2021-03-07/2021-03-28", weekday=7, grain="day", inferred=True),
        Moment(**span("r2", "søndag i telefon"), edtf="2021-03-07", weekday=7, grain="day"),
        Moment(**span("r4", "slut"), edtf=None, weekday=3, grain="day"),
    )


def entities() -> tuple[Entity, ...]:
    return (
        Entity("e1", "person", "Kari Lunde", {"nb": ("Kari Lunde",), "da": ("Kari Lunde",)}, roles=("politimester",)),
        Entity("e2", "place", "Norway", {"nb": ("Norge",), "da": ("Norge", "norske")}, key="NO"),
        Entity("e3", "organisation", "the Norwegian police", {"nb": ("politiet",), "da": ("norsk politi",)}),
        Entity("e4", "organisation", "NTB", {"nb": ("NTB",)}),
        Entity("e5", "organisation", "Ritzau", {"da": ("ritzau",)}),
        Entity("e6", "organisation", "Reuters", {"da": ("Reuters",)}, wikidata="Q130879"),
        Entity("e7", "organisation", "Havarikommisjonen", {"nb": ("Havarikommisjonen",), "da": ("havarikommission",)}),
        Entity("e8", "organisation", "Fjordlinjen", {"nb": ("Fjordlinjen",)}),
        Entity("e9", "other", "<b>Havørnen</b>", {"nb": ("Havørnen",), "da": ("Havørnen",)}),
    )


def reports() -> tuple[StoryReport, ...]:
    headline = "Fergen «Havørnen» gikk på grunn ved Storneset."
    return (
        StoryReport("r1", "clippings/nb.txt", "nb", "2021-03", None, headline, credits=("NTB",)),
        StoryReport("r2", "clippings/da.txt", "da", "2021-03", "Vestavisen", None, credits=("Ritzau",), copy_of="r1"),
        StoryReport("r3", "clippings/ar.txt", "ar", None, None, None, unread=("times", "figures", "speech")),
        StoryReport(
            "r4",
            "=<b>evil</b>.txt",
            "da",
            "2021-03-07",
            "<i>Ublad</i>",
            None,
            failures=(Failure("=<b>evil</b>.txt", "names", "<names> failed"),),
        ),
    )


def ferry() -> Dossier:
    """Return a story of four reports with facts of all verdicts, month-only dates and hostile strings."""
    story = Story(
        id="s1",
        reports=("r1", "r2", "r3", "r4"),
        headline="Fergen «Havørnen» gikk på grunn & <sank> ved Storneset",
        when="2021-03",
        where=("NO",),
        facts=(rafts(), dead(), evacuated(), call(), *singles()),
        quotes=quotes(),
        times=times(),
        entities=entities(),
        brief=(
            "Agreed: 80% of the life rafts were used; both reports have it from one party, the Norwegian state.",
            "Contested: how many died, at least 4 (r1) or at least 6 (r2).",
            "In one report only: 1,310 people were aboard <r1>.",
        ),
    )
    failures = (Failure("clippings/broken.txt", "ingest", "not text: binary data"),)
    return Dossier(twosource="0.1.0", reports=reports(), stories=(story,), failures=failures, texts=TEXTS)
