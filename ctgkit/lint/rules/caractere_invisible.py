"""Un texte contient un caractère invisible, abîmé ou d'un autre alphabet.

## Ce que la règle vérifie

Qu'aucun texte ne contient :

- un caractère que l'on ne voit pas : espace sans largeur, tiret de coupure, marque de sens
  d'écriture, saut de ligne d'un autre logiciel ;
- un caractère perdu : carré, losange à point d'interrogation, puce d'une police de traitement de
  texte ;
- des lettres abîmées par un mauvais encodage (« Ã© » pour « é ») ;
- une lettre d'un autre alphabet qui imite la nôtre, un accent séparé de sa lettre, ou un second accent
  sur une lettre qui a le sien.

L'espace insécable n'est pas en faute. La correction automatique retire ou remplace le caractère
quand on sait ce qui devrait s'y trouver.

## Pourquoi

Ces caractères viennent d'un copier-coller. La recherche ne trouve plus le mot, un nom qui paraît le
même devient un autre, et le document imprimé peut montrer un carré.

## À éviter

```yaml
constats:
  - Les horaires d'accueil sont rÃ©duits
```

## Corrigé

```yaml
constats:
  - Les horaires d'accueil sont réduits
```
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from ctgkit.lint.facts.writing import rank_in
from ctgkit.lint.remark import Remark
from ctgkit.plan.finding import Code
from ctgkit.vocabulary.gravite import Gravite

if TYPE_CHECKING:
    from ctgkit.lint.context import Context
    from ctgkit.lint.facts.texts import TextAt
    from ctgkit.lint.rule import NoOptions

CODE = Code("CTG410", "caractere-invisible")
SEVERITY = Gravite.ALERTE

_UNSEEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_BREAKS = "\x85\u2028\u2029"
_LOST = "\ufffd\ufffc\ue000-\uf8ff"
#: What UTF-8 becomes when it is read as Windows-1252: a lead byte, then what follows one.
_FOLLOWING = "\x80-\xbfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™"
_GARBLED = f"Ã[{_FOLLOWING}]|Â[\u00a0-\u00bf]|â€[{_FOLLOWING}]|Å[“’¸]"
_LETTER = "A-Za-zÀ-ÿ"
_FOREIGN = "\u0370-\u03ff\u0400-\u04ff"
_ODD = re.compile(
    rf"(?P<garbled>(?:{_GARBLED})+)|(?P<unseen>[{_UNSEEN}]+)|(?P<breaks>[{_BREAKS}]+)|(?P<lost>[{_LOST}]+)"
    rf"|(?P<foreign>(?<=[{_LETTER}])[{_FOREIGN}]+|[{_FOREIGN}]+(?=[{_LETTER}]))"
    r"|(?P<accent>[A-Za-zÀ-ɏḀ-ỿ][\u0300-\u036f]+)"
)
#: What every odd character is or starts with; it rules out most texts at once.
_SUSPECT = re.compile(rf"[ÃÂâÅ{_UNSEEN}{_BREAKS}{_LOST}{_FOREIGN}\u0300-\u036f]")
_JOINER = "\u200d"
#: Letters of the Greek and Cyrillic alphabets, and those they look like.
_LOOKALIKES = str.maketrans("АВЕКМНОРСТХаеорсухіѕјΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTXaeopcyxisjABEZHIKMNOPTYXo")
#: The words of one letter that have an accent.
_WORDS = frozenset("àÀôÔ")
_NAMES = {
    "\u00ad": "tiret de coupure",
    "\u200b": "espace sans largeur",
    "\u2028": "saut de ligne",
    "\u2029": "saut de paragraphe",
    "\x85": "saut de ligne",
    "\ufeff": "marque de début de fichier",
    "\ufffd": "caractère perdu",
    "\ufffc": "objet perdu",
}
_KINDS = {
    "unseen": "marque invisible",
    "breaks": "saut de ligne",
    "lost": "signe d'une police particulière",
    "foreign": "lettre d'un autre alphabet",
}


def check(context: Context, _: NoOptions) -> Iterator[Remark]:
    """Each word in which a character is not what it seems."""
    for text in context.texts:
        if not text.text.isascii() and _SUSPECT.search(text.text):
            for start, end, odd in _words(text.text):
                yield _remark(text, start, end, odd)


def _words(text: str) -> list[tuple[int, int, list[re.Match[str]]]]:
    """The words with odd characters, from where to where, with those of each."""
    words: list[tuple[int, int, list[re.Match[str]]]] = []
    for found in _ODD.finditer(text):
        start, end = found.span()
        if found[0] == _JOINER and not text[start - 1 : start].isalpha():
            continue  # it makes one picture of two
        while start and text[start - 1].isalnum():
            start -= 1
        while end < len(text) and text[end].isalnum():
            end += 1
        if words and start <= words[-1][1]:
            words[-1] = (words[-1][0], end, [*words[-1][2], found])
        else:
            words.append((start, end, [found]))
    return words


def _remark(text: TextAt, start: int, end: int, odd: list[re.Match[str]]) -> Remark:
    # A space at an end of the word is no part of what a place can show.
    words = text.text[start:end].strip()
    mended = [_mended(found) for found in odd]
    right = None
    if None not in mended:
        starts = [start, *(found.end() for found in odd)]
        ends = [*(found.start() for found in odd), end]
        kept = [text.text[first:last] for first, last in zip(starts, ends, strict=True)]
        right = "".join(letters or "" for pair in zip_longest(kept, mended) for letters in pair) or None
    if right is not None and odd[0].lastgroup == "accent" and len(right) == 1 and right not in _WORDS:
        right = None  # the letter is parted from its word, which has to be typed again
    return Remark(
        text.path,
        _message(odd[0], mended[0]),
        f"écrivez «\u00a0{right}\u00a0»" if right else "retirez-le, ou retapez ce qui devait s'y trouver",
        words=words,
        nth=rank_in(text.text, words, start),
        replacement=right if words == text.text[start:end] else None,
    )


def _mended(found: re.Match[str]) -> str | None:
    """What should stand there; `None` where nobody can tell."""
    kind, odd = found.lastgroup, found[0]
    if kind == "garbled":
        try:
            return odd.encode("cp1252").decode()
        except UnicodeError:
            return None
    if kind == "foreign":
        typed = odd.translate(_LOOKALIKES)
        return typed if typed.isascii() else None
    if kind == "accent":
        # Each accent once; what is no letter of its own then, nobody can tell.
        letter = unicodedata.normalize("NFC", "".join(dict.fromkeys(unicodedata.normalize("NFD", odd))))
        return letter if len(letter) == 1 else None
    return {"unseen": "", "breaks": " "}.get(kind or "")


def _message(found: re.Match[str], mended: str | None) -> str:
    kind, odd = found.lastgroup or "", found[0]
    if kind == "garbled":
        meant = f"\u00a0: «\u00a0{odd}\u00a0» pour «\u00a0{mended}\u00a0»" if mended else ""
        return f"lettres abîmées par un mauvais encodage{meant}"
    if kind == "accent":
        if len(unicodedata.normalize("NFC", odd)) > 1:
            return f"accent de trop sur une lettre (U+{ord(odd[-1]):04X})"
        return f"accent séparé de sa lettre (U+{ord(odd[1]):04X})\u00a0: ce n'est pas celui du clavier"
    return f"{_NAMES.get(odd[0], _KINDS[kind])} (U+{ord(odd[0]):04X})"
