"""What goes on from a date to something that no calendar dates: `2025 et N+1`, `de 2024 à la livraison`.

To keep the date and drop the rest would give a wrong end to what goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ctgkit.schedule.built import Built
from ctgkit.schedule.period import Unread
from ctgkit.schedule.phrase import Phrase
from ctgkit.schedule.scan import count_at
from ctgkit.vocabulary.calendrier import Raison

#: How many marks may stand between a date and what goes on from it: it keeps the time linear.
_REACH = 6
_TO = frozenset({"a", "au", "aux"})
_ENDS = frozenset({"", "stop", "link"})
_MONTHS = {"mois": 1, **dict.fromkeys(("an", "ans", "annee", "annees"), 12)}


def with_undated_ends(phrase: Phrase, built: Sequence[Built], unread: Sequence[Unread]) -> list[Unread]:
    """What of the phrase is not understood: `unread`, and what goes on from the dates, in order."""
    told = {offset for one in unread for offset in range(one.words.offset, one.words.end)}
    found = [one for one in _all(phrase, built) if one.words.offset not in told]
    return sorted([*unread, *found], key=lambda one: one.words.offset)


def _all(phrase: Phrase, built: Sequence[Built]) -> Iterator[Unread]:
    if not built:
        return
    after = {one.last: one for one in built if one.form in {"bare", "until", "from"}}
    for at in range(len(phrase.marks)):
        told = _after(phrase, after[at]) if at in after else _heading(phrase, at)
        if told is not None:
            first, last, reason = told
            yield Unread(phrase.words(first, last), reason)


def _heading(phrase: Phrase, at: int) -> tuple[int, int, Raison] | None:
    """`année 2 : travaux`: starts a sentence, and no date says which year that is."""
    alone = phrase.kind(at) == "hint" and phrase.marks[at].what == Raison.RELATIF
    if not alone or phrase.kind(phrase.back(at) - 1) not in {"", "stop"}:
        return None
    headed = phrase.kind(at + 1) == "colon" and not _glossed(phrase, at)
    return (at, at + 1, Raison.RELATIF) if headed else None


def _after(phrase: Phrase, built: Built) -> tuple[int, int, Raison] | None:
    """What goes on from a period: its first mark, the one after its last, and why it is not understood."""
    at = built.last
    links = []
    while phrase.kind(at) == "link" and at - built.last < _REACH:
        links.append(phrase.marks[at].what)
        at += 1
    if built.form == "from":  # « démarrage en 2024 (durée : 18 mois) »
        length = _length(phrase, at, bracket=not links)
        return (length, length + 1, Raison.DUREE) if length is not None and _over(phrase, length) else None
    first = at - ("and" in links)
    until = _until(phrase, at)
    target = phrase.skip(at + until)
    to = until or (target > at and phrase.word(at) in _TO)
    if phrase.kind(target) == "hint" and phrase.marks[target].what == Raison.RELATIF:
        joined = (links or to) and not _glossed(phrase, target)
        return (first, target + 1, Raison.RELATIF) if joined else None
    if "and" in links and _to_come(phrase, at):
        return first, _end(phrase, at, built.last), Raison.SANS_FIN
    if links and phrase.word(at - 1) == "puis" and phrase.kind(at) == "prose" and _last(phrase, at):
        return at - 1, _end(phrase, at, built.last), Raison.SANS_FIN  # « 2024 puis mise en œuvre »
    if to and phrase.kind(target) == "prose" and (until or _from(phrase, built)):
        return first, _end(phrase, target, built.last), Raison.SANS_FIN
    length = _length(phrase, target, bracket=at == target == built.last)
    if length is None or not (links or length > target) or _fits(phrase, built, length):
        return None
    over = _over(phrase, length)
    return (first if links else length, length + 1, Raison.DUREE) if over or "and" in links else None


def _over(phrase: Phrase, length: int) -> bool:
    """Whether nothing goes on from a duration: « 3 ans », but not « 3 ans et plus »."""
    return phrase.kind(length + 1) in _ENDS or phrase.word(length + 1) == ")"


def _length(phrase: Phrase, at: int, *, bracket: bool) -> int | None:
    """The mark of a duration: `(3 ans)`, `durée : 18 mois`."""
    if bracket and phrase.word(at) == "(":
        at += 1
    if phrase.word(at) == "duree":
        at = phrase.skip(at + 1 + (phrase.kind(at + 1) == "colon"))
    return at if phrase.kind(at) == "hint" and phrase.marks[at].what == Raison.DUREE else None


def _fits(phrase: Phrase, built: Built, at: int) -> bool:
    """Whether a duration is that of the period: `2024-2026 (3 ans)`, `2025, pendant 6 mois`."""
    start, end = built.period.start, built.period.end
    if start is None or end is None or start != end:
        return True
    mark = phrase.marks[at]
    count = count_at(phrase.tokens, mark.first)
    unit = phrase.tokens[mark.last - 1].form
    months = (end.dernier.year - start.premier.year) * 12 + end.dernier.month - start.premier.month + 1
    return count is None or count * _MONTHS.get(unit, 0) <= months


def _glossed(phrase: Phrase, at: int) -> bool:
    """`Année 2 : 2025`, `N+1 (2025)`, `à mi-parcours en 2025`: a date says when that is."""
    after = at + 1 + (phrase.kind(at + 1) == "colon")
    return phrase.kind(phrase.skip(after)) == "date"


def _until(phrase: Phrase, at: int) -> bool:
    return phrase.kind(at) == "operator" and phrase.marks[at].what == "until"


def _from(phrase: Phrase, built: Built) -> bool:
    """Whether « de » leads to the period, so that an « à » ends it."""
    return phrase.word(phrase.back(built.first)) in {"de", "du", "d'"}


def _to_come(phrase: Phrase, at: int) -> bool:
    """« puis à définir »: there is more to come, and nobody says when."""
    return any(phrase.sense(near) == "doubt" for near in range(at, at + _REACH))


def _last(phrase: Phrase, at: int) -> bool:
    """Whether nothing says when in the rest of a sentence."""
    for near in range(at, at + 2 * _REACH):
        if phrase.kind(near) in {"", "stop"}:
            return True
        if phrase.kind(near) in {"date", "beat", "hint", "bad"}:
            return False
    return False


def _end(phrase: Phrase, at: int, first: int) -> int:
    """The mark after the last word of what goes on from the mark `first`."""
    while phrase.kind(at) in {"prose", "preposition"} and at - first < 2 * _REACH:
        at += 1
    return phrase.back(at)  # « à l'ouverture », and not « à l'ouverture en » 2026
