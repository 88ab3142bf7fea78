"""How each field of the plan is compared, in one table.

A list pairs its elements by what is the same, then by `keys` (the strictest first), then by the
likeness of their `texts`. Where order says something (the numbered points of a description, the
sections as they are printed), a list in another order is a change; elsewhere it is none.
"""

from __future__ import annotations

from typing import NamedTuple

from ctgkit.versions.changes import Path, Subject


class ListRule(NamedTuple):
    """How the elements of a list pair."""

    subject: Subject
    ordered: bool
    #: The fields that tell one element from another to a reader; a text is its own.
    name: tuple[str, ...] = ()
    keys: tuple[tuple[str, ...], ...] = ()
    texts: tuple[str, ...] = ()
    #: Whether it is most often one value: where both sides have one, it changed, however unlike.
    single: bool = False


def _named(
    subject: Subject, name: str, *, ordered: bool, also: tuple[str, ...] = (), single: bool = False
) -> ListRule:
    """Elements that their name tells apart, or what they say `also`."""
    return ListRule(subject, ordered, (name,), ((name,),), (name, *also), single=single)


_ORDERED = _named("point", "texte", ordered=True, also=("points",))
_SET = _named("point", "texte", ordered=False, also=("points",))

LISTS: dict[str, ListRule] = {
    "axes": ListRule("section", ordered=True),
    "objectifs": ListRule("section", ordered=True),
    "actions": ListRule("fiche", ordered=True),
    # Texts in which one sentence follows another, or whose points a document may number.
    "description": _ORDERED,
    "texte": _ORDERED,
    "constats": _ORDERED,
    "descriptif": _ORDERED,
    "moyens": _ORDERED,
    "vigilance": _ORDERED,
    "resultats": _ORDERED,
    "rubriques": _ORDERED,
    "calendrier": _named("calendrier", "texte", ordered=True, single=True),
    "preambule": _named("preambule", "titre", ordered=True, also=("texte",)),
    "etapes": _named(
        "etape", "titre", ordered=True, also=("pilotes", "calendrier", "publics", "indicateurs")
    ),
    "niveaux": ListRule("niveau", ordered=True),
    # The first pilot named is the one who answers for the action.
    "pilotes": _named("pilote", "nom", ordered=True, also=("pilotes",), single=True),
    # Two entries of one day: the last written is the state.
    "suivi": ListRule(
        "entree",
        ordered=True,
        name=("date", "auteur"),
        keys=(("date", "auteur"), ("date",)),
        texts=("note", "statut", "auteur"),
    ),
    # Sets, whatever order they are listed in.
    "publics": _SET,
    "partenaires": _SET,
    "dispositifs": _SET,
    "indicateurs": _named("indicateur", "nom", ordered=False),
    "financements": ListRule(
        "financement",
        ordered=False,
        name=("financeur", "annee", "objet"),
        keys=(
            ("financeur", "annee", "nature", "etat", "objet"),
            ("financeur", "annee", "nature", "objet"),
            ("financeur", "annee", "nature"),
            ("financeur", "annee"),
            ("financeur", "montant"),
        ),
        texts=("objet",),
    ),
    "mesures": ListRule("mesure", ordered=False, name=("date",), keys=(("date",),), texts=("commentaire",)),
    "signataires": ListRule(
        "signataire",
        ordered=False,
        name=("nom", "qualite", "structure"),
        keys=(("nom",), ("qualite", "structure")),
        texts=("nom", "qualite", "structure"),
    ),
    "contacts": ListRule(
        "contact", ordered=False, name=("nom",), keys=(("nom",), ("courriel",)), texts=("nom",)
    ),
    "acteurs": ListRule("acteur", ordered=False, name=("nom",), keys=(("id",), ("nom",)), texts=("nom",)),
    "alias": ListRule("alias", ordered=False),
    "communes": ListRule("commune", ordered=False),
    "numerotees": ListRule("rubrique", ordered=False),
    "copils": ListRule("copil", ordered=False, name=("date",), keys=(("date",),), texts=("objet",)),
    "avenants": ListRule(
        "avenant", ordered=False, name=("numero",), keys=(("numero",), ("date",)), texts=("objet",)
    ),
}

#: Mappings whose keys are the plan's own, and whether their order is printed.
MAPS: dict[str, bool] = {"rubriques": True, "intitules": False}

#: Parts whose fields are compared one by one. Any other mapping (a period, a target) is one value.
RECORDS = frozenset({"territoire", "source", "vocabulaire"})

#: Texts that are not prose: it is of no use to say which of their words changed.
NOT_PROSE = frozenset(
    {
        *("numero", "id", "nature", "origine", "statut", "etat", "type", "sens"),
        *("montant", "etp", "valeur", "date", "debut", "fin", "signature", "telephone", "courriel"),
    }
)

#: Lists that make the tree of sections and fiches.
TREE = ("objectifs", "actions")
STRUCTURE = frozenset({"axes", *TREE})

#: What an address is made of.
NAMES = frozenset({"numero", "id"})


def rule_at(path: Path) -> ListRule:
    """The rule of the list at `path`; sub-points follow that of the points they are under."""
    return next(
        LISTS[key] for key in reversed(path) if isinstance(key, str) and key != "points" and key in LISTS
    )


def name_of(item: object, rule: ListRule) -> str:
    """What an element of a list is called: the date of an entry, the funder and the year of a line."""
    if not isinstance(item, dict):
        return str(item)
    return " ".join(str(item[key]) for key in rule.name if item[key] is not None)


def owner_of(path: Path) -> Path:
    """The path of the fiche or section that holds `path`; that of the plan for its head."""
    end = 0
    while end + 1 < len(path) and path[end] in STRUCTURE and isinstance(path[end + 1], int):
        end += 2
    return path[:end]
