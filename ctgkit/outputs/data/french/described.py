"""What is told, in French, of a class of a view and of a list of codes."""

from __future__ import annotations

import re
from typing import NamedTuple

from ctgkit.french.nearest import fold

_ARTICLE = re.compile(r"\A(?:une?|des|l[ae]s?) |\Al'")
_NOT_IN_NAME = re.compile(r"[^a-z0-9]+")


def short_name(noun: str) -> str:
    """A noun without its article, as a name that links and JSON Schemas may use: `etat-de-fiche`."""
    return _NOT_IN_NAME.sub("-", fold(_ARTICLE.sub("", noun))).strip("-")


class Described(NamedTuple):
    """A class of a view.

    Attributes:
        one: what one of them is called, with its article.
        many: what several are, without any.
        told: what it is, in a sentence.
        names: each of its names, with what it is in a sentence. Of a part of the plan, the model
            describes the keys.
    """

    one: str
    many: str
    told: str
    names: dict[str, str]

    @property
    def short(self) -> str:
        """Its name in links and in JSON Schemas."""
        return short_name(self.one)


class Codes(NamedTuple):
    """A list of codes.

    Attributes:
        one: what one of them is called, with its article.
        many: what several are, without any.
        meanings: each of them, in the order of its type, with what it means.
    """

    one: str
    many: str
    meanings: dict[str, str]

    @property
    def short(self) -> str:
        """Its name in links."""
        return short_name(self.one)
