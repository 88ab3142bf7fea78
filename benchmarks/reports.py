"""Reports as whole processes, beside `strictdoc export` and `rendercv render`, in one run.

    python benchmarks/reports.py

First one plan, a real one then the example with its journal, as ratios to `python -c pass`; then one
plan of more and more fiches, as milliseconds a fiche. A wheel carries its templates compiled and a
checkout does not: to time what users have, run this with a Python in which ctgkit was installed by
`pip install .`.

The peers are given the same fiches, each as a requirement or an entry with all its texts, and write
HTML and Markdown only. They are looked for on PATH, since their dependencies need not agree; one that
is missing is named and left out. Measured with those of 2026 for Python 3.11 (rendercv forgets to ask
for click):

    python -m venv strictdoc && strictdoc/bin/pip install strictdoc==0.30.4
    python -m venv rendercv && rendercv/bin/pip install 'rendercv[full]==2.3' click==8.5.1
    PATH=$PWD/strictdoc/bin:$PWD/rendercv/bin:$PATH python benchmarks/reports.py

strictdoc is told to leave out every page but the document's, and to start no other process. It
keeps what it parsed: its document is therefore written again, with another title, before each round.
rendercv writes Typst all the same, and asks the network for its latest version: it is given a proxy
that answers nothing.
"""

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import yaml
from processes import CTG, PLAN, ROOT, ROUNDS, best, enlarged, fiches, sections

EXAMPLE = ROOT / "docs" / "exemple" / "plan.yaml"
DAY = "2026-06-30"
FICHES = (100, 1000, 10_000)
#: Above so many fiches, the peers are left out: they take minutes.
PEERS_UP_TO = 1000
PEERS = ("strictdoc", "rendercv")
STRICTDOC_SETTINGS = """\
from strictdoc.core.project_config import ProjectConfig


def create_config() -> ProjectConfig:
    return ProjectConfig(project_title="Plan", project_features=[])
"""
_NOT_WORDS = re.compile(r"(?s)<(style|script)\b.*?</\1>|<[^>]*>")


# The same fiches for the peers


def texts(value: Any) -> Iterator[str]:
    """Every text of a value, in its order."""
    if isinstance(value, dict):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)
    elif value is not None:
        yield " ".join(str(value).split())


class Peers:
    """The documents of a plan for the peers, in a folder of their own."""

    def __init__(self, plan: Path, folder: Path) -> None:
        self.folder = folder
        #: The texts of each fiche, its title first, by axis.
        self.axes = {
            f"Axe {rank}": [[one["titre"], *texts(one)] for one in fiches(axe)]
            for rank, axe in enumerate(sections(plan), 1)
        }
        self._rounds = count()
        folder.mkdir()
        Path(folder, "strictdoc_config.py").write_text(STRICTDOC_SETTINGS, encoding="utf-8")
        Path(folder, "plan_CV.yaml").write_text(self.cv(), encoding="utf-8")

    def edit(self) -> None:
        """Writes the document of the one that keeps what it parsed, each time under another title."""
        Path(self.folder, "plan.sdoc").write_text(self.sdoc(next(self._rounds)), encoding="utf-8")

    def sdoc(self, edition: int) -> str:
        """The fiches as requirements."""
        pieces = [f"[DOCUMENT]\nTITLE: Plan {edition}\nOPTIONS:\n  MARKUP: Text\n"]
        for axe, those in self.axes.items():
            pieces.append(f"[[SECTION]]\nTITLE: {axe}\n")
            for rank, (titre, *paragraphs) in enumerate(those, 1):
                uid = f"{axe}.{rank}".replace(" ", "-")
                pieces.append(f"[REQUIREMENT]\nUID: {uid}\nTITLE: {titre}\nSTATEMENT: >>>")
                pieces.append("\n\n".join(paragraphs) + "\n<<<\n")
            pieces.append("[[/SECTION]]\n")
        return "\n".join(pieces)

    def cv(self) -> str:
        """The fiches as entries."""
        entries = {
            axe: [{"name": titre, "highlights": paragraphs} for titre, *paragraphs in those]
            for axe, those in self.axes.items()
        }
        whole = {"cv": {"name": "Plan", "sections": entries}}
        return yaml.safe_dump(whole, allow_unicode=True, sort_keys=False)

    def commands(self) -> dict[str, list[str]]:
        """Those of what is installed."""
        here = str(self.folder)
        export = ["export", f"{here}/plan.sdoc", "--config", here, "--output-dir", f"{here}/strictdoc"]
        render = ["render", f"{here}/plan_CV.yaml", "-nopdf", "-nopng", "-o", f"{here}/rendercv"]
        arguments = {"strictdoc": [*export, "--formats", "html", "--no-parallelization"], "rendercv": render}
        return {
            f"{name} {arguments[name][0]}": [found, *arguments[name]]
            for name in PEERS
            if (found := shutil.which(name)) is not None
        }


# What is measured


def reports(plan: Path, folder: Path) -> dict[str, list[str]]:
    """Each kind of report of a plan, in each format."""
    return {
        f"ctg report --kind {kind} ({suffix})": [
            *(*CTG, "report", str(plan), "--kind", kind, "--date", DAY),
            *("-o", f"{folder}/{kind}.{suffix}"),
        ]
        for kind in ("copil", "plan")
        for suffix in ("html", "md")
    }


def single(plan: Path, folder: Path) -> None:
    """One plan: each command against the bare interpreter, and how many words it writes."""
    peers = Peers(plan, folder / plan.stem)
    bare = "python -c pass"
    commands = {**reports(plan, peers.folder), **peers.commands()}
    times = best({bare: [sys.executable, "-c", "pass"], **commands}, str(folder), ROUNDS, peers.edit)
    title = f"{plan.name}, {sum(map(len, peers.axes.values()))} fiches"
    print(f"{title:<34} {'ratio':>6} {'words':>6}    ({bare}: {times[bare] * 1000:.1f} ms)")
    for name in commands:
        words = len(_NOT_WORDS.sub(" ", written(name, peers.folder).read_text(encoding="utf-8")).split())
        print(f"{name:<34} {times[name] / times[bare]:6.1f} {words:>6}")
    print()


def written(name: str, folder: Path) -> Path:
    """The page that a command wrote."""
    report = re.search(r"--kind (\w+) \((\w+)\)", name)
    pattern = f"{report[1]}.{report[2]}" if report else f"{name.split(maxsplit=1)[0]}/**/[Pp]lan*.html"
    pages = [*folder.glob(pattern)]
    assert pages, f"{name} failed"  # noqa: S101
    return pages[0]


def growth(folder: Path) -> None:
    """One plan of more and more fiches: the time a fiche takes, of the whole process."""
    print(f"{'one plan of N fiches':<34} {'ms a fiche':>10}")
    for number in FICHES:
        text, made = enlarged(EXAMPLE, number)
        path = folder / f"{number}.yaml"
        path.write_text(text, encoding="utf-8")
        peers = Peers(path, folder / str(number))
        commands = {**reports(path, peers.folder), **(peers.commands() if number <= PEERS_UP_TO else {})}
        times = best(commands, str(folder), FICHES[::-1].index(number), peers.edit)
        print(f"{made} fiches")
        for name, seconds in times.items():
            written(name, peers.folder)
            print(f"  {name:<32} {seconds / made * 1000:10.2f}")


if __name__ == "__main__":
    os.environ["https_proxy"] = "http://127.0.0.1:9"
    for missing in [name for name in PEERS if shutil.which(name) is None]:
        print(f"{missing} is not on PATH: left out\n")
    with tempfile.TemporaryDirectory() as temporary:
        for one in (Path(PLAN), EXAMPLE):
            single(one, Path(temporary))
        growth(Path(temporary))
