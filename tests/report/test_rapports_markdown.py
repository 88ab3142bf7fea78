"""The reports in Markdown: whole files that were read sentence by sentence, and what a parser sees."""

from __future__ import annotations

import re
from datetime import date

import pytest

from ctgkit.report.markdown import mermaid
from tests.conftest import ROOT
from tests.report.filled import HARMLESS
from tests.report.parsing import READERS, nodes
from tests.report.rapports import ALL, hostile, report, written
from tests.report.texts import pieces

GOLDEN = ROOT / "tests" / "data" / "rapports"
DAY = date(2026, 11, 21)


@pytest.mark.parametrize(("kind", "name"), ALL)
def test_the_report_is_the_one_that_was_read(kind: str, name: str) -> None:
    """What follows the summary, the fiches as the plan has them, is the business of other tests."""
    made = report(kind, name, "md")
    made = re.sub(r"\A<!-- ctgkit [^>]*-->\n", "", made).split('\n<a id="', 1)[0]
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


def test_nothing_that_mermaid_reads_is_left_in_the_name_of_a_task() -> None:
    assert mermaid("Accueil : horaires; atypiques #1 %% {x} <b> ```") == "Accueil horaires atypiques 1 x b"
    assert mermaid("Section jeunes\nclick x") == "– Section jeunes click x"
    assert mermaid(":;") == "–"
    assert mermaid("Sections") == "Sections"
    long = mermaid("mot " * 40)
    assert (len(long), long[-1]) == (60, "…")
