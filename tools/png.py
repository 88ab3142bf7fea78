"""PNG files, as far as pictures of pages need: few colours, and words kept inside.

The format is that of https://www.w3.org/TR/png-3/. What a browser writes has a colour of 24 bits for each
pixel; a page has some dozens of colours, and their shades at the edges of letters.
"""

import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from operator import itemgetter
from typing import TypeAlias

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_COLOURS = 256  #: of a palette, at most
_BYTES = 3  #: of a pixel

_Colour: TypeAlias = tuple[int, int, int]  #: red, green and blue


def texts(png: bytes) -> dict[str, str]:
    """The words kept in a PNG file, by keyword."""
    kept = (data.decode("latin-1").partition("\0") for kind, data in _chunks(png) if kind == b"tEXt")
    return {keyword: text for keyword, _, text in kept}


def size(png: bytes) -> tuple[int, int]:
    """Width and height of a PNG file, in pixels."""
    _, header = next(_chunks(png))
    width, height = struct.unpack(">II", header[:8])
    return width, height


def reduced(png: bytes, words: Mapping[str, str]) -> bytes:
    """The same picture, in its 256 most frequent colours, and with words kept inside.

    Args:
        png: a picture of 24 bits a pixel, not interlaced, as browsers write screenshots.
        words: what :func:`texts` will give, in Latin-1.

    Raises:
        ValueError: when the picture is of another kind.
    """
    width, height = size(png)
    _, header = next(_chunks(png))
    if header[8:] != bytes((8, 2, 0, 0, 0)):
        raise ValueError("not a picture of 24 bits a pixel")
    lines = list(_lines(zlib.decompress(b"".join(d for kind, d in _chunks(png) if kind == b"IDAT")), width))
    met = Counter(colour for line in lines for colour in _pixels(line))
    colours = [colour for colour, _ in met.most_common(_COLOURS)]
    places = {colour: _nearest(colour, colours) for colour in met}
    # A line starts with its filter: none compresses a palette best.
    data = b"".join(b"\0" + bytes(places[colour] for colour in _pixels(line)) for line in lines)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            *(_chunk(b"tEXt", f"{key}\0{text}".encode("latin-1")) for key, text in words.items()),
            _chunk(b"PLTE", bytes(value for colour in colours for value in colour)),
            _chunk(b"IDAT", zlib.compress(data, 9)),
            _chunk(b"IEND", b""),
        )
    )


def _nearest(colour: _Colour, palette: list[_Colour]) -> int:
    """The place in a palette of the colour that is most like another."""
    red, green, blue = colour
    distances = ((red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2 for r, g, b in palette)
    return min(enumerate(distances), key=itemgetter(1))[0]


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(_SIGNATURE)
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        yield png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        place += 12 + length


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _pixels(line: bytes) -> Iterator[_Colour]:
    return zip(line[::3], line[1::3], line[2::3], strict=True)


def _lines(data: bytes, width: int) -> Iterator[bytes]:
    """The lines of a picture, with the filter of each undone."""
    length = width * _BYTES
    above = bytearray(length)
    for start in range(0, len(data), length + 1):
        line = bytearray(data[start + 1 : start + 1 + length])
        _undo(data[start], line, above)
        yield bytes(line)
        above = line


def _undo(kind: int, line: bytearray, above: bytearray) -> None:
    """Adds to each byte what its filter took away: a guess from its neighbours, left, above, and both."""
    for place, value in enumerate(line if kind else b""):
        left, corner = (line[place - _BYTES], above[place - _BYTES]) if place >= _BYTES else (0, 0)
        guess = (left, above[place], (left + above[place]) // 2, _paeth(left, above[place], corner))[kind - 1]
        line[place] = (value + guess) & 255


def _paeth(left: int, above: int, corner: int) -> int:
    """The neighbour nearest to what the three of them foretell; of equals, the first."""
    foretold = left + above - corner
    return min((left, above, corner), key=lambda neighbour: abs(foretold - neighbour))
