"""The guide, read as its readers do: what it tells to type exists, runs, and is written in good French.

That its transcripts are true is in `test_generated.py`.
"""

import re
import shlex
from functools import cache

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.command import ctg
from tests.conftest import ROOT
from tools.transcripts import BLOCK

GUIDE = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
TOKENS = MarkdownIt("commonmark").parse(GUIDE)

#: Commands that stand in a block which nothing runs, and why.
NOT_RUN = {
    "python3 --version     # macOS, Linux": "depends on the reader's machine",
    "python --version      # Windows": "depends on the reader's machine",
    "python -m pip install --user pipx": "installs software, from the network",
    "python -m pipx ensurepath": "changes the reader's settings",
    "python -m pipx install .": "installs software, from the network",
    "python3 -m pip install --user pipx": "installs software, from the network",
    "python3 -m pipx ensurepath": "changes the reader's settings",
    "python3 -m pipx install .": "installs software, from the network",
    "pipx ensurepath": "changes the reader's settings",
    "pipx install .": "installs software, from the network",
    "python -m venv .venv": "for Windows; the README's command is that of the others, and .ci/run runs it",
    r".venv\Scripts\pip install .": "for Windows",
}


def fences() -> list[Token]:
    return [token for token in TOKENS if token.type == "fence"]


def inline() -> list[Token]:
    return [token for token in TOKENS if token.type == "inline"]


def codes() -> list[str]:
    """What stands between backquotes in sentences."""
    return [
        child.content for token in inline() for child in token.children or [] if child.type == "code_inline"
    ]


@cache
def helped(*command: str) -> str:
    """What `ctg COMMAND --help` says."""
    done = ctg(*command, "--help")
    assert done.status == 0, (command, done.err)
    return done.out


def test_every_command_is_run_but_what_is_listed_here() -> None:
    # All blocks that run are found by the tool that runs them, indented or not.
    told = [(fence.info.strip(), fence.content) for fence in fences()]
    seen = [(f"{one['language']} {one['file'] or ''}".strip(), one["text"]) for one in BLOCK.finditer(GUIDE)]
    assert seen == told
    assert sum(info == "console" for info, _ in told) > 20
    # No other block has a command in it.
    others = [(info, text) for info, text in told if info != "console"]
    assert {line for info, text in others if info == "sh" for line in text.splitlines()} == set(NOT_RUN)
    with_ctg = [
        text for info, text in others if info != "sh" and re.search(r"^[ +-]*\$? *ctg ", text, re.MULTILINE)
    ]
    assert with_ctg == []
    assert {info.split()[0] for info, _ in told} == {"console", "diff", "jinja", "sh", "toml", "yaml"}


def test_every_command_and_option_in_a_sentence_exists() -> None:
    commands = [shlex.split(code) for code in codes() if code.startswith("ctg ")]
    assert len(commands) > 5
    for _, name, *words in commands:
        whole = () if name.startswith("-") else (name,)
        options = [word for word in (name, *words) if word.startswith("-")]
        assert [option for option in options if not re.search(rf"{option}\b", helped(*whole))] == []
    every = "".join(helped(name) for name in re.findall(r"^  ([a-z]+)  ", helped(), re.MULTILINE))
    alone = {code for code in codes() if re.fullmatch(r"--?[a-z]+", code)}
    assert len(alone) > 5
    assert {option for option in alone if not re.search(rf"(?<!\S){option}\b", every)} == set()


def test_the_contents_name_every_part() -> None:
    parts = re.findall(r"^## (.*)$", GUIDE, re.MULTILINE)
    contents = re.findall(r"^- \[(.*)\]\(#", GUIDE, re.MULTILINE)
    assert len(parts) > 7
    assert parts == [*contents, "Et après"]


def sentences() -> list[str]:
    return [
        "".join(
            "x" if child.type == "code_inline" else child.content or "\n" for child in token.children or []
        )
        for token in inline()
    ]


@pytest.mark.parametrize("bad", [r"[ \n\w][;!?»]", r"[ \n]:", "«(?!\u00a0)", "n°(?!\u00a0)", r"\.\.\.", "--"])
def test_its_sentences_are_set_as_french_is(bad: str) -> None:
    assert len(sentences()) > 80
    assert [text for text in sentences() if re.search(bad, text)] == []
