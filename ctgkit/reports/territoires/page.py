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


def page(view: TerritoiresView) -> Page:
    """The report as a page."""
    title, cafs, day = sentences.title(view), sentences.cafs(view), long_date(view.jour)
    sections = (
        Section(name, heading, tuple(_CONTENT[name](view)), anchor=name if name in _ANCHORED else "")
        for name, heading in SECTIONS.items()
    )
    return Page(
        kind="territoires",
        title=f"{title} – {cafs}",
        cover=Cover(
            kicker=sentences.contracts(view),
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


#: The sections, in order, and their titles.
SECTIONS: Mapping[str, str] = {
    "a-retenir": "À retenir",
    "a-suivre": "À suivre de près",
    "territoires": "Territoire par territoire",
    "retards": capital(PRESSANTES),
    "relances": capital(A_RELANCER),
    "copils": "Les comités de pilotage qui viennent",
    "termes": "Les conventions à leur terme",
    "argent": "Les financements",
    "ecarts": "Ce qui n'est pas compté",
}
#: Those that the document leads to, in every format.
_ANCHORED = {"ecarts"}
#: What each says, if anything.
_CONTENT: Mapping[str, Callable[[TerritoiresView], Iterator[Block]]] = {
    "a-retenir": retenir,
    "a-suivre": a_suivre,
    "territoires": territoires,
    "retards": retards,
    "relances": relances,
    "copils": copils,
    "termes": termes,
    "argent": argent,
    "ecarts": _ecarts,
}
