"""A client of the YAML language server, just large enough for the tests: what an editor shows."""

from __future__ import annotations

import json
import os
import queue
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, TypeAlias

from tests.conftest import PLANS, missing

Message: TypeAlias = dict[str, Any]

#: Seconds to wait for one answer; the first one on a loaded machine is the slowest.
_PATIENCE = 60
#: Where a document has the cursor.
CURSOR = "‸"


def command() -> str:
    """The language server's executable, from `CTGKIT_YAML_LS` or the path, or a skip."""
    found = os.environ.get("CTGKIT_YAML_LS") or shutil.which("yaml-language-server")
    if not found:
        missing("yaml-language-server (npm)")
    return found or ""


@contextmanager
def language_server(schemas: dict[str, str]) -> Iterator[LanguageServer]:
    """A server that runs with these `yaml.schemas` (schema → file pattern) and no network."""
    settings = {"schemas": schemas, "schemaStore": {"enable": False}, "validate": True, "completion": True}
    with subprocess.Popen([command(), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        server = LanguageServer(process, settings)
        try:
            server.start()
            yield server
            server.stop()
            process.wait(_PATIENCE)
        finally:
            process.kill()
            server.listener.join()


class LanguageServer:
    """One running server, and the documents open in it."""

    def __init__(self, process: subprocess.Popen[bytes], settings: Message) -> None:
        if process.stdin is None or process.stdout is None:
            raise ValueError("the server talks over pipes")
        self._settings = settings
        self._to_server = process.stdin
        self._inbox: queue.Queue[Message | None] = queue.Queue()
        self._asked = 0
        self._opened = 0
        self.listener = threading.Thread(target=self._listen, args=(process.stdout,))
        self.listener.start()

    def start(self) -> None:
        """Introduces the client, and lets the server read its settings."""
        capabilities = {"workspace": {"configuration": True}}
        self._request("initialize", {"processId": os.getpid(), "rootUri": None, "capabilities": capabilities})
        self._notify("initialized", {})
        self._wait(lambda message: message.get("method") == "workspace/configuration")

    def stop(self) -> None:
        """Asks the server to end."""
        self._request("shutdown", None)
        self._notify("exit", None)

    def diagnostics(self, text: str, folder: Path = PLANS) -> list[Message]:
        """Opens a new document of `folder`, and waits for what the server finds wrong with it."""
        uri = self._open(text, folder)
        method = "textDocument/publishDiagnostics"
        published = self._wait(
            lambda message: message.get("method") == method and message["params"]["uri"] == uri
        )
        found: list[Message] = published["params"]["diagnostics"]
        return found

    def completions(self, text: str, folder: Path = PLANS) -> list[Message]:
        """Opens a new document of `folder`, and asks what could be typed where it has the cursor."""
        before, after = text.split(CURSOR)
        uri = self._open(before + after, folder)
        lines = before.split("\n")
        position = {"line": len(lines) - 1, "character": len(lines[-1])}
        asked = {"textDocument": {"uri": uri}, "position": position}
        items: list[Message] = self._request("textDocument/completion", asked)["items"]
        return items

    def _open(self, text: str, folder: Path) -> str:
        self._opened += 1
        uri = (folder / f"ouvert-{self._opened}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._notify("textDocument/didOpen", {"textDocument": document})
        return uri

    def _request(self, method: str, params: Message | None) -> Any:
        self._asked += 1
        asked = self._asked
        self._send({"id": asked, "method": method, "params": params})
        answer = self._wait(lambda message: message.get("id") == asked and "method" not in message)
        if "error" in answer:
            raise RuntimeError(answer["error"]["message"])
        return answer["result"]

    def _notify(self, method: str, params: Message | None) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._to_server.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._to_server.flush()

    def _wait(self, wanted: Callable[[Message], bool]) -> Message:
        """The first message that is `wanted`; the server's own questions are answered meanwhile."""
        end = time.monotonic() + _PATIENCE
        while True:
            try:
                message = self._inbox.get(timeout=max(0, end - time.monotonic()))
            except queue.Empty:
                raise TimeoutError("the language server does not answer") from None
            if message is None:
                raise RuntimeError("the language server has stopped")
            if "method" in message and "id" in message:
                self._send({"id": message["id"], "result": self._answer(message)})
            if wanted(message):
                return message

    def _answer(self, message: Message) -> Any:
        if message["method"] != "workspace/configuration":
            return None
        items = message["params"]["items"]
        return [self._settings if item.get("section") == "yaml" else None for item in items]

    def _listen(self, stream: IO[bytes]) -> None:
        while header := stream.readline():
            length = int(header.removeprefix(b"Content-Length:"))
            while stream.readline().strip():
                pass
            self._inbox.put(json.loads(stream.read(length)))
        self._inbox.put(None)
