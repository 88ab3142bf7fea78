"""Cross-references between fiches, as documents word them: "(voir fiches actions 1.1 et 2.1)"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Annotated, NamedTuple

from ctgkit.french.described import described
from ctgkit.plan import Fiche


@described("un segment", "segments", "Un morceau de texte.")
class Segment(NamedTuple):
    """A run of text; with `lien`, the anchor of the fiche it refers to."""

    texte: Annotated[str, "Ce qu'il dit."]
    lien: Annotated[
        str | None, "L'ancre de la fiche à laquelle il renvoie\u00a0; rien s'il ne renvoie nulle part."
    ] = None


_FICHE_ACTION = r"fiches?[\s\-‑]+actions?"
_VOIR = r"(?:voir|cf\.?)\s+(?:aussi\s+|également\s+)?(?:(?:la|les?)\s+|l['’]\s*)?"
_N = r"(?:n\s?[°ºo]s?\s*|numéros?\s+)?"
_BETWEEN = r"(?:\s*[,;/&–-]\s*(?:(?:et|ou)\s+)?|\s+(?:et|ou|à)\s+)"
#: `1.2`, whole: neither `1.2` of `1.2.3` nor of `1.2bis`.
_DOTTED = r"\d+(?:\.\d+)+(?!\w|\.\d)"
#: `12`, whole, and neither `2,5` nor `50 %`.
_PLAIN = r"\d+(?!\w|[.,–-]\d|\s*%)"

#: `FA 7.7`, `FA7.7`: how documents shorten "fiche action".
_FA = r"(?-i:FA)[\s‑-]?"
#: `A1-09`, `B.2`, `A1.2`: a number that letters start.
_CODED = r"(?-i:[A-Z]{1,3}\d*)[.‑-]\d+(?:[.‑-]\d+)*(?!\w|[.,‑-]\d)"
#: `A1`: so short that only what stands before it tells it from a road or a room.
_SHORT = r"(?-i:[A-Z]{1,2})\d+(?!\w|[.,‑-]\d)"

#: A dotted number after "fiche" or "action" can be nothing else. A plain one needs "fiche action" or
#: "voir", since "action 2024" has a year; and a list of them the plural, since "fiche action 3, 2
#: agents" has a count. One that letters start may stand alone.
_REFERENCE = re.compile(
    rf"(?<![\w‑-])(?:"
    rf"(?:{_FICHE_ACTION}|{_VOIR}(?:fiches?|actions?)|fiches?|actions?)\s+{_N}"
    rf"{_DOTTED}(?:{_BETWEEN}{_N}{_DOTTED})*"
    rf"|(?:{_FICHE_ACTION}|{_VOIR}(?:fiches?|actions?))(?<=s)\s+{_N}{_PLAIN}(?:{_BETWEEN}{_N}{_PLAIN})*"
    rf"|(?:{_FICHE_ACTION}|{_VOIR}(?:fiches?|actions?))\s+{_N}{_PLAIN}"
    rf"|{_FA}{_N}{_DOTTED}(?:{_BETWEEN}{_N}{_DOTTED})*|{_VOIR}{_FA}{_N}{_PLAIN}"
    rf"|(?:(?:{_FICHE_ACTION}|{_VOIR}(?:(?:fiches?|actions?)\s+)?|(?:fiches?|actions?))\s*{_N})"
    rf"(?:{_CODED}|{_SHORT})(?:{_BETWEEN}{_N}(?:{_CODED}|{_SHORT}))*"
    rf"|(?<!\.){_CODED})",
    re.IGNORECASE,
)
_ONE = re.compile(r"(?<![A-Za-zÀ-ÿ])[A-Z]{1,3}(?:\d*[.‑-])?\d+(?:[.‑-]\d+)*|\d+(?:\.\d+)*")
_LEAD = re.compile(r"(?:fiche|action|(?-i:FA)[\s‑-]?(?=[n\d]))", re.IGNORECASE)
_PREFIX = re.compile(r"(?:fiches?[\s‑-]*)?(?:actions?|FA)?[\s.‑-]*(?:N\s?[°º]\s*)?(?=\d)", re.IGNORECASE)
_SHORTENED = re.compile(r"^FA[.‑-]?(?=\d)")
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_DIGITS = re.compile(r"\d+")


class Reference(NamedTuple):
    """A number by which a text refers to a fiche."""

    numero: str
    start: int  #: of the words "fiche action" before the first number of a list, else of the number
    end: int
    lead: (
        str  #: what says that it is a reference, before the first of a list; nothing but its letters, perhaps
    )


class Numeros:
    """The fiches of a plan by their numbers, which some plans restart in each axis."""

    def __init__(self, fiches: Iterable[Fiche]) -> None:
        """Takes the fiches of a plan, in document order."""
        self._by_number: dict[str, list[Fiche]] = {}
        for fiche in fiches:
            if fiche.action.numero is not None:
                self._by_number.setdefault(_bare(fiche.action.numero), []).append(fiche)
        self._series = {_series(number) for number in self._by_number}
        self._shapes = {_shape(number) for number in self._by_number}

    def looks_like_one(self, reference: Reference) -> bool:
        """Whether a number is written as those of this plan are, so that one of them may be meant.

        One that no word announces needs to be of a series that there is: `A1-09` beside `A1-02`.
        """
        number = _bare(reference.numero)
        if not reference.lead:
            return _series(number) in self._series
        fiche = "fiche" in reference.lead.lower()
        return fiche or number[0].isdigit() or _shape(number) in self._shapes

    def meant(self, numero: str, axe: int | None) -> list[Fiche]:
        """The fiches that `numero` may mean: those of the same axis if there are any, else all.

        Args:
            numero: the number, as the text has it.
            axe: the rank (from 0) of the axis in which the text stands; `None` outside of them.
        """
        every = self._by_number.get(_bare(numero), [])
        return [fiche for fiche in every if fiche.axe == axe] or every


def references(texte: str) -> Iterator[Reference]:
    """Where a text refers to fiches, in order."""
    for phrase in _REFERENCE.finditer(texte):
        noun = _LEAD.search(phrase[0])
        ones = list(_ONE.finditer(phrase[0]))
        lead = phrase[0][: ones[0].start()]
        for rank, one in enumerate(ones):
            start = phrase.start() + (noun.start() if noun and rank == 0 else one.start())
            yield Reference(_SHORTENED.sub("", one[0]), start, phrase.start() + one.end(), lead)


def _bare(numero: str) -> str:
    """A number without what only says that it is one, and without the zeros that fill it up."""
    return _ZEROS.sub("", _PREFIX.sub("", numero.strip().replace("‑", "-").upper(), count=1)).rstrip(" .")


def _series(numero: str) -> str:
    return numero.rstrip("0123456789")


def _shape(numero: str) -> str:
    """A number with each letter and each run of digits as any other."""
    return re.sub("[A-Z]", "A", _DIGITS.sub("0", numero))


def segments(texte: str, resolve: Callable[[str], str | None]) -> tuple[Segment, ...]:
    """`texte` cut where it refers to a fiche.

    Args:
        texte: any text of the plan.
        resolve: the anchor of the fiche with that number, or `None` where there is none or more
            than one.

    Returns:
        Segments whose texts, joined, are `texte`. A link covers the words "fiche action" before
        the first number, so that it reads on its own.
    """
    cut: list[Segment] = []
    done = 0
    for numero, start, end, _lead in references(texte):
        anchor = resolve(numero)
        if anchor is None:
            continue
        if start > done:
            cut.append(Segment(texte[done:start]))
        cut.append(Segment(texte[start:end], anchor))
        done = end
    if done < len(texte) or not cut:
        cut.append(Segment(texte[done:]))
    return tuple(cut)
