"""A format of documents: a module that declares it and writes pages in it."""

from tools.recipes.addition import Addition, File, Generated, Look
from tools.recipes.plans import DAY, plan

_MODULE = '''\
"""`adoc`: AsciiDoc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctgkit import __version__
from ctgkit.outputs.format import Format

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctgkit.outputs.format import Given
    from ctgkit.page.blocks import Page

FORMAT = Format(
    name="adoc",
    rank=4,
    told="de l'AsciiDoc",
    page=True,
    suffixes=(".adoc",),
    synonyms=("asciidoc",),
    starts="// ctgkit ",
)


def page(page: Page, _: Given) -> str:
    """A page, line by line."""
    return "".join(f"{line}\\n" for line in _lines(page))


def _lines(page: Page) -> Iterator[str]:
    from ctgkit.page.lines import lines  # noqa: PLC0415  (only where a page is written)
    from ctgkit.page.writing import text_of  # noqa: PLC0415  (as above)

    yield f"// ctgkit {__version__}"
    yield f"= {page.title}"
    for section in page.sections:
        yield f"\\n{'=' * (section.level + 2)} {section.title}\\n"
        yield from (f"{text_of(line)}\\n" for line in lines(section.blocks))
'''
_FICHE = "pilotes: Le relais\nsuivi:\n  - date: 2026-01-15\n    statut: bloquée\n"


def _report(words: str, *more: str) -> Look:
    return Look(words, ("report", "plan.yaml", *more, "-o", "r.adoc", *DAY), "r.adoc")


def _avenant(words: str) -> Look:
    return Look(words, ("diff", "ancien.yaml", "plan.yaml", "--avenant", "-o", "a.adoc", *DAY), "a.adoc")


ADDITION = Addition(
    name="a format",
    most=1,
    changes=(File("ctgkit/outputs/formats/adoc.py", _MODULE),),
    files={
        "plan.yaml": plan(_FICHE),
        "ancien.yaml": plan(_FICHE.replace("Le relais", "La crèche")),
        "ctgkit.toml": '[report.copil]\nsections = ["decisions"]\n',
    },
    looks=(
        _report("== Les points soumis à décision"),
        _report("Ouvrir un lieu aux familles", "--kind", "plan"),
        _report("Territoire inventé", "--kind", "territoires"),
        _report("Ouvrir un lieu aux familles", "--kind", "pilote", "--pilote", "Le relais"),
        Look(
            "Le relais",
            ("report", "plan.yaml", "--each", "--format", "asciidoc", "-o", "d", *DAY),
            "d/plan-copil.adoc",
        ),
        Look("// ctgkit", ("report", "plan.yaml", "--format", "adoc", "-o", "-", *DAY)),
        Look("Ouvrir un lieu aux familles", ("diff", "ancien.yaml", "plan.yaml", "-o", "r.adoc"), "r.adoc"),
        _avenant("== Objet de l'avenant"),
        Look("adoc", ("report", "--help")),
        Look("adoc", ("diff", "--help")),
        Generated(
            "| `adoc` | `asciidoc` | `.adoc` | de l'AsciiDoc | une comparaison, un rapport, un avenant |",
            "docs/commandes.md",
        ),
    ),
)
