"""What a document calls a thing, with what its sentences need of the word: plural, gender, articles."""

from __future__ import annotations

import re
from typing import Self

from ctgkit.french.capitals import small
from ctgkit.french.institutions import name
from ctgkit.french.nearest import fold
from ctgkit.french.units import plural_of

#: First words of what parties sign, and of what is written in it, that no ending tells the gender of.
_MASCULINE = frozenset("contrat pacte projet schema plan accord protocole programme cadre".split())  # noqa: SIM905
_FEMININE = frozenset("convention charte demarche alliance entente feuille".split())  # noqa: SIM905
#: How most feminine nouns end.
_FEMININE_ENDS = ("tion", "sion", "te", "ette", "ance", "ence", "ure", "ie", "ee", "che")
_VOWELS = "aeiouyh"
#: The word of ctgkit's own sentences, after what agrees with it.
_GENERAL = re.compile(r"\b(de la|à la|la|une autre|une|cette) convention\b", re.IGNORECASE)


class Noun(str):
    """A noun, or a name that starts with one: `contrat local de santé`.

    Attributes:
        many: the same, of several.
        feminine: whether it is feminine.
    """

    __slots__ = ("feminine", "many")
    many: str
    feminine: bool

    def __new__(cls, one: str, many: str | None = None, *, feminine: bool | None = None) -> Self:
        """A noun in the singular; what is not said of it follows from its first word."""
        made = super().__new__(cls, one)
        plural = plural_of(small(one))
        made.many = many or (plural[:1].upper() + plural[1:] if one[:1].isupper() else plural)
        made.feminine = _is_feminine(one) if feminine is None else feminine
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str, str], dict[str, bool]]:
        """What a copy is made of."""
        return (str(self), self.many), {"feminine": self.feminine}

    @classmethod
    def of_text(cls, text: str) -> Noun:
        """A noun, given as one or as any text."""
        return text if isinstance(text, Noun) else cls(text)

    @property
    def first(self) -> Noun:
        """Its first word, by which it is called once it is known: `contrat`."""
        return Noun(self.split(" ", maxsplit=1)[0], feminine=self.feminine)

    @property
    def _elided(self) -> bool:
        return fold(self)[:1] in _VOWELS

    @property
    def the(self) -> str:
        """`la convention`, `le contrat`, `l'accord`."""
        return f"l'{self}" if self._elided else f"{'la' if self.feminine else 'le'} {self}"

    @property
    def of(self) -> str:
        """`de la convention`, `du contrat`, `de l'accord`."""
        return f"de {self.the}" if self.feminine or self._elided else f"du {self}"

    @property
    def to(self) -> str:
        """`à la convention`, `au contrat`, `à l'accord`."""
        return f"à {self.the}" if self.feminine or self._elided else f"au {self}"

    @property
    def a(self) -> str:
        """`une convention`, `un contrat`."""
        return f"{'une' if self.feminine else 'un'} {self}"

    @property
    def this(self) -> str:
        """`cette convention`, `ce contrat`, `cet accord`."""
        return f"{'cette' if self.feminine else 'cet' if self._elided else 'ce'} {self}"

    def agreed(self, participle: str) -> str:
        """A participle that agrees with it: `conclue`, `conclu`."""
        return f"{participle}e" if self.feminine else participle

    def said_in(self, sentence: str) -> str:
        """One of ctgkit's own sentences about conventions in general, said of what this is."""
        first = self.first
        article = "une" if self.feminine else "un"
        said = {
            "de la": first.of,
            "à la": first.to,
            "la": first.the,
            "une autre": f"{article} autre {first}",
            "une": first.a,
            "cette": first.this,
        }

        def worded(found: re.Match[str]) -> str:
            words = said[found[1].lower()]
            return words[:1].upper() + words[1:] if found[0][0].isupper() else words

        return _GENERAL.sub(worded, sentence)


def _is_feminine(noun: str) -> bool:
    word = fold(noun).replace("’", " ").split(" ")[0]
    if word in _FEMININE or word in _MASCULINE:
        return word in _FEMININE
    known = name(noun).genre
    return known == "f" if known else word.endswith(_FEMININE_ENDS)
