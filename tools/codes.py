"""The pages of all the codes that ctg prints, from what is said of them where they are declared."""

from collections.abc import Iterator
from itertools import groupby

from ctgkit.app.checking.codes import FAMILIES, Explained, all_codes
from ctgkit.vocabulary.gravite import Gravite

_FINDINGS = """\
# Les constats

`ctg validate` dit ce qui ne va pas dans un fichier, et où. Un constat a un code, qui ne change jamais de
sens : `CTG0xx` pour la lecture, `CTG1xx` pour les clés et les valeurs, `CTG2xx` pour la cohérence. Toutes
les erreurs d'un fichier sont données en une fois. Les codes suivants, `CTG3xx` à `CTG5xx`, sont [les
règles](regles.md) de `ctg lint`. `ctg rule CTG012` (ou `ctg rule deux-points-en-trop`) affiche la même
chose.

Avec `ctg validate --against`, la nouvelle version est comparée avec une ancienne, et les constats (CTG207 à
CTG211) sont à leur place dans la nouvelle. Quand elle ajoute un avenant, CTG208 et CTG209 ne sont que des
remarques : il peut retirer une fiche ou en reprendre le numéro, et le code de retour reste 0.

Les exemples sont inventés ; ce sont des morceaux d'un plan, sauf ceux qui commencent par le haut du fichier.

<!-- Cette page est écrite par tools/generate.py, à partir des codes. -->
"""
_RULES = """\
# Les règles

Ce que `ctg lint` vérifie. `ctg rule CTG301` (ou `ctg rule sans-pilote`) affiche la même chose.
[Les réglages](reglages.md) disent comment choisir les règles, changer leur gravité, et taire un constat.

Les exemples sont inventés ; ils sont lus le 30 juin 2026, dans un plan de 2025 à 2028.

<!-- Cette page est écrite par tools/generate.py, à partir des règles. -->
"""


def findings() -> str:
    """The page of what is no rule's, in the order of the codes."""
    return _FINDINGS + "".join(_families("code", rules=False))


def rules() -> str:
    """The page of the rules, in the order of the codes."""
    return _RULES + "".join(_families("règle", rules=True))


def _families(noun: str, *, rules: bool) -> Iterator[str]:
    chosen = [one for one in all_codes() if (one.family >= "3") == rules]
    for family, codes in groupby(chosen, key=lambda one: one.family):
        every = list(codes)
        yield f"\n## CTG{family} : {FAMILIES[family]}\n\n| {noun} | | gravité |\n|---|---|---|\n"
        yield from map(_row, every)
        yield from map(_section, every)


def _row(one: Explained) -> str:
    code, name = one.code
    summary = one.documentation.summary.replace("|", "\\|")
    (gravite,) = (gravite for gravite in Gravite if gravite == one.severity)
    return f"| [{code}](#{code.lower()}-{name}) `{name}` | {summary} | {gravite.one} |\n"


def _section(one: Explained) -> str:
    code, name = one.code
    body = one.documentation.body.replace("\n## ", "\n#### ").replace("## ", "#### ", 1)
    return f"\n### {code} {name}\n\n{one.documentation.summary}\n\n{body}\n"
