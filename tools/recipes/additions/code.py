"""A code of coherence: declared, worded and checked in one place."""

from tools.recipes.addition import Addition, Generated, Lines, Look
from tools.recipes.plans import plan

_FILE = "ctgkit/plan/reading/coherence.py"
_DECLARED = '''
SAME_DAY = declared(
    "CTG299",
    "copil-en-double",
    """Deux réunions du comité de pilotage ont lieu le même jour.

## Pourquoi

L'une des deux dates est sans doute celle d'une autre année.

## À éviter

```yaml
copils:
  - date: 2026-06-18
  - date: 2026-06-18
```

## Corrigé

```yaml
copils:
  - date: 2026-06-18
  - date: 2027-06-18
```
""",
)


def _same_day(copils: list[Mapping], file: str) -> Iterator[Finding]:
    days = [_text(copil, "date") for copil in copils]
    for rank, copil in enumerate(copils):
        if days[rank] is not None and days[rank] in days[:rank]:
            yield Finding(file, _start(copil), SAME_DAY, "deux COPIL ont lieu ce jour", "vérifiez la date")
'''
_CHECKED = '    found += _same_day(list(mappings(root, "copils")), file)\n'
_PLACE = '    found += _taken_twice(list(mappings(root, "acteurs")), ("id",), file)'


def _validate(words: str, *more: str) -> Look:
    return Look(words, ("validate", "plan.yaml", *more), status=1)


ADDITION = Addition(
    name="a code",
    most=1,
    changes=(Lines(_FILE, "# What is said", _DECLARED), Lines(_FILE, _PLACE, _CHECKED)),
    files={"plan.yaml": plan(head="copils:\n  - date: 2026-06-18\n  - date: 2026-06-18\n")},
    looks=(
        _validate("CTG299 deux COPIL ont lieu ce jour"),
        _validate("CTG299 deux COPIL ont lieu ce jour", "--format", "concise"),
        _validate('"name": "copil-en-double"', "--format", "json"),
        _validate("CTG299", "--format", "sarif"),
        _validate("CTG299", "--format", "junit"),
        _validate("CTG299", "--format", "gitlab"),
        _validate("CTG299", "--format", "github"),
        Look("CTG299", ("lint", "plan.yaml"), status=1),
        Look("L'une des deux dates est sans doute", ("rule", "copil-en-double")),
        Look("copil-en-double", ("rule",)),
        Look('"copil-en-double"', ("rule", "--format", "json")),
        Generated("copil-en-double", "docs/constats.md"),
    ),
)
