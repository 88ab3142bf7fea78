"""The command `ctg`: one thin module a command, French throughout.

Exit status: 0 fine, 1 findings, 2 wrong usage, configuration or file, 3 a bug in ctgkit.
"""

from ctgkit.app.main import main

__all__ = ["main"]
