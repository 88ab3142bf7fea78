"""Compiles the templates, as a wheel carries them: see :mod:`ctgkit.report.compiled`."""

from pathlib import Path

from jinja2 import FileSystemLoader

from ctgkit.report import builtin
from ctgkit.report.environment import environment

#: What the documents of each format are made of.
_MADE_OF = {"html": ("html", "css", "jinja", "txt"), "md": ("md", "jinja", "txt")}


def compile_into(folder: Path) -> None:
    """Writes the templates of each format as Python modules, in the format's own folder."""
    for output_format, extensions in _MADE_OF.items():
        made = environment(output_format)
        made.loader = FileSystemLoader(builtin.templates_folder())
        made.compile_templates(folder / output_format, extensions, zip=None, ignore_errors=False)
