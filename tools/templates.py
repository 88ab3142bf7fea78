"""The reference of the templates: which blocks each has, and which macros its helpers offer."""

from collections.abc import Iterator
from typing import NamedTuple, get_args

from jinja2 import nodes

from ctgkit.outputs.templates import builtin
from ctgkit.outputs.templates.environment import environment
from ctgkit.page import blocks
from ctgkit.page.blocks import Block
from ctgkit.reports.sections import DOCUMENTS, sections_of

_HEAD = """\
# Les parties, les blocs et les macros

De quoi les documents sont faits, ce qu'un gabarit peut redéfinir, et ce qu'il peut appeler.
[Adapter les documents](gabarits.md) dit comment.

<!-- Cette page est écrite par tools/generate.py, à partir des documents et des gabarits. -->

## Les parties

Leurs noms, dans leur ordre, pour `ctgkit.toml` et pour les gabarits.
"""
_PAGE_BLOCKS = """
## Les blocs d'une page

Une partie est une suite de blocs (`part.section.blocks`). Chacun a sa macro dans `blocs.html` et dans
`blocs.md`, qui l'écrit : `{{ b.blocs(part.section.blocks, 2) }}` les écrit tous, sous un titre de rang 2.

| bloc | ce que c'est | ce qu'il contient |
|---|---|---|
"""
#: What each block is, in French.
_BLOCKS_TOLD: dict[type[NamedTuple], str] = {
    blocks.Heading: "Un titre dans une partie.",
    blocks.Paragraph: "Un paragraphe.",
    blocks.Bullets: "Une liste.",
    blocks.Facts: "Des intitulés et ce qu'ils annoncent\u00a0: les rubriques d'une fiche, la couverture.",
    blocks.Figures: "Quelques chiffres à lire d'abord.",
    blocks.Table: "Un tableau.",
    blocks.Bar: "Une barre, et ses parts.",
    blocks.Legend: "Ce que les teintes veulent dire.",
    blocks.Curve: "La courbe d'un indicateur.",
    blocks.Timeline: "Un calendrier dessiné.",
    blocks.Card: "Un tout que la page ne coupe pas\u00a0: une étape, un indicateur.",
    blocks.Cards: "Plusieurs, côte à côte s'il y a la place.",
    blocks.Fiche: "Une fiche du plan, entière.",
    blocks.Notice: "Un avertissement.",
    blocks.Facing: "Ce qui est et ce qui le remplace, face à face.",
    blocks.Signatures: "De quoi signer.",
}
_BLOCKS = """
## Les blocs des gabarits

Un bloc en retrait est dans celui qui le précède : redéfinir le second remplace aussi le premier.
"""
_MACROS = """
## Les macros

Les gabarits nomment `b` les macros des blocs. Après `=`, ce que vaut un argument que l'on ne donne pas.
"""


def reference() -> str:
    """The page of all the blocks and macros."""
    trees = {name: environment("html").parse(builtin.text(name)) for name in builtin.names()}
    blocks = {name: list(_blocks(tree)) for name, tree in trees.items()}
    macros = {name: list(_macros(tree)) for name, tree in trees.items()}
    lines = [_HEAD, *_sections(), _PAGE_BLOCKS, *map(_block, get_args(Block)), _BLOCKS]
    for name, found in blocks.items():
        if found:
            lines += [f"\n### `{name}`{_extended(trees[name])}\n\n", *found]
    lines.append(_MACROS)
    for name, found in macros.items():
        if found:
            lines += [f"\n### `{name}`\n\n", *found]
    return "".join(lines)


def _sections() -> Iterator[str]:
    """The sections of each document, in order."""
    for kind in DOCUMENTS:
        yield f"\n### `{kind}`\n\n"
        found = sections_of(kind)
        yield from (f"- `{name}`{f' ({title})' if title else ''}\n" for name, title in found.items())


def _block(block: type[NamedTuple]) -> str:
    fields = ", ".join(f"`{name}`" for name in block._fields)
    return f"| `{block.__name__}` | {_BLOCKS_TOLD[block]} | {fields} |\n"


def _extended(tree: nodes.Template) -> str:
    found = next(tree.find_all(nodes.Extends), None)
    return f" (qui étend `{getattr(found.template, 'value', '')}`)" if found else ""


def _blocks(tree: nodes.Node, indent: str = "") -> Iterator[str]:
    for node in tree.iter_child_nodes():
        if isinstance(node, nodes.Block):
            yield f"{indent}- `{node.name}`\n"
            yield from _blocks(node, indent + "  ")
        else:
            yield from _blocks(node, indent)


def _macros(tree: nodes.Template) -> Iterator[str]:
    for macro in tree.body:
        if isinstance(macro, nodes.Macro):
            names = [argument.name for argument in macro.args]
            plain = len(names) - len(macro.defaults)
            optional = zip(names[plain:], macro.defaults, strict=True)
            given = [f"{name}={_written(default)}" for name, default in optional]
            yield f"- `{macro.name}({', '.join(names[:plain] + given)})`\n"


def _written(value: nodes.Expr) -> str:
    constant = value.as_const()
    return {True: "true", False: "false", None: "none"}.get(constant, f'"{constant}"')
