"""Whose the dates are that no operator leads: those of what is planned, or of something that words name.

What stands before a date owns it or not by the way it leads to it. « En », « au », « pour » say when what
stands before takes place; « de » and a bare year make it a name (« l'étude de 2024 », « PRS 2023-2028 »),
unless what it would name is known to take place (« travaux 2025 »). What has no month and no day is the
name of a thing; « forum octobre 2024 » is when.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctgkit.schedule.built import NEAR
from ctgkit.schedule.chains import Chain
from ctgkit.schedule.phrase import Phrase
from ctgkit.schedule.words import NOT_PLURAL
from ctgkit.vocabulary.calendrier import Raison

_GENITIVES = frozenset({"de", "d'", "du", "des"})
#: What says when, whatever else the clause says.
_TAKES_PLACE = frozenset({"doing", "time", "plain", "start", "finish", "moved", "doubt", "but", "only"})
#: What has a number of its own: « phase 2 2025 ».
_NUMBERED = frozenset({"phase", "etape", "tranche", "volet", "temps"})
#: What a date after a colon may be that of, though years name it.
_PLANNED = frozenset(
    {
        "projet",
        "projets",
        "plan",
        "programme",
        "objectif",
        "objectifs",
        "bilan",
        "rapport",
        "enquete",
        "recensement",
    }
)
#: Of what there was: the years that follow are the ones of then.
_AGAIN = frozenset(
    {
        *("prolongation", "continuite", "reconduction", "renouvellement", "suite", "poursuite", "reprise"),
        *("actualisation", "revision", "evaluation", "restitution", "diffusion", "suivi", "analyse"),
    }
)
#: What is known of a day: « chiffres au 31 décembre 2023 ».
_MEASURED = frozenset({"chiffres", "donnees", "effectifs", "population", "situation", "statistiques"})
#: After « à », these say for whom, and no event.
_TOWARDS = frozenset({"attention", "intention", "disposition", "destination"})
#: How acts end, where several stand side by side with their years.
_ACTS = ("tion", "sion", "age", "ment", "ure")
#: What ends the clause that a date stands in.
_BOUNDS = frozenset({"stop", "colon", "date", "operator", "beat", "bad"})


def owner(phrase: Phrase, chain: Chain, since: int) -> Raison | None:
    """Why nobody can tell that the dates are those of what is planned; `None` if they are.

    Args:
        phrase: what is read.
        chain: the dates.
        since: the first year of the contract.
    """
    if _counts(phrase, chain):
        return Raison.AMBIGU
    lead = phrase.back(chain.first)
    leads = [phrase.word(at) for at in range(lead, chain.first)]
    if phrase.kind(lead - 1) == "colon":
        return _labelled(phrase, lead - 1) if _years(phrase, chain) else None
    if phrase.kind(lead - 1) == "beat" and _year(chain) and not leads and phrase.sense(lead - 2) == "frame":
        return Raison.REFERENCE  # « rapport annuel 2024 »
    if phrase.kind(lead - 1) != "prose":
        return None
    if leads and leads[0] in _GENITIVES:
        return _genitive(phrase, chain, lead - 1)
    if leads:
        return _led(phrase, chain, leads, since)
    if _years(phrase, chain):
        reason = _named(phrase, lead - 1)
        listed = reason == Raison.RATTACHEMENT and _acts(phrase, lead - 1) and _listed(phrase, chain)
        return None if listed else reason
    sense = phrase.sense(lead - 1)
    if sense == "frame":  # « délibération 12 mars 2024 », but « lancement du projet 1er semestre 2024 »
        heads = [at for at in _clause(phrase, lead - 1) if phrase.kind(at) == "prose"][-1:]
        return None if heads and phrase.sense(heads[0]) in _TAKES_PLACE else Raison.REFERENCE
    return Raison.REFERENCE if sense == "past" else None


def _led(phrase: Phrase, chain: Chain, leads: list[str], since: int) -> Raison | None:
    """Whether dates that « en », « au », « pour » lead to are those of something else."""
    lead = chain.first - len(leads)
    sense = phrase.sense(lead - 1)
    until = leads[-1] == "a" and sense in {None, "frame", "doing"} and _year(chain)
    past = _past(phrase, lead - 1) or _long_past(phrase, chain, lead - 1, since)
    if until or past or _at_event(phrase, lead):
        return Raison.EVENEMENT  # « de l'ouverture à 2026 »
    named = sense == "frame" and phrase.word(lead - 1) not in _PLANNED
    known = leads[0] == "au" and phrase.word(lead - 1) in _MEASURED
    return Raison.REFERENCE if known or (named and leads[0] in {"pour", "sur"}) else None


def _past(phrase: Phrase, at: int) -> bool:
    """« Nés en 2024 », « signée avec la Caf en 2023 »: the last word that says what takes place is past."""
    for before in (at, *_clause(phrase, at)):
        sense = phrase.sense(before)
        if sense is not None and sense != "time":
            return sense == "past"
    return False


def _at_event(phrase: Phrase, lead: int) -> bool:
    """« À l'ouverture de la crèche, en 2025 »: what takes place then is dated, and starts what is planned."""
    if phrase.sense(lead - 1) == "plain" and phrase.kind(lead - 2) == "link":
        lead -= 2  # « à la livraison du bâtiment, prévue en juin 2026 »
    head = [lead, *_clause(phrase, lead)][-1]
    if phrase.kind(head - 1) not in {"", "stop"}:
        return False
    noun = phrase.skip(head)
    words = {phrase.word(at) for at in range(head, noun)}
    led = not words.isdisjoint({"a", "au"}) and (noun - head > 1 or "au" in words)
    return led and noun < lead and phrase.word(noun) not in _TOWARDS and _acts(phrase, noun)


def _long_past(phrase: Phrase, chain: Chain, at: int, since: int) -> bool:
    """« Compétence transférée en 2018 »: a participle, and years that are all before the contract."""
    participle = phrase.tokens[phrase.marks[at].first].acute and phrase.sense(at) is None
    return participle and all(date.year is not None and date.year < since for date in chain.dates)


def _genitive(phrase: Phrase, chain: Chain, at: int) -> Raison | None:
    """« L'étude de 2024 », and not « les travaux du 2nd semestre 2025 » or « au cours de 2025 »."""
    sense = phrase.sense(at)
    if sense == "moved":  # « report de 2024 »; « reporté de 2024 à 2026 » does not last from one to the other
        return Raison.AMBIGU if len(chain.dates) > 1 else Raison.REFERENCE
    if phrase.word(at) == "lieu":
        return Raison.REFERENCE
    if "to" in chain.links:
        return Raison.REFERENCE if sense in {"frame", "past"} else None
    if sense in {"time", "plain", "start", "finish", "doubt"}:
        return None
    heads = all(phrase.kind(before) == "preposition" for before in _clause(phrase, at))
    if sense == "doing" and heads and chain.dates[0].kind != "annee":
        return None
    return Raison.REFERENCE if sense in {"frame", "past"} else Raison.RATTACHEMENT


def _named(phrase: Phrase, at: int) -> Raison | None:
    """Whether years right after the word at `at` name something: « PRS 2023-2028 », « plan local 2024 »."""
    if phrase.word(at).startswith("previsionnel") and phrase.kind(at - 1) == "prose":
        at -= 1  # « budget prévisionnel 2025 »
    sense = phrase.sense(at)
    before = [phrase.sense(one) for one in _clause(phrase, at) if phrase.kind(one) == "prose"]
    if sense == "time" and before[:1] == ["frame"]:
        return Raison.REFERENCE  # « bilan de la saison 2023 »
    if sense in _TAKES_PLACE - {"doing"}:
        return None
    if sense in {"frame", "past"} or phrase.acronym(at) or not {"frame", "past"}.isdisjoint(before):
        return Raison.REFERENCE
    if any(phrase.word(one) in _AGAIN for one in _clause(phrase, at)):
        return Raison.RATTACHEMENT  # « prolongation de l'action 2023 »
    takes_place = sense == "doing" or (before and before[-1] in _TAKES_PLACE - {"time"})
    return None if takes_place else Raison.RATTACHEMENT


def _acts(phrase: Phrase, at: int) -> bool:
    """Whether a word is an act: it takes place beside others, « cadrage 2024 / écriture 2025 »."""
    sense = phrase.sense(at)
    return sense in _TAKES_PLACE or (sense is None and phrase.word(at).endswith(_ACTS))


def _listed(phrase: Phrase, chain: Chain) -> bool:
    """Whether an act with its own years stands just before the clause of the dates, or just after them."""
    before = [chain.first, *_clause(phrase, phrase.back(chain.first))][-1] - 1
    if phrase.kind(before) in {"link", "stop"} and phrase.kind(before - 1) == "date":
        return True
    after = chain.last + 1
    if phrase.kind(chain.last) not in {"link", "stop"}:
        return False
    while after - chain.last < NEAR and phrase.kind(after) in {"prose", "preposition"}:
        after += 1
    return phrase.kind(after) == "date" and _acts(phrase, phrase.back(after) - 1)


def _labelled(phrase: Phrase, colon: int) -> Raison | None:
    """Whether what a colon or a bracket follows is named by years: « COG : 2023-2027 », « PRS (2023) »."""
    words = [colon - 1, *_clause(phrase, colon - 1)]
    if any(phrase.kind(at) == "number" for at in words):
        return None
    if phrase.word(colon) != "(":
        words = [at for at in words if phrase.kind(at) == "prose"][-1:]
        if words and phrase.word(words[0]) in _PLANNED:
            return None  # « projet de jardin : 2025 »
    return Raison.REFERENCE if words and phrase.sense(words[0]) in {"frame", "past"} else None


def _clause(phrase: Phrase, at: int) -> Iterator[int]:
    """The marks before the one at `at`, backwards, as far as its clause goes and no further than needed."""
    for before in range(at - 1, max(at - 1 - NEAR, -1), -1):
        one = phrase.marks[before]
        inside = one.kind == "link" and all(phrase.glued(near) for near in (before, before + 1))
        if one.kind in _BOUNDS or (one.kind == "link" and one.what not in {"and", "or"} and not inside):
            return
        yield before


def _year(chain: Chain) -> bool:
    return len(chain.dates) == 1 and chain.dates[0].kind == "annee" and not chain.dates[0].part


def _years(phrase: Phrase, chain: Chain) -> bool:
    """Whether the dates are years in figures, with nothing that says that they are years."""
    one = phrase.marks[chain.first]
    return chain.dates[0].kind == "annee" and not chain.dates[0].part and one.last - one.first == 1


def _counts(phrase: Phrase, chain: Chain) -> bool:
    """« 2000 kits », « 03 2025 », « 2025-2026 38 »: numbers of things, or printed one over the other."""
    if not _years(phrase, chain) or any(date.kind != "annee" for date in chain.dates):
        return False
    before = phrase.kind(chain.first - 1) == "number" and phrase.word(chain.first - 2) not in _NUMBERED
    if before or phrase.kind(chain.last) == "number":
        return True
    if len(chain.dates) > 1 or phrase.kind(chain.last) != "prose" or phrase.sense(chain.last) is not None:
        return False
    word = phrase.word(chain.last)
    return word.isalpha() and word[-1] in "sx" and word not in NOT_PLURAL
