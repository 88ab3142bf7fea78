"""Templates: how the sections and the blocks of a page look in HTML and in Markdown."""

from collections.abc import Mapping

__all__ = ["FORMATS", "SHARED"]

#: The formats that templates write.
FORMATS = ("html", "md")
#: What every template is given besides its view, whatever the document, and what it is in French.
SHARED: Mapping[str, tuple[str, str]] = {
    "date": ("une date", "Le jour du document\u00a0: celui de `--date`, ou aujourd'hui."),
    "version": ("un texte", "La version de ctgkit."),
    "page": (
        "une page",
        "Le document en parties et en [blocs](blocs.md), tel que tous les formats l'écrivent.",
    ),
    "parts": ("une liste de parties", "Les parties du premier rang, chacune avec celles du dessous."),
    "part": ("une partie", "La partie qui est écrite\u00a0; dans le gabarit d'une partie seulement."),
    "b": ("des macros", "Ce qui écrit les blocs\u00a0: [les macros](blocs.md#les-macros)."),
    "output_format": ("`html` ou `md`", "Ce que le gabarit écrit."),
}
