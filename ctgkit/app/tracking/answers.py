"""What somebody says of an action or an indicator: by options, or at a terminal."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from ctgkit.app.command_line.questions import Question, Unfit, ask, given, text
from ctgkit.app.command_line.values import meant
from ctgkit.app.misuse import Misuse
from ctgkit.plan.declaration import Unreadable
from ctgkit.plan.montant import lire_montant
from ctgkit.plan.valeurs import bare, lire_avancement, lire_mot, lire_nombre
from ctgkit.vocabulary.argent import EtatFinancement
from ctgkit.vocabulary.bilan import Appreciation, Proposition
from ctgkit.vocabulary.comite import EtatDecision
from ctgkit.vocabulary.statut import Statut, facts_of
from ctgkit.vocabulary.terme import Terme

#: Keys of an entry or of a measure, with their values, in the order in which they are written.
Said: TypeAlias = tuple[tuple[str, str], ...]
#: The options as they were typed, by their fields; `None` where one was not given.
Typed: TypeAlias = Mapping[str, str | bool | None]
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


def _number(answer: str) -> str:
    try:
        return format(lire_nombre(answer), "f")
    except Unreadable:
        raise Unfit(f"un nombre est attendu (0,25), et non « {answer} »") from None


def _either(name: str, liste: type[Terme]) -> str:
    """A question, and the words that answer it."""
    return f"{name} ({', '.join(one.value for one in liste)})"


def _word(liste: type[Terme]) -> Callable[[str], str]:
    """Reads a word of a closed list, or a synonym."""

    def read(answer: str) -> str:
        try:
            return lire_mot(liste, answer).value
        except Unreadable:
            raise Unfit(
                f"valeur inconnue, « {answer} » ; valeurs possibles : {', '.join(one.value for one in liste)}"
            ) from None

    return read


def _amount(answer: str) -> str:
    try:
        return lire_montant(answer).texte
    except Unreadable:
        raise Unfit(f"un montant est attendu (12 500 €), et non « {answer} »") from None


#: For each key: what somebody is asked, how an option's value is read, and how an answer is.
_Keys: TypeAlias = Mapping[str, tuple[str, Callable[[str], str], Callable[[str], str]]]
_ENTRY: _Keys = {
    "statut": (f"Statut ({', '.join(_STATUTS)})", _statut, _statut),
    "echeance": ("De ce qui est reporté, la nouvelle échéance", _value, _value),
    "avancement": ("Avancement, de 0 à 100", _avancement, _avancement),
    "note": ("Note", _exact, text),
    "auteur": ("Auteur", _exact, text),
}
_MEASURE: _Keys = {
    "valeur": ("Valeur", _value, _value),
    "commentaire": ("Commentaire", _exact, text),
}
_BILAN: _Keys = {
    "resultats": ("Résultats", _exact, text),
    "freins": ("Freins", _exact, text),
    "leviers": ("Leviers", _exact, text),
    "suites": ("Suites", _exact, text),
    "etp": ("Temps passé, en ETP", _number, _number),
    "appreciation": (_either("Appréciation", Appreciation), _word(Appreciation), _word(Appreciation)),
    "proposition": (_either("Proposition", Proposition), _word(Proposition), _word(Proposition)),
}
_DECISION: _Keys = {
    "responsable": ("Responsable", _value, _value),
    "echeance": ("Échéance", _value, _value),
    "etat": (_either("État", EtatDecision), _word(EtatDecision), _word(EtatDecision)),
}
_MONEY: _Keys = {
    "realise": ("Montant dépensé", _amount, _amount),
    "etat": (_either("État", EtatFinancement), _word(EtatFinancement), _word(EtatFinancement)),
}


class Kind(NamedTuple):
    """A kind of follow-up that can be added.

    Attributes:
        keys: what it says, in the order in which it is written.
        asked_by: the options that ask for it, any of which is enough.
        told_by: the options of which one is needed for it to say something.
    """

    keys: _Keys
    asked_by: tuple[str, ...]
    told_by: tuple[str, ...]


ENTRY = Kind(_ENTRY, (), ("statut", "avancement", "note"))
MEASURE = Kind(_MEASURE, ("indicateur",), ("valeur",))
BILAN = Kind(_BILAN, ("bilan",), tuple(_BILAN))
DECISION = Kind(_DECISION, ("decision",), ())
MONEY = Kind(_MONEY, ("financement", "cout", "realise", "etat"), tuple(_MONEY))
_KINDS = (MEASURE, BILAN, DECISION, MONEY, ENTRY)


def kind_of(typed: Typed) -> Kind:
    """The kind of follow-up that the options ask for.

    Raises:
        Misuse: if they ask for two at once, or if one of them says something of another kind.
    """
    found: list[Kind] = []
    for one in _KINDS:
        # The state of a decision asks for no line of money.
        if any(typed[name] and not (found and name in found[0].keys) for name in one.asked_by):
            found.append(one)
    kind = found[0] if found else ENTRY
    wanted = [f"--{next(name for name in one.asked_by if typed[name])}" for one in found if one.asked_by]
    if len(wanted) > 1:
        raise Misuse(f"{wanted[0]} et {wanted[1]} ne vont pas ensemble")
    for other in _KINDS:
        for name in other.keys:
            if typed[name] is not None and name not in kind.keys:
                raise _of_another(name, other, wanted)
    return kind


def _of_another(name: str, other: Kind, wanted: list[str]) -> Misuse:
    """What is wrong with an option that says something of another kind."""
    if wanted:
        measure = " : une mesure a --valeur et --commentaire" if wanted[0] == "--indicateur" else ""
        return Misuse(f"--{name} ne va pas avec {wanted[0]}{measure}")
    theirs = {"indicateur": "--indicateur NOM", "decision": "--decision TEXTE"}
    option = other.asked_by[0]
    return Misuse(f"--{name} va avec {theirs.get(option, f'--{option}')}")


def told(typed: Typed, kind: Kind) -> Said:
    """What the options say; `auteur` and `commentaire` alone say nothing yet.

    Raises:
        Misuse: if a value will not do.
    """
    said = []
    for name, (words, read, _) in kind.keys.items():
        value = typed[name]
        if isinstance(value, str):
            said.append((name, given(Question(f"--{name}", words, read), value)))
    return tuple(said)


def enough(said: Said, kind: Kind) -> bool:
    """Whether there is something to add."""
    return not {name for name, _ in said}.isdisjoint(kind.told_by)


def asked(said: Said, kind: Kind) -> Said:
    """What somebody at the terminal adds to `said`; an empty answer skips a question.

    Raises:
        Misuse: if there is nothing more to read.
        KeyboardInterrupt: if that somebody has had enough.
    """
    known = dict(said)
    answers: list[tuple[str, str]] = []
    for name, (words, _, read) in kind.keys.items():
        if name == "echeance" and not _postpones(answers):
            continue
        answer = known.get(name) or ask(Question(f"--{name}", words, _optional(read)))
        if answer is not None:
            answers.append((name, answer))
    return tuple(answers)


def _postpones(answers: list[tuple[str, str]]) -> bool:
    """Whether what was answered so far puts something off to another day."""
    return any(name == "statut" and Statut.of(word).facts.postponed for name, word in answers)


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
