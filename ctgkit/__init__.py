"""Action plans of French *Conventions Territoriales Globales*, from one YAML file.

Data flows one way: file → :mod:`ctgkit.plan.reading` → :class:`ctgkit.plan.Plan` → a view (a frozen
dataclass) → a writer. Importing this package imports nothing else: what a command needs is
loaded by that command.
"""

__version__ = "0.1.0"
