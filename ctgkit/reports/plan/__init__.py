"""The whole plan as a document: its facts are those of :mod:`ctgkit.reports.fiches`."""
