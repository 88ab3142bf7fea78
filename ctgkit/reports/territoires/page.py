"""The report over the territories of a Caf as a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ctgkit.french.capitals import capital
from ctgkit.french.dates import long_date
from ctgkit.page.blocks import Block, Cover, Facts, Page, Section
from ctgkit.page.writing import bullets, runs
from ctgkit.reports.followed.blocks import only_told
from ctgkit.reports.territoires import sentences
from ctgkit.reports.territoires.sections.argent import argent
from ctgkit.reports.territoires.sections.dates import copils, termes
from ctgkit.reports.territoires.sections.fiches import a_suivre, relances, retards
from ctgkit.reports.territoires.sections.retenir import retenir
from ctgkit.reports.territoires.sections.tableau import territoires
from ctgkit.reports.territoires.view import TerritoiresView
from ctgkit.vocabulary.groupe import A_RELANCER, PRESSANTES
from ctgkit.vocabulary.rapport import Rapport


def page(view: TerritoiresView) -> Page:
    """The report as a page."""
    title, cafs, day = sentences.title(view), sentences.cafs(view), long_date(view.day)
    sections = (
        Section(name, heading, tuple(content(view)), anchor="ecarts" if name == "ecarts" else "")
        for name, (heading, content) in SECTIONS.items()
    )
    return Page(
        kind=Rapport.TERRITOIRES.value,
        title=f"{title} – {cafs}",
        cover=Cover(
            kicker="Conventions territoriales globales",
            title=title,
            subtitles=(cafs, f"Situation au {day}"),
            facts=Facts(()),
        ),
        sections=only_told(sections),
        running=(cafs, f"{title}, {day}"),
        colophon=runs(sentences.colophon(view)),
    )


def _ecarts(view: TerritoiresView) -> Iterator[Block]:
    if view.ecarts:
        yield bullets(map(sentences.ecart, view.ecarts))


#: The sections, in order: their titles, and what they say, if anything.
SECTIONS: Mapping[str, tuple[str, Callable[[TerritoiresView], Iterator[Block]]]] = {
    "a-retenir": ("À retenir", retenir),
    "a-suivre": ("À suivre de près", a_suivre),
    "territoires": ("Territoire par territoire", territoires),
    "retards": (capital(PRESSANTES), retards),
    "relances": (capital(A_RELANCER), relances),
    "copils": ("Les comités de pilotage qui viennent", copils),
    "termes": ("Les conventions à leur terme", termes),
    "argent": ("Les financements", argent),
    "ecarts": ("Ce qui n'est pas compté", _ecarts),
}
