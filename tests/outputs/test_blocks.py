"""Each block in HTML and in Markdown: what is expected was written by reading what a block is."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable
from datetime import date
from typing import get_args

import pytest

from ctgkit.outputs.templates.page import Source, write
from ctgkit.page import blocks
from ctgkit.page.blocks import (
    Bar,
    Block,
    Bullets,
    Card,
    Cards,
    Cell,
    Column,
    Curve,
    Faced,
    Facing,
    Fact,
    Facts,
    Fiche,
    Figures,
    Heading,
    Item,
    Legend,
    Notice,
    Paragraph,
    Part,
    Row,
    Run,
    Signatory,
    Signatures,
    Span,
    Table,
    Tile,
    Timeline,
    TimelineGroup,
    TimelineRow,
)
from ctgkit.page.writing import bullets, paragraph, runs
from tests.outputs.templates.markup import Page as Read
from tests.outputs.templates.test_html import check_is_only_text as only_text_in_html
from tests.outputs.templates.test_markdown import check_is_only_text as only_text_in_markdown
from tests.outputs.templates.texts import naughty, pieces
from tests.page.every_block import DAY, every_block, page_of, whole_page

ONE = paragraph("Un texte.")
TABLE = Table(
    "Des chiffres",
    (Column("Axe", width=60), Column("Fiches", numeric=True)),
    (
        Row((Cell(runs("Un groupe"), header=True, span=2),), group=True),
        Row((Cell(runs("A"), header=True), Cell(runs("1"), (bullets(["x", "y"]),))), depth=1),
        Row((Cell(runs("Total"), header=True), Cell(runs("1"))), total=True),
    ),
)
#: A block, its HTML and its Markdown.
WRITTEN: dict[str, tuple[Block, str, str]] = {
    "heading": (
        Heading(runs("Un titre"), 1, "ici"),
        '<h3 id="ici">Un titre</h3>',
        '<a id="ici"></a>\n\n### Un titre',
    ),
    "paragraph": (ONE, "<p>Un texte.</p>", "Un texte."),
    "turn": (
        paragraph("En retard", role="turn"),
        '<p class="tournant">En retard</p>',
        "**En retard**",
    ),
    "bullets": (
        Bullets((Item(runs("a"), (bullets(["b"], ordered=True), ONE)), Item(runs("c")))),
        "<ul><li>a<ol><li>b</li></ol><p>Un texte.</p></li><li>c</li></ul>",
        "- a\n  1. b\n\n  Un texte.\n- c",
    ),
    "agenda": (
        Bullets((Item(runs("a"), (ONE,)),), agenda=True),
        '<ol class="points"><li>a<p>Un texte.</p></li></ol>',
        "1. a\n\n   Un texte.",
    ),
    "facts": (
        Facts((Fact("Caf", (ONE,)),)),
        '<dl class="facts"><div><dt>Caf</dt><dd><p>Un texte.</p></dd></div></dl>',
        "- Caf\u00a0: Un texte.",
    ),
    "headings": (
        Facts((Fact("Publics", (bullets(["a", "b"]),)),), headings=True),
        '<dl class="rubriques"><div><dt>Publics</dt><dd><ul><li>a</li><li>b</li></ul></dd></div></dl>',
        "**Publics**\n\n- a\n- b",
    ),
    "figures": (
        Figures((Tile("3", "fiches"), Tile("1", "en retard", "alert"))),
        (
            '<dl class="tuiles"><div class="tuile t-plain"><dt>fiches</dt><dd>3</dd></div>'
            '<div class="tuile t-alert"><dt>en retard</dt><dd>1</dd></div></dl>'
        ),
        "**3** fiches · **1** en retard",
    ),
    "table": (
        TABLE,
        (
            '<div class="wide" role="group" aria-label="Des chiffres" tabindex="0"><table class="fixe">'
            '<caption>Des chiffres</caption><colgroup><col style="width: 60%"><col></colgroup>'
            '<thead><tr><th scope="col">Axe</th><th scope="col" class="figure">Fiches</th></tr></thead>'
            '<tbody><tr class="groupe"><th scope="rowgroup" colspan="2">Un groupe</th></tr>'
            '<tr class="p1"><th scope="row">A</th><td class="figure">1<ul><li>x</li><li>y</li></ul></td></tr>'
            '</tbody><tfoot><tr><th scope="row">Total</th><td class="figure">1</td></tr></tfoot>'
            "</table></div>"
        ),
        (
            "**Des chiffres**\n\n| Axe | Fiches |\n| :-- | --: |\n| **Un groupe** | |\n| A | 1<br>x<br>y |\n"
            "| **Total** | 1 |"
        ),
    ),
    "bar": (
        Bar((Part(1, "faite", "1 faite"), Part(1, "pause", "1 en pause")), 4, "1 faite et 1 en pause"),
        (
            '<svg class="barre" role="img" aria-label="1 faite et 1 en pause">'
            '<rect class="s-faite" x="0%" width="25%" height="100%"/>'
            '<rect class="s-pause" x="25%" width="25%" height="100%"/></svg>'
        ),
        "1 faite et 1 en pause",
    ),
    "thin bar": (
        Bar((Part(40, "faite", ""),), 100, "", thin=True),
        (
            '<svg class="barre mince" aria-hidden="true" focusable="false">'
            '<rect class="s-vide" width="100%" height="100%"/>'
            '<rect class="s-faite" x="0%" width="40%" height="100%"/></svg>'
        ),
        "",
    ),
    "legend": (
        Legend((("faite", "réalisée"),)),
        (
            '<ul class="legende"><li>'
            '<svg class="cle" viewBox="0 0 18 12" aria-hidden="true" focusable="false">'
            '<rect class="s-faite" x=".5" y=".5" width="17" height="11"/></svg> réalisée</li></ul>'
        ),
        "",
    ),
    "curve": (
        Curve(None, (), None, date(2024, 1, 1), date(2025, 1, 1), 0, 1, "Rien n'est mesuré."),
        (
            '<svg class="courbe" viewBox="0 0 320 146" role="img" aria-label="Rien n’est mesuré.">'
            '<line class="axe" x1="12" y1="126" x2="308" y2="126"/>'
            '<text class="an" x="12" y="142">2024</text>'
            '<text class="an" x="308" y="142" text-anchor="end">2025</text></svg>'
        ),
        "Rien n’est mesuré.",
    ),
    "card": (
        Card(runs("Une étape"), (ONE,)),
        '<div class="carte"><p class="nom">Une étape</p><p>Un texte.</p></div>',
        "**Une étape**\n\nUn texte.",
    ),
    "cards": (
        Cards((Card(runs("a"), (ONE,)), Card(runs("b"), ()))),
        (
            '<div class="cartes"><div class="carte"><p class="nom">a</p><p>Un texte.</p></div>'
            '<div class="carte"><p class="nom">b</p></div></div>'
        ),
        "**a**\n\nUn texte.\n\n**b**",
    ),
    "fiche": (
        Fiche("la", ("Axe", "But"), "Action 1.2", "Ouvrir", 1, (Run("Nouvelle"),), (ONE,), new_page=True),
        (
            '<article class="fiche nouvelle-page" id="la" aria-labelledby="titre-la"><header>'
            '<p class="path">Axe <span aria-hidden="true">›</span> But</p>'
            '<h3 id="titre-la"><span class="label">Action 1.2&nbsp;:</span> Ouvrir</h3>'
            '<p class="origin">Nouvelle</p></header><p>Un texte.</p>'
            '<p class="back"><a href="#sommaire">Retour au sommaire</a></p></article>'
        ),
        '<a id="la"></a>\n\n### Action 1.2\u00a0: Ouvrir\n\n*Nouvelle*\n\nUn texte.',
    ),
    "notice": (
        Notice((ONE, ONE)),
        '<div class="notice t-alert" role="note"><p>Un texte.</p><p>Un texte.</p></div>',
        "> Un texte.\n>\n> Un texte.",
    ),
    "facing": (
        Facing(
            "Ce qui change",
            ("Quoi", "Avant", "Après"),
            ("Néant", "Suppression"),
            (Faced(runs("Un"), (ONE, bullets(["a"])), None), Faced(runs("Deux"), None, (ONE,))),
        ),
        (
            '<div class="wide" role="group" aria-label="Ce qui change" tabindex="0">'
            '<table class="face" aria-label="Ce qui change"><thead><tr><th scope="col">Quoi</th>'
            '<th scope="col">Avant</th><th scope="col">Après</th></tr></thead><tbody>'
            '<tr><th scope="row">Un</th><td><p>Un texte.</p><ul><li>a</li></ul></td>'
            "<td><em>Suppression</em></td></tr>"
            '<tr><th scope="row">Deux</th><td><em>Néant</em></td><td><p>Un texte.</p></td></tr>'
            "</tbody></table></div>"
        ),
        (
            "| Quoi | Avant | Après |\n| :-- | :-- | :-- |\n| Un | Un texte.<br>a | *Suppression* |\n"
            "| Deux | *Néant* | Un texte. |"
        ),
    ),
    "signatures": (
        Signatures((Signatory(runs("La Caf"), (runs("Une directrice"), runs("Un président"))),)),
        (
            '<div class="signatures"><div class="signature"><p>La Caf</p><p>Une directrice</p>'
            '<p class="line">Signature</p></div><div class="signature"><p>La Caf</p><p>Un président</p>'
            '<p class="line">Signature</p></div></div>'
        ),
        "La Caf\n\n- Une directrice<br>Signature\u00a0:\n- Un président<br>Signature\u00a0:",
    ),
    "sign": (
        Paragraph(runs(Run("~", role="sign"), " Modifié")),
        '<p><span class="sign" aria-hidden="true">~</span> Modifié</p>',
        "`~` Modifié",
    ),
}


def written(block: Block, output_format: str) -> str:
    """What a page says between its titles."""
    page = page_of(lambda: "Titre", (block,))
    return write(
        page._replace(sections=page.sections[:1], colophon=()), output_format, {}, DAY, Source(again=True)
    )


@pytest.mark.parametrize("name", WRITTEN)
def test_a_block_is_so_in_html(name: str) -> None:
    block, expected, _ = WRITTEN[name]
    main = written(block, "html").split("</header>\n", 2)[2].rsplit("</section>", 1)[0]
    assert re.sub(r"\s*\n\s*", "", main) == expected


@pytest.mark.parametrize("name", WRITTEN)
def test_a_block_is_so_in_markdown(name: str) -> None:
    block, _, expected = WRITTEN[name]
    _, main = written(block, "md").split("## Titre – Titre\n")
    assert main.strip() == expected


def test_every_block_is_written_here_but_the_timeline_which_has_tests_of_its_own() -> None:
    kinds = {type(block) for block, _, _ in WRITTEN.values()}
    assert kinds == set(get_args(Block)) - {Timeline}


LINE = (
    Run("a"),
    Run("b", role="strong"),
    Run("1.1", "la", "number"),
    Run(" Titre", "la"),
    Run("c", role="quiet"),
    Run("d", role="badge", tone="alert"),
    Run("[à compléter]", role="placeholder"),
    Run("e", role="added"),
    Run("f", role="removed"),
)


def test_the_runs_of_a_line_are_what_they_are_in_html() -> None:
    page = written(Paragraph(LINE), "html")
    assert (
        'a<strong>b</strong><a href="#la"><span class="num">1.1</span> Titre</a>'
        '<span class="discret">c</span>'
        '<span class="pastille t-alert">d</span><mark class="todo">[à compléter]</mark><ins>{+e+}</ins>'
        "<del>[-<span>f</span>-]</del>"
    ) in page


def test_the_runs_of_a_line_are_what_they_are_in_markdown() -> None:
    page = written(Paragraph(LINE), "md")
    # Marks of emphasis would not count between a letter and a bracket.
    assert "a**b**[1.1 Titre](#la)cd<strong>\\[à compléter\\]</strong>{+e+}\\[-f-\\]" in page


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ((Run("Oui!"), Run("lien", "x")), "Oui\\![lien](#x)"),
        ((Run("a"), Run(" b ", role="strong"), Run("c")), "a<strong>&#32;b&#32;</strong>c"),
        ((Run("Note."), Run(" suite")), "Note. suite"),
        ((Run("Note.", role="strong"), Run("suite")), "<strong>Note.</strong>suite"),
        ((Run("Note.", role="strong"), Run(" suite")), "**Note.** suite"),
        ((Run("a", role="strong"), Run("b", role="strong")), "**ab**"),
        ((Run("- a"), Run(" # b")), "\\- a \\# b"),
        ((Run("un\ndeux"),), "un<br>deux"),
        ((Run(""), Run("a")), "a"),
        ((), ""),
    ],
)
def test_marks_and_spaces_stand_where_markdown_reads_them(line: blocks.Runs, expected: str) -> None:
    from ctgkit.outputs.markdown.inline import inline  # noqa: PLC0415

    assert inline(line) == expected


def timeline(*spans: Span, state: str = "en cours") -> Timeline:
    name = (Run("1.1", "la", "number"), Run(" Ouvrir", "la"), Run(" (Axe 1)", role="quiet"))
    row = TimelineRow(name, "Dès 2025", spans, "du 1er janvier 2025 au 30 juin 2026", state)
    return Timeline(
        "Le calendrier",
        date(2025, 1, 1),
        date(2027, 12, 31),
        (TimelineGroup("Axe 1", (row,)),),
        date(2026, 1, 1),
        (date(2025, 6, 18),),
        "COPIL",
    )


def test_a_timeline_is_a_table_of_drawings_in_html() -> None:
    block = timeline(Span(date(2025, 1, 1), date(2026, 6, 30), "encours", open_end=True))
    page = re.sub(r"\s*\n\s*", "", written(block, "html"))
    assert '<tr class="groupe"><th scope="rowgroup" colspan="2">Axe 1</th></tr>' in page
    assert '<svg class="temps" role="img" aria-label="du 1er janvier 2025 au 30 juin 2026">' in page
    assert '<rect class="s-encours" x="0%" y="30%" width="49.86%" height="40%"/><svg x="49.86%"' in page
    assert page.count('<line class="an"') == 2
    assert page.count('<line class="seance"') == page.count('<line class="jour"') == 1
    assert '<span class="texte">Dès 2025</span>' in page


def test_a_timeline_is_a_diagram_and_a_table_in_markdown() -> None:
    page = written(timeline(Span(date(2025, 1, 1), date(2026, 6, 30), "encours")), "md")
    assert "    COPIL du 18 juin 2025 :milestone, 2025-06-18, 0d\n" in page
    assert "    Situation au 1er janvier 2026 :milestone, crit, 2026-01-01, 0d\n" in page
    assert "    section Axe 1\n    1.1 Ouvrir :active, 2025-01-01, 2026-06-30\n```\n" in page
    assert "| Fiche | Calendrier | Statut |\n| :-- | :-- | :-- |\n" in page
    assert "| [1.1 Ouvrir](#la) (Axe 1) | Dès 2025 | en cours |\n" in page
    assert "| Fiche | Calendrier |\n| :-- | :-- |\n" in written(timeline(state=""), "md")


def undrawn(markdown: str) -> str:
    """A page with the number of lines of a diagram for them: their words are Mermaid's, which others test."""
    before, rest = markdown.split("```mermaid\n")
    diagram, after = rest.split("```\n", 1)
    return f"{before}{diagram.count(chr(10))} lines\n{after}"


HARMLESS = "Zqxjkv"
CHECKS: dict[str, Callable[[str, str, dict[str, str]], None]] = {
    "html": lambda page, model, said: only_text_in_html(Read(page), Read(model), said),
    "md": lambda page, model, said: only_text_in_markdown(undrawn(page), undrawn(model), said),
}


@pytest.mark.parametrize("texts", [pieces, naughty])
@pytest.mark.parametrize("first", [0, 7, 31])
def test_strings_known_to_break_programs_are_only_text_in_every_block(
    texts: Callable[[], list[str]], first: int
) -> None:
    """Each place of the page has a text of its own; from another first one, each text has another place."""
    every = deque(sorted(set(texts())))
    every.rotate(first)
    while every:
        said: dict[str, str] = {}

        def harmless(said: dict[str, str] = said) -> str:
            word = f"{HARMLESS}{len(said)}x"
            said[word] = every.popleft() if every else "fin"
            return word

        model = whole_page(harmless)
        words = iter(said.values())
        page = whole_page(words.__next__)
        for form, check in CHECKS.items():
            shown, expected = (write(one, form, {}, DAY, Source(again=True)) for one in (page, model))
            check(shown, expected, said)


@pytest.mark.parametrize("name", every_block(str))
def test_every_block_shows_its_text_in_both_formats(name: str) -> None:
    block = every_block(lambda: HARMLESS)[name]
    shown = Read(written(block, "html"))
    whole = "".join(node.name for node in shown.nodes if node.kind == "text")
    assert HARMLESS in whole + "".join(shown.values("aria-label"))
    # Shades are no words.
    assert (HARMLESS in written(block, "md")) == (name != "Legend")
