"""What must hold of any text and of any file, tried on a great many."""

from __future__ import annotations

import random
import re
import string
import unicodedata
from typing import Any, Literal, get_args

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from ctgkit.plan.base import Element
from ctgkit.plan.declaration import OneOf, declared, marked
from ctgkit.plan.editing.fixing import fix
from ctgkit.plan.reading import Reading, codes, read
from ctgkit.plan.reading.draft import Draft
from ctgkit.plan.reading.keys import KEYS, TREE
from ctgkit.plan.reading.nodes import Mapping, Node, Sequence, event_place
from ctgkit.plan.reading.tree import Builder
from tests.conftest import PLANS
from tests.effort import at_most
from tests.examples import examples
from tests.plan.dump import dumped
from tests.plan.reading.plans import PLAN, fiche, plan, with_points

REAL = [path.read_text(encoding="utf-8") for path in sorted(PLANS.glob("*.yaml"))]

#: Words that YAML reads in its own way, to build sentences from.
WORDS = (  # noqa: SIM905
    "un|l'école|Caf|é|«|»|1.10|:| : |: | :|-|--|- |'|\"|@|*|&|!|[|]|{|}|#| #|%|`|?|? |,|\\|...|---|~|"
    "null|  | |\u00a0|\u202f|\u2028|\u0085|\t|(|)|x:y|a:|=|<<|>|>2|•|• |–|– |1. |titre|titre:|pilotes|"
    "pilotes :|points:"
).split("|")
SENTENCES = st.lists(st.sampled_from([*WORDS, "|"]), min_size=1, max_size=7).map("".join)
PHRASES = st.one_of(SENTENCES, st.text(min_size=1, max_size=20))


def is_raw(text: str) -> bool:
    """Whether a text typed as it is, is one to YAML: no line break, no comment, no quotes around.

    Nor does it start with `texte:`, which is a key.
    """
    quoted = text[:1] in {"'", '"'} and len(text) > 1 and text[-1] == text[0]
    other = re.search(r"(^|[ \t])#|[\r\n\ud800-\udfff]|\A[\"']?texte[\"']?[ \t]*:", text)
    return bool(text.strip(" \t")) and not quoted and not other


@examples(1500)
@given(PHRASES)
@example("a : b")
@example("? a : b")
@example("a : ''")
@example("[a]: b")
@example("{a: b, c: d}")
@example("!!str")
@example("!!str : x")
@example("-\u00a0un")
@example("\u00a0un")
@example("• un")
@example("'a' : b")
def test_a_text_typed_raw_in_a_list_comes_back_or_is_a_finding(text: str) -> None:
    text = text.strip(" \t")
    if not is_raw(text):
        return
    reading = read(with_points("Un constat", text, "fin").encode(), "plan.yaml")
    if not reading.findings:
        assert reading.plan is not None
        constats = reading.plan.axes[0].actions[0].constats
        assert [point.texte for point in constats] == ["Un constat", text, "fin"]


@examples(1500)
@given(PHRASES)
@example("a\u00a0: b")
@example("@a")
@example("- un")
@example("? mois")
def test_a_text_typed_raw_after_its_key_comes_back_or_is_a_finding(text: str) -> None:
    text = text.strip(" \t")
    if not is_raw(text):
        return
    reading = read(PLAN.replace("Ouvrir un accueil", text).encode(), "plan.yaml")
    if not reading.findings:
        assert reading.plan is not None
        assert reading.plan.axes[0].actions[0].titre == text


def double_quoted(text: str) -> str:
    """A text as a YAML double-quoted scalar, in which anything may be written."""

    def escape(found: re.Match[str]) -> str:
        point = ord(found[0])
        if found[0] in '"\\':
            return f"\\{found[0]}"
        return (
            f"\\x{point:02x}"
            if point < 0x100
            else f"\\u{point:04x}"
            if point < 0x10000
            else f"\\U{point:08x}"
        )

    odd = r'["\\\x00-\x1f\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]|\s+\Z|\A\s+|(?<= ) '
    return '"' + re.sub(odd, lambda run: re.sub(r"(?s).", escape, run[0]), text) + '"'


#: A plan with a text at every place where the format has one; each `§` is the same text.
EVERYWHERE = """\
format: 1
titre: §
territoire:
  nom: §
  sigle: §
  type: §
  departement: §
  communes: [§]
caf: §
periode:
  debut: 2024-01-01
  fin: 2027-12-31
  texte: §
signataires:
  - nom: §
    qualite: §
    structure: §
contacts:
  - nom: §
    fonction: §
    structure: §
    telephone: §
    courriel: §
source:
  titre: §
  reference: §
preambule:
  - titre: §
    texte:
      - §
vocabulaire:
  niveaux:
    - §
  action: §
  etape: §
  rubriques_etape:
    constats: §
  convention: §
  rubriques:
    constats: §
acteurs:
  - id: §
    nom: §
    alias:
      - §
copils:
  - date: 2024-03-15
    objet: §
avenants:
  - numero: §
    date: 2024-03-15
    objet: §
axes:
  - id: §
    numero: §
    titre: §
    intitule: §
    description:
      - §
    objectifs:
      - id: §
        numero: §
        titre: §
        actions:
          - numero: §
            id: §
            titre: §
            intitules:
              constats: §
            constats:
              - §
              - texte: §
                points:
                  - §
            descriptif: §
            publics: [§]
            partenaires:
              - §
            moyens:
              - §
            dispositifs:
              - §
            vigilance:
              - §
            resultats:
              - §
            pilotes:
              - nom: §
            indicateurs:
              - §
              - nom: §
                unite: §
                mesures:
                  - date: 2024-03-15
                    valeur: 1
                    commentaire: §
            calendrier:
              - §
              - texte: §
            rubriques:
              §: §
            etapes:
              - numero: §
                id: §
                titre: §
                intitules:
                  constats: §
                constats: §
                descriptif: §
                partenaires: §
                moyens: §
                dispositifs: §
                vigilance: §
                resultats: §
                rubriques:
                  §: §
                pilotes:
                  - nom: §
                calendrier: §
                publics: §
                indicateurs:
                  - §
                suivi:
                  - date: 2024-03-15
                    note: §
                    auteur: §
            financements:
              - financeur: §
                objet: §
            couts:
              - objet: §
            suivi:
              - date: 2024-03-15
                statut: reportée
                echeance: §
                note: §
                auteur: §
"""


def put(data: Any, text: str) -> Any:
    """Plain data with `text` for each `§`, keys included."""
    if isinstance(data, dict):
        return {put(key, text): put(value, text) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return tuple(put(item, text) for item in data)
    return text if data == "§" else data


def everywhere(text: str, quoted: str) -> None:
    """Checks that `text`, typed as `quoted`, comes back from every place."""
    reading = read(EVERYWHERE.replace("§", quoted).encode(), "plan.yaml")
    if text.isspace():
        assert {finding.code for finding in reading.findings} == {codes.BLANK}
        assert reading.plan is None
    else:
        assert reading.findings == ()
        assert reading.plan is not None
        assert put(dumped(reading.plan), "§") == put(MARKED, text)


MARKED = dumped(plan(EVERYWHERE))


def types(annotation: Any) -> set[Any]:
    """The types an annotation is made of; the name of a heading is no text."""
    if marked(annotation, OneOf):
        return set()
    return {annotation}.union(*map(types, get_args(annotation)))


def filled(part: Any) -> set[str]:
    """The fields that hold the mark in a part of a plan, as `Action.titre`."""
    if isinstance(part, dict):
        return filled(tuple(item for pair in part.items() for item in pair))
    if isinstance(part, tuple):
        return set().union(*map(filled, part))
    if not isinstance(part, Element):
        return {part} if part == "§" else set()
    found = set()
    for name in type(part).KEYS:
        below = filled(getattr(part, name))
        found |= {f"{type(part).__name__}.{name}" if item == "§" else item for item in below}
    return found


def test_the_mark_stands_in_every_field_that_takes_a_text() -> None:
    takes = {
        f"{part.__name__}.{name}"
        for part in TREE
        for name, field in declared(part).items()
        if str in types(field.shape.hint)
    }
    # A measured value is a number where it reads as one.
    assert filled(plan(EVERYWHERE)) == takes - {"Repere.valeur", "Mesure.valeur"}


@examples(400)
@given(st.one_of(st.text(min_size=1), SENTENCES))
@example("\x00\x07\x1b\x7f\x80\x9f")
@example(" a  b \t c\n\nd\r\ne\u2028f\u2029g\u0085h ")
@example("😀 👩‍👧 \u202eabc\u202c \u200f\u05d0 \ufeff \ufffe")
@example('"\\')
@example("a : b : c")
@example("\ue000\u2028\ue001")
def test_a_text_between_double_quotes_comes_back_from_every_place(text: str) -> None:
    if re.search("[\ud800-\udfff]", text):
        return
    everywhere(text, double_quoted(text))


@examples(400)
@given(st.one_of(st.text(min_size=1), SENTENCES))
@example("l'école")
@example("''")
@example("a\u2028b")
def test_a_text_between_single_quotes_comes_back_from_every_place(text: str) -> None:
    if re.search("[\x00-\x08\x0a-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]", text):
        return
    everywhere(text, "'" + text.replace("'", "''") + "'")


#: What is thrown into a real plan to break it.
BITS = (  # noqa: SIM905
    "\t| |\u00a0|:| : |- |-|'|\"|@|*|&x |!|>|[|]|{|}|#| #|\n|\n\n|  |%|`|?|,|\\|\u2028|\x07|---\n|...\n|"
    "<<: *a\n|a: &a [*a]\n|\r|•|titre|: |!!binary |\ufeff|\x00"
).split("|")


def mutated(chance: random.Random) -> bytes:
    """The start of a real plan with a few mistakes, sometimes of single bytes."""
    text = chance.choice(REAL)
    head, axes, rest = text.partition("axes:")
    text = head[chance.choice((0, len(head) - 200)) :] + axes + rest[: chance.randrange(200, 9000)]
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(text))
        kind = chance.random()
        if kind < 0.6:
            text = text[:at] + chance.choice([*BITS, "|"]) + text[at:]
        elif kind < 0.8:
            text = text[:at] + text[at + chance.randrange(1, 6) :]
        else:
            lines = text.split("\n")
            moved = chance.randrange(len(lines))
            lines[moved] = " " * chance.randrange(14) + lines[moved].lstrip()
            text = "\n".join(lines)
    data = bytearray(text.encode())
    if chance.random() < 0.15:
        for _ in range(chance.randrange(1, 30)):
            data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def check_places(reading: Reading) -> None:
    """Every place of every finding is inside the file, and not backwards; they are in order."""
    for finding in reading.findings:
        for place in (finding.place, *(related.place for related in finding.related)):
            assert (place.line, place.column) <= (place.end_line, place.end_column)
            ends = ((place.line, place.column), (place.end_line, place.end_column))
            for line, column in ends if reading.lines else ():
                assert 1 <= line <= len(reading.lines), finding
                assert 1 <= column <= len(reading.lines[line - 1]) + 1, finding
        assert finding.message
        assert finding.hint
    places = [finding.place for finding in reading.findings]
    assert places == sorted(places)
    assert (reading.plan is None) == any(finding.severity == "error" for finding in reading.findings)


@examples(800)
@given(st.randoms(use_true_random=True))
def test_a_broken_plan_gives_findings_inside_the_file(chance: random.Random) -> None:
    check_places(read(mutated(chance), "plan.yaml"))


@examples(600)
@given(
    st.one_of(
        st.binary(max_size=300), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
    )
)
def test_any_bytes_give_findings(data: bytes) -> None:
    reading = read(data, "plan.yaml")
    assert reading.findings
    check_places(reading)


@examples(600)
@given(st.text(alphabet=string.printable + "éà\u00a0\u2028•", max_size=120))
def test_any_lines_under_a_fiche_give_a_plan_or_findings_inside_the_file(text: str) -> None:
    check_places(read((PLAN + text).encode(), "plan.yaml"))
    check_places(read((PLAN + text.replace("\n", "\n        ")).encode(), "plan.yaml"))


def scalars(node: Node) -> list[tuple[str, Any]]:
    """Every key and text of a tree, with its event."""
    if isinstance(node, Mapping):
        pairs = [
            pair for key in node for pair in ((key, node.marks[key][0]), (node[key], node.marks[key][1]))
        ]
    elif isinstance(node, Sequence):
        pairs = list(zip(node, node.marks, strict=True))
    else:
        return []
    texts = [(value, mark) for value, mark in pairs if isinstance(value, str)]
    return texts + [text for value, _ in pairs for text in scalars(value)]


@pytest.mark.parametrize("text", REAL, ids=["fier-et-usses", "vie-et-boulogne"])
def test_the_places_of_a_correct_file_slice_its_own_words(text: str) -> None:
    draft = Draft(text)
    builder = Builder(draft, "plan.yaml")
    found = scalars(builder.build())
    assert builder.found == []
    assert draft.lines == draft.original
    plain = 0
    for value, event in found:
        assert event.__class__ is yaml.ScalarEvent
        line, column, end_line, end_column = event_place(draft, event)
        if not event.style and line == end_line:
            assert draft.original[line - 1][column - 1 : end_column - 1] == value
            plain += 1
    assert plain > 1000


@examples(300)
@given(st.text(alphabet="aé :-\u00a0", min_size=1, max_size=12))
def test_decomposed_and_composed_texts_are_both_kept(text: str) -> None:
    text = f"é{text}é"
    forms: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")
    for form in forms:
        typed = unicodedata.normalize(form, text)
        assert [point.texte for point in fiche(with_points(double_quoted(typed))).constats] == [typed]


#: What tiny files are drawn from: the signs of YAML, words, and lines that start with a key of the plan.
SIGNS = (  # noqa: SIM905
    "- |-|: |:|\"|'|[|]|{|}|? |?|#| #|, |,|&a |*a|!|%|@|`|>|•|1. |\t|\u00a0|---|...|\\|<<: | |  |a|é| b|\n"
).split("|")
LINES = st.tuples(st.sampled_from(["\n", "\n ", "\n  ", "\n   "]), st.sampled_from(["", "- "])).map("".join)
NAMES = st.tuples(st.sampled_from(sorted(KEYS)), st.sampled_from(["", ":", ": ", ": "])).map("".join)
TINY = st.lists(st.one_of(st.sampled_from([*SIGNS, "|", "- "]), LINES, NAMES), min_size=1, max_size=16).map(
    lambda bits: "".join(bits).encode()[:40]
)
#: A hundred times what the longest of them needs.
ENOUGH = 300_000


@examples(1500)
@given(TINY)
@example(b"- a\n  titre: b")
@example(b"- Ouvrir un lieu\n  pilotes: Anne")
@example(b"\n\n- a\n\n - titre: b")
@example("- é\n   b\n   - caf: fonction: é".encode()[:-1])
def test_a_tiny_file_gives_findings_and_is_mended_without_end_of_work(data: bytes) -> None:
    with at_most(ENOUGH):
        reading = read(data, "plan.yaml")
        done = fix(data, lambda tried: read(tried, "plan.yaml").findings)
    check_places(reading)
    assert reading.findings
    assert len(done.left) <= len(reading.findings)


def test_what_goes_on_for_ever_is_a_failure() -> None:
    with pytest.raises(AssertionError, match="more than 10 lines"), at_most(10):
        read(PLAN.encode(), "plan.yaml")
