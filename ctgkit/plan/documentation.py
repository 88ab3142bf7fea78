"""What is said of a code that ctg prints: one sentence, why, examples, and how to mend them.

A text in French and in Markdown, beside the code that it is about: the docstring of a rule's module, or the
last argument of :func:`declared`. `ctg rule`, `docs/regles.md` and `docs/constats.md` are made of these,
and a test runs their examples.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

#: What comes after the sentence of a code that is no rule's.
HEADINGS = ("Pourquoi", "À éviter", "Corrigé")
#: Each code that is no rule's, with its text.
DECLARED: dict[Code, str] = {}
#: How grave those are that are no errors.
MILDER: dict[Code, Gravite] = {}


class Example(NamedTuple):
    """A piece of a plan.

    Attributes:
        text: what it is.
        how: what must be known to run it: `fichier` for a whole file, `ancien` for the version before,
            `échappé` where characters that cannot be seen are written with a backslash, `windows-1252`.
    """

    text: str
    how: str


class Documentation(NamedTuple):
    """What a text says."""

    summary: str  #: one sentence
    body: str  #: all that follows it, with its headings
    examples: tuple[Example, ...]  #: what makes ctg print the code
    corrected: tuple[Example, ...]  #: the same, mended

    @property
    def failing(self) -> tuple[str, ...]:
        """The texts of the examples that make ctg print the code."""
        return tuple(example.text for example in self.examples)

    @property
    def mended(self) -> tuple[str, ...]:
        """The texts of the same, mended."""
        return tuple(example.text for example in self.corrected)


def declared(code: str, name: str, text: str, severity: Gravite = Gravite.ERREUR) -> Code:
    """A code that is no rule's, with its text; it is read when somebody asks."""
    made = Code(code, name)
    DECLARED[made] = text
    if severity is not Gravite.ERREUR:
        MILDER[made] = severity
    return made


def documentation(text: str, headings: Sequence[str]) -> Documentation:
    """What a text says.

    Args:
        text: the text.
        headings: those that it has, in their order, besides `Options`.

    Raises:
        ValueError: if it is not of the shape that all have.
    """
    summary, _, body = text.strip().partition("\n\n")
    pieces = re.split(r"^## (.+)\n", body, flags=re.MULTILINE)
    parts = dict(zip(pieces[1::2], pieces[2::2], strict=True))
    expected = [*headings, *(["Options"] if "Options" in parts else [])]
    if pieces[0].strip() or list(parts) != expected:
        raise ValueError(f"the documentation has the headings {expected}, not {list(parts)}")
    failing, mended = (_examples(parts.get(heading, "")) for heading in ("À éviter", "Corrigé"))
    if len([one for one in failing if one.how != "ancien"]) != len(mended):
        raise ValueError("the documentation has as many mended examples as failing ones")
    return Documentation(" ".join(summary.split()), body.strip(), failing, mended)


def _examples(part: str) -> tuple[Example, ...]:
    found = re.findall(r"```yaml *([^\n]*)\n(.*?)```", part, re.DOTALL)
    return tuple(Example(text, how) for how, text in found)
