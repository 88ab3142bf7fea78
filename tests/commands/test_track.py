"""`ctg track`: an entry is added to the file, and nothing else in it changes."""

from __future__ import annotations

import os
import select
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from ctgkit.app.files import locking
from ctgkit.app.files.locking import locked
from ctgkit.app.misuse import Misuse
from ctgkit.plan.reading import read
from tests.command import Done, ctg, plan
from tests.conftest import PLANS, ROOT, tool

EXEMPLE = ROOT / "docs" / "exemple" / "plan.yaml"
SUIVI = """\
        suivi:  # le journal
          - date: 2025-03-01
            statut: en cours
            avancement: 40
"""
INDICATEURS = """\
        indicateurs:
          - Nombre de familles
          - nom: Places ouvertes
            unite: places
            mesures:
              - date: 2025-12-31
                valeur: 8
"""
ETAPES = """\
        etapes:
          - titre: Étudier les besoins
            indicateurs: Familles ayant répondu
          - titre: Construire
"""
WHOLE = plan(suite=(SUIVI + INDICATEURS + ETAPES).removesuffix("\n"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A plan of one fiche, with a journal, indicators and steps."""
    path = tmp_path / "p.yaml"
    path.write_text(WHOLE, encoding="utf-8")
    return path


def track(path: Path, *arguments: str) -> Done:
    """Runs the command in the folder of a plan."""
    return ctg("track", path.name, "1.1", *arguments, cwd=path.parent)


def with_lines(after: str, *added: str) -> str:
    """The plan with lines more below a line of it."""
    assert WHOLE.count(after) == 1
    return WHOLE.replace(after, after + "".join(f"{line}\n" for line in added))


def test_an_entry_is_added_and_shown(file: Path) -> None:
    done = track(
        file, "--date", "2025-06-01", "--statut", "realisee", "--avancement", "100 %", "--note", "Vu : fini"
    )
    added = [
        "          - date: 2025-06-01",
        "            statut: réalisée",
        "            avancement: 100",
        '            note: "Vu : fini"',
    ]
    first = "p.yaml, fiche 1.1 : entrée du 1er\u00a0juin\u00a02025 ajoutée"
    assert done == (0, "\n".join([first, *(f"+{line}" for line in added)]) + "\n", "")
    assert file.read_text(encoding="utf-8") == with_lines("            avancement: 40\n", *added)


@pytest.mark.parametrize("titre", ["Construire", "construire", "CONSTRU"])
def test_an_entry_is_added_to_a_step(file: Path, titre: str) -> None:
    done = track(file, "--etape", titre, "--date", "2025-06-01", "--note", "Vu", "--auteur", "Camille")
    assert done.out.splitlines()[0] == (
        "p.yaml, fiche 1.1, étape « Construire » : entrée du 1er\u00a0juin\u00a02025 ajoutée"
    )
    assert file.read_text(encoding="utf-8") == with_lines(
        "          - titre: Construire\n",
        "            suivi:",
        "              - date: 2025-06-01",
        "                note: Vu",
        "                auteur: Camille",
    )


def test_a_measure_is_added_to_an_indicator(file: Path) -> None:
    done = track(file, "--indicateur", "places", "--valeur", "12,5", "--date", "2026-01-31")
    assert done.out.splitlines()[0] == (
        "p.yaml, fiche 1.1, indicateur « Places ouvertes » : mesure du 31\u00a0janvier\u00a02026 ajoutée"
    )
    assert file.read_text(encoding="utf-8") == with_lines(
        "                valeur: 8\n", "              - date: 2026-01-31", "                valeur: 12,5"
    )


def test_an_indicator_that_is_a_text_is_given_keys_only_with_force(file: Path) -> None:
    arguments = ("--indicateur", "familles", "--valeur", "12", "--date", "2026-01-31")
    sentence = (
        "ctg : fiche 1.1, indicateur « Nombre de familles » : cet indicateur est un simple texte ; pour y "
        "noter des mesures, écrivez-le « - nom: Nombre de familles » (--force le fait)\n"
    )
    assert track(file, *arguments) == (2, "", sentence)
    assert file.read_text(encoding="utf-8") == WHOLE
    done = track(file, *arguments, "--force")
    assert done.out.splitlines()[1:] == [
        "-          - Nombre de familles",
        "+          - nom: Nombre de familles",
        "+            mesures:",
        "+              - date: 2026-01-31",
        "+                valeur: 12",
    ]
    assert ctg("validate", str(file)).status == 0


@pytest.mark.parametrize("option", ["--diff", "--dry-run"])
def test_diff_shows_the_lines_and_writes_nothing(file: Path, option: str) -> None:
    before = file.stat()
    done = track(file, "--note", "Vu", "--date", "2025-06-01", option)
    assert done.status == 0
    assert done.err == "rien n'est écrit : sans --diff, ces lignes le sont\n"
    changed = [line for line in done.out.splitlines() if line[:1] in {"+", "-"}]
    assert changed == ["--- p.yaml", "+++ p.yaml", "+          - date: 2025-06-01", "+            note: Vu"]
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


STATUTS = (
    "valeurs possibles : à l'étude, à venir, en cours, réalisée, en pause, reportée, bloquée, abandonnée"
)
ENTRY = "rien à ajouter : donnez --statut, --avancement ou --note"
PROGRESS = "--avancement : un nombre entier de 0 à 100 est attendu, et non"
ANYWAY = "--force ajoute quand même l'entrée"
WRONG = {
    "--note x --etape zz": (
        "fiche 1.1 : aucune étape ne répond à « zz » ; « Étudier les besoins », « Construire »"
    ),
    "--note x --etape constuire": (
        "fiche 1.1 : aucune étape ne répond à « constuire » ; vouliez-vous dire « Construire » ?"
    ),
    "--valeur 1 --indicateur es": (
        "fiche 1.1 : plusieurs indicateurs répondent à « es » : « Nombre de familles », « Places ouvertes »"
    ),
    "--valeur 1 --etape construire --indicateur n": (
        "fiche 1.1, étape « Construire » : il n'y a pas d'indicateur"
    ),
    "": ENTRY,
    "--auteur Camille": ENTRY,
    "--indicateur places": "rien à ajouter : donnez --valeur",
    "--valeur 1": "--valeur va avec --indicateur NOM",
    "--valeur 1 --indicateur places --note x": (
        "--note ne va pas avec --indicateur : une mesure a --valeur et --commentaire"
    ),
    "--statut fini": f"--statut : valeur inconnue, « fini » ; {STATUTS}",
    "--statut realiseesss": (
        f"--statut : valeur inconnue, « realiseesss » ; vouliez-vous dire « réalisée » ? {STATUTS}"
    ),
    "--avancement 140": f"{PROGRESS} « 140 »",
    "--avancement beaucoup": f"{PROGRESS} « beaucoup »",
    "--note ''": "--note : un texte est attendu",
    "--note x --date '1er juin 2025'": (
        "--date attend une date, année-mois-jour (2024-03-15), et non « 1er juin 2025 » ; écrivez 2025-06-01"
    ),
    "--note x --date 2199-01-01": f"fiche 1.1 : le 1er\u00a0janvier\u00a02199 est à venir ; {ANYWAY}",
    "--note x --date 2024-12-31": (
        "fiche 1.1 : le 31\u00a0décembre\u00a02024 précède la convention, qui commence le "
        f"1er\u00a0janvier\u00a02025 ; {ANYWAY}"
    ),
    "--statut 'en cours' --avancement 40 --date 2025-03-01": (
        f"fiche 1.1 : cette entrée du 1er\u00a0mars\u00a02025 y est déjà ; {ANYWAY}"
    ),
}


@pytest.mark.parametrize(("arguments", "sentence"), WRONG.items())
def test_what_cannot_be_added_is_told_and_the_file_left_alone(
    file: Path, arguments: str, sentence: str
) -> None:
    assert track(file, *shlex.split(arguments)) == (2, "", f"ctg : {sentence}\n")
    assert file.read_text(encoding="utf-8") == WHOLE
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--note", "x", "--date", "2199-01-01"],
        ["--note", "x", "--date", "2024-12-31"],
        ["--statut", "en cours", "--avancement", "40", "--date", "2025-03-01"],
    ],
)
def test_force_adds_what_is_doubtful(file: Path, arguments: list[str]) -> None:
    assert track(file, *arguments, "--force").status == 0
    plan = read(file.read_bytes(), "p.yaml").plan
    assert plan is not None
    assert len(plan.axes[0].actions[0].suivi) == 2


def test_what_was_noted_between_the_signature_and_the_period_counts(file: Path) -> None:
    file.write_text(WHOLE.replace("axes:", "signature: 2024-12-01\naxes:"), encoding="utf-8")
    assert track(file, "--note", "x", "--date", "2024-12-01").status == 0
    done = track(file, "--note", "x", "--date", "2024-11-30")
    assert "précède la convention, qui commence le 1er\u00a0décembre\u00a02024" in done.err


@pytest.mark.skipif(os.name == "nt", reason="arguments are text there")
def test_an_argument_that_is_no_text_is_told(file: Path) -> None:
    assert track(file, "--note", "d\udce9j\udce0") == (2, "", "ctg : --note : ce texte n'est pas en UTF-8\n")


def test_a_note_of_several_lines_is_kept(file: Path) -> None:
    note = "Première ligne\n\n- seconde : oui # non"
    assert track(file, "--note", note, "--date", "2025-06-01").out.splitlines()[2:] == [
        "+            note: |-",
        "+              Première ligne",
        "+",
        "+              - seconde : oui # non",
    ]
    plan = read(file.read_bytes(), "p.yaml").plan
    assert plan is not None
    assert plan.axes[0].actions[0].suivi[1].note == note


DONE = "«\u00a0statut: réalisée\u00a0» à cette entrée, ou un avancement plus bas"


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (
            ["--avancement", "100"],
            f"100 % ne va pas avec « en cours » : écrivez {DONE}",
        ),
        (
            ["--statut", "bloquée", "--avancement", "100"],
            f"100 % ne va pas avec « bloquée » : écrivez {DONE}",
        ),
        (
            ["--statut", "réalisée", "--avancement", "60"],
            "60 % ne va pas avec « réalisée » : écrivez «\u00a0avancement: 100\u00a0», ou un autre statut",
        ),
    ],
)
def test_a_progress_that_does_not_go_with_the_status_is_asked_about(
    file: Path, arguments: list[str], why: str
) -> None:
    done = track(file, *arguments, "--date", "2025-06-01")
    assert (done.status, done.out) == (2, "")
    assert done.err == f"ctg : fiche 1.1 : {why} ; --force ajoute quand même l'entrée\n"
    assert file.read_text(encoding="utf-8") == WHOLE
    assert track(file, *arguments, "--date", "2025-06-01", "--force").status == 0


def test_what_was_said_before_the_first_status_or_after_the_day_is_no_contradiction(file: Path) -> None:
    assert track(file, "--avancement", "100", "--date", "2025-02-01").status == 0
    assert track(file, "--statut", "réalisée", "--avancement", "100", "--date", "2025-07-01").status == 0
    assert track(file, "--statut", "réalisée", "--date", "2025-08-01").status == 0


def test_what_goes_back_is_said_and_written(file: Path) -> None:
    done = track(file, "--statut", "à venir", "--avancement", "10", "--date", "2025-06-01", "--force")
    assert done.status == 0
    assert done.err.splitlines() == [
        "ctg : attention, le statut était « en cours », il redevient « à venir »",
        "ctg : attention, l'avancement recule de 40 % à 10 %",
    ]
    done = track(file, "--note", "Vu", "--date", "2025-04-01")
    assert (
        done.err == "ctg : attention, des entrées plus récentes existent, jusqu'au 1er\u00a0juin\u00a02025\n"
    )
    done = track(file, "--indicateur", "places", "--valeur", "9", "--date", "2025-12-31")
    assert done.err == "ctg : attention, une autre mesure porte la même date, le 31\u00a0décembre\u00a02025\n"


def test_only_a_plan_in_a_file_is_added_to(file: Path) -> None:
    other = "« ctg track » n'écrit que dans un fichier"
    for path, why in (("-", f"entrée standard : {other}"), ("zz.yaml", "zz.yaml : fichier introuvable")):
        assert ctg("track", path, "1.1", "--note", "x", cwd=file.parent) == (2, "", f"ctg : {why}\n")
    done = ctg("track", ".", "1.1", "--note", "x", cwd=file.parent)
    assert done == (2, "", "ctg : . : c'est un dossier ; cette commande attend un seul plan\n")
    file.write_text(WHOLE.replace("caf:", "cafe:"), encoding="utf-8")
    done = track(file, "--note", "x")
    assert (done.status, done.out) == (1, "")
    assert "p.yaml:5:1: CTG101" in done.err


def test_an_address_that_names_no_fiche_or_several_lists_candidates() -> None:
    vie = str(PLANS / "vie-et-boulogne.yaml")
    several = "petite-enfance/1.1, parentalite/1.1, acces-aux-services/1.1"
    done = ctg("track", vie, "1.1", "--note", "x", "--diff")
    assert done == (2, "", f"ctg : plusieurs fiches ont le numéro 1.1 : {several}\n")
    done = ctg("track", str(EXEMPLE), "1.1", "--note", "x", "--diff")
    near = "« 1.1.1 », « 1.1.2 » ou « 1.1.3 »"
    assert done == (2, "", f"ctg : aucune fiche à l'adresse « 1.1 » ; vouliez-vous dire {near} ?\n")


def test_a_shared_journal_and_a_layout_of_which_nothing_is_sure_are_refused(file: Path) -> None:
    shared = WHOLE.replace("suivi:  # le journal", "suivi: &s").replace(
        "- titre: Construire", "- titre: Construire\n            suivi: *s"
    )
    file.write_text(shared, encoding="utf-8")
    done = track(file, "--note", "x")
    assert done.status == 2
    assert done.err.startswith("ctg : fiche 1.1 : un renvoi de YAML (« & » et « * »)")
    odd = plan(suite="        ? suivi\n        : - date: 2025-03-01\n            note: Avant")
    file.write_text(odd, encoding="utf-8")
    done = track(file, "--note", "a, b", "--date", "2026-01-15")
    assert done.status == 2
    assert done.err.endswith('ajoutez-la sous « suivi » : - {date: 2026-01-15, note: "a, b"}\n')
    assert file.read_text(encoding="utf-8") == odd


def test_git_shows_added_lines_and_nothing_else(tmp_path: Path) -> None:
    git = tool("git")

    def run(*words: str) -> str:
        identity = (
            "-c",
            "user.name=Essai",
            "-c",
            "user.email=essai@example.invalid",
            "-c",
            "core.autocrlf=false",
        )
        done = subprocess.run(
            [git, *identity, *words], cwd=tmp_path, check=True, capture_output=True, text=True
        )
        return done.stdout

    names = {
        "vie-et-boulogne.yaml": "petite-enfance/1.1",
        "fier-et-usses.yaml": "2.1.1",
        "plan.yaml": "1.1.1",
    }
    for name in names:
        shutil.copy(EXEMPLE if name == "plan.yaml" else PLANS / name, tmp_path / name)
    windows = (tmp_path / "plan.yaml").read_bytes().replace(b"\n", b"\r\n")
    (tmp_path / "windows.yaml").write_bytes(b"\xef\xbb\xbf" + windows)
    run("init", "-q")
    run("add", ".")
    run("commit", "-qm", "un")
    for name, address in {**names, "windows.yaml": "1.1.1"}.items():
        note = ("--statut", "en cours", "--note", "Vu : oui", "--date", "2026-06-30")
        assert ctg("track", name, address, *note, cwd=tmp_path).status == 0
    told = dict.fromkeys(names, 4) | {"plan.yaml": 3, "windows.yaml": 3}
    assert run("diff", "--numstat").splitlines() == [f"{told[name]}\t0\t{name}" for name in sorted(told)]


@pytest.mark.process
def test_two_dozen_commands_at_once_lose_no_entry(file: Path) -> None:
    link = file.parent / "lien.yaml"
    link.symlink_to(file.name)
    file.chmod(0o640)
    notes = [f"Note {rank}" for rank in range(24)]
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "ctgkit", "track", str((file, link)[rank % 2]), "1.1", "--note", note],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for rank, note in enumerate(notes)
    ]
    for process in running:
        _, told = process.communicate(timeout=120)
        assert (process.returncode, told) == (0, b"")
    plan = read(file.read_bytes(), "p.yaml").plan
    assert plan is not None
    found = [entree.note for entree in plan.axes[0].actions[0].suivi]
    assert found[0] is None
    assert sorted(note for note in found if note) == sorted(notes)
    assert link.is_symlink()
    assert file.stat().st_mode & 0o777 == 0o640
    assert sorted(file.parent.iterdir()) == [link, file]


class Clock:
    """A clock that only goes on while somebody waits."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


HOLD = "import sys, time; from pathlib import Path; from ctgkit.app.files.locking import locked\n"
HOLD += "with locked(Path(sys.argv[1])): print('ici', flush=True); time.sleep(60)"


@pytest.mark.process
def test_a_lock_is_waited_for_and_ends_with_who_holds_it(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(file)], stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "ici\n"
        clock = Clock()
        monkeypatch.setattr(locking, "time", clock)
        with pytest.raises(Misuse, match="une autre commande écrit dans ce fichier"), locked(file, 0.3):
            pass
        assert 0.3 <= clock.now < 0.4
        monkeypatch.undo()
        holder.kill()
    assert track(file, "--note", "x").status == 0


@pytest.mark.process
def test_a_lock_on_a_file_that_was_replaced_meanwhile_is_taken_again(file: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(file)], stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with subprocess.Popen(
            [sys.executable, "-m", "ctgkit", "track", str(file), "1.1", "--note", "Vu"],
            stdout=subprocess.PIPE,
        ) as waiting:
            time.sleep(1)
            assert waiting.poll() is None
            new = file.with_name("nouveau.yaml")
            new.write_text(WHOLE.replace("Une action inventée", "Une autre"), encoding="utf-8")
            new.replace(file)
            holder.kill()
            assert waiting.wait(60) == 0
    text = file.read_text(encoding="utf-8")
    assert "titre: Une autre\n" in text
    assert "note: Vu\n" in text


#: Nothing is read-only to root: once all is imported, it becomes somebody else.
AS_SOMEBODY = """
import os, sys
from ctgkit.app import main
words = ["track", sys.argv[1], "1.1", "--note", "x"]
assert main([*words, "--diff"]) == 0
if os.geteuid() == 0:
    os.seteuid(65534)
sys.exit(main(words))
"""


@pytest.mark.process
@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
@pytest.mark.parametrize(
    ("file_mode", "folder_mode", "why"),
    [
        (0o444, 0o777, "ce fichier est en lecture seule ; rien n'y est écrit"),
        (0o644, 0o777, "vous n'avez pas le droit d'écrire dans ce fichier ; rien n'y est écrit"),
        (0o666, 0o555, "vous n'avez pas le droit d'écrire dans le dossier «\u00a0{}\u00a0», et il le faut"),
    ],
)
def test_what_may_not_be_written_is_left_as_it_is(file_mode: int, folder_mode: int, why: str) -> None:
    if file_mode == 0o644 and os.geteuid():
        pytest.skip("needs a file of somebody else's")
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "p.yaml")
        path.write_text(WHOLE, encoding="utf-8")
        path.chmod(file_mode)
        path.parent.chmod(folder_mode)
        done = subprocess.run(
            [sys.executable, "-c", AS_SOMEBODY, str(path)], capture_output=True, text=True, check=False
        )
        path.parent.chmod(0o700)
        assert (done.returncode, done.stderr.splitlines()[-1]) == (
            2,
            f"ctg : {path} : {why.format(path.parent)}",
        )
        assert path.read_text(encoding="utf-8") == WHOLE
        assert list(path.parent.iterdir()) == [path]


@pytest.mark.process
@pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals")
@pytest.mark.parametrize(
    ("arguments", "answers", "asked", "added"),
    [
        (
            [],
            ["fini", "réalisée", "", "Ouverte", "Camille"],
            [
                "fiche 1.1",
                "aujourd'hui : en cours, 40 %",
                "dernière entrée : 1er\u00a0mars\u00a02025 : en cours, 40 %",
                "Statut (à l'étude, à venir, en cours, réalisée, en pause, reportée, bloquée, abandonnée) :",
                "  valeur inconnue, « fini » ;",
                "Avancement, de 0 à 100 :",
                "Note :",
                "Auteur :",
                "+            statut: réalisée",
            ],
            ["            statut: réalisée", "            note: Ouverte", "            auteur: Camille"],
        ),
        (
            [],
            ["", "100", "Fini", "", "réalisée"],
            [
                "  100 % ne va pas avec « en cours »",
                "Statut (à l'étude, à venir",
                "+            statut: réalisée",
            ],
            ["            statut: réalisée", "            avancement: 100", "            note: Fini"],
        ),
        (
            [],
            ["", "100", "Fini", "", ""],
            ["  100 % ne va pas avec « en cours »", ", ou Entrée pour l'écrire ainsi :"],
            ["            avancement: 100", "            note: Fini"],
        ),
        (
            ["--etape", "construire"],
            ["", "", "", "Camille"],
            ["aucune entrée au suivi", "rien n'est ajouté"],
            [],
        ),
        (
            ["--auteur", "Sacha"],
            ["", "50", ""],
            ["Note :"],
            ["            avancement: 50", "            auteur: Sacha"],
        ),
        (
            ["--indicateur", "places"],
            ["9", ""],
            ["dernière mesure : 31\u00a0décembre\u00a02025 : 8\u00a0places", "Valeur :", "Commentaire :"],
            ["                valeur: 9"],
        ),
        ([], ["\x04"], ["la saisie s'est arrêtée : rien n'est écrit"], []),
    ],
)
def test_at_a_terminal_it_asks(
    file: Path, arguments: list[str], answers: list[str], asked: list[str], added: list[str]
) -> None:
    import pty  # noqa: PLC0415

    parent, child = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "ctgkit", "track", str(file), "1.1", *arguments],
        stdin=child,
        stdout=child,
        stderr=child,
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "200", "TERM": "dumb"},
    ) as process:
        os.close(child)
        seen = b""
        left = iter(answers)
        while select.select([parent], [], [], 30)[0]:
            try:
                seen += os.read(parent, 65536)
            except OSError:  # the terminal is closed once the command has ended
                break
            # Each question is answered once it is asked.
            if seen.endswith(b" : ") and (answer := next(left, None)) is not None:
                os.write(parent, answer.encode() if answer == "\x04" else f"{answer}\n".encode())
        process.kill()
    os.close(parent)
    text = seen.decode()
    at = 0
    for words in asked:
        assert words in text[at:], text
        at = text.index(words, at)
    new = file.read_text(encoding="utf-8").splitlines()
    old = iter(WHOLE.splitlines())
    expected = next(old)
    extra = []
    for line in new:
        if line == expected:
            expected = next(old, "")
        else:
            extra.append(line)
    assert [line for line in extra if "date:" not in line] == added


def test_an_entry_goes_to_the_step_at_an_address(file: Path) -> None:
    done = ctg("track", str(file), "1.1:2", "--statut", "en cours", "--date", "2026-01-10")
    assert done.status == 0
    assert "étape « Construire »" in done.out
    made = read(file.read_bytes(), "plan.yaml").plan
    assert made is not None
    first, second = made.axes[0].actions[0].etapes
    assert ([one.statut for one in first.suivi], [one.statut for one in second.suivi]) == ([], ["en cours"])


def test_an_address_and_an_option_that_name_two_steps_are_refused(file: Path) -> None:
    before = file.read_bytes()
    done = ctg("track", str(file), "1.1:2", "--etape", "besoins", "--statut", "en cours")
    assert (done.status, file.read_bytes()) == (2, before)
    assert "deux étapes" in done.err
