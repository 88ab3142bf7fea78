"""What only the whole tree shows: addresses and identifiers taken twice, sections without a name.

Each code that is found here is declared here, then worded, then checked. These checks read the tree and not
the model, so that they also speak of a file that has other errors.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ctgkit.french.agreement import number
from ctgkit.plan import adresse_complete, adresses_courtes
from ctgkit.plan.documentation import declared
from ctgkit.plan.finding import Finding, Related
from ctgkit.plan.reading import faults
from ctgkit.plan.reading.nodes import Mapping, Node, event_place, mappings, may_be_in
from ctgkit.plan.valeurs import bare, mots_lus
from ctgkit.vocabulary.nature import NatureAction

if TYPE_CHECKING:
    from ctgkit.plan.finding import Place

# What is said

DUPLICATE_ADDRESS = declared(
    "CTG201",
    "adresse-en-double",
    """Deux fiches ont la même adresse ; les deux lignes sont données.

## Pourquoi

L'adresse est ce qui désigne une fiche d'une version à l'autre, dans les renvois et dans les commandes.

## À éviter

```yaml
axes:
  - id: accueil
    titre: Accueil du jeune enfant
    actions:
      - numero: 1.1
        titre: Ouvrir un accueil itinérant
      - numero: 1.1
        titre: Former les professionnels
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
        titre: Former les professionnels
```
""",
)
NO_TITLE = declared(
    "CTG203",
    "section-sans-titre",
    """Une section n'a pas de `titre`.

## Pourquoi

Le sommaire et les documents la nomment par son titre.

## À éviter

```yaml
axes:
  - id: accueil
```

## Corrigé

```yaml
axes:
  - id: accueil
    titre: Accueil du jeune enfant
```
""",
)
NO_IDENTIFIER = declared(
    "CTG204",
    "section-sans-identifiant",
    """Une section de premier niveau n'a ni `id` ni `numero`.

## Pourquoi

L'adresse de ses fiches commence par lui : sans lui, deux fiches 1.1 ne se distinguent pas.

## À éviter

```yaml
axes:
  - titre: Accueil du jeune enfant
```

## Corrigé

```yaml
axes:
  - id: accueil
    titre: Accueil du jeune enfant
```
""",
)
DUPLICATE_ID = declared(
    "CTG206",
    "identifiant-en-double",
    """Deux sections ou deux acteurs ont le même identifiant.

## Pourquoi

Un identifiant désigne : deux fois le même, il ne désigne plus rien.

## À éviter

```yaml
axes:
  - id: accueil
    titre: Accueil du jeune enfant
  - id: accueil
    titre: Accueil des familles
```

## Corrigé

```yaml
axes:
  - id: accueil
    titre: Accueil du jeune enfant
  - id: familles
    titre: Accueil des familles
```
""",
)


def _duplicate_address(file: str, place: Place, address: str, first: Place, number_: str | None) -> Finding:
    """Two fiches that one cannot tell apart; `number_` is the one they share, if they have any."""
    return Finding(
        file,
        place,
        DUPLICATE_ADDRESS,
        f"deux fiches ont la même adresse {faults.quoted(address)}\u00a0: lignes {number(first.line)} et "
        f"{number(place.line)}",
        f"{'changez le' if number_ else 'donnez un'} numéro {'de' if number_ else 'à'} l'une des deux",
        related=(Related(first, "première fiche ici"),),
    )


def _no_title(file: str, place: Place) -> Finding:
    """A section without a title."""
    return Finding(
        file,
        place,
        NO_TITLE,
        "cette section n'a pas de titre",
        "ajoutez une ligne «\u00a0titre: …\u00a0»",
    )


def _no_identifier(file: str, place: Place) -> Finding:
    """A section of the first level with neither `id` nor `numero`."""
    return Finding(
        file,
        place,
        NO_IDENTIFIER,
        "cette section de premier niveau n'a ni «\u00a0id\u00a0» ni «\u00a0numero\u00a0»",
        "ajoutez l'un des deux\u00a0: l'adresse de ses fiches commence par lui",
    )


def _duplicate_id(file: str, place: Place, value: str, first: Place) -> Finding:
    """Two sections, or two actors, with one identifier."""
    return Finding(
        file,
        place,
        DUPLICATE_ID,
        f"l'identifiant {faults.quoted(value)} est déjà pris à la ligne {number(first.line)}",
        "choisissez un autre identifiant",
        related=(Related(first, "première fois ici"),),
    )


# What is checked


class Spot(NamedTuple):
    """A fiche of the tree: its lines, and how it is called."""

    address: str
    place: Place
    axis: int  #: the rank of its axis
    complete: str  #: its full address
    number: str | None
    name_place: Place | None  #: where its name is written, or where it starts; `None` without a name


def spots(root: Node) -> list[Spot]:
    """The fiches of the tree, in file order, whatever else is wrong with them."""
    found = []
    for rank, axis in enumerate(mappings(root, "axes")):
        name = _text(axis, "id") or _text(axis, "numero") or ""
        for action in _actions(axis):
            number = _text(action, "numero")
            place = event_place(action.draft, action)
            name_place = None
            if number is not None:
                name_place = event_place(action.draft, action.marks["numero"][1])
            elif _is_promise(_text(action, "nature")):
                name_place = _start(action)
            found.append((name, number, place, rank, name_place))
    short = adresses_courtes((name, number) for name, number, *_ in found)
    return [
        Spot(address, place, rank, adresse_complete(name, number), number, name_place)
        for address, (name, number, place, rank, name_place) in zip(short, found, strict=True)
    ]


def check(root: Node, file: str, fiches: list[Spot], blind: dict[int, int]) -> list[Finding]:
    """The findings of the whole tree; what the lines left out (`blind`) may have held is not missed."""
    found: list[Finding] = []
    seen: dict[tuple[int, str], Place] = {}
    for spot in fiches:
        # Two axes of one name are a mistake of their own: their fiches are not compared.
        address = (spot.axis, spot.complete)
        if spot.name_place is not None and spot.complete:
            if address in seen:
                first = seen[address]
                found.append(_duplicate_address(file, spot.name_place, spot.complete, first, spot.number))
            seen.setdefault(address, spot.name_place)
    axes = list(mappings(root, "axes"))
    if isinstance(root, Mapping) and root.get("axes") == []:
        found.append(faults.no_section(file, root.place("axes")))
    for axis in axes:
        if axis.get("id") is None and axis.get("numero") is None and not _unread(axis, blind):
            found.append(_no_identifier(file, _start(axis)))
        found += [
            _no_title(file, _start(section))
            for section in _sections(axis)
            if section.get("titre") is None and not _unread(section, blind)
        ]
    found += _taken_twice(axes, ("id", "numero"), file)
    found += _taken_twice(list(mappings(root, "acteurs")), ("id",), file)
    return found


def _taken_twice(elements: list[Mapping], keys: tuple[str, ...], file: str) -> list[Finding]:
    seen: dict[str, Place] = {}
    found = []
    for element in elements:
        key = next((key for key in keys if _text(element, key)), None)
        if key is not None:
            name = _text(element, key) or ""
            place = event_place(element.draft, element.marks[key][1])
            if name in seen:
                found.append(_duplicate_id(file, place, name, seen[name]))
            seen.setdefault(name, place)
    return found


def _unread(section: Mapping, blind: dict[int, int]) -> bool:
    place = event_place(section.draft, section)
    return may_be_in(blind, place, place.line)


def _start(mapping: Mapping) -> Place:
    place = event_place(mapping.draft, mapping)
    return (
        place._replace(end_line=place.line, end_column=place.column + 1)
        if place.line != place.end_line
        else place
    )


def _sections(section: Mapping) -> Iterator[Mapping]:
    yield section
    for below in mappings(section, "objectifs"):
        yield from _sections(below)


def _actions(section: Mapping) -> Iterator[Mapping]:
    for part in _sections(section):
        yield from mappings(part, "actions")


def _is_promise(word: str | None) -> bool:
    """Whether that nature is one whose real actions are still to be written."""
    nature = mots_lus(NatureAction).get(bare(word or ""))
    return isinstance(nature, NatureAction) and nature.facts.promise


def _text(mapping: Mapping, key: str) -> str | None:
    value = mapping.get(key)
    return value if isinstance(value, str) else None
