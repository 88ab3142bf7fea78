"""Every class, name and code of the views has its French, and no sentence is of none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from inspect import isfunction
from typing import Any, Literal, get_args, get_origin, get_type_hints

from ctgkit.followup import PlanState
from ctgkit.followup.calendars import PlanCalendar
from ctgkit.french.described import description_of
from ctgkit.outputs.data.french import DESCRIBED, codes_of, described, of_terme, told_of
from ctgkit.plan.base import Element
from ctgkit.plan.montant import Montant
from ctgkit.plan.valeurs import AnneesDites
from ctgkit.reports.avenant import view as avenant_view
from ctgkit.reports.diff import view as diff_view
from ctgkit.reports.document import documents
from ctgkit.vocabulary.terme import Terme

#: The closed lists that views may hold.
LISTES = [liste for liste in Terme.__subclasses__() if liste.__noun__ != ("", "")]
GIVEN = [one.view_class for one in documents().values()]


def names(part: type) -> list[str]:
    """What a class holds, without the help of the code that is tested."""
    if issubclass(part, Element):
        return list(part.KEYS)
    found = [one.name for one in fields(part)] if is_dataclass(part) else getattr(part, "_fields", ())
    assert found, part
    return list(found)


def pieces(hint: Any) -> Iterator[Any]:
    """A type and all that it is made of."""
    yield hint
    if get_origin(hint) is not Literal:
        for one in get_args(hint):
            yield from pieces(one)


def below(*roots: type) -> set[type]:
    """The classes of the project that some classes lead to; an amount and years are one value each."""
    found: set[type] = set()
    todo = list(roots)
    while todo:
        part = todo.pop()
        if part not in found:
            found.add(part)
            hints = get_type_hints(part, include_extras=True)
            todo += [
                one
                for name in names(part)
                for one in pieces(hints[name])
                if isinstance(one, type)
                and one.__module__.startswith("ctgkit.")
                and not issubclass(one, (Terme, Montant, AnneesDites))
            ]
    return found


def asked(part: type) -> set[str]:
    """What a template may ask of a class that computes it: properties, and methods that need nothing."""
    found = set()
    for name, value in vars(part).items():
        if name.startswith("_"):
            continue
        if isinstance(value, property):
            found.add(name)
        elif isfunction(value) and value.__code__.co_argcount == 1 and name != "check":  # gives nothing
            found.add(f"{name}()")
    return found


def says_itself(part: type) -> bool:
    """Whether a class describes itself."""
    try:
        description_of(part)
    except LookupError:
        return False
    return True


def test_every_class_is_described_and_no_other() -> None:
    found = below(*GIVEN, PlanState, PlanCalendar)
    assert len(found) > 60
    themselves = {part for part in found if says_itself(part)}
    assert set(DESCRIBED) | themselves == found
    assert not set(DESCRIBED) & themselves


def test_every_name_is_described_and_no_other() -> None:
    given = below(*GIVEN)
    for part in below(*GIVEN, PlanState, PlanCalendar):
        told = described(part)
        computed = asked(part) if part in given or says_itself(part) else set()
        own = set() if issubclass(part, Element) else set(names(part))
        assert set(told.names) == own | computed, part
        for name in (*names(part), *computed):
            sentence = told_of(part, name)
            assert re.fullmatch(r"[A-ZÀÉ0-9`].*[.…]", sentence), (part, name, sentence)
            assert "AAAA" not in sentence, (part, name)
            assert "hors contrat" not in sentence, (part, name)


def test_the_views_of_documents_about_two_versions_describe_themselves() -> None:
    """They are no JSON, and no page of names is made of them: what they hold of the comparison apart."""
    views = [
        one
        for one in (*vars(avenant_view).values(), *vars(diff_view).values())
        if isinstance(one, type) and one.__module__ in {avenant_view.__name__, diff_view.__name__}
    ]
    assert len(views) == 20
    for part in views:
        told = described(part)
        assert re.fullmatch(r"[A-ZÀÉ].*\.", told.told), part
        assert set(told.names) == set(names(part)) | asked(part), part
        assert all(re.fullmatch(r"[A-ZÀÉ].*[.…]", one) for one in told.names.values()), part
        own = (told.told, *told.names.values())
        assert [text for text in own if re.search(r"[^\u00a0][:;!?»%]|«[^\u00a0]|'{2}|\.\.", text)] == []


def test_every_code_has_its_meaning_and_no_other() -> None:
    hints = [
        one
        for part in below(*GIVEN, PlanState, PlanCalendar)
        for name, hint in get_type_hints(part, include_extras=True).items()
        if name in names(part)
        for one in pieces(hint)
    ]
    closed = {one for one in hints if isinstance(one, type) and issubclass(one, Terme)}
    found = {get_args(one) for one in hints if get_origin(one) is Literal}
    assert len(closed) + len(found) > 20
    told = {words for words in found if words not in {tuple(map(str, one)) for one in Terme.__subclasses__()}}
    assert not told
    for liste in closed:
        codes = codes_of(tuple(one.value for one in liste))
        assert codes == of_terme(liste)
        assert codes.one, liste
        assert codes.many, liste
        assert codes.meanings == {one.value: one.facts.meaning for one in liste}


def test_what_leads_to_a_class_or_a_list_of_codes_leads_to_one() -> None:
    shorts = [described(one).short for one in below(*GIVEN, PlanState, PlanCalendar)]
    shorts += [one.short for one in map(of_terme, LISTES)]
    assert len(set(shorts)) == len(shorts)
    assert all(re.fullmatch("[a-z]+(-[a-z]+)*", short) for short in shorts)


def test_the_words_are_spaced_as_french_does() -> None:
    every = [described(part) for part in below(*GIVEN, PlanState, PlanCalendar)]
    own = [text for one in every for text in (one.told, *one.names.values())]
    own += [text for one in map(of_terme, LISTES) for text in one.meanings.values()]
    assert len(own) > 400
    assert [text for text in own if re.search(r"[^\u00a0][:;!?»%]|«[^\u00a0]|'{2}|\.\.", text)] == []
