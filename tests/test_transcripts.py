"""The tool that runs the documentation: what it runs, changes and refuses."""

from pathlib import Path

import pytest

from tools.transcripts import edit, refreshed

STORY = """\
First, a file:

```text {file}
un
deux
trois
```

then an edit of it:

```diff {file}
 un
-deux
+deux et demi
+presque trois
 trois
```

and what it is now, here and elsewhere:

```console
$ cat {file}
$ cd docs/exemple
$ ls plan.yaml
wrong
$ cat ../../{file}
```

A block that is only shown, and a language that means nothing here:

```diff
-nowhere
```

```sh
exit 1
```
"""


@pytest.mark.process
def test_a_page_is_one_story_told_from_top_to_bottom() -> None:
    page = STORY.format(file="liste.txt")
    now = "un\ndeux et demi\npresque trois\ntrois\n"
    told = page.replace("$ cat liste.txt\n", f"$ cat liste.txt\n{now}")
    told = told.replace("wrong\n", "plan.yaml\n").replace("../../liste.txt\n", f"../../liste.txt\n{now}")
    assert refreshed(page) == told
    assert refreshed(told) == told


@pytest.mark.parametrize(
    ("changes", "times"),
    [
        ("-absente\n+présente\n", 0),
        ("-  - titre: Deux\n", 0),  # the end of a line is not a line
        ("-  titre: Un\n+  titre: Trois\n", 2),
        (" axes:\n-  titre: Deux\n", 0),  # not one after the other
    ],
)
def test_an_edit_that_is_not_of_one_place_is_refused(tmp_path: Path, changes: str, times: int) -> None:
    path = tmp_path / "plan.yaml"
    before = "axes:\n  titre: Un\n  titre: Un\n    - titre: Deux\n"
    path.write_text(before, encoding="utf-8")
    with pytest.raises(ValueError, match=f"stand there {times} times"):
        edit(path, changes)
    assert path.read_text(encoding="utf-8") == before


def test_an_edit_at_the_start_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("a: 1\nb: 2\n", encoding="utf-8")
    edit(path, "+z: 0\n a: 1\n")
    assert path.read_text(encoding="utf-8") == "z: 0\na: 1\nb: 2\n"


def test_a_folder_or_a_file_that_is_not_there_stops_the_story() -> None:
    with pytest.raises(FileNotFoundError):
        refreshed("```console\n$ cd nulle-part\n```\n")
    with pytest.raises(FileNotFoundError):
        refreshed("```diff absent.yaml\n-un\n```\n")
