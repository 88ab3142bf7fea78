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


def own_names(titre: str) -> frozenset[Name]:
    """The names of the convention of a plan of this title.

    « Contrat local de santé du Pays Long » is a « contrat », a « contrat local de santé », a « CLS ».
    """
    forms = [token.form for token in tokenise(titre)]
    words: list[str] = []
    for form in forms[:_MOST]:
        if not (form.rstrip("'").isalpha() or form == "-"):
            break
        words.append(form)
    if not words or words[0] not in _KINDS:
        return ALWAYS
    found: set[Name] = {("contrat",)} if words[0] == "contrat" else set()
    for count in range(2, len(words) + 1):
        name = words[:count]
        if name[-1] in ARTICLES or name[-1] == "-":
            continue
        found.add(tuple(name))
        full = "".join(word[0] for word in name if word != "-")
        short = "".join(word[0] for word in name if word not in ARTICLES and word != "-")
        found |= {(initials,) for initials in (full, short) if len(initials) >= _FEWEST}
    return ALWAYS | found
