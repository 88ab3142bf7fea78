"""Un texte d'attente est resté dans le plan.

## Ce que la règle vérifie

Qu'aucun texte n'attend encore d'être écrit :

- où qu'ils soient : « XX », « xx € », « 20XX », « __/__/____ », « jj/mm/aaaa », « TODO », « lorem
  ipsum », « ??? », « [nom de la structure] », « (à préciser) », « Montant : à définir » ;
- seuls dans leur texte : « à définir », « à compléter », « à venir », « en attente », « non
  renseigné », « ? », « … », un tiret ;
- dans les rubriques qui nomment quelqu'un, une date ou une somme (pilotes, publics, partenaires,
  moyens, dispositifs, indicateurs, calendrier, financements, contacts) : « à définir par le COPIL »,
  « nom à préciser », « dates à confirmer ».

Définir et préciser sont aussi du travail : « Définir les critères avec les familles » ou, dans un
constat, « les critères restent à définir » sont laissés. « Sans objet », « N/A » et « néant » sont
des réponses, « XXe siècle » est un siècle, et une phrase peut finir par des points de suspension.
Dans le journal d'une action, où l'on note ce qui reste à faire, seuls sont cherchés les « XX »,
dates à remplir et autres signes qui ne veulent rien dire.

## Pourquoi

Ces textes s'impriment tels quels dans le document que tout le monde signe.

## À éviter

```yaml
titre: Ouvrir un café des parents
pilotes:
  - Coordinatrice à désigner
moyens:
  - Un animateur, XX heures par semaine
```

## Corrigé

```yaml
titre: Ouvrir un café des parents
pilotes:
  - Coordinatrice petite enfance
moyens:
  - Un animateur, 4 heures par semaine
```

## Options

- `mots` : d'autres mots qui attendent leur texte, cherchés partout, sans regarder aux majuscules ;
  par exemple `["ZZ", "à voir"]`.
- `ignores` : les mots à laisser, tels que la règle les montre ; par exemple `["XX"]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ctgkit.french.nearest import fold
from ctgkit.french.visible import one_line
from ctgkit.lint.facts.words import nth
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.plan.reading.nodes import Path

CODE = Code("CTG307", "texte-a-completer")
SEVERITY = Gravite.ALERTE


@dataclass(frozen=True)
class Options:
    """Words to add to the placeholders, or to leave alone."""

    mots: tuple[str, ...] = ()
    ignores: tuple[str, ...] = ()


_VERB = (
    r"(?:d[ée]finir|pr[ée]ciser|compl[ée]ter|d[ée]terminer|confirmer|renseigner|d[ée]signer|fixer|indiquer"
    r"|chiffrer|identifier|nommer|valider)"
)
_LATER = rf"[àa]\s+{_VERB}"

#: Signs that mean nothing: they are sought everywhere. "XXe siècle" is one word, and no sign.
_SIGNS = re.compile(
    r"""
    (?<![\w@])(?:20(?:xx|[123]x)|x{2,}(?:[\s/.-]+x{2,})*)(?!\w|@|\.[a-wyz])(?!\s(?:e\s|[èe]me\s)?\s*si[èe]cle)
    | (?<![^\W_])_{2,}(?:\s?[/.-]\s?_{2,})*(?![^\W_])
    | (?<!\w)jj[/.-]mm[/.-]aa(?:aa)?(?!\w)
    | (?<!\w)aaaa-mm-jj(?!\w)
    | (?<!\w)(?-i:TODO|FIXME|TBD|TBC)(?!\w)
    | (?<!\w)lorem\s+ipsum(?!\w)
    | \?{3,} | \.{6,} | …{3,}
    """,
    re.IGNORECASE | re.VERBOSE,
)
#: What is left to write, said between brackets.
_SAID = re.compile(
    rf"""
    [\[<]\s*(?:(?:nom|pr[ée]nom|date|ann[ée]e|mois|jour|heure|lieu|adresse|t[ée]l[ée]phone|courriel|montant
        |nombre|chiffre|titre|commune|structure|intitul[ée]|texte|ins[ée]rer|indiquer|pr[ée]ciser
        |compl[ée]ter|renseigner|choisir|[àa]\s+{_VERB})\b[^\[\]<>]*)[\]>](?!\()
    | \(\s*(?:{_LATER}|\?+)\s*\)
    """,
    re.IGNORECASE | re.VERBOSE,
)
#: What is left to write, after a colon at the end.
_ENDING = re.compile(
    rf"(?<=:)\s*(?:{_LATER}|[àa]\s+venir|\?+|\[?(?:…|\.{{3}})\]?)\s*\.?$",
    re.IGNORECASE,
)
#: A text that is nothing else.
_ALONE = re.compile(
    rf"""
    \W*(?:(?:reste(?:nt)?\s+)?{_LATER}|[àa]\s+venir|(?:en\s+)?attente
        |en\s+cours\s+(?:de\s+(?:d[ée]finition|r[ée]daction|construction)|d['’]([ée]laboration|[ée]criture))
        |non\s+(?:d[ée]fini|renseign[ée]|pr[ée]cis[ée]|d[ée]termin[ée])e?s?|null|none)\W*
    | [\s.…?_*~/()\[\]–—-]+
    """,
    re.IGNORECASE | re.VERBOSE,
)
#: Where somebody, a date or a sum is named: a few words, then what is missing; or that, by somebody.
_NAMED = re.compile(
    rf"(?:[\w’'-]+\s+){{0,4}}(?:\(\s*)?{_LATER}\W*|{_LATER}\b.*",
    re.IGNORECASE | re.DOTALL,
)
#: What stands in every text that the two first patterns find something in: looking for these in
#: the whole plan spares looking further into most texts.
_SIGNALS = (
    *("xx", "201x", "202x", "203x", "__", "jj", "aaaa-", "todo", "fixme", "tbd", "tbc", "ipsum"),
    *("???", "......", "………", "[", "<", "(à", "(a ", "( ", "(?"),
)
#: How the texts start that are nothing else, and how near their end a colon is.
_STARTS = ("à", "a ", "a\u00a0", "reste", "en ", "en\u00a0", "attente", "non", "null", "none")
_EDGES = " \u00a0-–—.…?!:;,()[]<>«»'\"*_/"
_TAIL = 24
_SHORT = 60

_NAMING = frozenset(
    {
        "pilotes",
        "publics",
        "partenaires",
        "moyens",
        "dispositifs",
        "indicateurs",
        "calendrier",
        "financements",
        "contacts",
        "signataires",
    }
)
_JOURNAL = frozenset({"suivi", "mesures", "copils", "avenants"})


def check(context: Context, options: Options) -> Iterator[Remark]:
    """The placeholders left in the texts of the plan."""
    left = {fold(word) for word in options.ignores}
    more = _words(options.mots)
    every = [text.lower() for _, text in context.texts]
    whole = "\n".join(every)
    signals = "|".join(re.escape(signal) for signal in _SIGNALS if signal in whole)
    seek = re.compile(signals or r"(?!)")
    for (path, text), lowered in zip(context.texts, every, strict=True):
        patterns = [] if more is None else [more]
        if seek.search(lowered):
            patterns += [_SIGNS, _SAID]
        if ":" in text[-_TAIL:]:
            patterns.append(_ENDING)
        short = len(text) <= _SHORT and _may_be_one(lowered)
        if not patterns and not short:
            continue
        for start, end in _found(path, text, patterns, short=short):
            words = text[start:end]
            if fold(words) not in left:
                yield Remark(
                    path,
                    f"«\u00a0{one_line(words)}\u00a0» reste à compléter",
                    "écrivez ce qui manque, ou retirez ce texte",
                    words=words,
                    nth=nth(text, words, start),
                )


def _words(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """The words that somebody added, as words of their own."""
    if not words:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)


def _found(path: Path, text: str, patterns: list[re.Pattern[str]], *, short: bool) -> list[tuple[int, int]]:
    """Where placeholders stand in a text, in order, none of them within another."""
    journal = not _JOURNAL.isdisjoint(path)
    if journal:
        patterns = [pattern for pattern in patterns if pattern not in {_SAID, _ENDING}]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(
        _trimmed(text, *match.span()) for pattern in patterns for match in pattern.finditer(text)
    ):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    naming = not _NAMING.isdisjoint(path)
    if not kept and short and not journal and (_ALONE.fullmatch(text) or (naming and _NAMED.fullmatch(text))):
        return [_trimmed(text, 0, len(text))]
    return kept


def _may_be_one(lowered: str) -> bool:
    """Whether a short text may be a placeholder as a whole: few are, and this is quickly seen."""
    words = lowered.strip(_EDGES)
    return not words[:1].isalnum() or words.startswith(_STARTS) or " à" in lowered or " a " in lowered


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A range without the spaces around it."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
