"""Takes the picture of the report that the README and the guide show, with a real browser.

    python -m tools.picture

The picture keeps a digest of the page it shows, so that a test without a browser knows when to take it again.
"""

import hashlib
import re
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import FloatRect, Page

from tests.browser import chromium
from tools.png import reduced, size

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "images" / "rapport.png"
#: What the digest is called inside the picture.
DIGEST = "ctgkit-report-sha256"
_COMMAND = ("report", "docs/exemple/plan.yaml", "--date", "2026-06-30", "-o", "-")
_GENERATOR = re.compile(r'(<meta name="generator" content=")[^"]*')
#: In CSS pixels: as wide as the text, and what is left around the picture.
_WIDTH, _AROUND = 800, 24
_SCALE = 1.5  #: pixels of the picture, for each


def page() -> str:
    """The report that is shown."""
    done = subprocess.run(  # noqa: S603  (our own command)
        [sys.executable, "-m", "ctgkit", *_COMMAND], cwd=ROOT, capture_output=True, check=True
    )
    return done.stdout.decode()


def digest(html: str) -> str:
    """What tells two pages apart, whichever version of ctgkit wrote them."""
    return hashlib.sha256(_GENERATOR.sub(r"\1", html).encode()).hexdigest()


def taken(html: str) -> bytes:
    """The picture: what is to remember, and the figures down to the first chart."""
    with chromium() as browser:
        tab = browser.new_page(
            viewport={"width": _WIDTH, "height": _WIDTH}, device_scale_factor=_SCALE, color_scheme="light"
        )
        tab.set_content(html)
        top = _edge(tab, "#titre-a-retenir", "top") - _AROUND
        bottom = _edge(tab, "#chiffres .carte", "bottom") + _AROUND
        area = FloatRect(x=0, y=top, width=_WIDTH, height=bottom - top)
        shot = tab.screenshot(full_page=True, clip=area)
    return reduced(shot, {DIGEST: digest(html)})


def _edge(tab: Page, selector: str, side: str) -> float:
    """Where an element of the page starts or ends, from the top."""
    script = f"one => one.getBoundingClientRect().{side} + window.scrollY"
    return float(tab.locator(selector).first.evaluate(script))


if __name__ == "__main__":
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_bytes(taken(page()))
    print(PICTURE.relative_to(ROOT), size(PICTURE.read_bytes()), PICTURE.stat().st_size)  # noqa: T201
