"""What every part of a plan has in common: it holds data, and says what its keys are.

A part is a plain class with annotations: `titre: Annotated[Texte, Champ("Le titre de la fiche.")]`. The
type, what is declared beside it (:mod:`ctgkit.plan.declaration`) and the default are all there is to say of
a field: reading, the schema, the documents and the comparison read it off the class. Nothing here checks
what a part is made with: :mod:`ctgkit.plan.judge` does, for what comes from a file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self, dataclass_transform

if TYPE_CHECKING:
    from ctgkit.plan.declaration import Liste, Nom

#: The mapping that a field holds where the file has none. Nobody writes to what a part holds.
RIEN: dict[str, Any] = {}


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Element:  # noqa: PLW1641  (what it holds may have no hash)
    """A part of the plan file: its keys are the attributes, and it has no others."""

    if TYPE_CHECKING:  # what is annotated at run time is a key
        #: What one is called in a sentence, and where something in it is said to be: « une fiche ».
        CALLED: ClassVar[Nom]
        WHERE: ClassVar[str]
        #: How the elements of a list of them are compared.
        PAIRED: ClassVar[Liste | None]
        #: Whether it is one value, which changes as a whole.
        ATOMIC: ClassVar[bool]
        #: Its keys, in the order of its class.
        KEYS: ClassVar[tuple[str, ...]]
        #: What some of its keys were called in earlier files, which are still read, and are called now.
        FORMER: ClassVar[tuple[tuple[str, str], ...]]
    PAIRED = None
    ATOMIC = False
    KEYS = ()
    FORMER = ()

    def __init_subclass__(cls, before: str | None = None) -> None:
        """Adds the keys of a class to those of the class above: at the end, or before one of these."""
        own = cls.__annotations__
        above = [key for key in cls.KEYS if key not in own]
        place = len(above) if before is None else above.index(before)
        cls.KEYS = (*above[:place], *own, *above[place:])

    def __init__(self, **values: Any) -> None:
        """Takes what each key holds; one that is left out holds its default."""
        kind = type(self)
        if unknown := values.keys() - set(kind.KEYS):
            raise TypeError(f"{kind.__name__} has no {', '.join(sorted(unknown))}")
        if lacking := [key for key in kind.KEYS if key not in values and not hasattr(kind, key)]:
            raise TypeError(f"{kind.__name__} needs {', '.join(lacking)}")
        self.__dict__.update({key: values[key] if key in values else getattr(kind, key) for key in kind.KEYS})

    @classmethod
    def holding(cls, values: dict[str, Any]) -> Self:
        """The part that holds `values`, which has every key: nothing is looked at."""
        made = object.__new__(cls)
        made.__dict__.update(values)
        return made

    def check(self) -> None:
        """Checks what no field can say alone.

        Raises:
            ctgkit.plan.declaration.Unreadable: if it does not hold.
        """

    def but(self, **changes: Any) -> Self:
        """The same part, with other values."""
        return self.holding({**self.__dict__, **changes})

    def says_only(self, *keys: str) -> bool:
        """Whether only `keys` hold something: every other one holds its default."""
        kind = type(self)
        return all(
            key in keys or (hasattr(kind, key) and value == getattr(kind, key))
            for key, value in self.__dict__.items()
        )

    def __setattr__(self, name: str, value: object) -> None:
        """Refuses: parts of a plan are frozen."""
        raise AttributeError(f"{type(self).__name__}.{name} cannot be set")

    def __delattr__(self, name: str) -> None:
        """Refuses: parts of a plan are frozen."""
        raise AttributeError(f"{type(self).__name__}.{name} cannot be deleted")

    def __eq__(self, other: object) -> bool:
        """Whether another part is of the same class and holds the same."""
        if type(other) is not type(self):
            return NotImplemented
        return self.__dict__ == other.__dict__

    def __repr__(self) -> str:
        """The part as the call that makes it, without defaults."""
        kind = type(self)
        said = (
            f"{key}={self.__dict__[key]!r}"
            for key in kind.KEYS
            if not hasattr(kind, key) or self.__dict__[key] != getattr(kind, key)
        )
        return f"{kind.__name__}({', '.join(said)})"
