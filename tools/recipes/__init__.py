"""What a change costs, shown: additions are made to one copy of the project, and looked for in its outputs.

    python -m tools.recipes [NAME…]

An addition is a module of :mod:`tools.recipes.additions`, whose `ADDITION` says what is added by hand, in how
many files that may be, and where the new thing must be found: `CONTRIBUTING.md` says the same in words. The
copy is type-checked once, its generated files are written again, then its own commands are run. What is wrong
ends the task with status 1: a place that is no longer there, a copy that does not type-check, an output
without the new thing, more files than allowed.
"""
