"""What `docs/gabarits.md` tells to write is written to files, and does what the page says."""

import html
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from ctgkit.outputs.templates import builtin
from ctgkit.outputs.templates.environment import environment
from tests.command import Done, ctg
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "gabarits.md").read_text(encoding="utf-8")
#: The files that the page gives whole: where each is named, and its text.
FILES = dict(re.findall(r"`templates/([\w./]+)`[^\n]*(?:\n[^\n`]+)? ?:\n\n```\w+\n(.*?)```", PAGE, re.DOTALL))
#: What the page writes in `ctgkit.toml`: sections, then the folder, then the words of an avenant.
SETTINGS = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
DAY = ("--date", "2026-06-30")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A plan beside the configuration that the page begins with."""
    shutil.copy(ROOT / "docs" / "exemple" / "plan.yaml", tmp_path)
    shutil.copy(ROOT / "docs" / "exemple" / "plan-2023-signe.yaml", tmp_path)
    _, named, _ = SETTINGS
    (tmp_path / "ctgkit.toml").write_text(named, encoding="utf-8")
    (tmp_path / "templates").mkdir()
    return tmp_path


def run(folder: Path, *arguments: str) -> Done:
    return ctg(*arguments, cwd=folder)


def written(folder: Path, *names: str, command: tuple[str, ...] = ("report", "plan.yaml")) -> str:
    """What a command prints once the files of the page called `names` are there."""
    for name in names:
        path = folder / "templates" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(FILES[name], encoding="utf-8")
    done = run(folder, *command, *DAY, "-o", "-")
    assert (done.status, done.err) == (0, "")
    return done.out


def test_the_page_gives_files_to_write() -> None:
    assert sorted(FILES) == sorted(
        [
            "avenant/effet.md",
            "copil/decisions.html",
            "document.html",
            "logo.svg",
            "pilote.md",
            "plan/contacts.html",
            "plan/signataires.md",
            "style.css",
        ]
    )


WHOLE = ("report", "plan.yaml", "--kind", "plan")


def test_sections_are_chosen_for_every_format(folder: Path) -> None:
    (folder / "ctgkit.toml").write_text(SETTINGS[0], encoding="utf-8")
    page = written(folder, command=WHOLE)
    assert re.findall(r'<h2 id="titre-([^"]*)">(.*?)</h2>', page)[:2] == [
        ("mot", "Le mot de l’élue"),
        ("contacts", "À qui s’adresser"),
    ]
    assert "<p>Merci à toutes celles et ceux qui font vivre la convention.</p>" in page
    assert re.search(r"<p>Nous répondons sous huit jours\.</p>\s*<ul>", page)
    text = written(folder, command=(*WHOLE, "--format", "md"))
    assert re.findall(r"^## (.*)$", text, re.MULTILINE)[:3] == [
        "Sommaire",
        "Le mot de l’élue",
        "À qui s’adresser",
    ]
    assert text.count("\n- [Axe ") == 4
    for gone in ("Signataires", "Vie de la convention", "Un territoire qui accueille"):
        assert gone not in page
        assert gone not in text


def test_the_template_of_a_section_adds_a_sentence(folder: Path) -> None:
    page = written(folder, "plan/contacts.html", command=WHOLE)
    added = "<p>2\u00a0personnes répondent au nom de Vallée Imaginaire.</p>"
    assert re.search(rf'<h2 id="titre-contacts">Contacts</h2>\s*</header>\s*{added}\s*<ul>', page)


def test_the_template_of_a_section_writes_it_whole(folder: Path) -> None:
    page = written(folder, "plan/signataires.md", command=(*WHOLE, "--format", "md"))
    assert re.search(r'<a id="signataires"></a>\n\n## Signataires\n\n1\. \w', page)


def test_the_template_of_a_section_counts_what_the_report_holds(folder: Path) -> None:
    """By reading the example: five fiches call for a decision on that day."""
    page = written(folder, "copil/decisions.html")
    assert page.count("<p>5\u00a0points, dans l'ordre du plan.</p>") == 1
    section = page.split('id="decisions"', 1)[1].split("</section>", 1)[0]
    assert "dans l'ordre du plan" in section
    assert section.count('<p class="reponse">') == 5


def test_the_sections_of_a_report_are_chosen_and_worded_too(folder: Path) -> None:
    """As those of the plan are, which the page shows."""
    (folder / "ctgkit.toml").write_text(
        '[report.copil]\nsections = ["mot", "decisions", "chiffres"]\n'
        '[report.copil.titres]\nmot = "Le mot de l\'élue"\ndecisions = "À arbitrer en séance"\n'
        '[report.copil.textes]\nmot = "Merci."\n',
        encoding="utf-8",
    )
    page = written(folder)
    assert re.findall(r'<h2 id="titre-([^"]*)">(.*?)</h2>', page) == [
        ("mot", "Le mot de l’élue"),
        ("decisions", "À arbitrer en séance"),
        ("chiffres", "Les chiffres"),
    ]


def test_colours_are_changed(folder: Path) -> None:
    page = written(folder, "style.css", command=WHOLE)
    assert page.index("--faite: #0b4f55") < page.index("--faite: #7a1f5c")
    assert '<div class="sheet plan">' in page


@pytest.mark.parametrize(
    "name", sorted({*re.findall(r"`(--[a-z]+)`", PAGE), *re.findall(r"(--[a-z]+): #", PAGE)} - {"--force"})
)
def test_the_custom_properties_that_are_named_exist(name: str) -> None:
    style = environment("html").get_template("style.css").render()
    assert f"{name}:" in style


def test_a_logo_is_put_on_documents(folder: Path) -> None:
    page = written(folder, "document.html", "logo.svg", command=WHOLE)
    assert page.count('<p class="logo"><svg viewBox="0 0 120 40"') == 1
    assert 'class="defs"' in page


AVENANT = ("diff", "plan-2023-signe.yaml", "plan.yaml", "--avenant", "--format", "md")


def test_an_article_of_an_avenant_is_worded_otherwise(folder: Path) -> None:
    usual = run(folder, *AVENANT, *DAY, "-o", "-", "--templates", ".").out
    page = written(folder, "avenant/effet.md", command=AVENANT)
    assert "contrôle de légalité" not in usual
    wording = "Le présent avenant prend effet à la date de sa transmission au contrôle de légalité."
    assert re.search(rf"\n## Article 9 – Prise d’effet et durée\n\n{wording}\n\n## Signatures\n", page)
    assert page.count("\n## Article ") == usual.count("\n## Article ")
    assert "Dix passages restent à compléter" in usual
    assert "Les passages à compléter sont signalés entre crochets." in page


def test_an_article_of_an_avenant_is_titled_otherwise_and_a_sentence_is_added(folder: Path) -> None:
    (folder / "ctgkit.toml").write_text(SETTINGS[2], encoding="utf-8")
    page = written(folder, command=AVENANT)
    assert "\n## Article 9 – Prise d’effet\n" in page
    assert "\n## Préambule\n\nLe comité de pilotage a rendu un avis favorable.\n\nLes parties ont " in page
    assert "Dix passages restent à compléter" in page


def test_the_articles_that_are_kept_are_numbered_as_they_follow(folder: Path) -> None:
    """The page counts what is left to fill in: three of each party, and what the preamble asks, are gone."""
    names = ["convenu", "retraits", "objet", "effet", "signatures"]
    (folder / "ctgkit.toml").write_text(f"[report.avenant]\nsections = {names}\n", encoding="utf-8")
    page = written(folder, command=AVENANT)
    assert re.findall(r"^## (.*)$", page, re.MULTILINE) == [
        "Article 1er – Fiche retirée",
        "Article 2 – Objet de l’avenant",
        "Article 3 – Prise d’effet et durée",
        "Signatures",
    ]
    assert "- le retrait d’une fiche action (article 1er)." in page
    assert "Deux passages restent à compléter" in page


def test_the_parts_of_a_comparison_are_chosen_too(folder: Path) -> None:
    (folder / "ctgkit.toml").write_text(
        '[report.diff]\nsections = ["suivi"]\n[report.diff.titres]\nsuivi = "Ce qui a été noté"\n',
        encoding="utf-8",
    )
    done = run(folder, "diff", "plan-2023-signe.yaml", "plan.yaml", "--format", "md", "-o", "-")
    assert (done.status, done.err) == (0, "")
    assert re.findall(r"^## (.*)$", done.out, re.MULTILINE) == ["Ce qui a été noté"]


def test_a_template_of_ones_own_needs_nothing_else_and_may_be_written_again(folder: Path) -> None:
    command = ("report", "plan.yaml", "--kind", "pilote", "--pilote", "RPE", "--format", "md")
    page = written(folder, "pilote.md", command=command)
    assert re.match(r"<!-- ctgkit [\d.]+ -->\n# Relais petite enfance[^\n]*\n\n- ", page)
    for _ in range(2):
        assert run(folder, *command, *DAY, "-o", "liste.md") == (0, "liste.md\n", "")


def test_what_is_copied_goes_where_the_page_says(folder: Path) -> None:
    shell = re.search(r"```sh\n(ctg report --eject.*?)```", PAGE, re.DOTALL)
    assert shell is not None
    lines = [line.split("#")[0].split()[1:] for line in shell[1].splitlines()]
    copied = []
    for line in lines:
        done = run(folder, *line, "--force")
        assert (done.status, done.err) == (0, "")
        copied.append(done.out.split("\n\n")[0].split())
    assert copied[0] == ["templates/document.md"]
    assert copied[1] == ["templates/style.css", "templates/blocs.html"]
    assert copied[2] == [f"templates/{name}" for name in builtin.names()]


def test_the_mistake_that_is_shown_is_told_so(folder: Path) -> None:
    shown = re.search(r"```\n(ctg : templates/copil\.html:4.*?)```", PAGE, re.DOTALL)
    assert shown is not None
    line = "<p>{{ copil.entet.caf }}</p>"
    text = '{% extends "ctgkit/document.html" %}\n\n{% block cover %}\n' + line + "\n{% endblock %}\n"
    (folder / "templates" / "copil.html").write_text(text, encoding="utf-8")
    done = run(folder, "report", "plan.yaml", *DAY)
    assert (done.status, done.out) == (2, "")
    assert done.err.replace("\u00a0", " ") == shown[1]


TABLE = re.findall(r"^\| `(\{\{.*?\}\})` \| (.*) \|$", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("source", "result"), TABLE)
def test_a_filter_gives_what_the_page_says(source: str, result: str) -> None:
    template = environment("html").from_string(source.replace("\\|", "|"))
    given = template.render(date=date(2026, 6, 30))
    assert re.sub("[\u00a0\u202f]", " ", given) == html.unescape(result)


def test_every_filter_of_ctgkit_is_told() -> None:
    from jinja2.filters import FILTERS  # noqa: PLC0415

    made = environment("html").filters
    own = {name for name, function in made.items() if FILTERS.get(name) is not function}
    assert len(own) > 14
    told = {found for source, _ in TABLE for found in re.findall(r"\\\| (\w+)", source)}
    assert told == own


def test_the_filters_that_are_only_in_html_are_told() -> None:
    gone = set(environment("html").filters) - set(environment("md").filters)
    (sentence,) = re.findall(r"Les filtres (`e`.*?), qui\nfont du HTML", PAGE)
    assert set(re.findall(r"`(\w+)`", sentence)) == gone
