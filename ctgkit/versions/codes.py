"""The codes of what a new version of a plan may not do unnoticed, each with what `ctg rule` says of it.

`ctg validate --against` prints them, and `ctgkit.versions.breaches` finds what they are about.
"""

from __future__ import annotations

from ctgkit.plan.documentation import declared

NO_AVENANT = declared(
    "CTG207",
    "contrat-sans-avenant",
    """Le plan signé est modifié, et rien de nouveau ne dit ce qui l'a décidé.

## Pourquoi

Ce que les signataires ont signé change comme la convention le prévoit : par un avenant (`avenants`), ou par
une décision du comité (`copils`, `decisions`) là où elle le permet (`revision`). Une erreur de transcription
se dit sous `corrections`, avec les endroits rectifiés. Ce qu'une nouvelle décision du comité a changé n'est
qu'une remarque : un ajustement, que le prochain avenant consolide, ou, si le plan ne dit pas ce que le comité
peut ajuster, de quoi vérifier que la convention le permet. Le suivi, lui, change librement. Le premier
exemple est l'ancienne version.

## À éviter

```yaml ancien
titre: Ouvrir un accueil itinérant
```

```yaml
titre: Ouvrir deux accueils itinérants
```

## Corrigé

Remettre ce qui était signé, ou ajouter ce qui l'a décidé (« ctg diff --avenant » écrit un projet d'avenant).

```yaml
titre: Ouvrir un accueil itinérant
```
""",
)
VANISHED = declared(
    "CTG208",
    "fiche-disparue",
    """Une fiche de l'ancienne version n'est plus là.

## Pourquoi

Une action abandonnée reste au plan, avec son journal : sinon, le bilan l'oublie. Quand la nouvelle version
ajoute un avenant, ce n'est qu'une remarque : il peut retirer une fiche.

## À éviter

```yaml ancien
axes:
  - id: accueil
    titre: Accueil du jeune enfant
    actions:
      - numero: 1.1
        titre: Ouvrir un accueil itinérant
      - numero: 1.2
        titre: Former les professionnels aux premiers secours
```

```yaml
axes:
  - id: accueil
    titre: Accueil du jeune enfant
    actions:
      - numero: 1.1
        titre: Ouvrir un accueil itinérant
```

## Corrigé

```yaml
axes:
  - id: accueil
    titre: Accueil du jeune enfant
    actions:
      - numero: 1.1
        titre: Ouvrir un accueil itinérant
      - numero: 1.2
        titre: Former les professionnels aux premiers secours
        suivi:
          - date: 2026-03-15
            statut: abandonnée
```
""",
)
REUSED = declared(
    "CTG209",
    "adresse-reprise",
    """L'adresse d'une fiche était celle d'une autre.

## Pourquoi

Qui cherche la fiche 1.1 dans un ancien rapport trouverait une autre action. Quand la nouvelle version ajoute
un avenant, ce n'est qu'une remarque.

## À éviter

```yaml ancien
axes:
  - id: accueil
    titre: Accueil du jeune enfant
    actions:
      - numero: 1.1
        titre: Ouvrir un accueil itinérant
        descriptif: Un bus aménagé va de village en village trois jours par semaine
```

```yaml
axes:
  - id: accueil
    titre: Accueil du jeune enfant
    actions:
      - numero: 1.1
        titre: Créer une ludothèque associative
        descriptif: Des bénévoles prêtent des jeux et animent des soirées pour les familles
      - numero: 1.2
        titre: Ouvrir un accueil itinérant
        descriptif: Un bus aménagé va de village en village trois jours par semaine
```

## Corrigé

Donner à la nouvelle fiche un numéro qui n'a jamais servi.

```yaml
axes:
  - id: accueil
    titre: Accueil du jeune enfant
    actions:
      - numero: 1.1
        titre: Ouvrir un accueil itinérant
        descriptif: Un bus aménagé va de village en village trois jours par semaine
      - numero: 1.2
        titre: Créer une ludothèque associative
        descriptif: Des bénévoles prêtent des jeux et animent des soirées pour les familles
```
""",
)
ENTRY_REMOVED = declared(
    "CTG210",
    "entree-retiree",
    """Une entrée d'un journal n'est plus là.

## Pourquoi

Un journal s'allonge, et se corrige par une nouvelle entrée : ce qui a été dit au comité reste lisible.

## À éviter

```yaml ancien
suivi:
  - date: 2025-06-12
    statut: en cours
  - date: 2026-03-15
    note: Le chantier a deux mois de retard
```

```yaml
suivi:
  - date: 2025-06-12
    statut: en cours
```

## Corrigé

```yaml
suivi:
  - date: 2025-06-12
    statut: en cours
  - date: 2026-03-15
    note: Le chantier a deux mois de retard
  - date: 2026-05-20
    note: Le retard est rattrapé
```
""",
)
ENTRY_REWRITTEN = declared(
    "CTG211",
    "entree-reecrite",
    """Une entrée d'un journal n'est plus la même.

## Pourquoi

Un journal s'allonge, et se corrige par une nouvelle entrée : récrire l'ancienne change ce qui a été dit.

## À éviter

```yaml ancien
suivi:
  - date: 2026-03-15
    note: Le chantier a deux mois de retard
```

```yaml
suivi:
  - date: 2026-03-15
    note: Le chantier avance
```

## Corrigé

```yaml
suivi:
  - date: 2026-03-15
    note: Le chantier a deux mois de retard
  - date: 2026-05-20
    note: Le chantier avance
```
""",
)
PLAN_VANISHED = declared(
    "CTG213",
    "plan-disparu",
    """Un plan de la révision n'est plus dans le dossier, sous aucun nom.

## Pourquoi

Un fichier supprimé emporte un contrat signé et tout son journal. Renommé ou déplacé, il est reconnu : par
git, ou par son territoire, sa Caf et sa période. Ce n'est qu'une remarque : une convention finie peut être
archivée ailleurs.

## À éviter

Supprimer le fichier d'un plan avec d'autres changements, où personne ne le remarque.

## Corrigé

Remettre le fichier (« git checkout RÉVISION -- plan.yaml »), ou dire dans la demande de fusion où il est.
""",
)
OLD_UNREADABLE = declared(
    "CTG214",
    "ancienne-version-illisible",
    """L'ancienne version d'un plan a des erreurs : la nouvelle ne peut pas être comparée avec elle.

## Pourquoi

Les autres plans sont comparés, et celui-ci est vérifié seul : sinon, ce qui répare un plan ne passerait
jamais.

## À éviter

Fusionner un plan qui a des erreurs : la version d'après n'est comparée avec rien.

## Corrigé

Relire soi-même ce qui change au contrat et au journal ; la comparaison reprend à la version suivante.
""",
)
