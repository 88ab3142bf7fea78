"""What is declared of the fields of a plan, beside their types and their defaults; and how it is read back.

Everything that lists keys asks here: the reader, the schema, the documents, the comparison, the pages of
docs. Annotations are looked at when something is asked of a class, once: a class costs nothing before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

from ctgkit.plan.base import Element
from ctgkit.vocabulary.terme import Terme


class Unreadable(ValueError):  # noqa: N818  (about a value, not an error of ctgkit's)
    """A value that is none of what its field may hold.

    Attributes:
        kind: the name of the mistake, by which its message is chosen.
        ctx: what the message says of it.
    """

    def __init__(self, kind: str, **ctx: Any) -> None:
        super().__init__(kind)
        self.kind = kind
        self.ctx = ctx


class ReadBy(NamedTuple):
    """How a type is read: from what the file has to what the field holds, or to what its type is read from.

    Attributes:
        read: the function; it raises :class:`Unreadable`.
        schema: what the JSON Schema calls what it takes; empty where the type below says it.
    """

    read: Callable[[Any], Any]
    schema: str = ""


class OneOf(NamedTuple):
    """A text that is one of some names, known once every class is.

    Attributes:
        names: the names.
        others: whether it may be another one, that only the whole file shows to be right.
    """

    names: Callable[[], tuple[str, ...]]
    others: bool = False


class Regime(Enum):
    """What a change of a field asks for."""

    CONTRAT = "contrat"  #: it was signed: an avenant, or whatever the convention says of its own change
    SUIVI = "suivi"  #: it changes all the time: nothing, and no avenant has it
    PRECISION = "précision"  #: it says more of what was signed, and is printed with it: nothing
    PERSONNE = (
        "personne"  #: who holds a place: nothing where a structure answers for it; else as the contract
    )
    DATES = "dates"  #: days that settle a phrase: nothing inside what it can mean; else as the contract
    AUCUN = "aucun"  #: it is neither: a word of the file or of the layout


class Nom(NamedTuple):
    """What something is called in a sentence.

    Attributes:
        one: one of it, without an article.
        many: several.
        feminine: whether participles agree so.
        code: what a program calls it.
    """

    one: str
    many: str = ""
    feminine: bool = False
    code: str = ""

    def agreed(self, participle: str) -> str:
        """The noun with a participle: `étape ajoutée`."""
        return f"{self.one} {participle}{'e' if self.feminine else ''}"


class Liste(NamedTuple):
    """How the elements of a list are told from one another, and pair between two versions of it.

    They pair by what is the same, then by `keys` (the strictest first), then by the likeness of their
    `texts`.

    Attributes:
        of: what its elements are called.
        ordered: whether their order says something: another one is then a change.
        name: the keys that tell one element from another to a reader; a text is its own.
        keys: sets of keys of which two elements that are one agree in all.
        texts: the keys whose texts are compared.
        single: whether it is most often one value: where both sides have one, it changed, however unlike.
    """

    of: Nom
    ordered: bool
    name: tuple[str, ...] = ()
    keys: tuple[tuple[str, ...], ...] = ()
    texts: tuple[str, ...] = ()
    single: bool = False


class Champ(NamedTuple):
    """What is declared of a field beside its type and its default.

    Attributes:
        description: what it is, in a French sentence; `{mots}` are the words of its closed list, and
            `{mots_dits}` the same with what each means.
        nom: what it is called in a sentence, where not as its key.
        feminine: whether that is feminine.
        intitule: of a heading of a fiche, the label it is printed under by default.
        regime: what a change of it asks for.
        required: whether the file must have it although the class can do without: its absence is told with
            what only the whole file shows.
        prose: whether its text is worth comparing word by word; no number, address or name of a choice is.
        liste: how the texts of a list are compared; that of elements is said by their class.
        ordered: whether the order of a list or a mapping says something, where not as its elements say.
        acteur: whether its texts name actors, whose spellings the directory joins.
    """

    description: str
    nom: str = ""
    feminine: bool = False
    intitule: str = ""
    regime: Regime = Regime.CONTRAT
    required: bool = False
    prose: bool = True
    liste: Liste | None = None
    ordered: bool | None = None
    acteur: bool = False


class Shape(NamedTuple):
    """What a field or an item holds, once the words that are only for reading are put aside.

    Attributes:
        hint: the type, without what is declared of the field.
        of: the class of what it holds, or of the items of a list or of a mapping.
        container: `tuple` or `dict` where it holds several, else `None`.
    """

    hint: Any
    of: type
    container: type | None


class Field(NamedTuple):
    """A field of a plan class, whole."""

    key: str
    champ: Champ
    shape: Shape
    optional: bool  #: whether it has a default
    default: Any

    @property
    def nom(self) -> Nom:
        """What it is called in a sentence."""
        return Nom(self.champ.nom or self.key, feminine=self.champ.feminine)

    @property
    def required(self) -> bool:
        """Whether the file must have it."""
        return not self.optional or self.champ.required

    @property
    def description(self) -> str:
        """What it is, in a French sentence."""
        words, meant = closed_words(self.shape.of)
        return self.champ.description.replace("{mots_dits}", meant).replace("{mots}", words)

    @property
    def element(self) -> type[Element] | None:
        """The part of the plan that it holds, or that its items are."""
        return self.shape.of if issubclass(self.shape.of, Element) else None

    @property
    def liste(self) -> Liste | None:
        """How its list is compared, or the lists in its mapping; `None` where it holds none."""
        found = self.champ.liste or (self.element.PAIRED if self.element else None)
        if found is None or self.shape.container is None:
            return None
        return found if self.champ.ordered is None else found._replace(ordered=self.champ.ordered)

    @property
    def prose(self) -> bool:
        """Whether its text is worth comparing word by word."""
        return self.champ.prose and self.shape.of is str

    @property
    def scalar(self) -> bool:
        """Whether it holds one value that has no parts."""
        return self.shape.container is None and self.element is None


Kind: TypeAlias = type[Element]
_T = TypeVar("_T")


def once(make: Callable[[Kind], _T]) -> Callable[[Kind], _T]:
    """Makes something of each class of the plan once."""
    made: dict[Kind, _T] = {}

    def known(kind: Kind) -> _T:
        if kind not in made:
            made[kind] = make(kind)
        return made[kind]

    return known


@once
def declared(kind: Kind) -> dict[str, Field]:
    """The fields of a class of the plan, by key, in order.

    Raises:
        TypeError: if nothing is declared of one.
    """
    hints = get_type_hints(kind, include_extras=True)
    return {key: _declared(kind, key, hints[key]) for key in kind.KEYS}


def _declared(kind: Kind, key: str, hint: Any) -> Field:
    champ = next((one for one in getattr(hint, "__metadata__", ()) if isinstance(one, Champ)), None)
    if champ is None:
        raise TypeError(f"nothing is declared of {kind.__name__}.{key}")
    others = tuple(one for one in hint.__metadata__ if one is not champ)
    bare = Annotated[(hint.__origin__, *others)] if others else hint.__origin__
    optional = hasattr(kind, key)
    return Field(key, champ, shape_of(bare), optional, getattr(kind, key, None))


def shape_of(hint: Any) -> Shape:
    """What a type holds."""
    bare = without_none(hint)
    container = get_origin(inside(bare))
    if container is tuple:
        return Shape(bare, _class(get_args(inside(bare))[0]), tuple)
    if container is dict:
        return Shape(bare, shape_of(get_args(inside(bare))[1]).of, dict)
    return Shape(bare, _class(bare), None)


def _class(hint: Any) -> type:
    """The class of what has a type; of a value that is a number or words, that of the words."""
    bare = inside(without_none(hint))
    if get_origin(bare) in {Union, UnionType}:
        bare = get_args(bare)[-1]
    if not isinstance(bare, type):
        raise TypeError(f"no field of a plan holds {hint}")
    return bare


def without_none(hint: Any) -> Any:
    """A type without `None` beside it."""
    if get_origin(hint) in {Union, UnionType}:
        others = tuple(one for one in get_args(hint) if one is not NoneType)
        return Union[others]  # noqa: UP007  (the alternatives are known when it runs)
    return hint


def inside(hint: Any) -> Any:
    """A type without its annotations."""
    return hint.__origin__ if get_origin(hint) is Annotated else hint


_M = TypeVar("_M", ReadBy, OneOf)


def marked(hint: Any, mark: type[_M]) -> _M | None:
    """What a type says of how it is read."""
    return next((one for one in getattr(hint, "__metadata__", ()) if isinstance(one, mark)), None)


def closed_words(of: type) -> tuple[str, str]:
    """The words of a closed list for a sentence, bare and with what each means."""
    if not issubclass(of, Terme):
        return "", ""
    bare = [f"`{one.value}`" for one in of]
    meant = [
        f"`{one.value}` ({one.facts.meaning[0].lower()}{one.facts.meaning[1:].rstrip('.')})" for one in of
    ]
    return _either(bare), _either(meant)


def _either(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} ou {words[-1]}" if len(words) > 1 else "".join(words)


def below(kind: Kind) -> Iterator[Kind]:
    """A class of the plan, then those of the parts it holds, each once, the nearest first."""
    found = {kind: None}
    todo = [kind]
    for one in todo:
        for field in declared(one).values():
            if field.element is not None and field.element not in found:
                found[field.element] = None
                todo.append(field.element)
    return iter(found)
