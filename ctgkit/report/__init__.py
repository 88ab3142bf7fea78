"""Documents: the views they are made of, and the templates that word them."""

from ctgkit.report.render import FORMATS, KINDS, render

__all__ = ["FORMATS", "KINDS", "render"]
