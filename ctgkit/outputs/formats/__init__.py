"""One module a format, found by being there: see :mod:`ctgkit.outputs.format`."""
