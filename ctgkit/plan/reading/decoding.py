"""Bytes → text: encodings, and files that are no plan at all."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from ctgkit.plan.finding import Finding, Place
from ctgkit.plan.reading import faults

_START = Place(1, 1, 1, 1)
_MAGIC = (
    (b"PK\x03\x04", "un document Word, Excel ou LibreOffice, ou une archive ZIP"),
    (b"\xd0\xcf\x11\xe0", "un ancien document Word ou Excel"),
    (b"%PDF", "un document PDF"),
    (b"{\\rtf", "un document RTF"),
    (b"\x89PNG", "une image"),
    (b"\xff\xd8\xff", "une image"),
    (b"GIF8", "une image"),
    (b"\x1f\x8b", "une archive compressée"),
)
_MARKUP = re.compile(rb"\s*<(?:!doctype|html|\?xml)", re.IGNORECASE)
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
#: Single-byte encodings that French text files still come in, the likeliest first.
_LEGACY = (("cp1252", "Windows-1252"), ("mac_roman", "MacRoman"), ("cp850", "CP850 (MS-DOS)"))
_FRENCH = re.compile("[éèêëàâçîïôùûüœæÉÈÊÀÂÇÎÔŒ’«»…–€°]")
#: That many zero bytes may have strayed into a text; more are another encoding, or no text.
_STRAY_NULS = 3
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_UNLIKELY = re.compile("[\x80-\x9f¡-¦¨-ª¬-¯±-¶¸-º¼-¿ÃÅÆÐÑÕ×ØÝÞãåðñõø÷ýþ]")


class Decoded(NamedTuple):
    """A file's text, or `None` when it is no text; and what is wrong with it."""

    text: str | None
    findings: tuple[Finding, ...]


def decode(data: bytes, file: str) -> Decoded:
    """Reads `data` as UTF-8, with or without a byte order mark.

    Text in another encoding is still decoded, so that the rest of the file can be read, with a
    finding that names the encoding and stands where the first wrong byte is.
    """
    if not data.strip(b"\xef\xbb\xbf\x00 \t\r\n"):
        return Decoded(None, (faults.empty_file(file, _START),))
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return Decoded(None, (faults.other_file(file, _START, kind),))
    if _MARKUP.match(data):
        return Decoded(None, (faults.other_file(file, _START, "une page HTML ou un document XML"),))
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _other_encoding(data, codec, name, file, _START)
    if data.count(b"\x00", 0, 4096) > _STRAY_NULS:
        return _without_mark(data, file)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
        lines = re.split("\r\n|\r|\n", before)
        place = Place(len(lines), len(lines[-1]) + 1, len(lines), len(lines[-1]) + 2)
        return _legacy(data, file, place)
    return Decoded(text.removeprefix("\ufeff"), ())


def _without_mark(data: bytes, file: str) -> Decoded:
    """Text with a zero byte near its start: UTF-16 that nothing announces, or no text at all."""
    data = data.removeprefix(codecs.BOM_UTF8)
    even, odd = data[:4096:2], data[1:4096:2]
    for codec, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if high.count(0) > len(high) * 0.7 and low.count(0) < len(low) * 0.1:
            return _other_encoding(data, codec, "UTF-16", file, _START)
    return Decoded(None, (faults.other_file(file, _START, "un fichier binaire"),))


def _other_encoding(data: bytes, codec: str, name: str, file: str, place: Place) -> Decoded:
    whole = len(data) // 2 * 2  # what was added by a program that knows nothing of it is one byte
    text = data[:whole].decode(codec, errors="replace").removeprefix("\ufeff")
    return Decoded(text, (faults.encoding(file, place, name),))


def _legacy(data: bytes, file: str, place: Place) -> Decoded:
    """Text in an encoding of one byte a character, but for the lines that are UTF-8 after all."""
    lines = data.splitlines(keepends=True)
    other = [line for line in lines if not _is_utf8(line)]
    codec, name = _likely(b"".join(other))
    if len(_CONTROL.findall(b"".join(other).decode(codec, errors="replace"))) * 20 > len(data):
        return Decoded(None, (faults.other_file(file, _START, "un fichier binaire"),))
    text = "".join(line.decode("utf-8" if _is_utf8(line) else codec, errors="replace") for line in lines)
    mixed = any(not line.isascii() and _is_utf8(line) for line in lines)
    return Decoded(text.removeprefix("\ufeff"), (faults.encoding(file, place, name, mixed=mixed),))


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _likely(data: bytes) -> tuple[str, str]:
    """The legacy encoding in which `data` looks most like French."""

    def score(codec: str) -> int:
        text = data.decode(codec, errors="replace")
        return len(_FRENCH.findall(text)) - 2 * len(_UNLIKELY.findall(text)) - 3 * text.count("\ufffd")

    return max(_LEGACY, key=lambda pair: score(pair[0]))
