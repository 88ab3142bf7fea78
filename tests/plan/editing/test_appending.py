"""Adding an entry: what was there keeps every byte, and the plan has the entry more and nothing else."""

from __future__ import annotations

import copy
import json
import random
import re
from functools import lru_cache
from itertools import takewhile
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ctgkit.plan import Plan, fiches
from ctgkit.plan.editing.appending import Refused, append
from ctgkit.plan.judge import judged
from ctgkit.plan.reading import MAX_BYTES, codes, read
from ctgkit.plan.reading.placing import Addition
from tests.conftest import PLANS, ROOT
from tests.examples import examples
from tests.plan.reading.layouts import TEXTS, typed
from tests.plan.reading.plans import PLAN, with_lines

Path = tuple[str | int, ...]
REAL = [
    *sorted(PLANS.glob("*.yaml")),
    ROOT / "docs" / "exemple" / "plan.yaml",
    ROOT / "tests/data/complet.yaml",
]
NEW = (("date", "2026-01-15"), ("statut", "en cours"), ("avancement", "40"), ("note", "Le lieu : choisi"))
MEASURE = (("date", "2026-01-15"), ("valeur", "12,5"), ("commentaire", "Deux [mots], là"))


def added(data: bytes, addition: Addition, *, structure: bool = False) -> bytes:
    """The file with an entry more."""
    reading = read(data, "plan.yaml")
    assert reading.findings == ()
    return append(data, reading, addition, structure=structure)


def lines(data: bytes) -> list[bytes]:
    """The lines of a file, each without its break."""
    return re.split(rb"\r\n|\r|\n", data)


def check_bytes(old: bytes, new: bytes, *, whole_lines: bool = True) -> list[bytes]:
    """One run of bytes is inserted and all others are as they were; gives the added lines."""
    start = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    assert any(
        new.startswith(old[:at]) and new.endswith(old[at:]) for at in range(start, max(start - 400, -1), -1)
    )
    rest = iter(lines(new))
    if whole_lines:
        assert all(line in rest for line in lines(old))
    size = len(lines(new)) - len(lines(old))
    breaks = set(re.findall(rb"\r\n|\r|\n", old))
    assert set(re.findall(rb"\r\n|\r|\n", new)) <= (breaks or {b"\n"})
    return lines(new[start : start + len(new) - len(old)]) if size else []


def with_entry(data: Any, path: Path, key: str, entry: dict[str, str]) -> Any:
    """Plain data with an entry more, after the last that is not later."""
    grown = copy.deepcopy(data)
    element = grown
    for step in path:
        element = element[step]
    entries = element[key] = element.get(key) or []
    rank = len(entries)
    while rank and entries[rank - 1]["date"] > entry["date"]:
        rank -= 1
    entries.insert(rank, entry)
    return grown


def check(data: bytes, addition: Addition, *, whole_lines: bool = True) -> bytes:
    """Adds an entry; the bytes, and what another reader of YAML makes of them, are what they must be."""
    new = added(data, addition)
    check_bytes(data, new, whole_lines=whole_lines)
    entry = dict(addition.fields)
    assert plain(new) == with_entry(plain(data), addition.path, addition.key, entry)
    return new


@lru_cache(maxsize=2)
def plain(data: bytes) -> Any:
    """What PyYAML makes of a file, knowing nothing of plans; kept, since a file is grown in many places."""
    return yaml.load(data, yaml.CBaseLoader)  # noqa: S506  (makes strings and nothing else)


def places(plan: Plan) -> list[tuple[Path, str]]:
    """Every fiche, step and structured indicator, and its list."""
    found: list[tuple[Path, str]] = []
    for fiche in fiches(plan):
        found.append((fiche.chemin, "suivi"))
        parts: list[tuple[Path, Any]] = [(fiche.chemin, fiche.action)]
        for rank, etape in enumerate(fiche.action.etapes):
            found.append(((*fiche.chemin, "etapes", rank), "suivi"))
            parts.append(((*fiche.chemin, "etapes", rank), etape))
        found += [
            ((*path, "indicateurs", rank), "mesures")
            for path, part in parts
            for rank, indicateur in enumerate(part.indicateurs)
            if indicateur.cible or indicateur.mesures
        ]
    return found


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_an_entry_is_added_everywhere_in_real_plans(path: Any) -> None:
    data = path.read_bytes()
    plan = read(data, "plan.yaml").plan
    assert plan is not None
    everywhere = places(plan)
    assert plain(data) == yaml.load(data, yaml.BaseLoader)  # noqa: S506  (slow: written apart from the other)
    assert (
        len(everywhere) >= {"vie-et-boulogne": 22, "fier-et-usses": 28, "plan": 30, "complet": 5}[path.stem]
    )
    for where, key in everywhere:
        check(data, Addition(where, key, NEW if key == "suivi" else MEASURE))


#: The parts of the invented plans below that have a list, and that list.
PARTS: tuple[tuple[Path, str], ...] = (
    ((), "suivi"),
    (("etapes", 0), "suivi"),
    (("indicateurs", 0), "mesures"),
    (("etapes", 0, "indicateurs", 0), "mesures"),
)


def invented(chance: random.Random) -> dict[str, Any]:
    """The data of a small plan."""
    days = ["2024-05-02", "2025-03-01", "2026-01-15", "2026-02-01", "2027-11-30"]

    def journal(key: str) -> dict[str, Any]:
        kind = chance.random()
        said = {"suivi": ("note", "statut"), "mesures": ("valeur", "commentaire")}[key]
        entries = [
            {"date": day, said[0]: "Bonne" if key == "mesures" else chance.choice(TEXTS)}
            | (
                {said[1]: "réalisée" if key == "suivi" else chance.choice(TEXTS)}
                if chance.random() < 0.4
                else {}
            )
            for day in sorted(chance.sample(days, chance.randrange(1, 4)))
        ]
        if kind < 0.2:
            return {}
        return {key: None} if kind < 0.3 else {key: []} if kind < 0.4 else {key: entries}

    def shuffled(**keys: Any) -> dict[str, Any]:
        """The keys in any order, those without a value left out."""
        names = list(keys)
        chance.shuffle(names)
        return {name: keys[name] for name in names if keys[name] is not None}

    def indicator() -> dict[str, Any]:
        return shuffled(nom="Places ouvertes", unite="places", **journal("mesures"))

    def fiche(number: int) -> dict[str, Any]:
        etape = shuffled(titre="Chantier", indicateurs=[indicator()], **journal("suivi"))
        return shuffled(
            numero=f"1.{number}",
            titre=chance.choice(["Ouvrir", "Accueillir : le soir"]),
            constats=[chance.choice(TEXTS) for _ in range(chance.randrange(1, 3))],
            publics=chance.choice(TEXTS),
            indicateurs=[indicator(), *(["Nombre de familles"] if chance.random() < 0.5 else [])],
            etapes=[etape, {"titre": "Ouverture"}],
            **journal("suivi"),
        )

    return {
        "format": "1",
        "titre": "Plan inventé",
        "territoire": {"nom": "Val de Brume"},
        "caf": "Caf inventée",
        "periode": "2024-2027",
        "axes": [{"id": "a", "titre": "A", "actions": [fiche(1), fiche(2)]}],
    }


def filled(data: Any) -> Any:
    """Data without the keys that have no value."""
    if isinstance(data, dict):
        return {key: filled(value) for key, value in data.items() if value is not None}
    return [filled(item) for item in data] if isinstance(data, list) else data


NOTES = st.one_of(
    st.sampled_from(
        [*TEXTS, "Non", "2024", "12:30", "@moi", "- un", "a : b : c", 'dit "oui"', "\\", "l'un\n\n"]
    ),
    st.text(min_size=1, max_size=30).filter(lambda text: not re.search("[\ud800-\udfff]", text)),
)


@examples(300)
@given(st.randoms(use_true_random=True), NOTES)
def test_an_entry_is_added_whatever_the_layout(chance: random.Random, note: str) -> None:
    plan = invented(chance)
    file = typed(plan, chance)
    part, key = chance.choice(PARTS)
    path: Path = ("axes", 0, "actions", chance.randrange(2), *part)
    said = ("note", note) if key == "suivi" else ("valeur", "12")
    fields = (("date", chance.choice(["2024-01-01", "2025-03-01", "2026-01-15", "2027-12-31"])), said)
    if note.isspace() and key == "suivi":
        return
    reading = read(file.data, "plan.yaml")
    assert reading.findings == ()
    assert reading.plan == judged(Plan, filled(plan))
    bracketed = path in file.bracketed or (*path, key) in file.bracketed
    new = check(file.data, Addition(path, key, fields), whole_lines=not bracketed)
    expected = with_entry(filled(plan), path, key, dict(fields))
    assert read(new, "plan.yaml").plan == judged(Plan, expected)


#: The end of a fiche, its keys at the margin; the lines with a plus are those that must be added.
LAYOUTS = {
    "no journal": """
publics: Familles
+suivi:
+  - date: 2026-01-15
+    note: Vu
""",
    "no journal, after a comment on the last value": """
publics:
- Familles
# à compléter
+suivi:
+- date: 2026-01-15
+  note: Vu
""",
    "no journal, before what an empty line sets apart": """
publics:
    -   Familles
+suivi:
+    -   date: 2026-01-15
+        note: Vu

# La fiche suivante
""",
    "no journal, after a text that looks like a comment": """
publics: |
  Familles
  # nombreuses
+suivi:
+  - date: 2026-01-15
+    note: Vu
""",
    "no journal, after a text that keeps its empty lines": """
publics: |+
  Familles

+suivi:
+  - date: 2026-01-15
+    note: Vu
""",
    "an empty journal with a comment below": """
suivi:  # le journal
  # rien encore
+  - date: 2026-01-15
+    note: Vu
publics: Familles
""",
    "in order of dates": """
suivi:
  - date: 2025-01-15
    note: Avant
    # vu au téléphone
+  - date: 2026-01-15
+    note: Vu
  # au COPIL
  - date: 2026-01-16
    note: Après
""",
    "after the others of that day": """
suivi:
  - date: 2026-01-15
    note: Le matin
+  - date: 2026-01-15
+    note: Vu
""",
    "first of all, above the comment of the next": """
suivi:
+  - date: 2026-01-15
+    note: Vu
  # au COPIL
  - date: 2026-01-16
    note: Après
""",
    "a comment at the dashes below the last is of the list": """
suivi:
  - date: 2025-01-15
    note: Avant
  # - date: 2025-02-01
+  - date: 2026-01-15
+    note: Vu
publics: Familles
""",
    "a comment at the keys is of the next key": """
suivi:
- date: 2025-01-15
  note: Avant
+- date: 2026-01-15
+  note: Vu
# pour qui
publics: Familles
""",
    "empty lines between entries": """
suivi:
  - date: 2024-01-15
    note: Avant

  - date: 2025-01-15
    note: Avant
+
+  - date: 2026-01-15
+    note: Vu

publics: Familles
""",
    "dashes alone, and one with nothing after it": """
suivi:
  -
    date: 2025-01-15
    note: Avant
  -
+  - date: 2026-01-15
+    note: Vu
""",
    "entries between brackets": """
suivi:
  -  {date: 2025-01-15, note: Avant}
+  -  {date: 2026-01-15, note: Vu}
""",
    "keys between quotes": """
"suivi":
  - "date": "2025-01-15"
    "note": "Avant"
+  - "date": 2026-01-15
+    "note": Vu
""",
    "a list between brackets": """
suivi: [
  {date: 2025-01-15, note: Avant}  # dit
+  , {date: 2026-01-15, note: Vu}
  ]
""",
    "a list between brackets with a comma at its end": """
suivi: [
  {date: 2025-01-15, note: Avant},
+  {date: 2026-01-15, note: Vu},
  ]
""",
    "a list between brackets, commas first": """
suivi:
  [ {date: 2025-01-15, note: Avant}
+  , {date: 2026-01-15, note: Vu}
  , {date: 2026-01-16, note: Après}
  ]
""",
    "an empty list between brackets on two lines": """
suivi: [  # rien
+  {date: 2026-01-15, note: Vu}
]
""",
    "an anchor and a tag": """
suivi: &journal !!seq
  - &un !!map
    date: 2025-01-15
    note: Avant
+  - date: 2026-01-15
+    note: Vu
""",
    "an entry that is an alias": """
etapes:
  - titre: Chantier
    suivi:
      - &copil {date: 2025-01-15, note: Avant}
suivi:
  - *copil
+  - {date: 2026-01-15, note: Vu}
""",
    "a question mark before the last key": """
? publics
: Familles
+suivi:
+  - date: 2026-01-15
+    note: Vu
""",
}
VU = (("date", "2026-01-15"), ("note", "Vu"))
FICHE: Path = ("axes", 0, "actions", 0)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("end", ["", "# fin"], ids=["", "no line break at the end"])
def test_where_an_entry_goes_and_how_it_is_typed(layout: str, end: str) -> None:
    marked = layout.strip("\n").split("\n")
    before = with_lines(*(line for line in marked if line[:1] != "+")) + end
    after = with_lines(*(line.removeprefix("+") for line in marked)) + end
    assert added(before.encode(), Addition(FICHE, "suivi", VU)).decode() == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("suivi: []", "suivi: [{date: 2026-01-15, note: Vu}]"),
        ("suivi: [ ] # rien", "suivi: [ {date: 2026-01-15, note: Vu}] # rien"),
        (
            "suivi: [{date: 2025-01-15, note: '}'}, ]",
            "suivi: [{date: 2025-01-15, note: '}'}, {date: 2026-01-15, note: Vu}, ]",
        ),
        (
            "suivi: [{date: 2026-12-31, note: Fin}]",
            "suivi: [{date: 2026-01-15, note: Vu}, {date: 2026-12-31, note: Fin}]",
        ),
    ],
)
def test_what_is_on_one_line_stays_on_it(before: str, after: str) -> None:
    assert added(with_lines(before).encode(), Addition(FICHE, "suivi", VU)).decode() == with_lines(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{numero: 1.1, titre: A}", "{numero: 1.1, titre: A, suivi: [{date: 2026-01-15, note: Vu}]}"),
        (
            "{numero: 1.1, titre: A, suivi: }",
            "{numero: 1.1, titre: A, suivi: [{date: 2026-01-15, note: Vu}] }",
        ),
        ("{numero: 1.1, titre: A, suivi}", "{numero: 1.1, titre: A, suivi: [{date: 2026-01-15, note: Vu}]}"),
        (
            "{numero: 1.1, titre: A, publics: }",
            "{numero: 1.1, titre: A, publics: , suivi: [{date: 2026-01-15, note: Vu}] }",
        ),
        (
            '{"numero": "1.1", "titre": "A"}',
            '{"numero": "1.1", "titre": "A", "suivi": [{"date": "2026-01-15", "note": "Vu"}]}',
        ),
    ],
)
def test_a_fiche_between_brackets(before: str, after: str) -> None:
    head = PLAN[: PLAN.index("      - numero")]
    data = f"{head}      - {before}\n".encode()
    assert added(data, Addition(FICHE, "suivi", VU)).decode() == f"{head}      - {after}\n"


@pytest.mark.parametrize("indent", [None, 2])
def test_json_stays_json(indent: int | None) -> None:
    data = yaml.load(PLAN, yaml.BaseLoader)  # noqa: S506
    path = FICHE
    for fields in (VU, (("date", "2026-02-01"), ("avancement", "40"), ("note", 'Dit "oui"\n\x85'))):
        text = json.dumps(data, ensure_ascii=False, indent=indent)
        addition = Addition(path, "suivi", fields)
        new = added(text.encode(), addition)
        check_bytes(text.encode(), new, whole_lines=indent is not None)
        data = json.loads(new)
        assert {key: str(value) for key, value in data["axes"][0]["actions"][0]["suivi"][-1].items()} == dict(
            fields
        )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Le permis est accordé.", "note: Le permis est accordé."),
        ("« Oui », dit la Caf", "note: « Oui », dit la Caf"),
        ("Non", "note: Non"),
        ("no", 'note: "no"'),
        ("2024", 'note: "2024"'),
        ("2024-01-01", 'note: "2024-01-01"'),
        ("2024-02-30", 'note: "2024-02-30"'),
        ("12:30", 'note: "12:30"'),
        ("Lieu : choisi", 'note: "Lieu : choisi"'),
        ("Fiche #2 et #3", 'note: "Fiche #2 et #3"'),
        ("- un", 'note: "- un"'),
        ('"oui"', "note: '\"oui\"'"),
        ("@ l'essai \\o/", "note: '@ l''essai \\o/'"),
        (" bords ", 'note: " bords "'),
        ("a\tb", 'note: "a\\tb"'),
        ("a\u2028b\x07", 'note: "a\\u2028b\\u0007"'),
        ("fin\n", 'note: "fin\\n"'),
        ("un\r\ndeux", 'note: "un\\r\\ndeux"'),
        ("un\n deux", 'note: "un\\n deux"'),
        ("- un\n\n# deux", "note: |-\n              - un\n\n              # deux"),
        ("long " * 60 + "fin", "note: " + "long " * 60 + "fin"),
    ],
)
def test_a_note_is_typed_so_that_every_reader_gets_it_back(text: str, line: str) -> None:
    fields = (("date", "2026-01-15"), ("note", text))
    new = check(with_lines("suivi:").encode(), Addition(FICHE, "suivi", fields)).decode()
    assert new == with_lines("suivi:") + f"          - date: 2026-01-15\n            {line}\n"


@pytest.mark.parametrize(
    "shared",
    [
        "{0}suivi: *journal",
        "{0}suivi:\n{0}  - date: 2025-01-15\n{0}    note: Autre\n{0}etapes: *etapes",
    ],
)
def test_a_journal_that_two_fiches_share_is_left_alone(shared: str) -> None:
    first = with_lines(
        "suivi: &journal", "  - date: 2025-01-15", "    note: Avant", "etapes: &etapes", "  - titre: Chantier"
    )
    text = f"{first}      - numero: 1.2\n        titre: Fermer\n{shared.format(' ' * 8)}\n"
    path: Path = FICHE if "*journal" in shared else (*FICHE, "etapes", 0)
    for where in (path, ("axes", 0, "actions", 1, *path[4:])):
        with pytest.raises(Refused) as refused:
            added(text.encode(), Addition(where, "suivi", VU))
        assert refused.value.reason == "shared"


def test_a_measure_makes_keys_of_an_indicator_that_is_a_text_only_where_that_is_asked() -> None:
    before = with_lines(
        "indicateurs:", "  - Ouverture : oui ou non  # à revoir", "  - Places", "  - nom: Coût"
    )
    measure = (("date", "2026-01-15"), ("valeur", "12,5"))
    for rank, typed_as in ((0, 'nom: "Ouverture : oui ou non"  # à revoir'), (1, "nom: Places")):
        addition = Addition((*FICHE, "indicateurs", rank), "mesures", measure)
        with pytest.raises(Refused) as refused:
            added(before.encode(), addition)
        assert refused.value.reason == "text"
        texts = ["Ouverture : oui ou non  # à revoir", "Places"]
        lines = [typed_as, "  mesures:", "    - date: 2026-01-15", "      valeur: 12,5"]
        after = before.replace(f"- {texts[rank]}", "- " + "\n          ".join(lines))
        assert added(before.encode(), addition, structure=True).decode() == after
    alone = with_lines("indicateurs: Places")
    with pytest.raises(Refused) as refused:
        added(alone.encode(), Addition((*FICHE, "indicateurs", 0), "mesures", measure), structure=True)
    assert refused.value.reason == "unsure"


def test_a_file_that_would_be_too_large_is_refused_with_the_finding() -> None:
    text = with_lines("publics: Familles")
    text += "#" * (MAX_BYTES - len(text.encode()) - 1) + "\n"
    with pytest.raises(Refused) as refused:
        added(text.encode(), Addition(FICHE, "suivi", VU))
    assert refused.value.tried is not None
    assert [finding.code for finding in refused.value.tried.findings] == [codes.TOO_BIG]
