"""Generated files are what would be generated now, and transcripts are what commands print."""

import re
from pathlib import Path

import pytest

from ctgkit.app.command_line.options import Option, declared
from ctgkit.app.dispatch import every_command
from tests.conftest import ROOT
from tools import codes, options, templates
from tools.generate import reference
from tools.transcripts import PAGES, refreshed


def test_the_reference_of_the_keys_is_fresh() -> None:
    assert (ROOT / "docs" / "cles.md").read_text(encoding="utf-8") == reference()


def test_the_references_of_the_codes_are_fresh() -> None:
    assert (ROOT / "docs" / "regles.md").read_text(encoding="utf-8") == codes.rules()
    assert (ROOT / "docs" / "constats.md").read_text(encoding="utf-8") == codes.findings()


def test_the_reference_of_the_templates_is_fresh() -> None:
    page = (ROOT / "docs" / "blocs.md").read_text(encoding="utf-8")
    assert page == templates.reference()
    assert page.count("\n- `") > 100


def test_the_table_of_the_options_is_fresh_and_has_all_of_them() -> None:
    page = (ROOT / "docs" / "commandes.md").read_text(encoding="utf-8")
    assert page == options.refreshed(page)
    table = page.partition(options.START)[2]
    for command in every_command():
        for one in declared(command):
            if isinstance(one.about, Option):
                assert one.about.help.split()[0] in table
                assert all(f"`{name}" in table for name in (*one.about.names, *one.about.aliases))


@pytest.mark.process
@pytest.mark.parametrize("page", PAGES)
def test_the_transcripts_of_a_page_are_true(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert text.count("```console\n$ ") >= 2
    assert text == refreshed(text)


def anchors(page: Path) -> set[str]:
    """Where a link within a page can lead: its headings, as GitHub and GitLab name them, and its `id`s."""
    text = page.read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    named = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    return named | set(re.findall(r' id="([^"]+)"', text))


def test_every_link_of_the_documentation_leads_somewhere() -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
    links = [
        (page, *target)
        for page in pages
        for target in re.findall(r"\]\((?!https:)([^)#]*)#?([^)]*)\)", page.read_text(encoding="utf-8"))
    ]
    assert len(links) > 8
    assert sum(bool(anchor) for _, _, anchor in links) > 8
    wrong = []
    for page, target, anchor in links:
        there = page.parent / target if target else page
        if not there.exists() or (anchor and anchor not in anchors(there)):
            wrong.append((page.name, target, anchor))
    assert wrong == []
