"""One file a command: its options (:mod:`ctgkit.app.command_line.options`), and a function of them.

A module is the command of its name. Besides `Options` and the function, it says where help lists it (`RANK`)
and what else it may be called (`ALIASES`). All are imported where all are listed: what one needs to run is
imported when it runs.
"""
