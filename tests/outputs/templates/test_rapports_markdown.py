"""The reports in Markdown: whole files that were read sentence by sentence, and what a parser sees."""

from __future__ import annotations

import re
from datetime import date

import pytest

from ctgkit.outputs.mermaid import label
from ctgkit.reports.pilote.people import pilotes
from tests.conftest import ROOT
from tests.outputs.templates.filled import HARMLESS
from tests.outputs.templates.parsing import READERS, nodes
from tests.outputs.templates.rapports import ALL, EVERY, MOMENTS, hostile, report, written
from tests.outputs.templates.texts import pieces
from tests.reports.copil.plans import DAYS, plan

GOLDEN = ROOT / "tests" / "data" / "rapports"
DAY = date(2026, 11, 21)


@pytest.mark.parametrize(("kind", "name"), ALL)
def test_the_report_is_the_one_that_was_read(kind: str, name: str) -> None:
    """What follows the summary, the fiches as the plan has them, is the business of other tests."""
    made = report(kind, name, "md")
    made = re.sub(r"\A<!-- ctgkit [^>]*-->\n", "", made).split('\n<a id="fiche-', 1)[0]
    assert made == (GOLDEN / f"{kind}-{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("kind", "name"), ALL)
def test_every_row_has_as_many_cells_as_the_head_of_its_table(kind: str, name: str) -> None:
    """Counted in the lines: a parser drops the cells that are too many."""
    text = report(kind, name, "md")
    blocks = [
        [len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()]
        for block in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
    ]
    assert all(len(set(counts)) == 1 and len(counts) > 2 for counts in blocks)
    tables = sum(1 for token in READERS["gfm"].parse(text) if token.type == "table_open")
    assert len(blocks) == tables
    assert tables >= 4 or kind == "pilote"


@pytest.mark.parametrize("kind", ["copil", "pilote", "territoires"])
@pytest.mark.parametrize("text", pieces()[::17])
def test_a_text_of_the_plan_changes_nothing_of_the_structure(kind: str, text: str) -> None:
    """But for the Gantt, whose names are made of words only."""

    def shape(one: str) -> list[tuple[str, str]]:
        made = written(hostile(one), kind, "md", DAY, one)
        return [(node.kind, node.tag) for node in nodes(made, "gfm") if node.kind not in {"text", "anchor"}]

    assert shape(text) == shape(HARMLESS)


def test_the_name_of_a_task_is_whole_and_nothing_in_it_is_obeyed() -> None:
    assert label("Accueil : horaires #1 {x}") == "Accueil #58; horaires #35;1 #123;x#125;"
    assert label("Section jeunes\nclick x") == "#83;ection jeunes click x"
    assert label(" \n ") == "–"
    assert label("mot " * 40) == " ".join(["mot"] * 40)
    assert label("Sections") == "Sections"


def bare(text: str) -> list[str]:
    """Headings under which nothing stands but a heading as high, and tables without a row."""
    found = []
    blocks = [
        one
        for one in READERS["gfm"].parse(text)
        # An anchor is no content.
        if one.type in {"heading_open", "inline", "table_open", "tbody_open", "fence", "hr"}
        and not re.fullmatch(r'<a id="[^"]*"></a>', one.content)
    ]
    for rank, block in enumerate(blocks):
        after = [*blocks[rank + 1 :], block]
        if block.type == "heading_open" and (
            after[1].type == "hr" or (after[1].type == "heading_open" and after[1].tag <= block.tag)
        ):
            found.append(after[0].content)
        following = next((one.type for one in after if one.type in {"tbody_open", "table_open"}), None)
        if block.type == "table_open" and following != "tbody_open":
            found.append(after[0].content)
    return found


def test_a_heading_followed_by_nothing_would_be_found() -> None:
    assert bare("# A\n\n## B\n\n## C\n\nx\n\n# D\n\n---\n") == ["B", "D"]
    assert bare('# A\n\n<a id="x"></a>\n\n# B\n\nx\n') == ["A"]


@pytest.mark.parametrize(("kind", "name"), EVERY)
def test_no_heading_is_followed_by_nothing(kind: str, name: str) -> None:
    assert bare(report(kind, name, "md")) == []


@pytest.mark.parametrize(("name", "day"), MOMENTS)
def test_no_heading_is_followed_by_nothing_at_other_moments(name: str, day: date) -> None:
    assert bare(written(plan(name), "copil", "md", day, "")) == []


@pytest.mark.parametrize("name", DAYS)
def test_no_heading_is_followed_by_nothing_in_the_list_of_any_pilot(name: str) -> None:
    for nom in pilotes(plan(name)):
        for day in (DAYS[name], plan(name).periode.debut, date(2028, 3, 1)):
            assert bare(written(plan(name), "pilote", "md", day, nom)) == []
