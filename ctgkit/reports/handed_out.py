"""What of a plan may leave the house: no name of a person who answers for it, nor how to reach one.

A paper for a committee ends up on a web site. Who is to be called is said by their function.
"""

from __future__ import annotations

from typing import Any

from ctgkit.plan import Plan
from ctgkit.plan.base import Element
from ctgkit.plan.contact import Contact
from ctgkit.plan.copil import Copil


def handed_out(plan: Plan) -> Plan:
    """The plan without the persons of its contacts, and of its meetings."""
    out: Plan = _out(plan)
    return out


def _out(value: Any) -> Any:
    if isinstance(value, Copil):
        return value.but(participants=(), excuses=())
    if isinstance(value, Contact):
        return _by_function(value)
    if isinstance(value, Element):
        return value.but(**{key: _out(getattr(value, key)) for key in type(value).KEYS})
    if type(value) is tuple:  # an amount is one value
        return tuple(map(_out, filter(_told, value)))
    return value


def _told(value: object) -> bool:
    """Whether anything is left to tell of a contact without its name."""
    return not isinstance(value, Contact) or bool(value.fonction or value.structure)


def _by_function(contact: Contact) -> Contact:
    if contact.fonction is None:
        return Contact(nom=contact.structure or "")
    return Contact(nom=contact.fonction, structure=contact.structure)
