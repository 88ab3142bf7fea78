"""A baseline: the findings a plan has today, so that only new ones are shown from now on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from ctgkit.french.dates import period
from ctgkit.plan.finding import Finding
from ctgkit.plan.fingerprint import fingerprints

if TYPE_CHECKING:
    from ctgkit.plan import Plan

_VERSION = 1
_MARK = "référence de ctg lint"


class Known(NamedTuple):
    """The findings of one plan, by fingerprint, each with words for whoever reads the file."""

    plan: str  #: from :func:`identity`
    findings: Mapping[str, str]


class BaselineError(ValueError):
    """A file that is no baseline, or no longer one; its text says where, in French."""


def identity(plan: Plan) -> str:
    """What tells a plan from another, wherever its file is: its territory and its period."""
    return f"{plan.territoire.nom}, {period(plan.periode.debut, plan.periode.fin)}"


def known(plan: str, findings: Iterable[Finding], lines: Sequence[str]) -> Known:
    """The findings of a plan as a baseline keeps them. Errors are never kept: they are mended."""
    kept = [finding for finding in findings if _kept(finding)]
    names = fingerprints(kept, lines)
    return Known(
        plan,
        {
            name: " ".join(filter(None, (one.code.code, one.code.name, one.address)))
            for name, one in zip(names, kept, strict=True)
        },
    )


def new(findings: Iterable[Finding], lines: Sequence[str], old: Mapping[str, str]) -> list[Finding]:
    """The findings that a baseline does not have."""
    every = list(findings)
    kept = [finding for finding in every if _kept(finding)]
    names = dict(zip(map(id, kept), fingerprints(kept, lines), strict=True))
    return [finding for finding in every if names.get(id(finding)) not in old]


def _kept(finding: Finding) -> bool:
    """Whether a finding is a rule's; those of reading and of the engine are not for a baseline."""
    return finding.code.code[3] in "345"


def written(plans: Iterable[Known]) -> str:
    """The text of a baseline file: JSON, in an order that keeps its differences small."""
    import json  # noqa: PLC0415  (only where there is a baseline)

    every: dict[str, dict[str, str]] = {}
    for one in plans:  # two files may hold two versions of one plan
        every.setdefault(one.plan, {}).update(one.findings)
    ordered = {
        plan: dict(sorted(findings.items(), key=lambda item: (item[1], item[0])))
        for plan, findings in sorted(every.items())
    }
    data = {"quoi": _MARK, "version": _VERSION, "plans": ordered}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def read(text: str) -> dict[str, Mapping[str, str]]:
    """The fingerprints of a baseline file, by plan.

    Raises:
        BaselineError: if it is none.
    """
    import json  # noqa: PLC0415  (only where there is a baseline)

    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise BaselineError(
            f"{error.lineno}:{error.colno} : ce fichier ne se lit pas, il a été abîmé"
        ) from None
    except RecursionError:
        raise BaselineError("1:1 : ce n'est pas une référence écrite par ctg") from None
    if not isinstance(data, dict) or data.get("quoi") != _MARK:
        raise BaselineError("1:1 : ce n'est pas une référence écrite par ctg")
    if data.get("version") != _VERSION:
        raise BaselineError(
            f"1:1 : référence d'une autre version (« {data.get('version')} ») que celle-ci ({_VERSION})"
        )
    plans = data.get("plans")
    if not isinstance(plans, dict) or not all(map(_is_table, plans.values())):
        raise BaselineError("1:1 : cette référence a été abîmée")
    return plans


def _is_table(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(words, str) for words in value.values())
