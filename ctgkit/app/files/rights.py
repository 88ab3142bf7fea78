"""Whose a file is and who may do what with it: what a file that is replaced keeps."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from ctgkit.app.misuse import Misuse

_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_GROUP_TO_OTHERS = 3
_ROOT = 0
#: The attributes that say who may do what, where a folder hands them on to its new files.
_LISTS = "system.posix_acl_"


class Rights:
    """The owner, the group, the mode and the attributes of a file, given to the one that takes its place.

    Args:
        path: the file that is replaced; there may be none.
        shown: how it is called in a sentence: as the user typed it.

    Attributes:
        remark: what to say once it is: that it changes hands. Empty, where it does not.
    """

    def __init__(self, path: Path, shown: Path) -> None:
        self.remark = ""
        self._shown = shown
        self._path = path
        self._before = path.stat() if path.exists() else None

    @property
    def mode(self) -> int:
        """What a new file is made with, before it is given the rest: nobody sees more than they may."""
        return 0o666 if self._before is None else 0o600

    def refuse_read_only(self) -> None:
        """Makes sure that the file may be written: its folder alone would let it be replaced.

        Raises:
            Misuse: if it may not; what nobody may write, the system's administrator leaves alone too.
        """
        if self._before is None:
            return
        if not self._before.st_mode & _WRITE:
            raise Misuse(f"{self._shown} : ce fichier est en lecture seule ; rien n'y est écrit")
        if not may_write(self._path):
            raise Misuse(
                f"{self._shown} : vous n'avez pas le droit d'écrire dans ce fichier ; rien n'y est écrit"
            )

    def give(self, name: str) -> None:
        """Gives them to a new file; what takes the place of none has those that its folder gives.

        Raises:
            Misuse: if those who could write in the file no longer could.
        """
        if self._before is None:
            return
        self._give_away(name, self._before)
        os.chmod(name, stat.S_IMODE(self._before.st_mode))  # noqa: PTH101  (a change of owner resets it)
        _copy_attributes(self._path, name)

    def _give_away(self, name: str, before: os.stat_result) -> None:
        """Gives a file its group, then its owner, as far as the system lets this user do that."""
        if sys.platform == "win32":
            return
        for owner, group in ((-1, before.st_gid), (before.st_uid, -1)):
            with suppress(PermissionError):  # of a group one is not in; only root gives a file away
                os.chown(name, owner, group)
        after = os.stat(name)  # noqa: PTH116
        of_group, of_others = before.st_mode & stat.S_IRWXG, before.st_mode & stat.S_IRWXO
        if after.st_gid != before.st_gid and of_group & ~(of_others << _GROUP_TO_OTHERS):
            raise self._closing(f"est au groupe «\u00a0{_group(before.st_gid)}\u00a0», dont vous n'êtes pas")
        if after.st_uid == before.st_uid:
            return
        owner_name = _owner(before.st_uid)
        if of_others & stat.S_IWOTH:
            still = "chacun peut toujours y écrire"
        elif of_group & stat.S_IWGRP and _in_group(before.st_uid, before.st_gid):
            still = f"le groupe «\u00a0{_group(before.st_gid)}\u00a0» peut toujours y écrire"
        else:
            raise self._closing(f"est à «\u00a0{owner_name}\u00a0», qui n'est pas de son groupe")
        self.remark = (
            f"{self._shown} : ce fichier était à «\u00a0{owner_name}\u00a0», il est à vous ; {still}"
        )

    def _closing(self, whose: str) -> Misuse:
        return Misuse(
            f"{self._shown} : ce fichier {whose} : l'écrire le lui fermerait, et rien n'y est écrit"
        )


def _copy_attributes(path: Path, name: str) -> None:
    """Gives a new file the extended attributes of another, as far as the disk and the system let one."""
    if sys.platform != "linux":
        return
    with suppress(OSError):
        kept = os.listxattr(path)
        for attribute in os.listxattr(name):
            if attribute.startswith(_LISTS) and attribute not in kept:
                os.removexattr(name, attribute)
        for attribute in kept:
            with suppress(OSError):
                os.setxattr(name, attribute, os.getxattr(path, attribute))


if sys.platform != "win32":
    import grp
    import pwd

    def _owner(number: int) -> str:
        """What somebody is called; the number of who has no name here."""
        try:
            return pwd.getpwuid(number).pw_name
        except KeyError:
            return str(number)

    def _group(number: int) -> str:
        try:
            return grp.getgrgid(number).gr_name
        except KeyError:
            return str(number)

    def _in_group(user: int, group: int) -> bool:
        """Whether somebody is in a group, or needs not be; who has no name here is taken to be."""
        if user == _ROOT:
            return True
        try:
            known = pwd.getpwuid(user)
        except KeyError:
            return True
        return group in os.getgrouplist(known.pw_name, known.pw_gid)


def may_write(path: Path) -> bool:
    """Whether whoever the process acts for may write in a file or in a folder."""
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
