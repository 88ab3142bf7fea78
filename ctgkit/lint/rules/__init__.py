"""The rules, one module each; the docstring of a module is what `ctg rule` prints.

A module declares `CODE`, `SEVERITY`, perhaps a frozen dataclass `Options`, and `check`, a generator
of :class:`~ctgkit.lint.remark.Remark`. `LAST` marks one that looks at what suppressions silenced.
"""
