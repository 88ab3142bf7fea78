"""The codes of what can be wrong in a plan file, each with what `ctg rule` says of it.

`CTG0xx` is reading, `CTG1xx` the schema, `CTG2xx` coherence; of these, what only the whole tree shows is
declared in :mod:`ctgkit.plan.reading.coherence`. A code never changes its meaning. The findings themselves
are worded in :mod:`ctgkit.plan.reading.faults`.
"""

from __future__ import annotations

from ctgkit.plan.documentation import declared

# Reading

ENCODING = declared(
    "CTG001",
    "encodage",
    """Le fichier n'est pas en UTF-8 (Windows-1252, UTF-16…). L'encodage probable est nommé ; la suite est lue
quand même.

## Pourquoi

Dans un autre encodage, les accents seraient faux dans tous les documents. L'exemple est enregistré en
Windows-1252.

## À éviter

```yaml windows-1252
titre: Créer un café des parents
```

## Corrigé

Dans l'éditeur, choisir « Enregistrer avec l'encodage », puis « UTF-8 ».

```yaml
titre: Créer un café des parents
```
""",
)
EMPTY = declared(
    "CTG002",
    "fichier-vide",
    """Le fichier est vide, ou ne contient que des commentaires.

## Pourquoi

Il n'y a rien à lire : un enregistrement s'est peut-être mal passé.

## À éviter

```yaml fichier
# Le plan d'actions
```

## Corrigé

« ctg new » écrit un plan à compléter.

```yaml
titre: Ouvrir un accueil itinérant
```
""",
)
OTHER_FILE = declared(
    "CTG003",
    "autre-fichier",
    """Le fichier est autre chose qu'un plan : document Word, PDF, page HTML, liste, texte sans clé…

## Pourquoi

Un plan est un fichier texte (.yaml) qui commence par « format: 1 ».

## À éviter

```yaml fichier
- Axe 1
- Axe 2
```

## Corrigé

```yaml
titre: Ouvrir un accueil itinérant
```
""",
)
TOO_BIG = declared(
    "CTG004",
    "fichier-trop-gros",
    """Le fichier dépasse 32 Mo : il n'est pas lu.

## Pourquoi

Un plan d'une centaine de fiches fait un tiers de mégaoctet : un fichier aussi gros est autre chose, et
occuperait la machine. L'exemple est répété jusqu'à 33 Mo.

## À éviter

```yaml fichier répété
# une ligne de commentaire, et des centaines de milliers d'autres
```

## Corrigé

```yaml
titre: Ouvrir un accueil itinérant
```
""",
)
TOO_DEEP = declared(
    "CTG005",
    "imbrication-excessive",
    """Plus de 64 niveaux de listes et de clés imbriqués.

## Pourquoi

Aucun plan n'en a besoin : c'est une suite de crochets ou de tirets tapés par erreur.

## À éviter

```yaml
moyens:
  [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
  [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
  ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
  ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
```

## Corrigé

```yaml
moyens: Une salle
```
""",
)
ALIASES = declared(
    "CTG006",
    "alias-excessifs",
    """Des renvois YAML (« *nom ») répètent trop de contenu.

## Pourquoi

Chaque renvoi vaut tout ce qu'il répète : quelques lignes peuvent en valoir des milliards, et bloquer la
machine. Un plan n'a pas besoin de renvois.

## À éviter

```yaml
constats: &a [un, un, un, un, un, un, un, un, un, un]
moyens: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
descriptif: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
partenaires: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
resultats: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
indicateurs: [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
```

## Corrigé

```yaml
constats: un
moyens: un
```
""",
)
CONTROL = declared(
    "CTG007",
    "caractere-interdit",
    """Un caractère de contrôle invisible.

## Pourquoi

YAML le refuse ; il vient souvent d'un copier-coller depuis un PDF ou un tableur. Dans l'exemple, « \\x07 »
est ce caractère.

## À éviter

```yaml échappé
titre: Accueil\\x07 itinérant
```

## Corrigé

Effacer le caractère, et retaper le mot au besoin.

```yaml
titre: Accueil itinérant
```
""",
)
TAB = declared(
    "CTG010",
    "tabulation",
    """Une tabulation au début d'une ligne : seules des espaces décalent une ligne.

## Pourquoi

La largeur d'une tabulation change d'un éditeur à l'autre : YAML ne sait pas de combien elle décale. Dans
l'exemple, « \\t » est la tabulation. « --fix » met des espaces.

## À éviter

```yaml échappé
pilotes:
\\t- Communauté de communes
```

## Corrigé

```yaml
pilotes:
  - Communauté de communes
```
""",
)
NO_BREAK_SPACE = declared(
    "CTG011",
    "espace-insecable",
    """Une espace insécable au début d'une ligne, après un tiret ou autour des deux-points d'une clé.

## Pourquoi

YAML la prend pour une lettre, et la clé n'en est plus une. Elle se voit à peine : dans l'exemple,
« \\xa0 » est cette espace. Les traitements de texte l'écrivent d'eux-mêmes avant « : ».

## À éviter

```yaml échappé
descriptif\\xa0: Un accueil qui va de village en village
```

## Corrigé

```yaml
descriptif: Un accueil qui va de village en village
```
""",
)
COLON = declared(
    "CTG012",
    "deux-points-en-trop",
    """Un texte contient « : » là où YAML le prend pour celui d'une clé : il lui faut des guillemets.

## Pourquoi

Pour YAML, « : » suivi d'une espace sépare une clé de sa valeur : il lirait une seconde clé dans la phrase.

## À éviter

```yaml
titre: Accueil : horaires atypiques
```

## Corrigé

« --fix » met les guillemets.

```yaml
titre: "Accueil : horaires atypiques"
```
""",
)
FIRST_CHARACTER = declared(
    "CTG013",
    "premier-caractere",
    """Un texte commence par un caractère que YAML se réserve : il lui faut des guillemets.

## Pourquoi

En tête d'un texte, « @ », « % », « & », « * », « ` » ou un crochet ont un sens pour YAML.

## À éviter

```yaml
titre: @Home
```

## Corrigé

```yaml
titre: "@Home"
```
""",
)
QUOTE = declared(
    "CTG014",
    "guillemets-mal-fermes",
    """Un guillemet ou une apostrophe ouvre un texte, et n'est pas fermé, ou l'est trop tôt.

## Pourquoi

YAML lit la suite du fichier comme le même texte, jusqu'au guillemet suivant.

## À éviter

```yaml
titre: "Grandir ensemble" au village
```

## Corrigé

```yaml
titre: "« Grandir ensemble » au village"
```
""",
)
DUPLICATE_KEY = declared(
    "CTG015",
    "cle-en-double",
    """Une clé est écrite deux fois au même endroit ; les deux lignes sont données.

## Pourquoi

YAML ne garderait que la dernière, et ce que dit l'autre serait perdu sans un mot.

## À éviter

```yaml
pilotes: Communauté de communes
pilotes: Caf
```

## Corrigé

```yaml
pilotes:
  - Communauté de communes
  - Caf
```
""",
)
SECOND_DOCUMENT = declared(
    "CTG016",
    "second-document",
    """Une ligne « --- » ou « ... » commence un second document, qui n'est pas lu.

## Pourquoi

Pour YAML, une ligne de trois tirets n'est pas un trait de séparation : tout ce qui suit est un autre
document, qui ne serait pas lu.

## À éviter

```yaml fichier
format: 1
titre: Plan d'actions d'un territoire inventé
---
territoire:
  nom: Territoire inventé
caf: Caf inventée
periode: 2025-2028
axes:
  - id: accueil
    titre: Accueil du jeune enfant
```

## Corrigé

```yaml fichier
format: 1
titre: Plan d'actions d'un territoire inventé
territoire:
  nom: Territoire inventé
caf: Caf inventée
periode: 2025-2028
axes:
  - id: accueil
    titre: Accueil du jeune enfant
```
""",
)
TAG = declared(
    "CTG017",
    "etiquette-inconnue",
    """Une étiquette YAML (« !x ») : un plan n'en utilise pas.

## Pourquoi

En tête d'un texte, « ! » annonce à YAML une sorte de valeur que ctgkit ne connaît pas.

## À éviter

```yaml
titre: !Bougeons ensemble
```

## Corrigé

```yaml
titre: "!Bougeons ensemble"
```
""",
)
BACKSLASH = declared(
    "CTG018",
    "barre-oblique",
    """Entre guillemets doubles, une barre oblique inverse que YAML ne sait pas lire.

## Pourquoi

Entre guillemets doubles, elle annonce un caractère spécial, et celui qui suit n'en désigne aucun.

## À éviter

```yaml
titre: "Le dossier P:\\CTG"
```

## Corrigé

Entre apostrophes, elle reste ce qu'elle est.

```yaml
titre: 'Le dossier P:\\CTG'
```
""",
)
INDENTATION = declared(
    "CTG019",
    "decalage",
    """Une ligne n'est alignée avec aucune de celles qui précèdent.

## Pourquoi

Le décalage dit ce qui contient quoi : une espace de trop ou de moins, et YAML ne sait plus où la ligne va.

## À éviter

```yaml
pilotes:
    - Communauté de communes
  - Caf
```

## Corrigé

```yaml
pilotes:
  - Communauté de communes
  - Caf
```
""",
)
GLUED = declared(
    "CTG020",
    "espace-manquante",
    """Il manque une espace après un tiret ou après les deux-points d'une clé.

## Pourquoi

Sans espace, YAML lit un mot, et non un point de liste ou une clé.

## À éviter

```yaml
descriptif:Un accueil qui va de village en village
```

## Corrigé

```yaml
descriptif: Un accueil qui va de village en village
```
""",
)
SWALLOWED = declared(
    "CTG021",
    "tiret-avale",
    """Un tiret (ou une puce) est lu comme la suite de la phrase précédente.

## Pourquoi

Sous un texte, une ligne décalée le continue, tiret compris : le point de liste disparaît dans la phrase.

## À éviter

```yaml
moyens: Une salle
  - Un véhicule
```

## Corrigé

```yaml
moyens:
  - Une salle
  - Un véhicule
```
""",
)
NO_KEY = declared(
    "CTG022",
    "ligne-sans-cle",
    """Une ligne n'est ni une clé, ni un point de liste, et ne continue rien.

## Pourquoi

YAML ne sait pas de quoi elle est la valeur.

## À éviter

```yaml
pilotes: Communauté de communes
en lien avec la Caf
```

## Corrigé

```yaml
pilotes: Communauté de communes
partenaires: La Caf
```
""",
)
BULLET = declared(
    "CTG023",
    "puce",
    """Une puce de traitement de texte (« • », « 1. »…) au lieu d'un tiret.

## Pourquoi

Seul un tiret fait une liste : avec une autre puce, toute la liste devient une seule phrase.

## À éviter

```yaml
moyens:
  • Une salle
  • Un véhicule
```

## Corrigé

« --fix » met les tirets.

```yaml
moyens:
  - Une salle
  - Un véhicule
```
""",
)
NULL = declared(
    "CTG024",
    "valeur-nulle",
    """« null » ou « ~ », sans guillemets, est lu comme une absence de valeur : une remarque.

## Pourquoi

Des programmes écrivent ainsi qu'il n'y a rien. Si c'était un mot, il manquerait dans les documents.

## À éviter

```yaml
moyens: ~
```

## Corrigé

```yaml
moyens:
```
""",
)
MERGE = declared(
    "CTG025",
    "cle-de-fusion",
    """Une clé « << », par laquelle YAML reprend les clés d'un autre élément : un plan n'en utilise pas.

## Pourquoi

Ce que dit une fiche s'écrit dans cette fiche : qui la relit ne voit pas ce qui vient d'ailleurs.

## À éviter

```yaml
etapes:
  - &chantier
    titre: Chantier
    calendrier: 2025
  - <<: *chantier
    titre: Ouverture
```

## Corrigé

```yaml
etapes:
  - titre: Chantier
    calendrier: 2025
  - titre: Ouverture
    calendrier: 2025
```
""",
)
YAML = declared(
    "CTG029",
    "yaml-illisible",
    """YAML ne sait pas lire la ligne, pour une autre raison ; ou le fichier a trop d'erreurs.

## Pourquoi

Tout le reste du fichier en dépend : ce qui suit n'est peut-être pas lu.

## À éviter

```yaml fichier
%
format: 1
titre: Plan d'actions d'un territoire inventé
territoire:
  nom: Territoire inventé
caf: Caf inventée
periode: 2025-2028
axes:
  - id: accueil
    titre: Accueil du jeune enfant
```

## Corrigé

```yaml fichier
format: 1
titre: Plan d'actions d'un territoire inventé
territoire:
  nom: Territoire inventé
caf: Caf inventée
periode: 2025-2028
axes:
  - id: accueil
    titre: Accueil du jeune enfant
```
""",
)

# The schema

UNKNOWN_KEY = declared(
    "CTG101",
    "cle-inconnue",
    """Une clé que le plan n'a pas ; la plus proche est proposée.

## Pourquoi

Une clé mal écrite serait lue comme une absence : une action sans pilote, par exemple, qui en a un.

## À éviter

```yaml
pilots: Communauté de communes
```

## Corrigé

[Les clés du fichier](cles.md) les donne toutes.

```yaml
pilotes: Communauté de communes
```
""",
)
MISSING_KEY = declared(
    "CTG102",
    "cle-manquante",
    """Une clé obligatoire manque, ou n'a pas de valeur.

## Pourquoi

Sans elle, les documents auraient un trou.

## À éviter

```yaml
suivi:
  - statut: en cours
```

## Corrigé

```yaml
suivi:
  - date: 2026-03-15
    statut: en cours
```
""",
)
MISPLACED_KEY = declared(
    "CTG103",
    "cle-mal-placee",
    """Une clé du plan est un niveau trop haut ou trop bas.

## Pourquoi

Le décalage dit à quoi une clé appartient : à la fiche, à l'étape, ou à l'entrée du suivi.

## À éviter

```yaml
suivi:
  - date: 2026-03-15
    statut: en cours
    pilotes: Communauté de communes
```

## Corrigé

```yaml
pilotes: Communauté de communes
suivi:
  - date: 2026-03-15
    statut: en cours
```
""",
)
TEXT_EXPECTED = declared(
    "CTG104",
    "texte-attendu",
    """Une liste ou plusieurs clés là où il faut un texte.

## Pourquoi

Un titre, un nom ou une note est un seul texte.

## À éviter

```yaml
titre:
  - Ouvrir un accueil
  - itinérant
```

## Corrigé

```yaml
titre: Ouvrir un accueil itinérant
```
""",
)
LIST_EXPECTED = declared(
    "CTG105",
    "liste-attendue",
    """Un texte ou des clés là où il faut une liste.

## Pourquoi

Le suivi, les étapes, les axes et les actions sont plusieurs : chacun commence par un tiret.

## À éviter

```yaml
suivi:
  date: 2026-03-15
  statut: en cours
```

## Corrigé

```yaml
suivi:
  - date: 2026-03-15
    statut: en cours
```
""",
)
KEYS_EXPECTED = declared(
    "CTG106",
    "cles-attendues",
    """Un texte ou une liste là où il faut des clés.

## Pourquoi

Une entrée du suivi, une étape ou un territoire ont des parties, dont chacune a sa clé.

## À éviter

```yaml
suivi:
  - Le chantier a commencé
```

## Corrigé

```yaml
suivi:
  - date: 2026-03-15
    note: Le chantier a commencé
```
""",
)
UNKNOWN_VALUE = declared(
    "CTG107",
    "valeur-inconnue",
    """Un mot qui n'est pas dans la liste : `statut`, `origine`, `nature`…

## Pourquoi

Les fiches sont comptées par ces mots : un mot inconnu ne le serait nulle part.

## À éviter

```yaml
origine: ancienne
```

## Corrigé

```yaml
origine: engagée
```
""",
)
DATE = declared(
    "CTG108",
    "date-incorrecte",
    """Une date qui n'existe pas, ou qui n'est pas écrite année-mois-jour.

## Pourquoi

« 03/04/2025 » est le 3 avril pour les uns, le 4 mars pour les autres.

## À éviter

```yaml
suivi:
  - date: 30/09/2025
    statut: en cours
```

## Corrigé

```yaml
suivi:
  - date: 2025-09-30
    statut: en cours
```
""",
)
NUMBER = declared(
    "CTG109",
    "nombre-incorrect",
    """Un nombre, un montant, un avancement ou une année illisibles.

## Pourquoi

Les montants s'additionnent, et l'avancement se dessine : des mots ne le peuvent pas.

## À éviter

```yaml
suivi:
  - date: 2026-03-15
    avancement: beaucoup
```

## Corrigé

```yaml
suivi:
  - date: 2026-03-15
    avancement: 60
```
""",
)
BLANK = declared(
    "CTG110",
    "texte-vide",
    """Des guillemets sans rien entre eux.

## Pourquoi

Rien à lire n'est pas la même chose que rien d'écrit : laissée vide, la clé dit qu'il reste à la remplir.

## À éviter

```yaml
pilotes:
  - ""
```

## Corrigé

```yaml
pilotes:
  - Communauté de communes
```
""",
)
FORMAT = declared(
    "CTG111",
    "format-inconnu",
    """Une version du format que ce ctgkit ne lit pas.

## Pourquoi

Le fichier est peut-être plus récent que ctgkit : lu comme l'ancien, il le serait mal.

## À éviter

```yaml
format: 12
```

## Corrigé

```yaml
format: 1
```
""",
)
EMPTY_ENTRY = declared(
    "CTG112",
    "entree-sans-contenu",
    """Une entrée du suivi sans `statut`, ni `avancement`, ni `note`, ou un `bilan` qui n'a que sa date.

## Pourquoi

Une date seule ne dit rien de ce qui s'est passé ce jour-là.

## À éviter

```yaml
suivi:
  - date: 2026-03-15
    auteur: Camille
```

## Corrigé

```yaml
suivi:
  - date: 2026-03-15
    auteur: Camille
    note: La salle est réservée
```
""",
)
PERIOD = declared(
    "CTG113",
    "periode-illisible",
    """Une période qui n'est ni des années, ni `debut` et `fin`.

## Pourquoi

Les calendriers, les retards et le bilan se comptent dans la période de la convention.

## À éviter

```yaml
periode: quatre ans
```

## Corrigé

```yaml
periode: 2025-2028
```
""",
)
STATUS_WORD = declared(
    "CTG119",
    "mot-de-statut",
    """Un mot de `vocabulaire.statuts` dit déjà un autre statut, ou n'est pas fait de lettres.

## Pourquoi

Un mot qui dit deux statuts n'en dit aucun : ni le lecteur ni ctgkit ne sauraient lequel. Et il s'imprime
partout, dans une phrase, une case ou un terminal.

## À éviter

```yaml
vocabulaire:
  statuts:
    en cours: terminée
```

## Corrigé

```yaml
vocabulaire:
  statuts:
    en cours: démarrée
```
""",
)
NO_SECTION = declared(
    "CTG114",
    "plan-sans-section",
    """La liste `axes` est vide, et il n'y a pas de fiches sous `actions`.

## Pourquoi

Un plan a au moins une section, sous laquelle sont ses fiches, ou des fiches qui ne sont dans aucune.

## À éviter

```yaml
axes: []
```

## Corrigé

```yaml
axes:
  - id: accueil
    titre: Accueil du jeune enfant
```
""",
)

# Coherence

END_BEFORE_START = declared(
    "CTG202",
    "fin-avant-debut",
    """Une période ou un calendrier finit avant de commencer.

## Pourquoi

Tout serait en retard, ou rien : deux dates ont sans doute été échangées.

## À éviter

```yaml
periode: 2028-2025
```

## Corrigé

```yaml
periode: 2025-2028
```
""",
)
NO_NUMBER = declared(
    "CTG205",
    "action-sans-numero",
    """Une action n'a ni `numero` ni `id`.

## Pourquoi

Son adresse, par laquelle tout la désigne, finit par son numéro, ou par son `id` là où le document n'en
imprime pas. Un engagement s'en passe dans une section, dont le nom est alors son adresse.

## À éviter

```yaml
axes:
  - id: accueil
    titre: Accueil du jeune enfant
    actions:
      - titre: Ouvrir un accueil itinérant
```

## Corrigé

```yaml
axes:
  - id: accueil
    titre: Accueil du jeune enfant
    actions:
      - numero: 1.1
        titre: Ouvrir un accueil itinérant
```
""",
)
