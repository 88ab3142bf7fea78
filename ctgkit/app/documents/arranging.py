"""The `[report.copil]` tables of `ctgkit.toml`: which sections a document has, and what they are called."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ctgkit.french.nearest import nearest
from ctgkit.page.arranging import Arrangement
from ctgkit.reports.sections import sections_of

if TYPE_CHECKING:
    from ctgkit.app.files.configuration import Configuration
    from ctgkit.app.misuse import Misuse

#: The keys of such a table.
KEYS = ("sections", "titres", "textes")


def arrangement(configuration: Configuration, kind: str, templated: Collection[str]) -> Arrangement:
    """What the configuration asks of a document.

    Args:
        configuration: the configuration of its plan.
        kind: which document it is.
        templated: the names of the sections that the user has a template for.

    Raises:
        Misuse: if it makes no sense, with the line.
    """
    if kind not in configuration.table("report"):
        return Arrangement()
    return _Table(configuration, kind, sections_of(kind)).arrangement(templated)


def meant(written: str, possible: Collection[str]) -> str:
    """The name that is meant, or those there are."""
    near = nearest(written, tuple(possible))
    return f"vouliez-vous dire « {near} » ?" if near else f"possibles : {', '.join(possible)}"


class _Table:
    """The table of a document.

    Args:
        configuration: the configuration that it is in.
        kind: which document it is.
        known: the sections that the document may have: names and titles; no title where the plan words it.
    """

    def __init__(self, configuration: Configuration, kind: str, known: Mapping[str, str]) -> None:
        self._configuration = configuration
        self._kind = kind
        self._known = known
        self._table: Any = configuration.table("report")[kind]

    def arrangement(self, templated: Collection[str]) -> Arrangement:
        """What it asks; `templated` are the sections that the user has a template for."""
        if not isinstance(self._table, dict):
            raise self._wrong("une table est attendue : [report." + self._kind + "]")
        for key in self._table:
            if key not in KEYS:
                raise self._wrong(f"clé inconnue : « {key} » ; {meant(key, KEYS)}", key)
        sections, titles, texts = self._sections(), self._texts("titres"), self._texts("textes")
        own = {name for name in sections or () if name in texts or name in templated}
        for name in sections or ():
            self._exists(name, own, "sections")
        for key, names in (("titres", titles), ("textes", texts)):
            for name in names:
                self._exists(name, own, key, name)
        for name in titles:
            if not self._known.get(name, name):
                raise self._wrong(f"les titres de « {name} » sont ceux du plan", "titres", name)
        return Arrangement(sections, titles, texts)

    def _wrong(self, message: str, *path: str) -> Misuse:
        return self._configuration.wrong(("report", self._kind, *path), message)

    def _exists(self, name: str, own: Collection[str], *path: str) -> None:
        """Makes sure that there is such a section."""
        if name not in self._known and name not in own:
            mend = meant(name, self._known)
            if not mend.endswith("?"):
                mend += (
                    " ; une section à vous est nommée dans sections, et a un texte "
                    f"([report.{self._kind}.textes]) ou un gabarit ({self._kind}/{name}.html)"
                )
            raise self._wrong(f"aucune section ne s'appelle « {name} » ; {mend}", *path)

    def _sections(self) -> tuple[str, ...] | None:
        """The names of the sections, each once."""
        listed = self._table.get("sections")
        if listed is None:
            return None
        if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
            example = ", ".join(f'"{name}"' for name in list(self._known)[:2])
            raise self._wrong(f"une liste de noms est attendue : sections = [{example}]", "sections")
        twice = next((one for one in listed if listed.count(one) > 1), None)
        if twice is not None:
            raise self._wrong(f"« {twice} » y est deux fois", "sections")
        return tuple(listed)

    def _texts(self, key: str) -> dict[str, str]:
        """The texts under a key, by the names of sections."""
        return dict(self._each_text(key, self._table.get(key, {})))

    def _each_text(self, key: str, texts: object) -> Iterator[tuple[str, str]]:
        if not isinstance(texts, dict):
            raise self._wrong(f"une table est attendue : [report.{self._kind}.{key}]", key)
        for name, text in texts.items():
            if not isinstance(text, str) or not text.strip():
                raise self._wrong("un texte est attendu, entre guillemets", key, name)
            yield name, text
