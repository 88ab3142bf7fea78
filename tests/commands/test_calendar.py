"""`ctg calendar`: the calendar of a plan on its screens, pages, sheets and in other calendars."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from markdown_it import MarkdownIt

from ctgkit.app.files.given import read_one
from ctgkit.followup.calendars import PlanCalendar, calendar_of, rows_of
from ctgkit.reports.calendar.axis import months, semesters
from ctgkit.reports.calendar.events import events, whole
from ctgkit.reports.calendar.markdown import gantt, lines
from tests.command import Done, ctg, plan
from tests.conftest import PLANS, ROOT
from tests.examples import examples
from tests.followup.plans import built
from tests.terminal import shown

LIFE = """\
format: 1
titre: Plan inventé
territoire: {nom: Territoire inventé}
caf: Caf inventée
periode: 2024-2026
acteurs:
  - {id: rpe, nom: Relais petite enfance, alias: [RPE]}
copils:
  - {date: 2025-06-19, objet: "Bilan, et suites"}
avenants:
  - {numero: 1, date: 2026-10-09}
axes:
  - id: enfance
    numero: 1
    titre: Enfance
    actions:
      - numero: 1.1
        titre: Ouvrir une crèche
        pilotes: [RPE]
        calendrier: 2024-2025
        etapes:
          - {titre: Choisir, calendrier: 1er semestre 2024, suivi: [{date: 2024-05-02, statut: réalisée}]}
          - {titre: Construire, calendrier: du 15/09/2024 au 30/11/2025, pilotes: [Mairie]}
        suivi:
          - {date: 2024-05-02, statut: en cours, avancement: 31}
      - {numero: 1.2, titre: Former, calendrier: à compter du 2nd semestre 2024}
      - {numero: 1.3, titre: Un café, calendrier: "2025 : un café par mois, à renouveler chaque année"}
  - id: vie
    numero: 2
    titre: Vie sociale
    actions:
      - numero: 2.1
        titre: "=HYPERLINK(1)"
        calendrier: d'ici fin 2025
        suivi: [{date: 2025-01-01, statut: bloquée}]
      - {numero: 2.2, titre: Plus tard, calendrier: [2027, vers 2026]}
      - {numero: 2.3, titre: Sans rien}
      - {numero: 2.4, titre: Toujours, calendrier: une fois par an}
"""
DAY = ("--date", "2025-10-01")
EXEMPLE = ROOT / "docs" / "exemple" / "plan.yaml"
EVERY = [PLANS / "fier-et-usses.yaml", PLANS / "vie-et-boulogne.yaml", EXEMPLE]


def calendar(*arguments: str, **more: Any) -> Done:
    """The calendar of :data:`LIFE`, from standard input."""
    return ctg("calendar", "-", *DAY, *arguments, data=LIFE.encode(), **more)


def plain(text: str) -> list[str]:
    """The lines of a screen, its no-break spaces as plain ones."""
    return text.replace("\u00a0", " ").splitlines()


def view_of(path: Path, day: date = date(2026, 6, 30), **asked: Any) -> PlanCalendar:
    found = read_one(str(path)).plan
    assert found is not None
    return calendar_of(found, day, **asked)


def parsed(text: str) -> Any:
    """A calendar, as a library that did not write it reads it."""
    return Calendar.from_ical(text)


# Screens


def test_bars_say_what_is_sure_what_is_not_and_what_is_open() -> None:
    done = calendar()
    assert (done.status, done.err) == (0, "")
    axis = [
        "                                                                     1er octobre 2025 ▼",
        "                                                                      │2024    │2025     │2026    │",
        "                                                                      │S1  S2  │S1  S2   │S1  S2  │",
    ]
    rows = [
        ("  Avenants  n° 1 le 9 octobre 2026", " ", "│        │      ┃  │    ◇   │"),
        ("  COPIL     19 juin 2025", " ", "│        │◆     ┃  │        │"),
        ("» 1.1       Ouvrir une crèche", " ", "│░░░░████│████░░┃░░│        │"),
        ("✓           – Choisir", " ", "│████    │      ┃  │        │"),
        ("?           – Construire", " ", "│    ████│██████┃██│        │"),
        ("? 1.2       Former", " ", "│    ████│──────┃──│────────│►"),
        ("? 1.3       Un café", " ", "│        │○○○○○○┃○○│········│►"),
        ("! 2.1       =HYPERLINK(1)", "◄", "│░░░░░░░░│░░░░░░┃░░│        │"),
        ("? 2.2       Plus tard", " ", "│        │      ┃  │        │›"),
        ("? 2.3       Sans rien", "", "sans date"),
        ("? 2.4       Toujours", " ", "│········│······┃··│········│"),
    ]
    drawn = [f"{head:<69}{left}{chart}" for head, left, chart in rows]
    assert plain(done.out) == [
        "Calendrier au 1er octobre 2025",
        "Plan inventé",
        "Territoire inventé · Caf inventée · 2024-2026 · 7 fiches",
        "",
        *axis,
        *drawn[:2],
        "",
        "1 – Enfance",
        *axis,
        *drawn[2:7],
        "",
        "2 – Vie sociale",
        *axis,
        *drawn[7:9],
        "            ! non compris : « vers 2026 »",
        *drawn[9:],
        "",
        "Légende : █ à coup sûr ; ░ quelque part là ; ─ dure, sans terme dit ; ○ revient, quelque part là ;",
        "· revient, sans terme dit ; ► sans fin dite ; ◄ sans début dit ; › continue ou a lieu après ;",
        "◆ COPIL ; ◇ avenant ; ┃ aujourd'hui",
        "Statut : » en cours, ✓ réalisée, ! bloquée, ? non renseignée",
    ]


def test_a_year_is_shown_by_months() -> None:
    out = plain(calendar("--year", "2024").out)
    assert "Seulement l'année 2024 : 6 sur 7 fiches" in out
    assert out.count(f"{' ' * 46}│J   F   M   │A   M   J   │J   A   S   │O   N   D   │") == 2
    bars = {line[2:20].strip(): line[45:] for line in out if line[:1] in "»✓?!" and "│" in line}
    quarter, none, sure = "░" * 12, " " * 12, "█" * 12
    assert bars == {
        "1.1  Ouvrir une cr": f" │{quarter}│{quarter}│{quarter}│░░░░░░░░████│›",
        "– Choisir": f" │{quarter}│{quarter}│{none}│{none}│",
        "– Construire": f" │{none}│{none}│        ████│{sure}│›",
        "1.2  Former": f" │{none}│{none}│{quarter}│{quarter}│►",
        "2.1  =HYPERLINK(1)": f"◄│{quarter}│{quarter}│{quarter}│{quarter}│›",
        "2.2  Plus tard": f" │{none}│{none}│{none}│{none}│›",
        "2.4  Toujours": " │" + "············│" * 4,
    }
    assert out[-1] == "Aujourd'hui, 1er octobre 2025, est après ce qui est affiché"


@pytest.mark.process
@pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals")
@pytest.mark.parametrize("columns", [30, 40, 60, 80, 140])
@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_no_line_is_wider_than_the_terminal_and_nothing_is_lost(columns: int, path: Path) -> None:
    day = ("--date", "2024-03-01")
    text = shown(columns, "calendar", str(path), *day)
    assert max(len(line) for line in text.splitlines()) <= columns
    seen = re.sub(r"[^a-zà-ÿ.]", "", text)
    for fiche in view_of(path).fiches:
        assert re.sub(r"[^a-zà-ÿ.]", "", fiche.titre[:30]) in seen
    bars = [line for line in text.splitlines() if set("█░─●○·") & set(line) and "Légende" not in line]
    assert len([line for line in bars if line.count("│") + line.count("┃") >= 2]) >= 15
    assert "▼" in text
    year = shown(columns, "calendar", str(path), *day, "--year", "2024")
    assert max(len(line) for line in year.splitlines()) <= columns


@pytest.mark.process
@pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals")
def test_a_colour_says_nothing_that_signs_do_not() -> None:
    before, colored = (shown(80, "calendar", str(EXEMPLE), *DAY, color=when) for when in ("never", "auto"))
    assert "\x1b[" not in before
    assert (
        "\x1b[1;31m!\x1b[0m \x1b[36m2.2.1\x1b[0m" in colored.replace("\u00a0", " ") or "\x1b[36m" in colored
    )
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == before


@given(st.integers(1, 9999), st.integers(0, 200), st.dates(), st.integers(18, 150))
def test_columns_cover_all_the_days_in_order_and_fit(first: int, more: int, today: date, room: int) -> None:
    last = min(first + more, 9999)
    for axis, begin, end in (
        (semesters(first, last, today, room), first, last),
        (months(first, today, room), first, first),
    ):
        assert (axis.first, axis.last) == (date(begin, 1, 1), date(end, 12, 31))
        for one, following in zip(axis.cells, axis.cells[1:], strict=False):
            assert following.first == one.last + timedelta(days=1)
        assert axis.columns <= room
        blank = axis.row([" " * axis.size] * len(axis.cells), "‹", "›")
        assert len(blank) == axis.columns
        assert ("┃" in blank) == (axis.first <= today <= axis.last) == any("▼" in one for one in axis.heads())
        for head in axis.heads():
            assert len(head) <= axis.columns
            if head.startswith(" │"):
                assert len(head) == axis.columns - 1
            else:
                assert blank.index("┃") == head.index("▼")


# iCalendar


def told(view: PlanCalendar) -> list[tuple[date, date]]:
    """The dated periods of a plan and the days of its life: first day, and the day after the last."""
    days = [(one.date, one.date) for one in view.jalons]
    for fiche in view.fiches:
        for row in rows_of(fiche):
            for phrase in row.phrases:
                for one in phrase.periodes:
                    if one.debut is not None:
                        last = one.fin.dernier if one.fin is not None else max(view.fin, one.debut.dernier)
                        days.append((one.debut.premier, last))
                    elif one.fin is not None:
                        days.append((min(view.debut, one.fin.premier), one.fin.dernier))
    return [(first, last + timedelta(days=1)) for first, last in days]


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_another_reader_finds_each_period_once(path: Path) -> None:
    done = ctg("calendar", str(path), *DAY, "--format", "ics")
    found = parsed(done.out).walk("VEVENT")
    assert [(one["DTSTART"].dt, one["DTEND"].dt) for one in found] == told(view_of(path))
    assert len(found) >= 22
    assert all(one["DTSTART"].params["VALUE"] == one["DTEND"].params["VALUE"] == "DATE" for one in found)
    assert len({one["UID"] for one in found}) == len(found)
    assert not [one for one in found if one.errors]


def test_the_events_of_the_example_are_those_one_reads_in_it() -> None:
    done = ctg("calendar", str(EXEMPLE), *DAY, "--format", "ics")
    found = {str(one["SUMMARY"]): one for one in parsed(done.out).walk("VEVENT")}
    one = found["4.3 Expérimenter un transport solidaire vers les services"]
    assert (one["DTSTART"].dt, one["DTEND"].dt) == (date(2024, 9, 1), date(2025, 7, 6))
    copil = found["COPIL – Vallée Imaginaire"]  # of three, the last
    assert (copil["DTSTART"].dt, copil["DTEND"].dt) == (date(2026, 9, 24), date(2026, 9, 25))
    assert str(copil["DESCRIPTION"]).startswith(
        "Bilan de la troisième année, cahier des charges de l'évaluation finale\n"
    )
    late = str(found["2.1.3 Ouvrir un café des parents d'adolescents"]["DESCRIPTION"]).replace("\u00a0", " ")
    assert late.splitlines()[:4] == [
        "Calendrier : Pas avant le second semestre 2026",
        "Début : un jour du 1er juillet 2026 au 31 décembre 2026, ou plus tard",
        "Fin : sans fin dite",
        "L'événement finit avec la convention, faute d'une fin.",
    ]
    assert plain(done.err) == [
        "ctg : pas d'événement, faute de date : 4.4 (« Une réunion du comité technique par trimestre »)"
    ]


def test_lines_are_those_of_the_standard() -> None:
    data = ctg("calendar", str(EXEMPLE), *DAY, "--format", "ics").out.encode()
    assert data.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert data.endswith(b"END:VCALENDAR\r\n")
    physical = data.split(b"\r\n")
    assert not [line for line in physical if b"\n" in line or b"\r" in line]
    assert max(map(len, physical)) == 75
    for line in physical:
        line.decode()  # no character is cut in two
    assert data == ctg("calendar", str(EXEMPLE), *DAY, "--format", "ics").out.encode()


def test_the_same_event_has_the_same_name_on_another_day_and_under_another_number() -> None:
    def names(text: str, day: str) -> list[str]:
        done = ctg("calendar", "-", "--date", day, "--format", "ics", data=text.encode())
        return [str(one["UID"]) for one in parsed(done.out).walk("VEVENT")]

    assert names(LIFE, "2025-10-01") == names(LIFE.replace("numero: 1.2", "numero: 1.9"), "2026-01-01")


def _uids(text: str, day: str = "2026-06-30") -> set[str]:
    done = ctg("calendar", "-", "--date", day, "--format", "ics", data=text.encode())
    return {str(one["UID"]) for one in parsed(done.out).walk("VEVENT")}


@pytest.mark.parametrize(
    ("written", "corrected"),
    [
        ("Ouvrir une micro-crèche à Pont-Inventé", "Créer une micro-crèche à Pont-Inventé"),
        ("Étudier les besoins et choisir le terrain", "Étudier les besoins et retenir le terrain"),
        ("nom: Vallée Imaginaire", "nom: Communauté de communes de la Vallée Imaginaire"),
        ("numero: 1.1.1\n", "numero: 1.1.9\n"),
        ("D'ici fin 2026", "D'ici la fin de 2026"),
    ],
)
def test_no_event_is_another_because_a_word_a_number_or_the_name_is_corrected(
    written: str, corrected: str
) -> None:
    text = EXEMPLE.read_text(encoding="utf-8")
    assert written in text
    known = _uids(text)
    assert len(known) >= 22
    assert _uids(text.replace(written, corrected)) == known


def test_a_fiche_that_says_what_it_does_keeps_its_events_wherever_it_stands() -> None:
    """The first fiche of the example, put last of its objective."""
    data = yaml.load(EXEMPLE.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506  (as typed)
    known = _uids(EXEMPLE.read_text(encoding="utf-8"))
    fiches = data["axes"][0]["objectifs"][0]["actions"]
    fiches.append(fiches.pop(0))
    assert _uids(yaml.safe_dump(data, allow_unicode=True)) == known


def test_what_is_written_of_a_later_day_replaces_what_was() -> None:
    found = [
        parsed(ctg("calendar", str(EXEMPLE), "--date", day, "--format", "ics").out).walk("VEVENT")[0]
        for day in ("2022-12-01", "2023-01-02", "2026-06-30")
    ]
    # The convention starts on the first of January 2023.
    assert [int(one["SEQUENCE"]) for one in found] == [0, 1, 1276]
    assert [one["LAST-MODIFIED"].dt.date() for one in found][-1] == date(2026, 6, 30)


def test_a_calendar_without_any_event_is_refused() -> None:
    done = ctg("calendar", "-", "--format", "ics", data=plan().encode())
    assert (done.status, done.out) == (2, "")
    assert "il n'y a aucun événement" in done.err


_TEXT = st.text(min_size=1, max_size=60).filter(lambda text: text.strip() != "")


def _nasty(text: str) -> Any:
    """A plan full of a text."""
    one = {"titre": text, "calendrier": [f"2024 : {text}", "2025-2026"], "pilotes": [text]}
    return built({**one, "etapes": [{"titre": text, "calendrier": "2026"}]})


@examples(60)
@given(
    _TEXT
    | st.sampled_from(["x\r\nEND:VEVENT\r\nBEGIN:VALARM", "a\\nb;c,d:e", "é" * 60, "\x85\u2028END:VCALENDAR"])
)
def test_a_text_adds_no_property_to_an_event(text: str) -> None:
    view = calendar_of(_nasty(text), date(2025, 1, 1))
    written = "".join(whole(events(view), text)).encode("utf-8", "replace").decode()
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    found = parsed(written)
    assert [one.name for one in found.walk()] == ["VCALENDAR", *["VEVENT"] * len(told(view))]
    keys = ["UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND"]
    keys += ["SUMMARY", "DESCRIPTION", "CATEGORIES", "TRANSP"]
    assert all(sorted(one) == sorted(keys) for one in found.walk("VEVENT"))


# Markdown

_HEAD = re.compile(
    r"title \S.*|dateFormat YYYY-MM-DD|axisFormat %Y|tickInterval 12month|inclusiveEndDates|todayMarker off"
)
#: A label that no rule of Mermaid's own grammar takes for anything else.
_LABEL = r"(?!\d{4}-\d\d-\d\d|(?:title|click|call|href|gantt)\b)(?:[^#;:%<>&\"$`{}\\\n]|#\d+;)+"
_SECTION = re.compile(f"section {_LABEL}")
_TASK = re.compile(
    rf"(?!section )({_LABEL}) :(?:(done|active|crit|milestone), )?"
    r"(\d{4}-\d\d-\d\d), (\d{4}-\d\d-\d\d|0d)"
)


def tasks(view: PlanCalendar) -> list[tuple[str, str]]:
    """The tasks of a diagram, each line of which must follow the grammar: their days, both included."""
    first, *rest = gantt(view)
    assert first == "gantt"
    found = []
    for line in rest:
        assert line.startswith("    "), line
        content = line[4:]
        if _HEAD.fullmatch(content) or _SECTION.fullmatch(content):
            continue
        task = _TASK.fullmatch(content)
        assert task is not None, line
        date.fromisoformat(task[3])
        found.append((task[3], task[4]))
    return found


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_the_diagram_has_a_task_for_each_period(path: Path) -> None:
    view = view_of(path)
    found = [days for days in tasks(view) if days[1] != "0d"][1:]  # the first one is the contract
    included = [(str(a), str(b - timedelta(days=1))) for a, b in told(view)[len(view.jalons) :]]
    assert found == included


@examples(60)
@given(
    _TEXT
    | st.sampled_from(
        ["click a call b()", "2024-01-01", "```\n# x", "%%{init: {}}%%", "a #35; : b", "title x"]
    )
)
def test_a_text_is_a_label_of_the_diagram_and_stays_in_its_block(text: str) -> None:
    view = calendar_of(_nasty(text), date(2025, 1, 1))
    assert len(tasks(view)) == 2 + len(told(view))
    page = "\n".join(lines(view)).encode("utf-8", "replace").decode()
    tokens = MarkdownIt().enable("table").parse(page)
    fences = [token for token in tokens if token.type == "fence"]
    assert [token.info for token in fences] == ["mermaid"]
    assert len(fences[0].content.splitlines()) == len(list(gantt(view)))


def test_the_page_has_a_row_for_each_period_and_each_phrase() -> None:
    out = calendar("--format", "md").out.replace("\u00a0", " ")
    rows = [line.split(" | ") for line in out.splitlines() if re.match(r"\| \d\.\d", line)]
    assert [row[0][2:] for row in rows] == [
        "1.1",
        "1.1",
        "1.1",
        "1.2",
        "1.3",
        "2.1",
        "2.2",
        "2.2",
        "2.3",
        "2.4",
    ]
    assert rows[7][3] == "vers 2026<br>**non compris : « vers 2026 »**"
    assert rows[3][4:6] == ["un jour du 1er juillet 2024 au 31 décembre 2024", "sans fin dite"]
    assert "- COPIL, 19 juin 2025 : Bilan, et suites" in out


# Data


def test_the_sheet_has_a_line_for_each_period_and_runs_nothing() -> None:
    out = calendar("--format", "csv").out
    assert out.startswith("\ufeffplan;territoire;quoi;adresse;")
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline=""), delimiter=";"))
    names = (
        "quoi",
        "adresse",
        "début au plus tôt",
        "début au plus tard",
        "fin au plus tôt",
        "fin au plus tard",
    )
    assert [" ".join(row[name] or "-" for name in names) for row in rows] == [
        "copil - 2025-06-19 2025-06-19 2025-06-19 2025-06-19",
        "avenant - 2026-10-09 2026-10-09 2026-10-09 2026-10-09",
        "fiche enfance/1.1 2024-01-01 2024-12-31 2025-01-01 2025-12-31",
        "étape enfance/1.1 2024-01-01 2024-06-30 2024-01-01 2024-06-30",
        "étape enfance/1.1 2024-09-15 2024-09-15 2025-11-30 2025-11-30",
        "fiche enfance/1.2 2024-07-01 2024-12-31 - -",
        "fiche enfance/1.3 2025-01-01 2025-12-31 - -",
        "fiche vie/2.1 - - - 2025-12-31",
        "fiche vie/2.2 2027-01-01 2027-12-31 2027-01-01 2027-12-31",
        "fiche vie/2.2 - - - -",
        "fiche vie/2.3 - - - -",
        "fiche vie/2.4 - - - -",
    ]
    assert rows[7]["titre"] == "'=HYPERLINK(1)"
    assert rows[9]["non compris"] == "vers 2026"
    assert rows[6]["revient"] == "un café par mois, chaque année"
    assert None not in {key for row in rows for key in row}


def test_json_holds_the_whole_view() -> None:
    document = json.loads(calendar("--format", "json", "--pilote", "mairie", "--year", "2025").out)
    assert {key: document[key] for key in ("version", "command", "date", "annee", "pilote")} == {
        "version": 2,
        "command": "calendar",
        "date": "2025-10-01",
        "annee": 2025,
        "pilote": "mairie",
    }
    one = document["plan"]
    assert (one["file"], one["pilote"], one["non_demandees"]) == ("entrée standard", "Mairie", 6)
    assert [fiche["adresse"] for fiche in one["fiches"]] == ["1.1"]
    (step,) = one["fiches"][0]["etapes"]
    (periode,) = step["phrases"][0]["periodes"]
    assert step["titre"] == "Construire"
    assert periode["debut"] == {
        "premier": "2024-09-15",
        "dernier": "2024-09-15",
        "precision": "jour",
        "portee": "exact",
    }
    assert (periode["premier"], periode["dernier"]) == ("2024-09-15", "2025-11-30")
    assert [jalon["date"] for jalon in one["jalons"]] == ["2025-06-19"]


# Several plans


def test_several_plans_follow_one_another(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(LIFE, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(plan(caf=""), encoding="utf-8")
    (tmp_path / "c.yaml").write_text(plan(suite="        calendrier: 2026"), encoding="utf-8")
    done = ctg("calendar", ".", *DAY, cwd=tmp_path)
    assert done.status == 1
    assert "./b.yaml:1:1: CTG102" in done.err
    out = plain(done.out)
    assert out[0] == "Calendrier au 1er octobre 2025"
    assert [out[at + 1] for at, line in enumerate(out) if line in {"./a.yaml", "./c.yaml"}] == [
        "Plan inventé",
        "Plan d'essai",
    ]
    document = json.loads(ctg("calendar", ".", *DAY, "--format", "json", cwd=tmp_path).out)
    assert [one["file"] for one in document["plans"]] == ["./a.yaml", "./c.yaml"]
    assert (document["invalid"], document["problems"]) == (["./b.yaml"], [])
    calendar_file = ctg("calendar", ".", *DAY, "--format", "ics", cwd=tmp_path)
    assert len(parsed(calendar_file.out).walk("VEVENT")) == 10
    sheet = ctg("calendar", ".", *DAY, "--format", "csv", cwd=tmp_path).out
    assert len(sheet.splitlines()) == 14
    assert sheet.count("\ufeff") == 1


def test_a_pilot_is_looked_for_in_each_plan(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(LIFE, encoding="utf-8")
    (tmp_path / "c.yaml").write_text(plan(), encoding="utf-8")
    done = ctg("calendar", ".", *DAY, "--pilote", "RPE", cwd=tmp_path)
    assert done.status == 0
    assert "./c.yaml" not in done.out
    assert plain(done.err) == [
        "ctg : ./c.yaml : aucun pilote ne s'appelle « RPE » ; aucune fiche n'a de pilote"
    ]
    for form in ("text", "ics"):
        nobody = ctg("calendar", ".", *DAY, "--pilote", "Mairi", "--format", form, cwd=tmp_path)
        assert nobody.status == 2
        assert "./a.yaml : aucun pilote ne s'appelle « Mairi » ; vouliez-vous dire « Mairie » ?" in nobody.err
        assert "événement" not in nobody.err


# Files, and bad input


@pytest.mark.parametrize("name", ["quand.txt", "quand.md", "quand.csv", "quand.json", "quand.ics"])
def test_the_extension_decides_and_a_file_is_replaced_by_the_same_bytes(name: str, tmp_path: Path) -> None:
    first = calendar("-o", name, cwd=tmp_path)
    assert (first.status, first.out) == (0, f"{name}\n")
    written = (tmp_path / name).read_bytes()
    assert calendar("-o", name, cwd=tmp_path).status == 0
    assert (tmp_path / name).read_bytes() == written
    form = {"txt": "text"}.get(name[6:], name[6:])
    assert calendar("--format", form).out.encode() == written
    assert ctg("calendar", str(PLANS), *DAY, "-o", name, cwd=tmp_path).status == 0
    assert calendar("-o", name, cwd=tmp_path).status == 0


def test_a_file_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "moi.ics").write_bytes(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//moi//FR\r\n")
    done = calendar("-o", "moi.ics", cwd=tmp_path)
    assert done.status == 2
    assert "ctgkit ne l'a pas écrit" in done.err
    assert calendar("-o", "moi.ics", "--force", cwd=tmp_path).status == 0


def test_a_plan_with_errors_is_not_shown() -> None:
    done = ctg("calendar", "-", data=plan(caf="").encode())
    assert (done.status, done.out) == (1, "")
    assert "entrée standard:1:1: CTG102" in done.err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--year", "2030"], "--year 2030 est hors de la convention, dont les années sont 2024 à 2026"),
        (["--year", "24"], "--year attend une année en quatre chiffres (2025), et non « 24 »"),
        (
            ["--pilote", "Relai petite enfance"],
            (
                "aucun pilote ne s'appelle « Relai petite enfance » ; "
                "vouliez-vous dire « Relais petite enfance » ?"
            ),
        ),
        (
            ["--pilote", "Zzz"],
            "aucun pilote ne s'appelle « Zzz » ; les pilotes du plan : Relais petite enfance, Mairie",
        ),
        (["--date", "hier"], "--date attend une date, année-mois-jour (2024-03-15), et non « hier »"),
        (
            ["--format", "ical"],
            "valeur inconnue pour --format : « ical » ; valeurs possibles : text, md, json, csv, ics",
        ),
        (
            ["-o", "x.pdf"],
            "extension inconnue : « x.pdf » ; écrivez .txt, .md, .json, .csv ou .ics, ou donnez --format",
        ),
    ],
)
def test_what_is_asked_wrongly_is_told_with_what_can_be_asked(arguments: list[str], sentence: str) -> None:
    assert calendar(*arguments) == (2, "", f"ctg : {sentence}\n")


def test_nothing_of_a_plan_drives_the_terminal() -> None:
    text = plan(
        action='        titre: "a\\e[31m\\u202Eb"\n        pilotes: ["c\\x07"]\n        calendrier: "2025\\a"'
    )
    for form in ("text", "md", "json", "csv", "ics"):
        done = ctg("calendar", "-", *DAY, "--format", form, data=text.encode())
        assert done.status == 0
        assert not {"\x1b", "\u202e", "\x07"} & set(done.out)
