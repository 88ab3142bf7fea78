"""What can be wrong in a plan file: one named constructor a fault, worded for its reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctgkit.french.agreement import number
from ctgkit.french.nearest import certain, nearest
from ctgkit.french.visible import one_line
from ctgkit.plan.finding import Finding, Related, Splice
from ctgkit.plan.reading.codes import (
    ALIASES,
    BACKSLASH,
    BLANK,
    BULLET,
    COLON,
    CONTROL,
    DATE,
    DUPLICATE_KEY,
    EMPTY,
    EMPTY_ENTRY,
    ENCODING,
    END_BEFORE_START,
    FIRST_CHARACTER,
    FORMAT,
    GLUED,
    INDENTATION,
    KEYS_EXPECTED,
    LIST_EXPECTED,
    MERGE,
    MISPLACED_KEY,
    MISSING_KEY,
    NO_BREAK_SPACE,
    NO_KEY,
    NO_NUMBER,
    NO_SECTION,
    NULL,
    NUMBER,
    OTHER_FILE,
    PERIOD,
    QUOTE,
    SECOND_DOCUMENT,
    STATUS_WORD,
    SWALLOWED,
    TAB,
    TAG,
    TEXT_EXPECTED,
    TOO_BIG,
    TOO_DEEP,
    UNKNOWN_KEY,
    UNKNOWN_VALUE,
    YAML,
)
from ctgkit.vocabulary.gravite import Gravite
from ctgkit.vocabulary.nature import NatureAction

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from ctgkit.plan.finding import Place

#: The faults that quotes mend.
QUOTING = frozenset({COLON, FIRST_CHARACTER, QUOTE, TAG, BACKSLASH})

_MAX_SHOWN = 60
_NOTHING = "laissez cette ligne vide"
_FIRST = "un plan commence par «\u00a0format: 1\u00a0», puis «\u00a0titre: …\u00a0»"


def quoted(text: str) -> str:
    """A text of the file between French quotes, cut where it is long."""
    text = one_line(text)
    return f"«\u00a0{text if len(text) <= _MAX_SHOWN else text[: _MAX_SHOWN - 1].rstrip() + '…'}\u00a0»"


def _type(line: str) -> str:
    return f"écrivez\u00a0: {one_line(line)}"


def _words(words: Iterable[str]) -> str:
    """A list in words: « a », « b » ou « c »."""
    return _either(map(quoted, words))


def _either(words: Iterable[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} ou {last}" if first else last


# Reading


def encoding(file: str, place: Place, name: str, *, mixed: bool = False) -> Finding:
    """The file is not UTF-8, or only some of its lines are."""
    what = (
        f"des lignes de ce fichier sont en {name}, d'autres en UTF-8"
        if mixed
        else f"ce fichier est enregistré en {name}, pas en UTF-8\u00a0: ses accents seraient faux"
    )
    mend = (
        "dans votre éditeur, choisissez «\u00a0Enregistrer avec l'encodage\u00a0», puis «\u00a0UTF-8\u00a0»"
    )
    check = "corrigez les accents à partir d'ici" if mixed else mend
    return Finding(file, place, ENCODING, what, check)


def empty_file(file: str, place: Place) -> Finding:
    """There is nothing in the file."""
    return Finding(
        file,
        place,
        EMPTY,
        "ce fichier est vide",
        _FIRST,
    )


def other_file(file: str, place: Place, kind: str) -> Finding:
    """The file is something else than a plan."""
    return Finding(
        file,
        place,
        OTHER_FILE,
        f"ce fichier n'est pas un plan d'actions\u00a0: c'est {kind}",
        "un plan est un fichier texte (.yaml) qui commence par «\u00a0format: 1\u00a0»",
    )


def not_a_plan(file: str, place: Place) -> Finding:
    """The file has keys, but none of a plan's."""
    return Finding(
        file,
        place,
        OTHER_FILE,
        "ce fichier n'est pas un plan d'actions\u00a0: aucune des clés d'un plan n'y figure",
        _FIRST,
    )


def too_big(file: str, place: Place, limit: int) -> Finding:
    """The file is larger than any plan; it was not read."""
    return Finding(
        file,
        place,
        TOO_BIG,
        f"ce fichier dépasse {limit // 1024 // 1024}\u00a0Mo\u00a0: il n'a pas été lu",
        "un plan d'actions pèse quelques dizaines de kilo-octets",
    )


def too_deep(file: str, place: Place, limit: int) -> Finding:
    """Collections within collections, beyond the limit."""
    return Finding(
        file,
        place,
        TOO_DEEP,
        f"plus de {limit} niveaux imbriqués\u00a0: la lecture s'arrête ici",
        "un plan d'actions n'en compte qu'une douzaine",
    )


def too_many_aliases(file: str, place: Place) -> Finding:
    """Aliases that repeat so much that the plan would not fit in memory."""
    return Finding(
        file,
        place,
        ALIASES,
        "les renvois (*) de ce fichier répètent trop de contenu\u00a0: la lecture s'arrête ici",
        "recopiez le texte là où il est utile, sans «\u00a0&\u00a0» ni «\u00a0*\u00a0»",
    )


def control_character(file: str, place: Place, character: str) -> Finding:
    """A character that no text file should hold."""
    return Finding(
        file,
        place,
        CONTROL,
        f"caractère de contrôle invisible (U+{ord(character):04X})",
        "supprimez-le, il vient souvent d'un copier-coller",
    )


def tab(file: str, place: Place, line: str) -> Finding:
    """A tab where the line's indentation should be spaces, or alone on its line."""
    return Finding(
        file,
        place,
        TAB,
        "tabulation au début de la ligne\u00a0: seules des espaces décalent une ligne",
        f"remplacez la tabulation par des espaces\u00a0: {one_line(line)}" if line else _NOTHING,
    )


def tab_inside(file: str, place: Place, where: str, line: str) -> Finding:
    """A tab where YAML needs a space; `where` says which."""
    return Finding(file, place, TAB, f"tabulation {where}\u00a0: il faut ici une espace", _type(line))


def no_break_space(file: str, place: Place, where: str, line: str) -> Finding:
    """A no-break space where YAML needs a plain one; `where` says which."""
    return Finding(
        file,
        place,
        NO_BREAK_SPACE,
        f"espace insécable {where}\u00a0: il faut ici une espace ordinaire",
        _type(line) if line else _NOTHING,
    )


def colon(file: str, place: Place, line: str) -> Finding:
    """A ` : ` in a text that YAML takes for a key's."""
    return Finding(
        file,
        place,
        COLON,
        "deux-points que YAML ne sait pas lire ici\u00a0: ce texte doit être entre guillemets",
        _type(line),
    )


def first_character(file: str, place: Place, character: str, line: str) -> Finding:
    """A text whose first character means something else in YAML."""
    return Finding(
        file,
        place,
        FIRST_CHARACTER,
        f"un texte qui commence par «\u00a0{one_line(character)}\u00a0» doit être entre guillemets",
        _type(line),
    )


def character_after_colon(file: str, place: Place, character: str, line: str) -> Finding:
    """A sentence with a colon, after which a character means something else in YAML."""
    return Finding(
        file,
        place,
        FIRST_CHARACTER,
        f"un texte où «\u00a0{one_line(character)}\u00a0» suit des deux-points doit être entre guillemets",
        _type(line),
    )


def open_quote(file: str, place: Place, character: str, line: str) -> Finding:
    """A quote that opens a text and that nothing closes."""
    return Finding(
        file,
        place,
        QUOTE,
        f"ce texte commence par {_quote_name(character)} que rien ne ferme",
        _type(line),
    )


def split_quote(file: str, place: Place, line: str) -> Finding:
    """A text between quotes whose next lines stand too far left."""
    return Finding(
        file,
        place,
        INDENTATION,
        "ce texte entre guillemets continue trop à gauche",
        f"décalez sa suite vers la droite, ou {_type(line)}",
    )


def quote_inside(file: str, place: Place, character: str, line: str) -> Finding:
    """A quote closed before the end of the text it opens."""
    return Finding(
        file,
        place,
        QUOTE,
        f"ce texte commence par {_quote_name(character)}, fermé avant la fin du texte",
        _type(line),
    )


def after_quotes(file: str, place: Place, line: str) -> Finding:
    """Words that go on after the closing quote, on the next line."""
    return Finding(
        file, place, QUOTE, "cette ligne continue un texte dont les guillemets sont déjà fermés", _type(line)
    )


def _quote_name(character: str) -> str:
    return "un guillemet simple (apostrophe)" if character == "'" else "un guillemet double"


def duplicate_key(file: str, key: str, place: Place, first: Place, *, item: bool) -> Finding:
    """A key that the same element has already; of an `item` of a list, a dash may be missing."""
    keep = "gardez l'une des deux, ou réunissez leurs contenus"
    return Finding(
        file,
        place,
        DUPLICATE_KEY,
        f"la clé {quoted(key)} est déjà à la ligne {number(first.line)}",
        f"si un autre élément de la liste commence ici, ajoutez un tiret\u00a0; sinon, {keep}"
        if item
        else keep,
        related=(Related(first, "première fois ici"),),
    )


def second_document(file: str, place: Place) -> Finding:
    """A `---` that starts another document."""
    return Finding(
        file,
        place,
        SECOND_DOCUMENT,
        "un second document commence ici\u00a0: il n'est pas lu",
        "un fichier contient un seul plan\u00a0: supprimez cette ligne, ou faites deux fichiers",
    )


def unknown_tag(file: str, place: Place, tag: str, line: str) -> Finding:
    """A YAML tag (`!x`) that a plan does not use."""
    return Finding(file, place, TAG, _tag(tag), f"si c'est du texte, {_type(line)}")


def tag_on_collection(file: str, place: Place, tag: str, line: str) -> Finding:
    """A YAML tag on a list or on keys."""
    return Finding(file, place, TAG, _tag(tag), _type(line))


def _tag(tag: str) -> str:
    return f"étiquette YAML {quoted(tag)}\u00a0: un plan n'en utilise pas"


def backslash(file: str, place: Place, line: str) -> Finding:
    """A backslash between double quotes that YAML cannot read."""
    return Finding(
        file,
        place,
        BACKSLASH,
        "entre guillemets doubles, YAML ne sait pas lire cette barre oblique inverse",
        _type(line),
    )


def indentation(file: str, place: Place, line: str, column: int) -> Finding:
    """A line that stands at no level."""
    return Finding(
        file,
        place,
        INDENTATION,
        "cette ligne n'est alignée avec aucune de celles qui précèdent",
        f"alignez-la à la colonne {column}\u00a0: {' ' * (column - 1)}{one_line(line)}",
    )


def first_dash(file: str, place: Place, line: str | None) -> Finding:
    """A dash before the first key of the plan; without a `line`, what it starts has no key."""
    return Finding(
        file,
        place,
        INDENTATION,
        "un plan commence par une clé, pas par un tiret",
        _type(line) if line else _FIRST,
    )


def glued(file: str, place: Place, character: str, line: str) -> Finding:
    """A dash or a colon without the space that must follow it."""
    name = "le tiret" if character == "-" else "les deux-points"
    return Finding(file, place, GLUED, f"il manque une espace après {name}", _type(line))


def swallowed_item(file: str, place: Place, sign: str, above: str | None) -> Finding:
    """A dash or a bullet that YAML takes as the rest of the sentence above; `above` would announce it."""
    dash = sign == "-"
    mend = "alignez-le sur les autres tirets" if dash else "mettez à sa place un tiret, aligné sur les autres"
    below = "" if dash else "laissez-le où il est, puis, "
    return Finding(
        file,
        place,
        SWALLOWED,
        f"{_dash(sign)} est lu comme la suite de la phrase précédente, pas comme un point de liste",
        f"{mend}\u00a0; pour un sous-point, {below}au-dessus, {_type(above)}" if above else mend,
    )


def _dash(sign: str) -> str:
    return "ce tiret" if sign == "-" else quoted(sign)


def list_below_text(file: str, place: Place, sign: str, above: str) -> Finding:
    """A bullet below a text that starts the list without one."""
    return Finding(
        file,
        place,
        SWALLOWED,
        f"{_dash(sign)} est lu comme la suite de la phrase précédente, pas comme un point de liste",
        f"mettez un tiret devant chaque point, puis, au-dessus, {_type(above)}",
    )


def list_after_text(file: str, place: Place, sign: str, key: str, text: str) -> Finding:
    """An item below a key that has a text already."""
    return Finding(
        file,
        place,
        SWALLOWED,
        f"{_dash(sign)} est lu comme la suite du texte de {quoted(key)}, pas comme un point de liste",
        f"mettez aussi {quoted(text)} dans la liste, à la ligne et après un tiret",
    )


def bullet(file: str, place: Place, sign: str, line: str) -> Finding:
    """A bullet or a number where a list wants a dash."""
    return Finding(
        file,
        place,
        BULLET,
        f"{quoted(sign)} n'est pas le tiret d'une liste\u00a0: il serait lu comme du texte",
        _type(line),
    )


def fence(file: str, place: Place) -> Finding:
    """The fence of a block of code, copied with what it holds."""
    return Finding(
        file,
        place,
        NO_KEY,
        "cette ligne (```) encadre un texte copié d'une page web\u00a0: elle n'est pas du plan",
        "supprimez cette ligne",
    )


def conflict(file: str, place: Place) -> Finding:
    """What git leaves around two versions of the same lines."""
    return Finding(
        file,
        place,
        NO_KEY,
        "cette ligne vient d'un conflit entre deux versions du fichier (git)",
        "gardez l'une des deux versions, puis supprimez cette ligne",
    )


def second_key(file: str, place: Place, text: str) -> Finding:
    """A second key on one line."""
    return Finding(
        file,
        place,
        COLON,
        "deux clés sur la même ligne\u00a0: YAML n'en lit qu'une",
        f"mettez {quoted(text)} à la ligne suivante, sous la première clé",
    )


def key_before(file: str, place: Place, key: str) -> Finding:
    """A text without a key, in an element whose next line has one."""
    return Finding(
        file,
        place,
        NO_KEY,
        "il manque une clé devant ce texte",
        f"écrivez une clé avant lui, comme à la ligne suivante («\u00a0{key}: …\u00a0»)",
    )


def no_colon(file: str, place: Place, key: str, line: str) -> Finding:
    """A key of the plan without its colon."""
    return Finding(file, place, NO_KEY, f"il manque les deux-points après la clé {quoted(key)}", _type(line))


def lone_dash(file: str, place: Place) -> Finding:
    """A dash with nothing behind it, where no list is."""
    return Finding(
        file,
        place,
        NO_KEY,
        "rien n'est écrit après ce tiret",
        "écrivez le texte qu'il devait annoncer, ou supprimez-le",
    )


def null(file: str, place: Place, written: str) -> Finding:
    """A word by which programs say that there is nothing."""
    return Finding(
        file,
        place,
        NULL,
        f"{quoted(written)} est lu comme une absence de valeur",
        f'si c\'est un texte, mettez-le entre guillemets\u00a0: "{written}"',
        Gravite.REMARQUE,
    )


def merge_key(file: str, place: Place) -> Finding:
    """YAML's way to take over the keys of another element."""
    return Finding(
        file,
        place,
        MERGE,
        "un plan ne reprend pas les clés d'un autre élément («\u00a0<<\u00a0»)",
        "recopiez ici les clés utiles, puis supprimez cette ligne",
    )


def no_key(file: str, place: Place) -> Finding:
    """A line of text where keys are expected."""
    return Finding(
        file,
        place,
        NO_KEY,
        "cette ligne n'est ni une clé (mot suivi de «\u00a0:\u00a0»), ni un point de liste (tiret)",
        "si elle continue la phrase précédente, décalez-la vers la droite\u00a0; sinon, ajoutez un tiret",
    )


def pasted(file: str, place: Place, lines: int, key: str | None) -> Finding:
    """Lines of prose where keys are expected, pasted from a document; `key` is the line that holds them."""
    block = "pour un texte collé, dont chaque ligne est un point"
    return Finding(
        file,
        place,
        NO_KEY,
        f"ces {number(lines)} lignes ne sont ni des clés (mot suivi de «\u00a0:\u00a0»), "
        "ni des points de liste",
        f"mettez un tiret devant chaque point\u00a0; {block}, au-dessus, {_type(key)}"
        if key
        else f"si elles continuent la phrase précédente, décalez-les vers la droite\u00a0; {block}, "
        "mettez «\u00a0|\u00a0» après les deux-points de sa clé, et décalez-le sous elle",
    )


def unreadable(file: str, place: Place) -> Finding:
    """A YAML error of no better known kind."""
    return Finding(
        file,
        place,
        YAML,
        "YAML ne sait pas lire cette ligne",
        "vérifiez son décalage, ses guillemets et ses deux-points",
    )


def too_many_errors(file: str, place: Place) -> Finding:
    """So many errors that the rest was left unread."""
    return Finding(
        file,
        place,
        YAML,
        "trop d'erreurs de lecture\u00a0: la suite du fichier n'a pas été lue",
        "corrigez celles qui précèdent, puis relancez la commande",
    )


# Schema


def unknown_key(file: str, place: Place, key: str, near: str | None, known: Collection[str]) -> Finding:
    """A key the plan does not have; `near` is the one probably meant."""
    hint = (
        f"vouliez-vous écrire {quoted(near)}\u00a0?" if near else f"clés possibles\u00a0: {', '.join(known)}"
    )
    fix = _written(place, near if certain(key, known) else None)
    return Finding(file, place, UNKNOWN_KEY, f"clé inconnue\u00a0: {quoted(key)}", hint, fix=fix)


def _written(place: Place, text: str | None) -> tuple[Splice, ...]:
    """Writes `text` at `place`, where it is certain."""
    return () if text is None or place.line != place.end_line else (Splice(place, text),)


def misplaced_key(file: str, place: Place, key: str, here: str, hint: str) -> Finding:
    """A key of the plan that stands at the wrong level."""
    return Finding(file, place, MISPLACED_KEY, f"la clé {quoted(key)} n'est pas à sa place {here}", hint)


def better_place(there: Iterable[str], near: str | None) -> str:
    """Where a misplaced key goes, unless `near`, a key of this level, was meant."""
    meant = f"vouliez-vous écrire {quoted(near)}\u00a0? sinon, " if near else ""
    return f"{meant}elle se met {_either(there)}\u00a0: vérifiez le décalage de la ligne"


def missing_key(file: str, place: Place, key: str, where: str) -> Finding:
    """A required key that is not there, or has no value."""
    return Finding(
        file,
        place,
        MISSING_KEY,
        f"il manque la clé {quoted(key)} {where}",
        f"ajoutez une ligne «\u00a0{key}: …\u00a0»",
    )


def neither_key(file: str, place: Place, usual: str) -> Finding:
    """Two keys of which the top of the plan needs one, and has none."""
    return Finding(
        file,
        place,
        MISSING_KEY,
        f"il manque la clé {quoted(usual)} en tête du plan",
        f"ajoutez une ligne «\u00a0{usual}: …\u00a0», ou {_INSTEAD[usual]}",
    )


#: What may stand for a key of the top of the plan.
_INSTEAD = {
    "caf": "dites sous «\u00a0signataires\u00a0» qui signe, si ce n'est pas une Caf",
    "axes": "«\u00a0actions\u00a0», pour des fiches qui ne sont dans aucune section",
}


def empty_value(file: str, place: Place, key: str) -> Finding:
    """A required key that is there, without a value."""
    return Finding(
        file,
        place,
        MISSING_KEY,
        f"la clé {quoted(key)} est obligatoire et n'a pas de valeur",
        f"complétez-la\u00a0: «\u00a0{key}: …\u00a0»",
    )


_NO_TEXT = {
    "liste": "une liste",
    "cles": "plusieurs clés",
    "points": "un texte suivi d'une liste",
}


def text_expected(file: str, place: Place, found: str, key: str | None, line: str | None) -> Finding:
    """A list, keys or a heading with a list below where one text belongs."""
    what = _NO_TEXT[found]
    below = "écrivez chaque élément en entier, sur sa propre ligne"
    hint = below if found == "points" else "écrivez le texte sur la même ligne"
    return Finding(
        file,
        place,
        TEXT_EXPECTED,
        f"un texte est attendu{f' pour {quoted(key)}' if key else ''}, et non {what}",
        _type(line) if line else hint,
    )


def list_expected(file: str, place: Place, key: str | None, found: str) -> Finding:
    """A text or keys where a list of elements belongs."""
    what = "un texte" if found == "texte" else "des clés sans tiret"
    return Finding(
        file,
        place,
        LIST_EXPECTED,
        f"une liste est attendue{f' pour {quoted(key)}' if key else ''}, et non {what}",
        "chaque élément de la liste commence par un tiret et une espace\u00a0: «\u00a0- \u00a0»",
    )


def list_below(file: str, place: Place, key: str, item: str) -> Finding:
    """A list that starts on the line of its key."""
    return Finding(
        file,
        place,
        LIST_EXPECTED,
        f"la liste de {quoted(key)} doit commencer à la ligne suivante",
        f"allez à la ligne après «\u00a0{key}:\u00a0», puis écrivez\u00a0: {one_line(item)}",
    )


def keys_expected(file: str, place: Place, key: str | None, found: str, keys: Collection[str]) -> Finding:
    """A text or a list where an element with keys belongs; `keys` is empty where any will do."""
    what = "un texte" if found == "texte" else "une liste"
    where = f" sous {quoted(key)}" if key else ""
    return Finding(
        file,
        place,
        KEYS_EXPECTED,
        f"des clés sont attendues{where}, et non {what}",
        f"clés possibles\u00a0: {', '.join(keys)}"
        if keys
        else "chaque rubrique est une clé\u00a0: son intitulé, deux-points, puis ses points",
    )


def unknown_value(file: str, place: Place, value: str, key: str, known: tuple[str, ...]) -> Finding:
    """A word that is not in a closed list."""
    near = nearest(value, known)
    hint = f"vouliez-vous écrire {quoted(near)}\u00a0? " if near else ""
    return Finding(
        file,
        place,
        UNKNOWN_VALUE,
        f"valeur inconnue pour {quoted(key)}\u00a0: {quoted(value)}",
        f"{hint}valeurs possibles\u00a0: {_words(known)}",
        fix=_written(place, near if certain(value, known) else None),
    )


def unreadable_date(file: str, place: Place, value: str, near: str | None) -> Finding:
    """A date that is not written `AAAA-MM-JJ`."""
    return Finding(
        file,
        place,
        DATE,
        f"date illisible\u00a0: {quoted(value)}",
        f"écrivez\u00a0: {near}" if near else "une date s'écrit année-mois-jour\u00a0: 2024-03-15",
        fix=_written(place, near),
    )


def impossible_date(file: str, place: Place, value: str) -> Finding:
    """A day that no calendar has."""
    return Finding(
        file,
        place,
        DATE,
        f"ce jour n'existe pas\u00a0: {quoted(value)}",
        "une date s'écrit année-mois-jour\u00a0: 2024-03-15",
    )


def unreadable_number(file: str, place: Place, value: str, hint: str) -> Finding:
    """A text where a number, an amount, a percentage or a year belongs."""
    return Finding(file, place, NUMBER, f"nombre illisible\u00a0: {quoted(value)}", hint)


def blank(file: str, place: Place, key: str | None) -> Finding:
    """Quotes with nothing between them."""
    return Finding(
        file,
        place,
        BLANK,
        f"texte vide{f' pour {quoted(key)}' if key else ''}",
        "écrivez le texte, ou supprimez la ligne",
    )


def unknown_format(file: str, place: Place, value: str) -> Finding:
    """A version of the file that this ctgkit does not read."""
    return Finding(
        file,
        place,
        FORMAT,
        f"format de fichier inconnu\u00a0: {quoted(value)}",
        "cette version de ctgkit lit le format 1\u00a0: «\u00a0format: 1\u00a0»",
    )


def empty_entry(file: str, place: Place) -> Finding:
    """A journal entry that says nothing."""
    return Finding(
        file,
        place,
        EMPTY_ENTRY,
        "cette entrée du suivi ne dit rien de l'action",
        "ajoutez au moins «\u00a0statut\u00a0», «\u00a0avancement\u00a0» ou «\u00a0note\u00a0»",
    )


def unreadable_period(file: str, place: Place, value: str) -> Finding:
    """A period that is not whole years."""
    return Finding(
        file,
        place,
        PERIOD,
        f"période illisible\u00a0: {quoted(value)}",
        "écrivez des années (2021-2024), ou «\u00a0debut\u00a0» et «\u00a0fin\u00a0» avec des dates",
    )


def status_word(file: str, place: Place, word: str, other: str | None) -> Finding:
    """A territory's word for a status, which is that of `other` already, or is no word."""
    said = f"dit déjà le statut {quoted(other)}" if other else "a des signes qu'un statut n'a pas"
    hint = "choisissez un autre mot, ou retirez cette ligne" if other else "écrivez-le en toutes lettres"
    return Finding(file, place, STATUS_WORD, f"le mot {quoted(word)} {said}", hint)


def no_section(file: str, place: Place, key: str) -> Finding:
    """A plan whose list of sections, or of fiches without any, is empty."""
    what = ("section", "une section") if key == "axes" else ("fiche", "une fiche")
    return Finding(
        file,
        place,
        NO_SECTION,
        f"ce plan n'a aucune {what[0]}",
        f"ajoutez sous «\u00a0{key}\u00a0» au moins {what[1]}, avec son «\u00a0titre\u00a0»",
    )


# Coherence


def end_before_start(file: str, place: Place, debut: str, fin: str) -> Finding:
    """A period that ends before it starts."""
    return Finding(
        file,
        place,
        END_BEFORE_START,
        f"la fin ({fin}) précède le début ({debut})",
        "vérifiez les deux dates",
    )


def no_number(file: str, place: Place, *, in_section: bool = True) -> Finding:
    """A fiche without a number where it needs one; an engagement of a section needs none."""
    engagement = NatureAction.ENGAGEMENT
    called, _ = engagement.facts.called
    return Finding(
        file,
        place,
        NO_NUMBER,
        "cette action n'a pas de numéro",
        "ajoutez «\u00a0numero: …\u00a0», ou «\u00a0id: …\u00a0» si le document n'en imprime pas"
        + (f"\u00a0; «\u00a0nature: {engagement}\u00a0» pour une {called}" if in_section else ""),
    )
