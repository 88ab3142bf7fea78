"""Un nombre annoncé n'est pas celui du plan.

## Ce que la règle vérifie

Que les nombres d'axes, d'objectifs (sous les noms que `vocabulaire.niveaux` leur donne), de fiches et
d'actions annoncés dans le préambule, les titres et les textes des sections sont ceux du plan ou, dans
le texte d'une section, les siens : « Ce plan comporte quatre axes et 28 actions ». Les nombres sont lus
en chiffres, et en lettres jusqu'à vingt. Sans `vocabulaire.niveaux`, un plan d'un seul niveau a des
axes, des thématiques ou des orientations.

La règle ne parle que si c'est sûr : « trois axes prioritaires », « plus de 20 actions », « 3 actions de
communication » ou le bilan de la convention précédente sont laissés, comme tout texte d'une fiche.
« Actions » peut compter ou non les fiches d'engagement.

## Pourquoi

Une fiche a été ajoutée ou retirée après l'écriture du préambule. C'est la première chose que les
signataires comparent.

## À éviter

```yaml
vocabulaire:
  niveaux:
    - Axe
preambule:
  - titre: Introduction
    texte: Le plan comporte trois axes et 2 actions.
axes:
  - id: enfance
    titre: Enfance
    actions:
      - numero: 1
        titre: Ouvrir une ludothèque
  - id: jeunesse
    titre: Jeunesse
    actions:
      - numero: 2
        titre: Créer un forum des métiers
```

## Corrigé

```yaml
vocabulaire:
  niveaux:
    - Axe
preambule:
  - titre: Introduction
    texte: Le plan comporte deux axes et 2 actions.
axes:
  - id: enfance
    titre: Enfance
    actions:
      - numero: 1
        titre: Ouvrir une ludothèque
  - id: jeunesse
    titre: Jeunesse
    actions:
      - numero: 2
        titre: Créer un forum des métiers
```
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ctgkit.french.nearest import fold
from ctgkit.french.visible import one_line
from ctgkit.lint.facts.words import nth
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite
from ctgkit.vocabulary.nature import NatureAction

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.rule import NoOptions
    from ctgkit.plan import Action, Plan, Section
    from ctgkit.plan.reading.nodes import Path

CODE = Code("CTG319", "compte-annonce")
SEVERITY = Gravite.ALERTE

_WORDS = (
    *("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize"),
    *("quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"),
)
_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
#: The numbers that are written in letters.
_NUMBERS = {word: rank for rank, word in enumerate(_WORDS, 2)} | _TENS
for _ten, _tens in _TENS.items():
    _NUMBERS |= {f"{_ten}-{word}": _tens + rank for rank, word in enumerate(_WORDS[:8], 2)}
    _NUMBERS |= {f"{_ten}{sign}et{sign}{one}": _tens + 1 for sign in " -" for one in ("un", "une")}
#: What sections may be called where the plan does not say, and there is one level of them.
_UNNAMED = ("axe", "thematique", "orientation")
_FICHES = "fiches?[ -]actions?|fiches?|actions?"
_ENGAGEMENTS = "fiches? d['’]engagement"
#: What may follow a count of all there is: nothing that says which ones.
_AFTER = (
    r"(?=\s*(?:[.,;:!)/]|\((?:au total|en tout)\)|$)|\s+(?:(?:et|dont|soit|au total|en tout|ci-|ont ete|sont"
    r"|de la (?:ctg|convention))\b"
    r"|d[ue] (?:ce |present )?(?:plan|contrat|document)\b(?!\s\w)|[-–]\s|(?:inscrit|retenu|suivant)e?s\b"
    r"|declin|repart|organis|regroup|reuni|structur|decoup))(?!\s*(?:,|et)\s+une?\b)"
)
#: Said next to a count: it is that of all there is.
_TOTAL_BEFORE = re.compile(r"\b(?:au total|en tout|total(?: de)?)\s*[,:]?\s*$")
_TOTAL_AFTER = re.compile(
    r"\s+\(?(?:au total|en tout|ci-(?:apres|dessous)|(?:inscrit|retenu|suivant)e?s"
    r"|de la (?:ctg|convention)|d[ue] (?:ce |present )?(?:plan|contrat|document))\b"
)
#: What parts two counts of one announcement: "6 thématiques, 22 actions".
_CHAIN = re.compile(r"\s*(?:[,;:/+]|[-–]|\bet\b|\bpuis\b)\s*")
_BEFORE = re.compile(
    r"\b(?:plus de|moins de|pres de|environ|parmi|ces|des|autres?|dont|a|ou|cent|mille|\w+ante|vingt)\s+"
    r"(?:(?:les|et)\s+)?$|\d\s+$"
)
#: Said of a document: it has so many.
_SAYS = re.compile(
    r"\b(?:declin\w+|comptent|compte|comport(?:e|ent)|compren(?:d|nent)|contien(?:t|nent)|articul\w+|structure\w*"
    r"|organise\w*|reparti\w*|compose\w*|regroupe\w*|reuni\w*|rassemble\w*|propose\w*|prevoi(?:t|ent)"
    r"|se divise\w*)\b"
    r"|\b(?:plan|ctg|convention|contrat|document|programme)\b[^,;:]*\b(?:porte sur|couvre|aborde|traite"
    r"|retient|a retenu|fixe|definit|identifie|concerne|autour de)\b|\bont ete (?:inscrit|retenu)"
)
#: Said of another document.
_OTHER = re.compile(
    r"\b(?:preceden|ancien|derni|premiere? ctg|premiere? convention|cej|contrat enfance|bilan)"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SENTENCE = re.compile(r"[.!?;\n]\s")
_TITLE = re.compile(r"(?:(?:les|nos|ses)\s+)?$")
_TITLE_END = re.compile(r"\s*(?:(?:du plan|de la ctg|de la convention)\s*)?[.:]?\s*$")


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """The counts in the texts around the fiches that are not those of the plan."""
    plan = context.plan
    names = {_singular(fold(name)): depth for depth, name in enumerate(plan.vocabulaire.niveaux)}
    names = names or dict.fromkeys(_UNNAMED if not any(axe.objectifs for axe in plan.axes) else ("axe",), 0)
    pattern = _pattern(names)
    whole = _counts(plan.axes, 0, names) | _fiches(fiche.action for fiche in context.fiches)
    for path, text in context.texts:
        if not _around(path) or len(folded := fold(text)) != len(text):
            continue
        every = list(pattern.finditer(folded))
        for found in every:
            noun = _noun(found)
            own = _own(plan, path, names).get(noun, set())
            if _number(found["number"]) in whole[noun] | own or not (
                _certain(plan, folded, found, chained=_is_chained(folded, found, every))
            ):
                continue
            words = text[found.start() : found.end()]
            count = f"cette section en compte {max(own)}" if own else f"le plan en compte {max(whole[noun])}"
            yield Remark(
                path,
                f"le texte annonce «\u00a0{one_line(words)}\u00a0», {count}",
                "corrigez ce nombre, ou cherchez ce qui manque dans le plan",
                words=words,
                nth=nth(text, words, found.start()),
            )


def _around(path: Path) -> bool:
    """Whether a text speaks of the plan or of a section, and not of a fiche."""
    return path[0] == "preambule" or path == ("titre",) or (path[0] == "axes" and "actions" not in path)


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    levels = "|".join(r"\s+".join(f"{re.escape(word)}[sx]?" for word in name.split()) for name in names)
    return re.compile(
        rf"(?<![\w.,-])(?P<number>\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})\s+"
        rf"(?:(?P<promise>{_ENGAGEMENTS})|(?P<fiche>{_FICHES})|(?P<level>{levels}))(?!\w){_AFTER}"
    )


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else _NUMBERS[words]


def _singular(name: str) -> str:
    return " ".join(word.rstrip("sx") for word in name.split())


def _noun(found: re.Match[str]) -> str:
    """What is counted: the name of a level, else the kind of fiche."""
    if found["level"] is not None:
        return _singular(found["level"])
    return NatureAction.ENGAGEMENT if found["promise"] else "fiche"


def _counts(sections: Iterable[Section], depth: int, names: dict[str, int]) -> dict[str, set[int]]:
    """How many there are of each level and kind of fiche, from some sections of one depth on."""
    levels: dict[int, int] = {}
    actions: list[Action] = []
    here = list(sections)
    while here:
        levels[depth] = len(here)
        actions += [action for section in here for action in section.actions]
        here = [below for section in here for below in section.objectifs]
        depth += 1
    return {name: {levels.get(at, 0)} for name, at in names.items()} | _fiches(actions)


def _fiches(actions: Iterable[Action]) -> dict[str, set[int]]:
    """How many there are of each kind of fiche: fiches d'engagement may be counted as actions or not."""
    promises = [action.nature.facts.promise for action in actions]
    return {NatureAction.ENGAGEMENT: {sum(promises)}, "fiche": {len(promises), len(promises) - sum(promises)}}


def _own(plan: Plan, path: Path, names: dict[str, int]) -> dict[str, set[int]]:
    """The counts of the section that a text is of; nothing of its own level and of those above."""
    if path[0] != "axes" or not isinstance(path[1], int):
        return {}
    section, depth = plan.axes[path[1]], 0
    for key, rank in zip(path[2::2], path[3::2], strict=False):
        if key != "objectifs" or not isinstance(rank, int):
            break
        section, depth = section.objectifs[rank], depth + 1
    counts = _counts([section], depth, names)
    return {name: count for name, count in counts.items() if names.get(name, depth + 1) > depth}


def _is_chained(text: str, found: re.Match[str], every: list[re.Match[str]]) -> bool:
    """Whether the count stands beside one of something else, and nothing between them."""
    return any(
        _noun(one) != _noun(found) and _CHAIN.fullmatch(text, min(one.end(), found.end()), start)
        for one in every
        if (start := max(one.start(), found.start())) >= min(one.end(), found.end())
    )


def _certain(plan: Plan, text: str, found: re.Match[str], *, chained: bool) -> bool:
    """Whether a text certainly speaks of this plan, and of all there is in it."""
    start = max((one.end() for one in _SENTENCE.finditer(text, 0, found.start())), default=0)
    stop = _SENTENCE.search(text, found.end())
    sentence = text[start : stop.start() if stop else len(text)]
    if found["promise"] is None and _BEFORE.search(text, start, found.start()):
        return False
    if _OTHER.search(sentence):
        return False
    if any(
        not plan.periode.debut.year <= int(year) <= plan.periode.fin.year for year in _YEAR.findall(sentence)
    ):
        return False
    title = _TITLE.match(text, 0, found.start()) and _TITLE_END.match(text, found.end())
    total = _TOTAL_BEFORE.search(text, start, found.start()) or _TOTAL_AFTER.match(text, found.end())
    return bool(chained or title or total or _SAYS.search(sentence))
