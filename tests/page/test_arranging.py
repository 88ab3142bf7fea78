"""Sections in the order, under the titles and with the words that somebody chose."""

from __future__ import annotations

from ctgkit.page.arranging import Arrangement, arranged
from ctgkit.page.blocks import Cover, Facts, Page, Paragraph, Run, Section
from ctgkit.page.writing import paragraph


def page(*sections: Section) -> Page:
    return Page("essai", "Essai", Cover("", "Essai", (), Facts(())), sections, ("", ""))


PAGE = page(
    Section("une", "Une", (paragraph("1"),)),
    Section("deux", "Deux", (paragraph("2"),), anchor="deux-a"),
    Section("sous", "Dessous", (paragraph("3"),), level=1),
    Section("deux", "Deux encore", (paragraph("4"),), anchor="deux-b"),
    Section("trois", "Trois", (paragraph("5"),)),
)


def titles(of: Page) -> list[str]:
    return [section.title for section in of.sections]


def test_nothing_asked_changes_nothing() -> None:
    assert arranged(PAGE, Arrangement()) == PAGE


def test_sections_are_dropped_and_moved_with_those_below_them() -> None:
    found = arranged(PAGE, Arrangement(("trois", "deux")))
    assert titles(found) == ["Trois", "Deux", "Dessous", "Deux encore"]


def test_a_section_that_the_page_does_not_have_today_is_left_out() -> None:
    assert titles(arranged(PAGE, Arrangement(("changements", "une")))) == ["Une"]


def test_a_section_is_called_otherwise() -> None:
    assert titles(arranged(PAGE, Arrangement(titles={"trois": "Enfin"})))[-1] == "Enfin"


def test_a_sentence_comes_first_once() -> None:
    found = arranged(PAGE, Arrangement(texts={"deux": "Une phrase."}))
    assert [one.blocks[0] for one in found.sections[1:4]] == [
        Paragraph((Run("Une phrase."),)),
        paragraph("3"),
        paragraph("4"),
    ]


def test_a_section_of_ones_own_has_its_text_or_its_template() -> None:
    asked = Arrangement(("mot", "gabarit", "une"), {"mot": "Le mot"}, {"mot": "Merci."})
    found = arranged(PAGE, asked, own={"gabarit"})
    assert found.sections[0] == Section("mot", "Le mot", (paragraph("Merci."),))
    assert found.sections[1] == Section("gabarit", "", ())
    assert titles(arranged(PAGE, asked)) == ["Le mot", "Une"]
