"""What is told of the plans of many territories at once.

Of each plan a :mod:`~ctgkit.reports.territoires.dossier` is kept; the facts are those of all.
"""
