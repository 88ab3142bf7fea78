"""Why dates that no operator leads may not be when the action is."""

from __future__ import annotations

from ctgkit.schedule.chains import Chain
from ctgkit.schedule.phrase import Phrase
from ctgkit.schedule.words import MOVED, NAMED_BY_YEAR, NOT_PLURAL
from ctgkit.vocabulary.calendrier import Raison


def doubt(phrase: Phrase, chain: Chain) -> Raison | None:
    """Why nobody can tell that the dates are those of what is planned; `None` if they are."""
    lead = phrase.back(chain.first)
    leads = [phrase.word(at) for at in range(lead, chain.first)]
    before = phrase.word(lead - 1) if phrase.kind(lead - 1) == "prose" else ""
    if all(word in {"de", "d'", "du", "des"} for word in leads):
        instead = before == "lieu" and leads and phrase.word(lead - 2) == "au"  # « au lieu de 2023 »
        if before in NAMED_BY_YEAR or instead:
            return Raison.REFERENCE
        if before.startswith(MOVED) and leads:
            return Raison.AMBIGU if len(chain.dates) > 1 else Raison.REFERENCE  # « report de 2024 »
    else:
        # « de l'ouverture à 2026 »: since when, nobody knows.
        until = leads[-1] == "a" and before and not before.startswith(MOVED) and _year(chain)
        return Raison.EVENEMENT if until else None
    return Raison.AMBIGU if _counts(phrase, chain) else None


def _year(chain: Chain) -> bool:
    return len(chain.dates) == 1 and chain.dates[0].kind == "annee" and not chain.dates[0].part


def _counts(phrase: Phrase, chain: Chain) -> bool:
    """« 2000 kits », « 03 2025 »: a number of things, or of something, as much as a year."""
    if not _year(chain):
        return False
    if phrase.marks[chain.first].last - phrase.marks[chain.first].first > 1:
        return False
    if "number" in {phrase.kind(chain.first - 1), phrase.kind(chain.last)}:
        return True
    if phrase.kind(chain.last) != "prose":
        return False
    word = phrase.word(chain.last)
    return word.isalpha() and word[-1] in "sx" and word not in NOT_PLURAL
