"""Documents: the views they are made of, and the templates that word them."""

from ctgkit.vocabulary.rapport import Rapport

__all__ = ["FORMATS", "KINDS"]

#: The documents of `ctg report`, and the formats that templates write.
KINDS = tuple(one.value for one in Rapport)
FORMATS = ("html", "md")
