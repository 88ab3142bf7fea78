"""Files that are no UTF-8 text, or that are made to exhaust the reader."""

from __future__ import annotations

import codecs
import gc
import zipfile
from io import BytesIO

import pytest

from ctgkit.plan.editing.fixing import fix
from ctgkit.plan.finding import Finding, Place
from ctgkit.plan.reading import MAX_BYTES, codes, faults, read
from tests.effort import at_most, calls
from tests.plan.reading.plans import PLAN, with_points

START = Place(1, 1, 1, 1)
SAVE = "dans votre éditeur, choisissez «\u00a0Enregistrer avec l'encodage\u00a0», puis «\u00a0UTF-8\u00a0»"


def only(data: bytes) -> Finding:
    """The one finding of a file that gives no plan."""
    reading = read(data, "plan.yaml")
    assert reading.plan is None
    (finding,) = reading.findings
    return finding


@pytest.mark.parametrize("indent", ["", "  "])
@pytest.mark.parametrize("text", ["Ouvrir un lieu", "a", "1.", "Où ?", "• un"])
def test_a_dashed_text_before_the_plan_is_one_finding_at_once(text: str, indent: str) -> None:
    plan = "".join(f"{indent}{line}\n" for line in PLAN.splitlines())
    with at_most(300_000):
        found = only(f"- {text}\n{plan}".encode())
    assert (found.code, found.place) == (codes.INDENTATION, Place(1, 1, 1, 2))
    assert found.message == "un plan commence par une clé, pas par un tiret"
    assert found.hint == "un plan commence par «\u00a0format: 1\u00a0», puis «\u00a0titre: …\u00a0»"
    assert found.fix == ()


def test_a_list_is_no_plan_whatever_keys_stand_under_its_first_dash() -> None:
    with at_most(100_000):
        found = only(b"- Ouvrir un lieu\n  pilotes: Anne\n")
    assert (found.code, found.place) == (codes.OTHER_FILE, Place(1, 1, 1, 17))


def test_an_alias_that_stands_where_its_keys_have_two_names_is_told_once() -> None:
    shared = PLAN.replace("axes:", "vocabulaire: &a\n  action: Mesure\naxes:\n  - *a")
    with at_most(300_000):
        found = read(shared.encode(), "plan.yaml").findings
    assert [(f.place.line, f.code) for f in found if f.code is codes.MISPLACED_KEY] == [
        (8, codes.MISPLACED_KEY)
    ]


def test_what_is_not_utf_8_has_no_fix_that_would_be_spliced_in_it() -> None:
    data = PLAN.replace("titre: Ouvrir un accueil", "titre: Accueil : été : soir").encode("cp1252")
    found = read(data, "plan.yaml").findings
    assert [finding.code for finding in found] == [codes.COLON, codes.ENCODING]
    done = fix(data, lambda tried: read(tried, "plan.yaml").findings)
    assert (done.data, done.applied) == (data, ())


def accented(line: int, text: str) -> Place:
    """Where the first accent of `text`, which stands on `line` of the plan, is."""
    column = next(at for at, character in enumerate(text) if not character.isascii()) + 1
    return Place(line, column, line, column + 1)


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("cp1252", "Windows-1252"),
        ("latin-1", "Windows-1252"),
        ("mac_roman", "MacRoman"),
        ("cp850", "CP850 (MS-DOS)"),
    ],
)
def test_an_old_encoding_is_named_where_its_first_accent_is(codec: str, name: str) -> None:
    title = "titre: Plan d'actions réalisé à l'été, où les élèves ont été reçus"
    data = PLAN.replace("titre: Plan d'actions du Val de Brume", title).encode(codec)
    finding = only(data)
    assert finding.code is codes.ENCODING
    assert finding.place == accented(2, title)
    assert finding.message == (
        f"ce fichier est enregistré en {name}, pas en UTF-8\u00a0: ses accents seraient faux"
    )
    assert finding.hint == SAVE


def test_the_rest_of_a_file_in_an_old_encoding_is_read_too() -> None:
    text = PLAN.replace("Ouvrir un accueil", "Un accueil rénové").replace("2024-2027", "2027-2024")
    reading = read(text.encode("cp1252"), "plan.yaml")
    assert [finding.code for finding in reading.findings] == [codes.END_BEFORE_START, codes.ENCODING]
    assert "Un accueil rénové" in "\n".join(reading.lines)


def test_a_few_lines_in_another_encoding_do_not_spoil_the_others() -> None:
    journal = "        suivi:\n          - date: 2025-03-01\n            statut: réalisée\n"
    pasted = b"            note: Tout est pr\xeat\n"
    finding = only(PLAN.encode() + journal.encode() + pasted)
    assert finding.code is codes.ENCODING
    assert finding.place == accented(16, "            note: Tout est prêt")
    assert finding.message == "des lignes de ce fichier sont en Windows-1252, d'autres en UTF-8"
    assert finding.hint == "corrigez les accents à partir d'ici"


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF16_LE])
def test_utf_16_is_named_with_or_without_a_mark(mark: bytes) -> None:
    finding = only(mark + PLAN.encode("utf-16-le"))
    assert (finding.code, finding.place) == (codes.ENCODING, START)
    assert finding.message.startswith("ce fichier est enregistré en UTF-16")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (PLAN.encode("utf-16-be"), "UTF-16"),
        (codecs.BOM_UTF16_BE + PLAN.encode("utf-16-be"), "UTF-16"),
        (codecs.BOM_UTF32_LE + PLAN.encode("utf-32-le"), "UTF-32"),
        (codecs.BOM_UTF32_BE + PLAN.encode("utf-32-be"), "UTF-32"),
    ],
)
def test_other_wide_encodings_are_named(data: bytes, name: str) -> None:
    finding = only(data)
    assert (finding.code, finding.place) == (codes.ENCODING, START)
    assert finding.message.startswith(f"ce fichier est enregistré en {name},")


@pytest.mark.parametrize("more", [b"", b"\n\x00", b"\n"])
def test_a_wide_encoding_of_nothing_is_an_empty_file(more: bytes) -> None:
    assert only(codecs.BOM_UTF16_LE + more).code is codes.EMPTY


@pytest.mark.parametrize("data", [codecs.BOM_UTF16_LE + PLAN.encode(), "é".encode("utf-16")])
def test_another_encoding_is_all_there_is_to_say_of_a_file_that_holds_no_plan(data: bytes) -> None:
    assert only(data).code is codes.ENCODING


def test_a_byte_added_to_a_wide_encoding_is_no_line_of_its_own() -> None:
    assert only(PLAN.encode("utf-16") + b"\n").code is codes.ENCODING


def word_document() -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as document:
        # With the day of archives that have none: two processes collect the same test.
        document.writestr(zipfile.ZipInfo("word/document.xml"), "<w:document/>")
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (word_document(), "un document Word, Excel ou LibreOffice, ou une archive ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "un ancien document Word ou Excel"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "un document PDF"),
        (b"{\\rtf1\\ansi Plan}", "un document RTF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "une image"),
        (b"\xff\xd8\xff\xe0" + bytes(64), "une image"),
        (b"GIF89a" + bytes(64), "une image"),
        (b"\x1f\x8b\x08\x00" + bytes(64), "une archive compressée"),
        (b"\n <HTML><body>Plan</body></HTML>", "une page HTML ou un document XML"),
        (b"\x7fELF\x02\x01\x01\x00" + bytes(64), "un fichier binaire"),
        (bytes(range(1, 256)) * 4, "un fichier binaire"),
    ],
)
def test_another_kind_of_file_is_named(data: bytes, kind: str) -> None:
    finding = only(data)
    assert (finding.code, finding.place) == (codes.OTHER_FILE, START)
    assert finding.message == f"ce fichier n'est pas un plan d'actions\u00a0: c'est {kind}"


@pytest.mark.parametrize("data", [b"", b"\n", b"\xef\xbb\xbf", b" \t\r\n", b"\xef\xbb\xbf\r\n", bytes(16)])
def test_nothing_but_white_is_an_empty_file(data: bytes) -> None:
    assert only(data) == faults.empty_file("plan.yaml", START)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_any_line_end_with_or_without_a_mark_reads_the_same(mark: bytes, end: str) -> None:
    reading = read(mark + PLAN.replace("\n", end).encode(), "plan.yaml")
    assert reading.findings == ()
    assert reading.plan == read(PLAN.encode(), "plan.yaml").plan
    assert reading.lines == tuple(PLAN.split("\n"))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_places_do_not_depend_on_line_ends_or_a_mark(end: str) -> None:
    text = PLAN.replace("titre: Ouvrir", "tire: Ouvrir").replace("\n", end)
    finding = only(codecs.BOM_UTF8 + text.encode())
    assert finding.place == Place(12, 9, 12, 13)


def test_a_zero_far_in_the_file_is_a_character_no_text_has() -> None:
    text = "".join(f"# {number:04}\n" for number in range(1000)) + PLAN.replace("Ouvrir", "Ouv\x00rir")
    finding = only(text.encode())
    assert finding.code is codes.CONTROL
    assert finding.message == "caractère de contrôle invisible (U+0000)"
    assert finding.place == Place(1012, 19, 1012, 20)


def test_a_thousand_such_characters_make_a_binary_file() -> None:
    text = PLAN + "# \x07\n" * 1000
    assert len(read(text.encode(), "plan.yaml").findings) == 1000
    assert only((text + "# \x07\n").encode()) == faults.other_file("plan.yaml", START, "un fichier binaire")


def test_a_file_over_the_limit_is_not_read() -> None:
    comment = b"# " + b"x" * 97 + b"\n"
    long = comment * (MAX_BYTES // len(comment)) + b"\t" * len(comment)
    assert calls(lambda: read(long, "plan.yaml")) < 200  # whatever its length
    finding = only(long)
    assert (finding.code, finding.place) == (codes.TOO_BIG, START)
    assert finding.message == "ce fichier dépasse 32\u00a0Mo\u00a0: il n'a pas été lu"


LEVELS = 10_000
DEPTHS = {
    "crochets": "titre: " + "[" * LEVELS,
    "crochets fermés": "titre: " + "[" * LEVELS + "]" * LEVELS,
    "accolades": "titre: " + "{a: " * LEVELS,
    "tirets": "titre:\n" + "- " * LEVELS + "x",
    "lignes": "titre:\n" + "\n".join("  " * level + "- x:" for level in range(LEVELS // 10)),
    "points d'interrogation": "titre:\n" + "? " * LEVELS + "x",
}


@pytest.mark.parametrize("text", DEPTHS.values(), ids=DEPTHS)
def test_ten_thousand_levels_are_one_finding(text: str) -> None:
    data = f"format: 1\n{text}\n".encode()
    assert calls(lambda: read(data, "plan.yaml")) < 100 * LEVELS
    finding = only(data)
    assert finding.code is codes.TOO_DEEP
    assert finding.message == "plus de 64 niveaux imbriqués\u00a0: la lecture s'arrête ici"


def test_an_alias_bomb_stops_early() -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]\n" for level in range(1, 40)
    )
    finding = only(PLAN.encode() + bomb.encode())
    assert calls(lambda: read(PLAN.encode() + bomb.encode(), "plan.yaml")) < 100_000
    assert finding.code is codes.ALIASES


def test_hundreds_of_errors_are_all_told() -> None:
    text = with_points(*(f"a : b : {number}" for number in range(200)))
    found = read(text.encode(), "plan.yaml").findings
    assert [(finding.code, finding.place.line) for finding in found] == [
        (codes.COLON, 14 + number) for number in range(200)
    ]
    assert {finding.address for finding in found} == {"1.1"}


def test_beyond_that_the_last_finding_says_that_the_rest_is_unread() -> None:
    text = with_points(*(f"a : b : {number}" for number in range(400)))
    found = read(text.encode(), "plan.yaml").findings
    assert len(found) == 251
    stop = next(finding for finding in found if finding.code is codes.YAML)
    assert stop.message == "trop d'erreurs de lecture\u00a0: la suite du fichier n'a pas été lue"
    assert stop.place.line == found[-1].place.line == 14 + 249 + 1


def test_a_large_file_full_of_errors_is_not_read_hundreds_of_times() -> None:
    text = with_points(*(f"a : b : {number}" for number in range(60_000)))
    assert len(text) > 1_000_000
    assert 3 < len(read(text.encode(), "plan.yaml").findings) < 30


def test_the_garbage_collector_is_as_it_was() -> None:
    read(b"", "plan.yaml")
    assert gc.isenabled()
    gc.disable()
    try:
        read(PLAN.encode(), "plan.yaml")
        assert not gc.isenabled()
    finally:
        gc.enable()
    read(PLAN.encode(), "plan.yaml")
    assert gc.isenabled()


def test_a_long_letter_is_not_a_plan_full_of_errors() -> None:
    letter = "\n".join(f"Point {number} : voir : « l'annexe »" for number in range(500))
    finding = only(letter.encode())
    assert finding.code is codes.OTHER_FILE
    assert finding.place == Place(1, 1, 1, 1 + len("Point 0 : voir : « l'annexe »"))
