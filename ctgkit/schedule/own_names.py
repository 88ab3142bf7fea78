"""What a plan calls its convention: « CTG », « convention », and its own name, in words or initials."""

from __future__ import annotations

from typing import TypeAlias

from ctgkit.schedule.tokens import tokenise
from ctgkit.schedule.words import ARTICLES

#: A name, as the forms of its tokens.
Name: TypeAlias = tuple[str, ...]

#: The names that any plan has.
ALWAYS: frozenset[Name] = frozenset({("ctg",), ("convention", "territoriale", "globale"), ("convention",)})
#: What the name of a convention starts with.
_KINDS = frozenset({"contrat", "convention", "projet", "programme", "pacte", "plan", "schema"})
#: A name has no more words than this, and its initials no fewer letters.
_MOST, _FEWEST = 7, 3


def own_names(titre: str, convention: str) -> frozenset[Name]:
    """The names of the convention of a plan of this title, which calls it so.

    « Contrat local de santé du Pays Long » is a « contrat », a « contrat local de santé », a « CLS ».
    """
    words = _words(titre)
    found = _names(words) if words and words[0] in _KINDS else set()
    called = _words(convention)
    if called and tuple(called) not in ALWAYS:
        found |= _names(called) | ({(called[0],)} if called[0] in _KINDS else set())
    return ALWAYS | found


def _words(text: str) -> list[str]:
    """The words that a name may have at the start of a text."""
    words: list[str] = []
    for token in tokenise(text)[:_MOST]:
        if not (token.form.rstrip("'").isalpha() or token.form == "-"):
            break
        words.append(token.form)
    return words


def _names(words: list[str]) -> set[Name]:
    """Each beginning of some words, and its initials."""
    found: set[Name] = {("contrat",)} if words[0] == "contrat" else set()
    for count in range(2, len(words) + 1):
        name = words[:count]
        if name[-1] in ARTICLES or name[-1] == "-":
            continue
        found.add(tuple(name))
        full = "".join(word[0] for word in name if word != "-")
        short = "".join(word[0] for word in name if word not in ARTICLES and word != "-")
        found |= {(initials,) for initials in (full, short) if len(initials) >= _FEWEST}
    return found or {tuple(words)}
