"""Documents: the views they are made of, and the templates that word them."""

from ctgkit.outputs.templates.render import FORMATS, KINDS, render, render_one_of_many

__all__ = ["FORMATS", "KINDS", "render", "render_one_of_many"]
