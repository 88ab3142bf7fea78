"""The page of `ctg report --watch`: what is answered, to whom, and nothing else."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path

import pytest

from tests.commands.test_watch import DAY, page, titled, write
from tests.commands.watched import PATIENCE, Watching, until, watching

pytestmark = pytest.mark.process

SCRIPT = "<script>"


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watching]:
    """A session over the plan of these tests, its document written."""
    with started(tmp_path) as session:
        yield session


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watching]:
    """A session for the tests that change nothing and only ask."""
    with started(tmp_path_factory.mktemp("page")) as session:
        yield session


@contextmanager
def started(folder: Path, start: str = "") -> Iterator[Watching]:
    write(folder)
    with watching(folder, "plan.yaml", *DAY, start=start) as session:
        session.told(1)
        yield session


def sent(port: int, request: str) -> tuple[str, str]:
    """The head and the text of the answer to a request of any form."""
    with socket.create_connection(("127.0.0.1", port), PATIENCE) as connection:
        connection.sendall(request.encode())
        connection.shutdown(socket.SHUT_WR)
        data = b""
        while chunk := connection.recv(65536):
            data += chunk
    head, _, text = data.decode().partition("\r\n\r\n")
    return head, text


def test_the_page_is_the_document_and_what_loads_it_again(tmp_path: Path, watched: Watching) -> None:
    written = page(tmp_path)
    shown = watched.get()
    assert shown.status == 200
    assert shown.headers["Content-Type"] == "text/html; charset=utf-8"
    assert shown.headers["Cache-Control"] == "no-store"
    assert SCRIPT not in written
    before, after = written.split("</body>")
    assert shown.text.startswith(before)
    assert shown.text.endswith("</body>" + after)
    assert shown.text.removeprefix(before).count(SCRIPT) == 1


def test_the_head_alone_is_that_of_the_page(standing: Watching) -> None:
    whole, head = standing.get(), standing.get(method="HEAD")
    assert (head.status, head.text) == (200, "")
    assert head.headers["Content-Length"] == str(len(whole.text.encode()))


@pytest.fixture
def untiring(tmp_path: Path) -> Iterator[Watching]:
    """A session that answers nobody who waits before there is something to tell."""
    with started(
        tmp_path, "import ctgkit.app.watch.serving; ctgkit.app.watch.serving._PATIENCE = 100_000\n"
    ) as session:
        yield session


def test_the_edition_changes_with_the_page_and_whoever_waits_is_told_at_once(
    tmp_path: Path, untiring: Watching
) -> None:
    watched = untiring
    first = watched.get("edition").text
    assert f'"{first}"' in watched.get().text
    assert watched.get("edition?autre-que=rien").text == first
    with socket.create_connection(("127.0.0.1", watched.port), PATIENCE) as waiting:
        host = f"Host: 127.0.0.1:{watched.port}"
        waiting.sendall(f"GET /edition?autre-que={first} HTTP/1.1\r\n{host}\r\n\r\n".encode())
        waiting.settimeout(1)
        with pytest.raises(TimeoutError):
            waiting.recv(1)
        waiting.settimeout(PATIENCE)
        write(tmp_path, **titled("Ensuite"))
        data = b""
        while chunk := waiting.recv(65536):
            data += chunk
    second = data.decode().rpartition("\r\n")[2]
    assert second not in {"", first}
    assert watched.get("edition").text == second
    write(tmp_path)
    watched.told(3)
    assert watched.get("edition").text == first


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "LOCALHOST:{port}"])
def test_this_machine_is_known_by_its_own_names(standing: Watching, host: str) -> None:
    assert standing.get(Host=host.format(port=standing.port)).status == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1",
        "localhost",
        "127.0.0.1:1",
        "127.0.0.1.evil.example:{port}",
        "localhost:{port}@evil.example",
        "[::1]:{port}",
        "0.0.0.0:{port}",
        "",
    ],
)
@pytest.mark.parametrize("path", ["/", "/edition", "/autre"])
def test_a_name_made_to_lead_here_is_refused(standing: Watching, host: str, path: str) -> None:
    """What a page from elsewhere does whose name is suddenly that of this machine."""
    line = f"Host: {host.format(port=standing.port)}"
    head, text = sent(standing.port, f"GET {path} HTTP/1.1\r\n{line}\r\n\r\n")
    assert head.startswith("HTTP/1.0 403 ")
    assert text == "Cette page ne se lit qu'à l'adresse que «\u00a0ctg report --watch\u00a0» a affichée.\n"


@pytest.mark.parametrize("lines", ["", "Host: 127.0.0.1:{port}\r\nHost: evil.example\r\n"])
def test_no_name_or_two_are_refused(standing: Watching, lines: str) -> None:
    head, text = sent(standing.port, f"GET / HTTP/1.1\r\n{lines.format(port=standing.port)}\r\n")
    assert head.startswith("HTTP/1.0 403 ")
    assert "Territoire" not in text


@pytest.mark.parametrize(
    "path",
    [
        "/plan.yaml",
        "/plan-copil.html",
        "/../plan.yaml",
        "/%2e%2e/plan.yaml",
        "/..%2fplan.yaml",
        "/./",
        "/%2fetc/passwd",
        "//etc/passwd",
        "/etc/passwd",
        "/edition/",
        "file:///etc/passwd",
        "http://evil.example/",
        "*",
        "/é",
    ],
)
def test_nothing_of_the_disk_is_behind_it(standing: Watching, path: str) -> None:
    head, text = sent(standing.port, f"GET {path} HTTP/1.1\r\nHost: localhost:{standing.port}\r\n\r\n")
    assert head.startswith("HTTP/1.0 404 ")
    assert "Content-Type: text/plain; charset=utf-8" in head
    assert text == "Il n'y a rien à cette adresse\u00a0: le document est à la racine, «\u00a0/\u00a0».\n"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "AUTRE"])
def test_nothing_can_be_done_but_read(standing: Watching, method: str) -> None:
    answer = standing.get(method=method)
    assert answer.status == 405
    assert answer.headers["Allow"] == "GET, HEAD"
    assert answer.text == "Cette page se lit, et rien d'autre.\n"


@pytest.mark.parametrize(
    ("request_line", "head"),
    [
        # Whoever names no version that is known is answered as by the first one, without a head.
        ("GET", ""),
        ("GET / HTTQ", ""),
        ("GET / HTTP/9.9", ""),
        (f"GET /{'a' * 70000} HTTP/1.1", "HTTP/1.0 414 "),
    ],
)
def test_what_is_no_request_is_answered_in_french(standing: Watching, request_line: str, head: str) -> None:
    answer = "\r\n\r\n".join(sent(standing.port, f"{request_line}\r\nHost: x\r\n\r\n")).strip()
    assert answer.startswith(head)
    assert answer.endswith("Cette requête ne se lit pas.")
    assert ("\n" in answer) == bool(head)
    assert standing.get().status == 200
    assert standing.err == ""


def test_a_browser_that_goes_away_says_nothing_at_the_terminal(watched: Watching) -> None:
    for _ in range(5):
        with socket.create_connection(("127.0.0.1", watched.port)) as gone:
            gone.sendall(f"GET / HTTP/1.1\r\nHost: localhost:{watched.port}\r\n\r\n".encode())
            gone.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")  # at once
    assert watched.get().status == 200
    assert watched.stop() == 0
    assert watched.err == ""


def test_no_other_machine_can_connect(standing: Watching) -> None:
    """The other addresses of this one: what a neighbour would use."""
    listening = Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()
    port = f":{standing.port:04X}"
    assert [line.split()[1] for line in listening if port in line.split()[1] and line.split()[3] == "0A"] == [
        f"0100007F{port}"
    ]
    six = Path("/proc/net/tcp6")
    assert not six.exists() or port not in six.read_text(encoding="ascii")


def test_other_pages_may_neither_frame_nor_embed_it(standing: Watching) -> None:
    for path in ("", "edition", "absent"):
        headers = standing.get(path).headers
        assert headers["Content-Security-Policy"] == "frame-ancestors 'none'"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert "Access-Control-Allow-Origin" not in headers
        assert "Python" not in headers["Server"]


def test_findings_stand_on_the_page_in_the_place_of_the_document(tmp_path: Path, watched: Watching) -> None:
    write(tmp_path, periode="periode: demain", format="formt: 1")
    until(lambda: "erreur" in watched.get().text, watched)
    shown = unescape(watched.get().text)
    assert "<h1>Ce plan a 2 erreurs</h1>" in shown
    assert "<title>Ce plan a 2 erreurs – plan.yaml</title>" in shown
    assert "plan.yaml:1:1" in shown
    assert "     1 │ formt: 1\n       │ ^^^^^\n" in shown
    assert "Le fichier plan-copil.html reste tel qu'il était." in shown
    for line in watched.complained("reste tel qu'il était").splitlines():
        message = line.partition(": CTG")[2][4:]
        assert message.partition(" [")[0][1:] in shown
    write(tmp_path)
    watched.told(3)
    assert watched.get().text.startswith(page(tmp_path).split("</body>")[0])


def test_a_text_of_the_plan_is_a_text_on_the_page_of_its_findings(tmp_path: Path, watched: Watching) -> None:
    text = "</pre><script>alert(1)</script>{{ 7 * 7 }}\u202e"
    write(tmp_path, suite=f'        origine: "{text}"')
    until(lambda: "erreur" in watched.get().text, watched)
    shown = watched.get().text
    assert shown.count(SCRIPT) == 1
    assert "\u202e" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt;{{ 7 * 7 }}" in shown


def test_a_problem_stands_on_the_page(tmp_path: Path, watched: Watching) -> None:
    (tmp_path / "plan.yaml").unlink()
    until(lambda: "introuvable" in watched.get().text, watched)
    shown = watched.get().text
    assert "<h1>Le document n&#39;a pas pu être écrit</h1>" in shown
    assert ">plan.yaml : fichier introuvable.<" in shown


@pytest.mark.parametrize("suffix", ["md", "json"])
def test_a_document_that_is_no_page_is_shown_as_it_is_written(tmp_path: Path, suffix: str) -> None:
    write(tmp_path, **titled("<b>Un & deux</b>"))
    with watching(tmp_path, "plan.yaml", *DAY, "--format", suffix) as watched:
        watched.told(1)
        shown = watched.get()
        assert shown.headers["Content-Type"] == "text/html; charset=utf-8"
        text = shown.text.partition("<pre>\n")[2].partition("</pre>")[0]
        assert unescape(text) == page(tmp_path, f"plan-copil.{suffix}")
        if suffix == "json":
            assert json.loads(unescape(text))["copil"]["entete"]["titre"] == "<b>Un & deux</b>"
