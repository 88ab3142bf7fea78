"""The page of what templates are given, made from the types of the views."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctgkit.outputs.data.french import codes_of, described, told_of
from ctgkit.outputs.data.shapes import (
    Code,
    Kind,
    Many,
    Maybe,
    Part,
    Row,
    Scalar,
    Shape,
    attributes,
    classes,
    codes,
    computed,
    parts,
)
from ctgkit.outputs.templates import SHARED
from ctgkit.reports.document import Document, documents

#: What one of each kind is called, with its article, and what several are, without.
_SCALARS: dict[Kind, tuple[str, str]] = {
    "texte": ("un texte", "textes"),
    "entier": ("un nombre entier", "nombres entiers"),
    "pourcentage": ("un nombre entier, de 0 à 100", "nombres entiers, de 0 à 100"),
    "annee": ("une année", "années"),
    "annees": ("une année, ou la première et la dernière de plusieurs", "années"),
    "montant": ("un montant", "montants"),
    "nombre": ("un nombre", "nombres"),
    "valeur": ("un nombre ou un texte", "nombres ou textes"),
    "date": ("une date", "dates"),
    "verite": ("vrai ou faux", "vrais ou faux"),
}
_VOWELS = "aeiouyéèêàâîôœ"
_LINK = re.compile(r"\[([^]]+)\]\([^)]+\)")
#: Where what a name of the tree is starts.
_COLUMN = 34

_HEAD = """\
# Ce que reçoit un gabarit

Un gabarit de `ctg report` est le texte d'un rapport, où des noms tiennent la place de ce que dit un plan :
`{{ copil.entete.territoire }}` devient « Vallée Imaginaire ». Cette page énumère tous ces noms, ce qu'ils
contiennent et ce qu'ils veulent dire.

Pour les voir remplis d'un plan, écrivez les mêmes données en JSON :
`ctg report PLAN --format json -o rapport.json`. `ctg schema report` en donne le schéma, pour un programme.

<!-- Cette page est écrite par tools/generate.py, à partir des types de ctgkit. -->

## Un exemple

Ce gabarit, en Markdown, dit ce qui a bougé depuis le dernier COPIL :

```jinja
# {{ copil.entete.territoire }}, le {{ date | long_date }}

{% for ligne in copil.changements %}
- **{{ ligne.fiche.titre }}** : {{ ligne.etat.statut or "non renseignée" }}
{%- if ligne.etat.note %}, {{ ligne.etat.note.texte }}{% endif %}

{% else %}
Rien n'a bougé.
{% endfor %}
```

## Lire cette page

- Un point mène d'un nom à ce qu'il contient : `copil.entete.titre` est le `titre` de l'`entete` du `copil`.
- « une liste » se parcourt (`{% for fiche in manque.fiches %}`) et se compte
  (`{{ manque.fiches | length }}`) ; une liste vide est fausse (`{% if copil.manques %}`). Dans l'arbre, son
  nom est suivi de `[]`.
- « ou rien » : la valeur peut manquer. C'est `none`, qui est faux ; `{{ seance.objet or "" }}` n'imprime
  alors rien. Pour un nombre, que 0 rend faux aussi, demandez `{% if etat.avancement is not none %}`.
- « une date » se compare (`echeance.date < entete.fin`), et a une année (`.year`), un mois (`.month`) et un
  jour (`.day`) ; `{{ entete.fin | long_date }}` l'écrit en français. Les derniers jours sont compris.
- Les codes sont des mots qui ne changent pas, faits pour `{% if %}` ; ce que chacun veut dire est
  [à la fin](#codes).
- Un nom qui n'est pas dans cette page est une faute : le rapport n'est pas écrit.

<a id="json"></a>

## Ce qui n'est pas pareil en JSON

Ce que `--format json` écrit a les mêmes noms, à la même place. Sont différents :

| | dans un gabarit | en JSON |
|---|---|---|
| une date | une date | un texte, `AAAA-MM-JJ` |
| un nombre | un nombre exact | un nombre, ou un texte au-delà de 15 chiffres |
| un montant | s'imprime comme un document l'écrit ; `valeur` est ce que cela fait en euros, ou `none` \
| un nombre, ou le texte s'il dit autre chose |
| plusieurs années | s'impriment `2025-2028` ; `debut` et `fin` sont la première et la dernière \
| un nombre pour une seule, ou un texte |
| rien | `none` | `null` |
| `statuts` [des totaux](#totaux) | une liste, dans l'ordre des [statuts](#statut) ; `non_renseignees` est à \
côté | une clé par statut, et « non renseignée » parmi elles |
| `alertes` des totaux | une liste, dans l'ordre des [codes d'alerte](#code-d-alerte) | une clé par code |
| ce qui porte la marque *gabarit* | se calcule quand on le demande | n'y est pas |
| `version` | celle de ctgkit | celle de la grammaire ; celle de ctgkit est `tool.version` |
| `output_format` | `html` ou `md` | n'y est pas |
| `command`, `kind` | n'y sont pas | de quel document il s'agit |

<a id="communs"></a>

## Les noms communs

Tous les gabarits les reçoivent.

| nom | type | ce que c'est |
|---|---|---|
"""


def reference() -> str:
    """The page, as the file `docs/contexte.md` holds it."""
    return _HEAD + "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    for name, (kind, told) in SHARED.items():
        yield f"| `{name}` | {kind} | {told} |"
    for document in documents().values():
        yield from _document(document)
    every = classes(*(one.view_class for one in documents().values()))
    yield "\n## Les parties\n"
    yield "Ce dont les rapports sont faits, et où on le trouve d'abord dans chacun."
    for part in every[len(documents()) :]:
        yield from _part(part)
    yield '\n<a id="codes"></a>\n\n## Les codes'
    shapes = [one for part in every for one in (*attributes(part).values(), *computed(part).values())]
    for words in dict.fromkeys(words for one in shapes for words in codes(one)):
        told = codes_of(words)
        yield f'\n<a id="{told.short}"></a>\n\n### {_capital(told.one)}\n'
        yield "| code | ce qu'il veut dire |\n|---|---|"
        yield from (f"| `{code}` | {meaning} |" for code, meaning in told.meanings.items())


def _document(document: Document) -> Iterator[str]:
    kind, name, title, view = document.kind, document.name, document.title, document.view_class
    yield f'\n<a id="gabarit-{kind}"></a>\n\n## `{name}` : {title[0].lower()}{title[1:]}\n'
    yield f"Les gabarits `{kind}.html` et `{kind}.md`, de `ctg report --kind {kind}`, reçoivent `{name}`."
    yield f"{described(view).told}\n"
    yield from _table(view)
    yield f"\nTout ce que l'on y trouve, chaque partie une fois :\n\n```text\n{name}"
    yield from _tree(view, "  ", {view})
    yield "```"


def _tree(part: type, indent: str, met: set[type]) -> Iterator[str]:
    """The names below a part; one that was met before is not told again."""
    for name, one in attributes(part).items():
        below = [each for each in parts(one) if each not in met]
        again = "" if below or not list(parts(one)) else " (déjà dit)"
        listed = "[]" if isinstance(one, Many) else ""
        yield f"{f'{indent}{name}{listed}':<{_COLUMN}} {_plain(one)}{again}"
        for each in below:
            met.add(each)
            yield from _tree(each, indent + "  ", met)


def _part(part: type) -> Iterator[str]:
    told = described(part)
    yield f'\n<a id="{told.short}"></a>\n\n### {_capital(told.one)}\n'
    where = [f"`{path}`" for document in documents().values() if (path := _path(document, part))]
    yield f"{told.told} Par exemple\u00a0: {_enumerated(where)}.\n"
    yield from _table(part)


def _table(part: type) -> Iterator[str]:
    yield "| nom | type | ce que c'est |\n|---|---|---|"
    for name, one in attributes(part).items():
        yield f"| `{name}` | {_type(one)} | {_cell(told_of(part, name))} |"
    for name, one in computed(part).items():
        yield f"| `{name}` *gabarit* | {_type(one)} | {_cell(told_of(part, name))} |"


def _path(document: Document, part: type) -> str | None:
    """The shortest way from a report to a part; `None` where it has none."""
    found = {document.view_class: document.name}
    todo = [document.view_class]
    while todo:
        here = todo.pop(0)
        for name, one in attributes(here).items():
            for below in parts(one):
                if below not in found:
                    found[below] = f"{found[here]}.{name}{'[]' if isinstance(one, Many) else ''}"
                    todo.append(below)
    return found.get(part)


def _type(one: Shape) -> str:
    """What has a shape, in words, with links."""
    match one:
        case Scalar(kind):
            return _SCALARS[kind][0]
        case Code(words):
            return _link(codes_of(words).one, codes_of(words).short)
        case Part(of):
            return _link(described(of).one, described(of).short)
        case Maybe(of):
            return f"{_type(of)}, ou rien"
        case Row(several):
            return ", puis ".join(map(_type, several))
        case Many(Maybe(of)):
            return f"une liste {_of(of)} (ou rien)"
        case Many(Row() as row):
            return f"une liste de couples\u00a0: {_type(row)}"
        case Many(of):
            return f"une liste {_of(of)}"


def _of(one: Shape) -> str:
    """`de renvois`, `d'états de fiche`."""
    match one:
        case Scalar(kind):
            many, short = _SCALARS[kind][1], None
        case Code(words):
            many, short = codes_of(words).many, codes_of(words).short
        case Part(of):
            many, short = described(of).many, described(of).short
        case _:
            raise TypeError(one)
    shown = _link(many, short) if short else many
    return f"d'{shown}" if many[0] in _VOWELS else f"de {shown}"


def _link(words: str, anchor: str) -> str:
    return f"[{words}](#{anchor})"


def _plain(one: Shape) -> str:
    """What has a shape, in words alone."""
    return _LINK.sub(r"\1", _type(one))


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _enumerated(words: list[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} ou {last}" if others else last
