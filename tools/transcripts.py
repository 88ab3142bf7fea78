"""The documentation, run for real.

A page is a story that happens from top to bottom, in a copy of the repository's documents. Three kinds of
fenced blocks are part of it:

- `console`: commands (`$ …`) and what they print; `cd` holds until the end of the page;
- `diff FILE`: lines that somebody changes by hand in a file;
- any other language with the name of a file (`yaml essai.yaml`): a file that somebody writes.

:func:`refreshed` gives the page as it should be, so that a page that is not is a failing test.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "docs/commandes.md", "docs/guide.md")
#: A fenced block: its language, the file it is about, and its text.
BLOCK = re.compile(r"^```(?P<language>\S*)(?: (?P<file>\S+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def refreshed(page: str) -> str:
    """A page whose transcripts are what their commands print now.

    Raises:
        ValueError: when a `diff` block changes lines that do not stand once in its file.
        OSError: when a page goes to a folder or changes a file that is not there.
    """
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder, "ctgkit")
        for name in ("docs", "plans"):
            shutil.copytree(ROOT / name, here / name)
        story = _Story(here)
        return BLOCK.sub(story.told, page)


class _Story:
    """What happens on a page, block after block.

    Attributes:
        folder: where the next block happens.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def told(self, block: re.Match[str]) -> str:
        """Makes a block happen, and gives it as it should be."""
        language, file, text = block["language"], block["file"], block["text"]
        if language == "console":
            commands = [line[2:] for line in text.splitlines() if line.startswith("$ ")]
            transcript = "".join(f"$ {command}\n{self._printed(command)}" for command in commands)
            return f"```console\n{transcript}```"
        if language == "diff" and file:
            edit(self.folder / file, text)
        elif file:
            (self.folder / file).write_text(text, encoding="utf-8", newline="\n")
        return block[0]

    def _printed(self, command: str) -> str:
        if command.startswith("cd "):
            self.folder = (self.folder / command.removeprefix("cd ")).resolve(strict=True)
            return ""
        return _run(command, self.folder)


def edit(path: Path, changes: str) -> None:
    """Changes a file as a reader does who follows a `diff` block.

    Args:
        path: the file.
        changes: its lines, in order, each after a space (it stays), `-` (it goes) or `+` (it comes).

    Raises:
        ValueError: when the lines that stay and go do not stand there, one after the other, exactly once.
    """
    lines = changes.splitlines(keepends=True)
    before = "".join(line[1:] for line in lines if not line.startswith("+"))
    after = "".join(line[1:] for line in lines if not line.startswith("-"))
    text = path.read_text(encoding="utf-8")
    places = [found.start() for found in re.finditer(f"^(?={re.escape(before)})", text, re.MULTILINE)]
    if len(places) != 1:
        raise ValueError(f"{path.name}: these lines stand there {len(places)} times, not once:\n{before}")
    (start,) = places
    path.write_text(text[:start] + after + text[start + len(before) :], encoding="utf-8", newline="\n")


def _run(command: str, folder: Path) -> str:
    scripts = str(Path(sys.executable).parent)
    # A CI has its own default format; the documentation shows everybody's.
    env = {name: value for name, value in os.environ.items() if name not in {"GITHUB_ACTIONS", "GITLAB_CI"}}
    env |= {"PATH": scripts + os.pathsep + env["PATH"], "NO_COLOR": "1"}
    done = subprocess.run(  # noqa: S602  (the command stands in our own documentation)
        command,
        shell=True,
        cwd=folder,
        env=env,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.stdout
