"""Pairs of plans, drawn: a realistic plan as plain data, and the edits people make to one.

Texts come from few words, so that many are nearly the same, and some exactly.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from hypothesis import strategies as st

from ctgkit.plan import Plan
from ctgkit.plan.judge import judged

Data = dict[str, Any]

WORDS = [
    *("accueil", "familles", "jeunes", "Caf", "communes", "créer", "réseau", "la", "de", "les", "petite"),
    *("enfance", "atelier", "parents", "mobilité", "numérique", "Évaluer", "lieu", "50 %", "2026", ":"),
]
STATUTS = ["à venir", "en cours", "réalisée", "en pause", "bloquée", "abandonnée"]
POINTS = [
    *("constats", "descriptif", "publics", "partenaires", "moyens", "dispositifs", "vigilance"),
    "resultats",
]


def sentence(random: Random) -> str:
    return " ".join(random.choice(WORDS) for _ in range(random.randint(1, 9)))


def some(random: Random, make: Callable[[Random], Any], most: int = 4) -> list[Any]:
    return [make(random) for _ in range(random.randint(0, most))]


def day(random: Random) -> str:
    return f"202{random.randint(3, 6)}-0{random.randint(1, 3)}-1{random.randint(0, 3)}"


def point(random: Random, depth: int = 1) -> Data:
    below = some(random, lambda r: point(r, depth - 1), 2) if depth and random.random() < 0.3 else []
    return {"texte": sentence(random), "points": below}


def entry(random: Random) -> Data:
    return {
        "date": day(random),
        "statut": random.choice(STATUTS),
        "note": random.choice([None, sentence(random)]),
        "auteur": random.choice([None, "A. Martin", "B. Petit"]),
    }


def measure(random: Random) -> Data:
    return {
        "date": day(random),
        "valeur": random.choice(["12", "12.50", "bon"]),
        "commentaire": random.choice([None, sentence(random)]),
    }


def indicator(random: Random) -> Data:
    return {
        "nom": sentence(random),
        "unite": random.choice([None, "places"]),
        "cible": random.choice([None, {"date": day(random), "valeur": str(random.randint(1, 99))}]),
        "mesures": some(random, measure, 3),
    }


def funding(random: Random) -> Data:
    return {
        "financeur": random.choice([None, "Caf", "Département", "Commune"]),
        "montant": random.choice([None, "1000", "2500.50", "18 150 € TTC / an", "à définir"]),
        "annee": random.choice([None, 2024, "2025-2026"]),
        "nature": random.choice([None, "fonctionnement", "investissement"]),
        "etat": random.choice([None, "prévu", "versé"]),
        "realise": random.choice([None, "60 k€"]),
        "objet": random.choice([None, sentence(random)]),
    }


def timing(random: Random) -> Data:
    return {"texte": sentence(random), "debut": random.choice([None, "2024-01-01"])}


def pilot(random: Random) -> Data:
    return {"nom": sentence(random), "etp": random.choice([None, "0.5"])}


def step(random: Random) -> Data:
    return {
        "titre": sentence(random),
        "pilotes": some(random, pilot, 2),
        "calendrier": some(random, timing, 1),
        "publics": some(random, point, 2),
        "indicateurs": some(random, indicator, 2),
        "suivi": some(random, entry, 2),
    }


def headings(random: Random) -> dict[str, list[Data]]:
    names = random.sample(["Lieu", "Secteur", "publics", "suivi"], random.randint(0, 3))
    return {name: some(random, point, 2) for name in names}


def fiche(random: Random, numero: str | None) -> Data:
    filled: Data = {key: some(random, point) for key in POINTS if random.random() < 0.5}
    return {
        "numero": numero,
        "titre": sentence(random),
        "nature": "action" if numero else "engagement",
        "origine": random.choice([None, "nouvelle"]),
        "intitules": random.choice([{}, {"constats": sentence(random)}]),
        "pilotes": some(random, pilot, 2),
        "indicateurs": some(random, indicator, 3),
        "calendrier": some(random, timing, 2),
        "rubriques": headings(random),
        "etapes": some(random, step, 2),
        "financements": some(random, funding, 3),
        "suivi": some(random, entry, 3),
        **filled,
    }


def section(random: Random, prefix: str, depth: int) -> Data:
    below = random.randint(0, 2) if depth else 0
    return {
        "numero": prefix,
        "titre": sentence(random),
        "description": some(random, point, 2),
        "objectifs": [section(random, f"{prefix}.{rank + 1}", depth - 1) for rank in range(below)],
        "actions": [fiche(random, f"{prefix}.{below + rank + 1}") for rank in range(random.randint(0, 3))],
    }


def plan(random: Random) -> Data:
    axes = [section(random, str(rank + 1), 1) for rank in range(random.randint(1, 3))]
    for rank, axe in enumerate(axes):
        axe["id"] = random.choice([None, f"axe-{rank}"])
        if random.random() < 0.4:
            axe["actions"].append(fiche(random, None))
    return {
        "format": "1",
        "titre": sentence(random),
        "territoire": {"nom": "Val", "communes": some(random, sentence)},
        "caf": "Caf",
        "periode": {"debut": "2023-01-01", "fin": "2026-12-31"},
        "signataires": some(random, lambda r: {"nom": sentence(r), "qualite": sentence(r)}, 2),
        "contacts": some(random, lambda r: {"nom": sentence(r)}, 2),
        "source": random.choice([None, {"titre": sentence(random)}]),
        "preambule": some(random, lambda r: {"titre": sentence(r), "texte": some(r, point)}, 2),
        "vocabulaire": {
            "niveaux": random.choice([[], ["Axe", "Objectif"]]),
            "rubriques": {
                key: sentence(random) for key in random.sample(POINTS, random.randint(0, len(POINTS)))
            },
        },
        "acteurs": [
            {"id": name, "nom": sentence(random), "alias": some(random, sentence, 2)}
            for name in random.sample(["caf", "pmi", "cc"], random.randint(0, 3))
        ],
        "copils": some(random, lambda r: {"date": day(r), "objet": sentence(r)}, 2),
        "avenants": some(random, lambda r: {"numero": str(r.randint(1, 3)), "date": day(r)}, 2),
        "axes": axes,
    }


def nodes(data: Data) -> Iterator[tuple[list[Data], int]]:
    """The lists of sections and fiches with the indices of what they hold."""
    for rank, part in enumerate(data.get("axes") or data.get("objectifs") or ()):
        yield (data.get("axes") or data["objectifs"]), rank
        yield from nodes(part)
    for rank in range(len(data.get("actions", ()))):
        yield data["actions"], rank


def lists(value: Any) -> Iterator[list[Any]]:
    """All the lists of a plan but those of sections and fiches."""
    for key, below in value.items() if isinstance(value, dict) else ():
        if isinstance(below, list):
            if key not in {"axes", "objectifs", "actions"}:
                yield below
            for item in below:
                yield from lists(item)
        else:
            yield from lists(below)


def edit_list(random: Random, data: Data) -> None:
    """Takes an element out, repeats one elsewhere, shuffles, or changes a word of one."""
    items = random.choice([items for items in lists(data) if items] or [[]])
    if not items:
        return
    rank = random.randrange(len(items))
    match random.randrange(4):
        case 0:
            del items[rank]
        case 1:
            items.insert(random.randint(0, len(items)), copy.deepcopy(items[rank]))
        case 2:
            random.shuffle(items)
        case _:
            edit_text(random, items, rank)


def edit_text(random: Random, holder: Any, key: Any) -> None:
    """Changes one word of a text, or of a text in an element."""
    value = holder[key]
    if isinstance(value, dict):
        keys = [
            name for name in ("texte", "nom", "titre", "note", "objet") if isinstance(value.get(name), str)
        ]
        if keys:
            edit_text(random, value, random.choice(keys))
        return
    words = value.split(" ")
    words[random.randrange(len(words))] = random.choice(WORDS[:-1])
    holder[key] = " ".join(words)


def edit_tree(random: Random, data: Data) -> None:
    """Takes out, adds, moves, renumbers, retitles or reorders sections and fiches."""
    found = list(nodes(data))
    siblings, rank = random.choice(found)
    node = siblings[rank]
    sections = [items[index] for items, index in found if "objectifs" in items[index]]
    match random.randrange(7):
        case 0 if len(data["axes"]) > 1 or siblings is not data["axes"]:
            del siblings[rank]
        case 1:
            add_node(random, random.choice(sections))
        case 2 if len(data["axes"]) > 1 or siblings is not data["axes"]:
            move_node(random, data["axes"], siblings, node)
        case 3 if node["numero"]:
            renumber(node, node["numero"], f"8.{random.randint(1, 99)}")
        case 4:
            edit_text(random, node, "titre")
        case 5:
            random.shuffle(siblings)
        case _ if "nature" in node:
            node["etapes"] = some(random, step, 2)
            node["rubriques"] = headings(random)


def add_node(random: Random, target: Data) -> None:
    """Puts a new fiche or sub-section in a section."""
    number = f"9.{random.randint(1, 99)}"
    if random.random() < 0.6:
        target["actions"].insert(random.randint(0, len(target["actions"])), fiche(random, number))
    else:
        target["objectifs"].append(section(random, number, 1))


def move_node(random: Random, axes: list[Data], siblings: list[Data], node: Data) -> None:
    """Puts a fiche or a section below any section that is not in it, or makes an axis of it."""
    del siblings[next(rank for rank, one in enumerate(siblings) if one is node)]
    left = [items[index] for items, index in nodes({"axes": axes}) if "objectifs" in items[index]]
    target = random.choice(left)["objectifs" if "objectifs" in node else "actions"]
    if "objectifs" in node and random.random() < 0.3:
        target = axes
    target.insert(random.randint(0, len(target)), node)


def renumber(node: Data, old: str, new: str) -> None:
    """Gives a node and all below it another prefix."""
    if (node["numero"] or "").startswith(old):
        node["numero"] = new + node["numero"][len(old) :]
    for below in (*node.get("objectifs", ()), *node.get("actions", ())):
        renumber(below, old, new)


def edit_head(random: Random, data: Data) -> None:
    """Changes something before the sections."""
    match random.randrange(5):
        case 0:
            data["periode"]["fin"] = "2027-06-30"
        case 1:
            data["source"] = random.choice([None, {"titre": sentence(random)}])
        case 2:
            names = list(data["vocabulaire"]["rubriques"].items())
            random.shuffle(names)
            data["vocabulaire"]["rubriques"] = dict(names[: random.randint(0, len(names))])
        case 3:
            data["titre"] = sentence(random)
        case _:
            data["avenants"].append({"numero": "4", "date": day(random)})


#: A plan is thousands of choices: a seed is drawn, since to shrink them one by one takes hours.
SEEDS = st.integers(0, 2**32)

EDITS = [edit_list, edit_list, edit_tree, edit_tree, edit_head]


def read(data: Data) -> Plan:
    return judged(Plan, data)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A plan."""
    return read(plan(Random(draw(SEEDS))))  # noqa: S311


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Plan, Plan]:
    """A plan, and what a few edits make of it."""
    random = Random(draw(SEEDS))  # noqa: S311
    data = plan(random)
    old = read(data)
    for _ in range(draw(st.integers(0, 12))):
        random.choice(EDITS)(random, data)
    return old, read(data)
