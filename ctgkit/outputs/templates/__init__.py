"""Templates: how the sections and the blocks of a page look in HTML and in Markdown."""

from collections.abc import Mapping

__all__ = ["FORMATS", "SHARED"]

#: The formats that templates write.
FORMATS = ("html", "md")
#: What every template is given besides its view, whatever the document, and what it is in French.
SHARED: Mapping[str, tuple[str, str]] = {
    "date": ("une date", "Le jour du document\u00a0: celui de `--date`, ou aujourd'hui."),
    "version": ("un texte", "La version de ctgkit."),
    "output_format": ("`html` ou `md`", "Ce que le gabarit écrit."),
}
