"""What `--fix` writes means what was meant: same keys, same points, no text with the key of another line."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import example, given
from hypothesis import strategies as st

from ctgkit.plan.reading import read
from tests.examples import examples
from tests.plan.editing.test_fixing import fixed
from tests.plan.reading.plans import with_lines

KEYS = ("constats", "descriptif", "publics", "moyens", "dispositifs", "vigilance", "resultats")
#: Sentences as they are typed, faults included, and as they must be read.
TEXTS = (
    "Une salle",
    "L'accueil : un lieu",
    "Accueil : un lieu : ouvert le soir",
    "Objectif opérationnel 1.1 : soutenir : aider",
    "@val-de-brume",
    "% de familles",
    "*à définir*",
    "[à définir]",
    "« Bien grandir » : 3 ateliers",
    "2025 : lancement",
    "12:30",
    "dit « oui »",
    'dit "oui" : et non',
    "partenaires: la Caf",
    "Pilotes : à désigner : en 2025",
    "le titre: un : deux",
    '"Bien" et "mieux"',
)
STYLES = ("dashes", "bullets", "numbers", "glued", "wrapped", "alone", "brackets")
BULLETS = ("•", "●", "o", "–", "➢", "+", "\uf0b7", "*", "✓")


class Typed(NamedTuple):
    """The lines of a key, and what they must be read as where they are read."""

    lines: list[str]
    meant: list[str]


@st.composite
def lists(draw: st.DrawFn, key: str) -> Typed:
    """A list of texts under `key`, typed with the faults that people and word processors make."""
    texts = draw(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=4))
    style = draw(st.sampled_from(STYLES))
    head = draw(st.sampled_from([f"{key}:", f"{key}\u00a0:"]))
    indent = draw(st.sampled_from(["  ", "\u00a0\u00a0"]))
    if style in {"bullets", "numbers"} and len(texts) == 1:
        texts *= 2  # of a sign that is none alone
    if style == "alone":
        text = texts[0].strip("[]")  # which is a list of one, after a key
        return Typed([f"{key}: {text}"], [text])
    if style == "brackets":
        plain = [text for text in texts if not set(text) & set("[]{},\"'")] or ["un"]
        return Typed([f"{key}: [{', '.join(plain)}]"], plain)
    sign = draw(st.sampled_from(BULLETS)) if style == "bullets" else "-"
    space = "" if style == "glued" else draw(st.sampled_from([" ", "\u00a0"]))
    lines, meant = [head], []
    for rank, text in enumerate(texts, 1):
        start = f"{rank}. " if style == "numbers" else f"{sign}{space}"
        if style == "wrapped":
            after = draw(st.sampled_from(["suite de la phrase", "suite : et fin", "pour les familles"]))
            lines += [f"{indent}{start}{text}", f"{indent}{' ' * len(start)}{after}"]
            meant.append(f"{text} {after}")
        else:
            lines.append(indent + start + text)
            meant.append(text)
    return Typed(lines, meant)


@st.composite
def fiches(draw: st.DrawFn) -> dict[str, Typed]:
    """Some keys of a fiche, each with its list."""
    keys = draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=3, unique=True))
    return {key: draw(lists(key)) for key in keys}


@examples(200)
@given(fiches())
@example(
    {
        "constats": Typed(
            ["constats:", "  ● Accueil : un lieu : le soir", "  ● Une salle"],
            ["Accueil : un lieu : le soir", "Une salle"],
        )
    }
)
@example({"moyens": Typed(["moyens:", "  - partenaires: la Caf : un"], ["partenaires: la Caf : un"])})
def test_what_is_fixed_is_read_as_it_was_meant(typed: dict[str, Typed]) -> None:
    text = with_lines(*(line for one in typed.values() for line in one.lines))
    reading = read(fixed(text.encode()).data, "plan.yaml")
    if reading.plan is None:  # somebody must decide
        return
    fiche = reading.plan.axes[0].actions[0]
    for key in KEYS:
        points = [point.texte for point in getattr(fiche, key)]
        assert points == (typed[key].meant if key in typed else [])
        assert not any(point.points for point in getattr(fiche, key))


#: Lines typed one column or more away from where they belong, between two that are not.
ASTRAY = [
    "partenaires: CAF",
    "partenaire: CAF",
    "budget:",
    "Public : familles",
    "pilotes : Caf : Mairie",
    "suivi:",
]


@examples(100)
@given(
    st.sampled_from(ASTRAY),
    st.integers(0, 6),
    st.sampled_from(
        [
            "titre2: Ouvrir un lieu",
            "moyens: Ouvrir un lieu",
            "moyens: Accueil : un lieu",
            "moyens:\n  - Accueil : a",
        ]
    ),
    st.sampled_from(["publics: Familles", "publics: Tous : petits et grands", "publics:\n  • un\n  • deux"]),
)
def test_no_text_takes_over_the_key_of_another_line(line: str, column: int, above: str, below: str) -> None:
    text = with_lines(*above.split("\n"), " " * column + line, *below.split("\n"))
    data = fixed(text.encode()).data.decode()
    key = line.partition(":")[0].strip()
    starts = [written.strip().lstrip("-\"' ") for written in data.split("\n")]
    assert any(start.startswith((key, "publics", "partenaires")) and ":" in start for start in starts)
    reading = read(data.encode(), "plan.yaml")
    if reading.plan is not None:
        fiche = reading.plan.axes[0].actions[0]
        points = [point.texte for key in KEYS for point in getattr(fiche, key)]
        assert not any(f" {key}" in point and key != "suivi" for point in points)
