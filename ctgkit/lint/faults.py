"""What the engine itself has to say: a suppression it cannot read, a rule that broke."""

from __future__ import annotations

from ctgkit.french.visible import one_line
from ctgkit.plan.documentation import declared
from ctgkit.plan.finding import Code, Finding, Place

UNREADABLE_SUPPRESSION = declared(
    "CTG030",
    "suppression-illisible",
    """Un commentaire « # ctg: » qui ne se lit pas : il ne tait rien (« ctg lint » seulement).

## Pourquoi

Qui l'a écrit croit qu'une règle se tait, et elle parle.

## À éviter

```yaml
titre: Ouvrir un accueil itinérant  # ctg: ignorer sans-pilote
```

## Corrigé

```yaml
titre: Ouvrir un accueil itinérant  # ctg: ignore[sans-pilote] le pilote sera désigné en mars
```
""",
)
UNKNOWN_SUPPRESSION = declared(
    "CTG031",
    "suppression-inconnue",
    """Un commentaire « # ctg: ignore[…] » qui nomme une règle inconnue (« ctg lint » seulement).

## Pourquoi

Il ne tait rien. Une erreur du plan (CTG0, CTG1, CTG2) ne se tait pas non plus : elle se corrige.

## À éviter

```yaml
titre: Ouvrir un accueil itinérant  # ctg: ignore[sans-pilotes] le pilote sera désigné en mars
```

## Corrigé

« ctg rule » donne le nom des règles.

```yaml
titre: Ouvrir un accueil itinérant  # ctg: ignore[sans-pilote] le pilote sera désigné en mars
```
""",
)
BROKEN_RULE = declared(
    "CTG039",
    "regle-en-panne",
    """Une règle de « ctg lint » s'est arrêtée avant la fin ; les autres sont vérifiées.

## Pourquoi

C'est un défaut de ctgkit, et non du plan : une règle a rencontré ce que personne n'avait prévu.

## À éviter

Rien dans le plan n'est à éviter.

## Corrigé

Signaler la ligne du constat ; d'ici là, « --ignore » et le code de la règle la laissent de côté.
""",
)

#: What makes the run a wrong usage, and not one with findings.
MISUSES = frozenset({UNREADABLE_SUPPRESSION, UNKNOWN_SUPPRESSION})


def unreadable_suppression(file: str, place: Place) -> Finding:
    """A comment that starts like a suppression and is none."""
    return Finding(
        file,
        place,
        UNREADABLE_SUPPRESSION,
        "ce commentaire ne tait aucune règle\u00a0: il ne se lit pas",
        "écrivez\u00a0: # ctg: ignore[CTG301] la raison",
    )


def unknown_suppression(file: str, place: Place, written: str, near: str | None) -> Finding:
    """A suppression that names no rule."""
    written = one_line(written)
    if written.upper().startswith("CTG") and written[3:4] in {"0", "1", "2"}:
        message = (
            f"«\u00a0{written}\u00a0» est une erreur du plan\u00a0: elle se corrige, elle ne se tait pas"
        )
        hint = "seules les règles de «\u00a0ctg lint\u00a0» (CTG3, CTG4 et CTG5) peuvent être tues"
    else:
        message = f"aucune règle ne s'appelle «\u00a0{written}\u00a0»"
        meant = f"vouliez-vous dire «\u00a0{near}\u00a0»\u00a0? " if near else ""
        hint = f"{meant}«\u00a0ctg rule\u00a0» les liste toutes"
    return Finding(file, place, UNKNOWN_SUPPRESSION, message, hint)


def broken_rule(file: str, code: Code, error: Exception) -> Finding:
    """A rule that could not finish."""
    what = one_line(" ".join(f"{type(error).__name__} {error}".split()))[:200]
    return Finding(
        file,
        Place(1, 1, 1, 1),
        BROKEN_RULE,
        f"la règle {code.code} ({code.name}) s'est arrêtée avant la fin\u00a0: {what}",
        "c'est un défaut de ctgkit\u00a0: signalez-le avec cette ligne\u00a0; les autres règles ont tourné",
    )
