"""`--fix`, below the command: what is certain is mended, and nothing else changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ctgkit.plan.editing.fixing import Fixed, fix
from ctgkit.plan.editing.splicing import spliced
from ctgkit.plan.finding import Finding, Place, Splice
from ctgkit.plan.reading import read
from ctgkit.plan.reading.faults import QUOTING
from ctgkit.vocabulary.gravite import Gravite
from tests.conftest import PLANS
from tests.examples import examples
from tests.plan.reading.plans import PLAN, with_points
from tests.plan.reading.test_faults import FAULTS, NAMES
from tests.plan.reading.test_properties import PHRASES, is_raw

#: A fixture, the lines it has, and what `--fix` makes of them, written by hand.
MENDED = [
    (
        "deux-points-titre",
        "        titre: Accueil : horaires atypiques",
        '        titre: "Accueil : horaires atypiques"',
    ),
    (
        "deux-points-commentaire",
        "        titre: Accueil : horaires # à relire",
        '        titre: "Accueil : horaires" # à relire',
    ),
    (
        "deux-points-et-sous-points",
        "          - Des besoins : précisions :",
        '          - "Des besoins : précisions" :',
    ),
    ("arobase-a-la-ligne", "          @val-de-brume", '          "@val-de-brume"'),
    (
        "apres-deux-points-diese",
        "          - Le lieu : #1",
        '          - "Le lieu : #1"',
    ),
    ("guillemets-deux-paires", '        titre: "Bien" et "mieux"', '        titre: \'"Bien" et "mieux"\''),
    ("barre-oblique", '        titre: "C:\\écoles"', "        titre: 'C:\\écoles'"),
    ("insecable-indentation", "\u00a0" * 8 + "pilotes:", "        pilotes:"),
    ("insecable-avant-deux-points", "        pilotes\u00a0:", "        pilotes:"),
    ("cle-mal-orthographiee", "        pilots:", "        pilotes:"),
    ("deux-points-colles", "        titre:Ouvrir un accueil", "        titre: Ouvrir un accueil"),
    ("puce-seule", "          • Il manque des places", "          - Il manque des places"),
    ("puce-devant-une-cle", "        • descriptif: Un lieu", "        descriptif: Un lieu"),
    ("crochets-deux-phrases", "  communes: [Brume, a : b : c]", '  communes: [Brume, "a : b : c"]'),
]
#: Fixtures whose remedy somebody must decide: the text's end, a word, a level.
DECIDE = [
    *("guillemet-ouvert", "decalage-en-trop", "cle-inconnue", "cle-en-double"),
    *("cles-collees", "tiret-devant-une-cle"),
]


def fixed(data: bytes) -> Fixed:
    return fix(data, lambda tried: read(tried, "plan.yaml").findings)


def fixture(name: str) -> bytes:
    return (FAULTS / f"{name}.yaml").read_bytes()


@pytest.mark.parametrize(("name", "before", "after"), MENDED, ids=[name for name, *_ in MENDED])
def test_what_is_certain_is_typed_as_its_hint_says(name: str, before: str, after: str) -> None:
    lines = fixture(name).decode().split("\n")
    assert lines.count(before) == 1
    done = fixed(fixture(name))
    assert done.data.decode().split("\n") == [after if line == before else line for line in lines]
    assert done.left == ()
    assert len(done.applied) == 1


@pytest.mark.parametrize("name", NAMES)
def test_fixing_any_fault_takes_it_away_brings_none_and_ends(name: str) -> None:
    data = fixture(name)
    before = read(data, "plan.yaml").findings
    done = fixed(data)
    assert done.left == read(done.data, "plan.yaml").findings
    assert len(done.left) <= len(before)
    again = fixed(done.data)
    assert (again.data, again.applied) == (done.data, ())
    if not done.applied:
        assert done.data == data


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("variant", ["\r\n", "\ufeff"])
def test_line_breaks_and_a_byte_order_mark_stay_and_change_nothing(name: str, variant: str) -> None:
    text = fixture(name).decode()
    if "\r" in text or text.startswith("\ufeff"):
        return

    def varied(plain: str) -> bytes:
        return (variant + plain if variant == "\ufeff" else plain.replace("\n", variant)).encode()

    assert fixed(varied(text)).data == varied(fixed(text.encode()).data.decode())


def test_most_fixtures_of_quotes_white_space_and_spelling_are_mended() -> None:
    families = ("deux-points-", "apres-deux-points-", "insecable", "tabulation", "cle-mal-ortho")
    names = [name for name in NAMES if name.startswith(families)]
    assert len(names) > 40
    assert sum(bool(fixed(fixture(name)).applied) for name in names) > 0.8 * len(names)


def texts(data: bytes) -> list[str] | None:
    reading = read(data, "plan.yaml")
    return (
        None if reading.plan is None else [point.texte for point in reading.plan.axes[0].actions[0].constats]
    )


@examples(800)
@given(st.lists(PHRASES, min_size=1, max_size=4))
@example(["a : b : c", "@d"])
@example(["a: b", "c : d : e", "#f"])
@example(["'l'école'\xa0"])
def test_every_text_of_a_fixed_list_is_the_one_that_was_typed(phrases: list[str]) -> None:
    typed = [phrase.strip(" \t") for phrase in phrases]
    if not all(map(is_raw, typed)):
        return
    done = fixed(with_points("Un constat", *typed, "fin").encode())
    if not done.left:
        read_back = texts(done.data)
        assert read_back is not None
        # White space that YAML cannot keep, and marks of a list, are what a fix may change.
        if not any(finding.code.code in {"CTG010", "CTG011", "CTG020", "CTG023"} for finding in done.applied):
            assert read_back == ["Un constat", *typed, "fin"]


@examples(200)
@given(st.data())
def test_a_fix_leaves_every_other_line_of_a_real_plan_as_it_was(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(PLANS.glob("*.yaml"))))
    lines = path.read_text(encoding="utf-8").split("\n")
    dashes = [
        number for number, line in enumerate(lines) if line.lstrip().startswith("- ") and " : " not in line
    ]
    number = data.draw(st.sampled_from(dashes))
    mark = data.draw(st.sampled_from([" : a : b", " : @x"]))
    broken = [*lines[:number], lines[number].rstrip() + mark, *lines[number + 1 :]]
    done = fixed("\n".join(broken).encode())
    after = done.data.decode().split("\n")
    assert len(after) == len(broken)
    assert [n for n, (old, new) in enumerate(zip(broken, after, strict=True)) if old != new] in ([], [number])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (r'"C:\école"', r"C:\école"),
        (r'"C:\école\"', "C:\\école\\"),
        (r'"C:\école" # le dossier', r"C:\école"),
        (r'"dit \"oui\" et \q"', r'dit "oui" et \q'),
        ('"C:\\école\n            du haut"', r"C:\école du haut"),
        # Here the quotes are part of the text.
        (r'"C:\école" et', r'"C:\école" et'),
        (r'"\un" et "deux"', r'"\un" et "deux"'),
        (r'"\un" : b', r'"\un" : b'),
    ],
)
def test_a_backslash_is_mended_and_no_quote_is_lost(typed: str, meant: str) -> None:
    done = fixed(with_points(typed, "fin").encode())
    assert done.left == ()
    assert texts(done.data) == [meant, "fin"]


@pytest.mark.parametrize("typed", [r'"\un', r'"\un # deux', r'["\un, b]', r'a : "\q', r'"C:\\a \école"'])
def test_a_backslash_after_a_quote_that_nothing_closes_is_for_somebody_to_decide(typed: str) -> None:
    data = with_points(typed, "fin").encode()
    done = fixed(data)
    assert (done.data, done.applied) == (data, ())
    assert [(finding.code in QUOTING, finding.place.line) for finding in done.left] == [(True, 14)]


def test_two_fixes_on_one_line_are_both_made() -> None:
    done = fixed(
        PLAN.replace("        titre: Ouvrir un accueil", "\u00a0       titre: Lieu : a : b").encode()
    )
    assert done.left == ()
    assert '        titre: "Lieu : a : b"' in done.data.decode().split("\n")


def test_a_fix_that_brings_an_error_is_taken_back() -> None:
    bad = Finding(
        "plan.yaml",
        Place(2, 1, 2, 3),
        read(b"", "plan.yaml").findings[0].code,
        "un constat",
        severity=Gravite.REMARQUE,
        fix=(Splice(Place(2, 1, 2, 3), "@@"),),
    )

    def check(data: bytes) -> list[Finding]:
        found = [*read(data, "plan.yaml").findings]
        return found if b"@@" in data else [bad, *found]

    done = fix(PLAN.encode(), check)
    assert (done.data, done.applied) == (PLAN.encode(), ())
    assert bad in done.left


@pytest.mark.parametrize("brk", ["\n", "\r\n", "\r"])
def test_splices_keep_every_other_byte(brk: str) -> None:
    data = f"\ufeffun{brk}dé\u2028ux{brk}{brk}trois".encode()
    place = Place(2, 2, 2, 3)
    assert spliced(data, [Splice(place, "e"), Splice(Place(4, 6, 4, 6), "!")]) == (
        f"\ufeffun{brk}de\u2028ux{brk}{brk}trois!".encode()
    )
    assert spliced(data, [Splice(Place(2, 1, 3, 1), "")]) == f"\ufeffun{brk}{brk}trois".encode()
    assert spliced(data, []) == data


def test_splices_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        spliced(b"abc", [Splice(Place(1, 1, 1, 3), "x"), Splice(Place(1, 2, 1, 3), "y")])


def test_the_text_of_a_block_that_fell_left_goes_below_its_key() -> None:
    done = fixed(fixture("bloc-tombe"))
    assert done.left == ()
    assert done.data.decode().split("\n")[12:15] == [
        "        descriptif: |",
        "          Ouvrir un lieu d'accueil",
        "          pour les familles",
    ]


def test_a_bullet_after_a_dash_goes_and_a_sign_that_is_read_stays() -> None:
    lines = fixed(fixture("tiret-et-puce")).data.decode().split("\n")
    assert [line.strip() for line in lines[13:17]] == [
        "- Un besoin",
        "- Un second",
        "- – 5 % de places",
        "- ✓ Un troisième",
    ]


def test_the_fixtures_that_somebody_must_decide_on_stay_as_they_are() -> None:
    for name in DECIDE:
        assert Path(FAULTS, f"{name}.yaml").exists(), name
        assert fixed(fixture(name)).applied == (), name
