"""One page, shown on this machine and nowhere else: `http://127.0.0.1:…/`.

There is one page and nothing of the disk behind it: the path of a request is never that of a file.
Other machines cannot connect. A page from elsewhere that the same browser has open cannot read this
one either: a name of its own that it makes lead here is refused (`Host`), and it may neither frame
nor embed it.
"""

from __future__ import annotations

import errno
import os
import sys
from http.server import BaseHTTPRequestHandler
from socketserver import ThreadingTCPServer
from threading import Condition, Thread
from types import TracebackType
from typing import Any, NamedTuple, Self
from urllib.parse import parse_qs, urlsplit

from ctgkit import __version__
from ctgkit.app.misuse import Misuse, reason

_HOST = "127.0.0.1"
#: The port that browsers do not name.
_USUAL = 80
#: How long a browser waits for a change before it must ask again, in seconds.
_PATIENCE = 20
#: How long a request may take to come, in seconds.
_SLOWEST = 10
#: What is told instead of the page, by status.
_SENTENCES = {
    403: "Cette page ne se lit qu'à l'adresse que «\u00a0ctg report --watch\u00a0» a affichée.",
    404: "Il n'y a rien à cette adresse\u00a0: le document est à la racine, «\u00a0/\u00a0».",
    405: "Cette page se lit, et rien d'autre.",
}
_MALFORMED = "Cette requête ne se lit pas."
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Page(NamedTuple):
    """What is shown.

    Attributes:
        edition: another one for another page; the page knows its own, to ask for the next.
        html: the page.
    """

    edition: str
    html: str


class Server:
    """Shows a page and tells the browsers that have it of the next, as long as its `with` lasts.

    Attributes:
        port: where it is.
        fault: a defect of ctgkit's that an answer met.
    """

    def __init__(self, port: int) -> None:
        """Takes a port; whoever connects waits until there is a page.

        Args:
            port: 0 for any that is free.

        Raises:
            Misuse: if the port cannot be had.
        """
        self.fault: BaseException | None = None
        self._page = Page("", "")
        self._changed = Condition()
        self._open = True
        try:
            self._http = _Http(port, self)
        except OSError as error:
            raise Misuse(_refusal(port, error)) from None
        self.port: int = self._http.server_address[1]
        self._thread = Thread(target=self._http.serve_forever, args=(0.1,), daemon=True)

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://{_HOST}:{self.port}/"

    def show(self, page: Page) -> None:
        """Shows another page."""
        with self._changed:
            self._page = page
            self._changed.notify_all()

    def page(self) -> Page:
        """What is shown; whoever comes before there is a page waits for it."""
        with self._changed:
            self._changed.wait_for(lambda: self._page.edition or not self._open, _PATIENCE)
            return self._page

    def next(self, edition: str) -> str:
        """The edition of the page, once it is no longer `edition` or some time has passed."""
        with self._changed:
            self._changed.wait_for(lambda: self._page.edition != edition or not self._open, _PATIENCE)
            return self._page.edition

    def __enter__(self) -> Self:
        """Starts to answer."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stops; browsers that wait find out at once."""
        with self._changed:
            self._open = False
            self._changed.notify_all()
        self._http.shutdown()
        self._http.server_close()


def _refusal(port: int, error: OSError) -> str:
    if error.errno in {errno.EADDRINUSE, errno.EACCES}:
        why = "est déjà pris" if error.errno == errno.EADDRINUSE else "n'est pas permis"
        return f"le port {port} {why} ; donnez-en un autre avec --port, ou aucun"
    return f"la page ne peut pas être montrée : {reason(error)}"


class _Http(ThreadingTCPServer):
    """Listens; `HTTPServer` would first ask the network what this machine is called."""

    daemon_threads = True
    # On Windows, it would let two programs have one port.
    allow_reuse_address = os.name != "nt"

    def __init__(self, port: int, owner: Server) -> None:
        self.owner = owner
        super().__init__((_HOST, port), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away is none; anything else is a defect."""
        del request, client_address
        error = sys.exception()
        if not isinstance(error, OSError):
            self.owner.fault = error


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: _Http
    timeout = _SLOWEST

    def do_HEAD(self) -> None:
        """What :meth:`do_GET` answers, without its text."""
        self.do_GET()

    def do_GET(self) -> None:
        """The page, or its edition once it is another than the one that is asked about."""
        owner = self.server.owner
        if not self._from_here():
            self.send_error(403)
            return
        path, query = urlsplit(self.path)[2:4] if self.path.startswith("/") else ("", "")
        if path == "/":
            self._send(200, "text/html", owner.page().html)
        elif path == "/edition":
            self._send(200, "text/plain", owner.next(parse_qs(query).get("autre-que", [""])[0]))
        elif path == "/favicon.ico":  # browsers ask for one, and complain where there is none
            self._send(204, "image/x-icon", "")
        else:
            self.send_error(404)

    def _from_here(self) -> bool:
        """Whether the browser went to this machine by its own name, and not by one made to lead here."""
        port = self.server.owner.port
        names = [name if port == _USUAL else f"{name}:{port}" for name in (_HOST, "localhost")]
        hosts = self.headers.get_all("Host", [])
        return len(hosts) == 1 and hosts[0].strip().lower() in names

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """A refusal, in one French sentence; the base class calls this for requests that it cannot read."""
        del message, explain
        if code == 501:  # what the base class says of a method that is not here
            code = 405
        self._send(code, "text/plain", _SENTENCES.get(code, _MALFORMED) + "\n")

    def _send(self, status: int, kind: str, text: str) -> None:
        data = text.encode(errors="replace")
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        if status == 405:
            self.send_header("Allow", "GET, HEAD")
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def version_string(self) -> str:
        """What answers."""
        return f"ctgkit/{__version__}"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  (the base class's)
        """Requests are not told: the terminal is for the plan."""
