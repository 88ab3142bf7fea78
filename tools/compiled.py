"""Compiles the templates, as a wheel carries them: see :mod:`ctgkit.outputs.templates.compiled`."""

from pathlib import Path

from jinja2 import FileSystemLoader

from ctgkit.outputs.templates import builtin
from ctgkit.outputs.templates.environment import environment

#: What the documents of each format are made of.
_MADE_OF = {"html": ("html", "css"), "md": ("md",)}


def compile_into(folder: Path) -> None:
    """Writes the templates of each format as Python modules, in the format's own folder."""
    for output_format, extensions in _MADE_OF.items():
        made = environment(output_format)
        made.loader = FileSystemLoader(builtin.templates_folder())
        made.compile_templates(folder / output_format, extensions, zip=None, ignore_errors=False)
