"""A user's templates: what they may change, what they see, what they cannot reach."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from ctgkit.outputs.templates import builtin
from ctgkit.outputs.templates.environment import environment
from ctgkit.outputs.templates.fault import TemplateFault
from ctgkit.outputs.templates.page import Source, write
from ctgkit.reports.copil.facts import copil
from ctgkit.reports.document import documents
from ctgkit.reports.pilote.facts import pilote
from tests.conftest import ROOT
from tests.outputs.templates.markup import Page
from tests.outputs.templates.rapports import hostile
from tests.reports.copil.plans import DAYS, PILOTES, plan

DAY = DAYS["exemple"]
#: What each kind of report is about.
VIEWS: dict[str, Callable[[], Any]] = {
    "copil": lambda: copil(plan("exemple"), DAY),
    "pilote": lambda: pilote(plan("exemple"), PILOTES["exemple"], DAY),
}


@cache
def view(kind: str) -> Any:
    return VIEWS[kind]()


def made(kind: str, output_format: str, view: Any, folder: Path | None = None) -> str:
    """A report, with the templates of a folder."""
    return write(documents()[kind].page(view, DAY), output_format, {kind: view}, DAY, Source(folder))


def written(folder: Path, kind: str = "copil", output_format: str = "html") -> str:
    """What a report on the example is, with the templates of a folder."""
    return made(kind, output_format, view(kind), folder)


@cache
def usual(kind: str, output_format: str) -> str:
    return made(kind, output_format, view(kind))


def put(folder: Path, name: str, *lines: str) -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def child(folder: Path, *lines: str, name: str = "copil.html", extended: str = "") -> Path:
    """A template of the user's own that extends one of ctgkit's: the frame of all documents by default."""
    extended = extended or f"document.{name.rpartition('.')[2]}"
    return put(folder, name, f'{{% extends "ctgkit/{extended}" %}}', *lines)


def headings(page: str) -> list[str]:
    """The headings of the sections, as a parser reads them."""
    return re.findall(r'<h2 id="titre-[^"]*">(.*?)</h2>', page)


def contents(page: str) -> list[str]:
    listed = re.search(r'<nav class="contents".*?</nav>', page, re.DOTALL)
    assert listed is not None
    return re.findall(r'<li><a href="#[^"]*">(.*?)</a>', listed[0])


def blocks(name: str) -> list[str]:
    return re.findall(r"\{% block (\w+)", builtin.text(name))


EVERY = [(kind, form) for kind in VIEWS for form in ("html", "md")]


@pytest.mark.parametrize(("kind", "output_format"), EVERY)
def test_a_template_that_only_extends_changes_nothing(tmp_path: Path, kind: str, output_format: str) -> None:
    child(tmp_path, name=f"{kind}.{output_format}")
    assert written(tmp_path, kind, output_format) == usual(kind, output_format)


@pytest.mark.parametrize(("kind", "output_format"), EVERY)
def test_every_block_can_be_redefined_alone_and_sees_what_the_built_in_one_sees(
    tmp_path: Path, kind: str, output_format: str
) -> None:
    """Around `super()`, so that what else the page says stays as it is."""
    name = f"{kind}.{output_format}"
    sees = f"{kind}.entete.territoire"
    found = [one for one in blocks(f"document.{output_format}") if one not in {"title", "running", "style"}]
    assert len(found) > 2
    for block in found:
        seen = "{{ b is defined }}{{ page is defined }}{{ parts is defined }}"
        child(
            tmp_path,
            f"{{% block {block} %}}",
            f"zz{{{{ {sees} }}}}zz{seen}",
            "{{ super() -}}",
            "{% endblock %}",
            name=name,
        )
        page = written(tmp_path, kind, output_format)
        mark = f"zzVallée Imaginairezz{'True' * 3}\n"
        assert page.count(mark) == 1, block
        assert page.replace(mark, "").split() == usual(kind, output_format).split(), block


def test_a_section_is_removed_or_moved_in_the_contents_too() -> None:
    sections = {one.name: one for one in documents()["copil"].page(view("copil"), DAY).sections}
    assert "Les financements" in contents(usual("copil", "html"))
    chosen = tuple(sections[name] for name in ("decisions", "chiffres"))
    page = documents()["copil"].page(view("copil"), DAY)._replace(sections=chosen)
    shown = write(page, "html", {"copil": view("copil")}, DAY)
    assert headings(shown) == ["Les points soumis à décision", "Les chiffres"]
    assert contents(shown) == headings(shown)
    Page(shown)


def test_a_section_is_laid_out_by_a_template_of_its_own(tmp_path: Path) -> None:
    """It sees the view, and what ctgkit would have written."""
    child(
        tmp_path,
        "{% block contenu %}<p>{{ copil.decisions | length }} en tout</p>{{ super() }}{% endblock %}",
        name="copil/decisions.html",
        extended="partie.html",
    )
    page = written(tmp_path)
    assert page.replace("<p>5 en tout</p>", "") == usual("copil", "html")
    assert page.count("<p>5 en tout</p>") == 1
    assert contents(page) == headings(page)


def test_a_file_of_the_same_name_takes_the_place_of_the_built_in_one(tmp_path: Path) -> None:
    put(tmp_path, "copil.md", "# {{ copil.entete.territoire }}, {{ date | long_date }}")
    assert written(tmp_path, output_format="md") == "# Vallée Imaginaire, 30\u00a0juin\u00a02026\n"


def test_a_style_sheet_and_macros_are_replaced_by_name_too(tmp_path: Path) -> None:
    put(tmp_path, "style.css", '{% include "ctgkit/style.css" %}', ":root { --faite: #123456; }")
    macros = builtin.text("blocs.html").replace('class="tuiles"', 'class="tuiles a-nous"')
    put(tmp_path, "blocs.html", macros)
    page = written(tmp_path)
    assert page.index("--faite: #0b4f55") < page.index("--faite: #123456")
    assert 'class="tuiles a-nous"' in page
    put(tmp_path, "style.css", "body { color: teal }")
    page = written(tmp_path)
    assert "body { color: teal }" in page
    assert "--faite" not in page


def test_a_template_may_have_helpers_in_folders_of_its_own(tmp_path: Path) -> None:
    put(tmp_path, "parties/pied.html", "<p>Pied de {{ copil.entete.territoire }}</p>")
    child(tmp_path, '{% block main %}{% include "parties/pied.html" %}{% endblock %}')
    assert "<p>Pied de Vallée Imaginaire</p>" in written(tmp_path)


def test_two_templates_of_the_user_may_extend_each_other_down_to_the_built_in_one(tmp_path: Path) -> None:
    put(
        tmp_path,
        "notre.html",
        '{% extends "ctgkit/document.html" %}',
        "{% block main %}{% block logo %}A{% endblock %}{% endblock %}",
    )
    put(tmp_path, "copil.html", '{% extends "notre.html" %}', "{% block logo %}B{% endblock %}")
    assert "\nB</main>" in written(tmp_path)


HOSTILE = '<b>x</b> [y](javascript:z) {{ 7*7 }} "q" \u202e'


@pytest.mark.parametrize(
    "how",
    [
        "{{ x }}",
        "{{ x | upper }}",
        "{{ x ~ x }}",
        "{{ [x, x] | join(', ') }}",
        "{{ x | replace('b', 'b') }}",
        "{% set y = x %}{{ y }}",
    ],
)
def test_the_text_of_a_plan_is_shown_as_it_is(tmp_path: Path, how: str) -> None:
    shown = copil(hostile(HOSTILE), DAY)
    assert shown.entete.territoire == HOSTILE
    for form in ("html", "md"):
        put(tmp_path, f"copil.{form}", f"{{% set x = copil.entete.territoire %}}{how}")
        page = made("copil", form, shown, tmp_path)
        assert "49" not in page
        assert "\u202e" not in page
        if form == "html":
            assert "<" not in page.replace("<U+202E>", "")
        else:
            assert not re.search(r"(?<!\\)[<\[]", page)


def _filters() -> Iterator[tuple[str, str]]:
    for form in ("html", "md"):
        for name in sorted(environment(form).filters):
            if name not in {"safe", "verbatim"}:
                yield form, name


@pytest.mark.parametrize(("output_format", "name"), list(_filters()))
def test_no_filter_but_those_meant_to_lets_the_text_of_a_plan_be_markup(
    tmp_path: Path, output_format: str, name: str
) -> None:
    """A filter that takes no text, or needs more than that, is told."""
    put(tmp_path, f"copil.{output_format}", f"{{{{ x | {name} }}}}")
    shown = documents()["copil"].page(view("copil"), DAY)
    try:
        page = write(shown, output_format, {"x": HOSTILE}, DAY, Source(tmp_path))
    except TemplateFault:
        return
    if output_format == "html":
        tags = set(re.findall(r"</?[a-z]+", page))
        assert "<b" not in tags
        assert tags <= {"<a", "</a"}
        assert not re.search(r"href=.?javascript", page)
    else:
        assert not re.search(r"(?<!\\)\[y\]", page)
        assert not re.search(r"(?<!\\)<b", page)


def test_text_may_be_declared_to_be_markup(tmp_path: Path) -> None:
    put(tmp_path, "copil.html", '{{ "<b>" | safe }}{{ "<i>" | verbatim }}')
    assert written(tmp_path) == "<b><i>\n"


def test_the_same_templates_give_the_same_text(tmp_path: Path) -> None:
    """Whatever would give another one each time is not there."""
    for line in ("{{ [1, 2, 3] | random }}", "{{ lipsum() }}"):
        put(tmp_path, "copil.html", line)
        with pytest.raises(TemplateFault):
            written(tmp_path)


def fault(folder: Path, output_format: str = "html") -> TemplateFault:
    with pytest.raises(TemplateFault) as raised:
        written(folder, output_format=output_format)
    return raised.value


def told(folder: Path, output_format: str = "html") -> str:
    """The sentence, with plain spaces and the folder's name alone."""
    return str(fault(folder, output_format)).replace("\u00a0", " ").replace(str(folder), "gabarits")


BLOCK = "{% block cover %}"
END = "{% endblock %}"


FAULTS = yaml.safe_load((ROOT / "tests" / "data" / "gabarits" / "fautes.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", FAULTS, ids=[case["dit"][:60] for case in FAULTS])
def test_a_mistake_is_told_with_its_line_and_what_was_meant(tmp_path: Path, case: dict[str, Any]) -> None:
    put(tmp_path, "secret.html", "secret")
    folder = put(tmp_path / "gabarits", "logo.svg", "<svg></svg>")
    child(folder, case["gabarit"], extended=case.get("étend", ""))
    assert told(folder) == f"gabarits/copil.html:{case['ligne']} : {case['dit']}"
    found = fault(folder)
    assert found.spot is not None
    if "mot" in case:
        assert found.column is not None
        assert found.end is not None
        source = found.spot.source.splitlines()[case["ligne"] - 1]
        assert source[found.column - 1 : found.end - 1] == case["mot"]
    else:
        assert found.column is None


def test_an_empty_value_is_told_apart_from_a_misspelt_one(tmp_path: Path) -> None:
    child(
        tmp_path,
        BLOCK,
        "{% for one in copil.groupes %}{% for l in one.lignes %}{{ l.etat.note.texte }}",
        "{% endfor %}{% endfor %}",
        END,
    )
    assert told(tmp_path) == (
        "gabarits/copil.html:3 : « l.etat.note » est vide ici, et n'a pas de « texte » ; "
        "demandez d'abord si elle est là : {% if l.etat.note %}"
    )


def test_a_name_unlike_any_other_lists_those_there_are(tmp_path: Path) -> None:
    child(tmp_path, BLOCK, "{{ copil.zzzz }}", END)
    assert told(tmp_path).startswith(
        "gabarits/copil.html:3 : « copil.zzzz » n'existe pas ; il y a : argent, bilan, "
    )


def test_the_line_is_that_of_the_file_at_fault_even_inside_macros_and_includes(tmp_path: Path) -> None:
    put(tmp_path, "outils.html", "{% macro gras(x) %}", "", "<b>{{ x.zzz }}</b>", "{% endmacro %}")
    put(tmp_path, "pied.html", '{% import "outils.html" as outils %}', "{{ outils.gras(copil) }}")
    child(tmp_path, '{% block main %}{% include "pied.html" %}{% endblock %}')
    assert told(tmp_path).startswith("gabarits/outils.html:3 : « x.zzz » n'existe pas ; il y a : ")


def test_what_goes_wrong_in_a_built_in_macro_is_told_where_the_user_calls_it(tmp_path: Path) -> None:
    child(tmp_path, BLOCK, "{{ b.figures(copil, 2) }}", END)
    lines = builtin.text("blocs.html").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if "block.tiles" in text)
    assert told(tmp_path).startswith("gabarits/copil.html:3 : « tiles » n'existe pas")
    assert told(tmp_path).endswith(f" (dans « blocs.html », ligne {line})")


def test_macros_of_the_user_that_lack_one_are_named(tmp_path: Path) -> None:
    text = builtin.text("blocs.html")
    put(tmp_path, "blocs.html", text.replace("macro entree(", "macro entrees_("))
    assert told(tmp_path).startswith("gabarits/blocs.html : il manque « entree », qu'emploie « ")


def test_macros_of_the_user_that_do_not_fit_are_named(tmp_path: Path) -> None:
    text = builtin.text("blocs.html")
    put(tmp_path, "blocs.html", text.replace('"Facts": facts', '"Fact": facts'))
    assert told(tmp_path).startswith("gabarits/blocs.html:")
    assert "« Facts » n'existe pas ; vouliez-vous dire « Fact » ?" in told(tmp_path)


def test_a_template_that_extends_itself_is_told(tmp_path: Path) -> None:
    put(tmp_path, "document.html", '{% extends "document.html" %}')
    assert told(tmp_path) == (
        "gabarits/document.html:1 : ce gabarit s'étend lui-même, sans fin ; "
        'écrivez {% extends "ctgkit/document.html" %}'
    )
    put(tmp_path, "copil.html", '{% extends "autre.html" %}')
    put(tmp_path, "autre.html", '{% extends "copil.html" %}')
    assert "s'étend lui-même" in told(tmp_path)


def test_a_template_that_includes_itself_is_told(tmp_path: Path) -> None:
    put(tmp_path, "copil.html", '{% include "copil.html" %}')
    assert told(tmp_path) == "gabarits/copil.html:1 : ce gabarit, ou l'une de ses macros, s'appelle sans fin"


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    put(tmp_path, "secret.html", "secret")
    folder = child(tmp_path / "gabarits", '{% block main %}{% include "lien.html" %}{% endblock %}')
    (folder / "lien.html").symlink_to(tmp_path / "secret.html")
    assert told(folder) == (
        "gabarits/lien.html : ce lien mène hors du dossier des gabarits ; copiez-y le fichier"
    )
    (folder / "lien.html").unlink()
    put(folder, "pied.html", "dedans")
    (folder / "lien.html").symlink_to("pied.html")
    assert "dedans" in written(folder)


def test_a_template_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "copil.html").write_bytes("é".encode("latin-1"))
    assert told(tmp_path) == "gabarits/copil.html : ce gabarit n'est pas en UTF-8 ; enregistrez-le en UTF-8"


def test_a_byte_order_mark_and_windows_lines_do_no_harm(tmp_path: Path) -> None:
    text = '\ufeff{% extends "ctgkit/document.html" %}\r\n{% block main %}Fin{% endblock %}\r\n'
    (tmp_path / "copil.html").write_bytes(text.encode())
    page = written(tmp_path)
    assert page.startswith("<!doctype html>")
    assert "Fin</main>" in page


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads anything")
def test_a_template_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    child(tmp_path)
    (tmp_path / "copil.html").chmod(0)
    assert told(tmp_path) == "gabarits/copil.html : ce gabarit ne peut pas être lu"


def test_a_bug_of_a_built_in_template_is_no_fault_of_the_user(tmp_path: Path) -> None:
    """Neither without templates of theirs, nor with some that are not used."""
    for folder in (None, put(tmp_path, "plan.html", "rien")):
        broken = documents()["copil"].page(view("copil"), DAY)._replace(cover=None)  # type: ignore[arg-type]
        with pytest.raises(Exception, match=r"kicker") as raised:
            write(broken, "html", {"copil": view("copil")}, DAY, Source(folder))
        assert not isinstance(raised.value, TemplateFault)


def test_every_template_says_in_french_what_it_is_for() -> None:
    found = {name: builtin.purpose(builtin.text(name)) for name in builtin.names()}
    assert len(found) == 7
    assert "nouveau.yaml" not in found
    for name, words in found.items():
        assert re.match(r"(Le|La|Les|Ce qui) ", words), name
        assert len(words) < 70, name
    assert len(set(found.values())) == len(found)
