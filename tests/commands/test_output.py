"""Files are written whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from ctgkit.app.files.replacing import replace


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_what_cannot_be_written_whole_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    (tmp_path / "a.html").write_text("ancien", encoding="utf-8")
    monkeypatch.setattr(os, step, full)
    with pytest.raises(OSError, match="No space left"):
        replace(tmp_path / "a.html", b"nouveau")
    assert (tmp_path / "a.html").read_text(encoding="utf-8") == "ancien"
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]
