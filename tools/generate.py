"""Writes the generated files again: the JSON Schemas, the reference pages, the transcripts.

    python -m tools.generate

A test compares them with what this would write.
"""

from collections.abc import Iterator
from pathlib import Path

from ctgkit.outputs.data import report_schema
from ctgkit.outputs.findings import json_schema as findings
from ctgkit.plan.declaration import Kind, Regime, declared
from ctgkit.plan.reading.keys import TREE
from ctgkit.plan.schema import schema_text
from ctgkit.reports.calendar import schema as calendar_schema
from ctgkit.reports.diff import schema as diff_schema
from ctgkit.reports.status import schema as status_schema
from tools import codes, contexts, options, templates
from tools.transcripts import PAGES, ROOT, refreshed

_HEAD = """\
# Les clés du fichier

Toutes les clés d'un plan, partie par partie. « obligatoire » : la clé doit être là. « suivi » : ce
qu'elle contient change sans avenant ; tout le reste est le contrat. Ce qui se dit de la forme des
textes, des listes et des dates est dans [le fichier du plan](fichier.md).

<!-- Cette page est écrite par tools/generate.py, à partir des classes du plan. -->
"""


def _title(part: Kind) -> str:
    if part.__name__ == "Plan":
        return "En tête du plan"
    words = part.WHERE
    return words if words.startswith("`") else words[0].upper() + words[1:]


def _lines(part: Kind) -> Iterator[str]:
    yield f"\n## {_title(part)}\n"
    yield "| clé | ce que c'est | |"
    yield "|---|---|---|"
    for key, field in declared(part).items():
        notes = ["obligatoire"] if not field.optional else []
        notes += ["suivi"] if field.champ.regime is Regime.SUIVI else []
        text = field.description.replace("|", "\\|")
        yield f"| `{key}` | {text} | {', '.join(notes)} |"


def reference() -> str:
    """The page of all the keys, in the order a reader meets the parts."""
    return _HEAD + "\n".join(line for part in TREE for line in _lines(part)) + "\n"


def generated() -> dict[Path, str]:
    """Each generated file, with its text."""
    pages = {ROOT / page: refreshed((ROOT / page).read_text(encoding="utf-8")) for page in PAGES}
    commands = ROOT / "docs" / "commandes.md"
    pages[commands] = options.refreshed(pages[commands])
    return {
        ROOT / "schema" / "plan.schema.json": schema_text(),
        ROOT / "schema" / "findings.schema.json": findings.schema_text(),
        ROOT / "schema" / "status.schema.json": status_schema.schema_text(),
        ROOT / "schema" / "diff.schema.json": diff_schema.schema_text(),
        ROOT / "schema" / "report.schema.json": report_schema.schema_text(),
        ROOT / "schema" / "calendar.schema.json": calendar_schema.schema_text(),
        ROOT / "docs" / "cles.md": reference(),
        ROOT / "docs" / "contexte.md": contexts.reference(),
        ROOT / "docs" / "regles.md": codes.rules(),
        ROOT / "docs" / "constats.md": codes.findings(),
        ROOT / "docs" / "blocs.md": templates.reference(),
        **pages,
    }


if __name__ == "__main__":
    for path, text in generated().items():
        path.write_text(text, encoding="utf-8", newline="\n")
        print(path.relative_to(ROOT))  # noqa: T201
