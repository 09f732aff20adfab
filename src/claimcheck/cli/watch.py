"""`claimcheck watch`: a page that keeps up with the files while one writes.

Belongs here: watching, serving on loopback alone, and ending without a trace. Does not belong here: the page (see
`claimcheck.report.html`), what changes between two examinations (see `claimcheck.criticism.changes`).

The page is shown within a frame, so that nothing is added to it. The frame asks for what is new and is answered
when there is something; it writes all it is told as text.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcheck.cli.options import PathArgument

if TYPE_CHECKING:
    from http.server import BaseHTTPRequestHandler

    from claimcheck.cli.corpus_path import Case
    from claimcheck.engine.examination import Examination

LOOPBACK = "127.0.0.1"
_PATIENCE = 20.0  # seconds that the browser waits for news before it asks again

FRAME = """\
<!doctype html>
<html lang="en"><meta charset="utf-8"><title>claimcheck</title>
<style>
  html, body { height: 100%; margin: 0; }
  body { display: flex; flex-direction: column; font: 15px/1.4 system-ui, sans-serif; }
  iframe { flex: 1; border: 0; }
  #problems, #changes { margin: 0; padding: .6em 1em; white-space: pre-wrap; max-height: 40%; overflow: auto; }
  #problems { background: #fde8e4; color: #5c1206; font-family: ui-monospace, monospace; }
  #changes { background: #eef3e6; color: #26330f; }
  [hidden] { display: none !important; }
</style>
<pre id="problems" role="alert" hidden></pre>
<pre id="changes" role="status" hidden></pre>
<iframe id="page" title="the report" src="/page"></iframe>
<script>
  let seen = -1;
  function tell(id, lines) {
    const place = document.getElementById(id);
    place.textContent = lines.join("\\n");
    place.hidden = lines.length === 0;
  }
  async function follow() {
    for (;;) {
      try {
        const state = await (await fetch("/state?after=" + seen)).json();
        if (state.version !== seen) {
          tell("problems", state.problems);
          tell("changes", state.changes);
          const frame = document.getElementById("page");
          if (seen >= 0 && state.page !== window.shown) {
            const at = frame.contentWindow.scrollY;
            frame.onload = () => frame.contentWindow.scrollTo(0, at);
            frame.contentWindow.location.reload();
          }
          window.shown = state.page;
          seen = state.version;
        }
      } catch (gone) {
        tell("problems", ["claimcheck watch has ended; this is the last page."]);
        await new Promise((later) => setTimeout(later, 1000));
      }
    }
  }
  follow();
</script>
</html>
"""


@dataclass
class Live:
    """The last good page, what is wrong with the files now, and what the last change altered."""

    page: str = ""
    pages: int = 0  # how many there have been
    version: int = 0
    problems: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    is_over: bool = False
    news: threading.Condition = field(default_factory=threading.Condition)

    def tell(self, page: str | None, problems: list[str], changes: list[str]) -> None:
        """Takes what is new; without a page the last one stays."""
        with self.news:
            if page is not None:
                self.page, self.changes = page, changes
                self.pages += 1
            self.problems = problems
            self.version += 1
            self.news.notify_all()

    def end(self) -> None:
        """Lets everybody go who waits."""
        with self.news:
            self.is_over = True
            self.news.notify_all()

    def after(self, seen: int) -> dict[str, object]:
        """What is new since a version, as soon as there is anything, or after a while."""
        with self.news:
            self.news.wait_for(lambda: self.version != seen or self.is_over, _PATIENCE)
            return {
                "version": self.version,
                "page": self.pages,
                "problems": self.problems,
                "changes": self.changes,
            }


def watch(
    path: PathArgument = None,
    port: Annotated[
        int,
        typer.Option(
            "--port", metavar="N", min=0, max=65535, help="The port, on this machine alone; 0 is any that is free."
        ),
    ] = 8765,
) -> None:
    """Keep a page up to date while you write.

    It reloads in the browser whenever a file is saved, shows what is wrong over the last good page, and says which
    verdicts the last change altered. Only this machine can see it. Ctrl-C ends it.
    """
    import signal
    from http.server import ThreadingHTTPServer

    from claimcheck.cli.corpus_path import corpus_here, open_case
    from claimcheck.cli.exits import DONE, printable, refuse
    from claimcheck.diagnostics import installing

    try:
        import watchfiles
    except ImportError:
        refuse("watch needs the package watchfiles", installing("watch"))
    case = open_case(path, quiet=True)
    where = Path(path) if path is not None else corpus_here()
    live = Live()
    before = _look(live, case, None)
    try:
        server = ThreadingHTTPServer((LOOPBACK, port), _handler(live))
    except OSError as fault:
        refuse(f"cannot listen on port {port}: {fault.strerror or fault}".lower(), "--port 0")
    server.daemon_threads = True
    serving = threading.Thread(target=server.serve_forever, daemon=True)
    serving.start()
    over = threading.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, lambda *_: over.set())
    typer.echo(printable(f"http://{LOOPBACK}:{server.server_port}/ shows {where}; Ctrl-C ends it."))
    try:
        for _ in watchfiles.watch(where, stop_event=over, raise_interrupt=False, step=100, debounce=400):
            try:
                case = open_case(path, quiet=True)
            except typer.Exit:
                live.tell(None, ["The corpus cannot be read now; this is the last good page."], [])
                continue
            before = _look(live, case, before)
    finally:
        live.end()
        server.shutdown()
        server.server_close()
        serving.join()
    raise typer.Exit(DONE)


def _look(live: Live, case: Case, before: Examination | None) -> Examination | None:
    """Makes the page anew, unless the corpus has errors and there is a good one; the examination of the last."""
    from claimcheck.cli.corpus_path import version_of
    from claimcheck.diagnostics import format_diagnostic
    from claimcheck.examine import examine
    from claimcheck.report.ask_why import Asking
    from claimcheck.report.document import report
    from claimcheck.report.html.page import render_page

    problems = [format_diagnostic(found) for found in case.diagnostics]
    if case.errors and before is not None:
        live.tell(None, problems, [])
        return before
    found = examine(case.corpus)
    asking = Asking(case.named, found.perspective)
    document = report(found, asking, name=case.name, banner=case.banner, version=version_of(case))
    live.tell(render_page(document), problems, list(_changed(before, found)) if before is not None else [])
    return None if case.errors else found


def _changed(before: Examination, after: Examination) -> Any:
    """The verdicts that are others now: "Register: consistent → contradicted"."""
    from claimcheck.criticism.changes import changes

    for change in changes(before, after):
        corpus = (after if change.after is not None else before).corpus
        if len(change.claims) > 1 and None in (change.before, change.after):
            continue  # what came or went is told of the claim itself
        named = [
            ", ".join(corpus.claimants[who].name for who in corpus.claims[id].by if who in corpus.claimants) or id
            for id in change.claims
        ]
        was, now = ((verdict or "not there").replace("-", " ") for verdict in (change.before, change.after))
        yield f"{' and '.join(named)}: {was} → {now}"


def _handler(live: Live) -> type[BaseHTTPRequestHandler]:
    """What answers a browser about what is live; nothing but GET, and only by a name of this machine."""
    import json
    from http.server import BaseHTTPRequestHandler
    from urllib.parse import parse_qs, urlsplit

    class Handler(BaseHTTPRequestHandler):
        """Three addresses: the frame, the page, and what is new. Other names for this machine are refused."""

        server_version = "claimcheck"
        sys_version = ""

        def do_GET(self) -> None:
            """Answers `/`, `/page` and `/state?after=NUMBER`; 403 for another host, 404 for another address."""
            host = (self.headers.get("Host") or "").rpartition(":")[0]
            asked = urlsplit(self.path)
            if host not in (LOOPBACK, "localhost"):
                self.send_error(403)
            elif asked.path == "/":
                self._send("text/html", FRAME)
            elif asked.path == "/page":
                self._send("text/html", live.page)
            elif asked.path == "/state":
                after = parse_qs(asked.query).get("after", [""])[0]
                news = live.after(int(after) if after.isdecimal() else -1)
                self._send("application/json", json.dumps(news))
            else:
                self.send_error(404)

        def _send(self, kind: str, text: str) -> None:
            body = text.encode("utf-8", "backslashreplace")
            self.send_response(200)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            self.send_header("X-Content-Type-Options", "nosniff")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *values: object) -> None:
            """Nothing is logged."""

        def handle_one_request(self) -> None:
            try:
                super().handle_one_request()
            except ConnectionError:  # a browser that left
                self.close_connection = True

    return Handler
