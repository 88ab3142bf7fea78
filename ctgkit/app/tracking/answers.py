"""What somebody says of an action or an indicator: by options, or at a terminal."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import TypeAlias

from ctgkit.app.command_line.questions import Question, Unfit, ask, given, text
from ctgkit.app.command_line.values import meant
from ctgkit.app.misuse import Misuse
from ctgkit.plan.declaration import Unreadable
from ctgkit.plan.valeurs import bare, lire_avancement
from ctgkit.vocabulary.statut import Statut, facts_of

#: Keys of an entry or of a measure, with their values, in the order in which they are written.
Said: TypeAlias = tuple[tuple[str, str], ...]
#: The options as they were typed, by their fields; `None` where one was not given.
Typed: TypeAlias = Mapping[str, str | None]
_STATUTS = tuple(statut.value for statut in Statut)


def _statut(answer: str) -> str:
    own = next((statut.value for statut in Statut if bare(facts_of(statut).one) == bare(answer)), None)
    if own is not None:
        return own
    word, hint = meant(answer, _STATUTS)
    if word is None:
        # Another word for a status, or the English one: what leaves no doubt, else the usual hint.
        others = {name: statut.value for statut in Statut for name in (statut.many, *statut.facts.synonyms)}
        other, _ = meant(answer, tuple(others))
        if other is not None:
            return others[other]
        raise Unfit(f"valeur inconnue, « {answer} » ; {hint}")
    return word


def _avancement(answer: str) -> str:
    try:
        return str(lire_avancement(answer))
    except Unreadable:
        raise Unfit(f"un nombre entier de 0 à 100 est attendu, et non « {answer} »") from None


def _exact(answer: str) -> str:
    """A text, kept as it was given."""
    if not answer.strip():
        raise Unfit("un texte est attendu")
    if answer.isascii() or not any("\ud800" <= character <= "\udfff" for character in answer):
        return answer
    try:  # a machine without a language hands on bytes that it takes for no characters
        return os.fsencode(answer).decode()
    except UnicodeError:
        raise Unfit("ce texte n'est pas en UTF-8") from None


def _value(answer: str) -> str:
    return _exact(answer).strip()


#: For each key: what somebody is asked, how an option's value is read, and how an answer is.
_ENTRY: dict[str, tuple[str, Callable[[str], str], Callable[[str], str]]] = {
    "statut": (f"Statut ({', '.join(_STATUTS)})", _statut, _statut),
    "avancement": ("Avancement, de 0 à 100", _avancement, _avancement),
    "note": ("Note", _exact, text),
    "auteur": ("Auteur", _exact, text),
}
_MEASURE: dict[str, tuple[str, Callable[[str], str], Callable[[str], str]]] = {
    "valeur": ("Valeur", _value, _value),
    "commentaire": ("Commentaire", _exact, text),
}


def told(typed: Typed) -> Said:
    """What the options say; `auteur` and `commentaire` alone say nothing yet.

    Raises:
        Misuse: if a value will not do, or if the options do not go together.
    """
    measured = typed["indicateur"] is not None
    others = [f"--{name}" for name in (_ENTRY if measured else _MEASURE) if typed[name] is not None]
    if others and measured:
        raise Misuse(f"{others[0]} ne va pas avec --indicateur : une mesure a --valeur et --commentaire")
    if others:
        raise Misuse(f"{others[0]} va avec --indicateur NOM")
    said = []
    for name, (words, read, _) in (_MEASURE if measured else _ENTRY).items():
        value = typed[name]
        if value is not None:
            said.append((name, given(Question(f"--{name}", words, read), value)))
    return tuple(said)


def enough(said: Said) -> bool:
    """Whether there is something to add."""
    return not {name for name, _ in said}.isdisjoint(("statut", "avancement", "note", "valeur"))


def asked(said: Said, *, measured: bool) -> Said:
    """What somebody at the terminal adds to `said`; an empty answer skips a question.

    Raises:
        Misuse: if there is nothing more to read.
        KeyboardInterrupt: if that somebody has had enough.
    """
    known = dict(said)
    answers = []
    for name, (words, _, read) in (_MEASURE if measured else _ENTRY).items():
        answer = known.get(name) or ask(Question(f"--{name}", words, _optional(read)))
        if answer is not None:
            answers.append((name, answer))
    return tuple(answers)


def corrected_statut(why: str, said: Said) -> Said | None:
    """What somebody at the terminal says with another status; `None` if it is as they said.

    Args:
        why: what is wrong with the status and the progress.
        said: what they said.

    Raises:
        Misuse: if there is nothing more to read.
        KeyboardInterrupt: if that somebody has had enough.
    """
    print(f"  {why}")
    words, _, read = _ENTRY["statut"]
    answer = ask(Question("--statut", f"{words}, ou Entrée pour l'écrire ainsi", _optional(read)))
    if answer is None:
        return None
    return (("statut", answer), *(one for one in said if one[0] != "statut"))


def _optional(read: Callable[[str], str]) -> Callable[[str], str | None]:
    return lambda answer: read(answer) if answer.strip() else None
