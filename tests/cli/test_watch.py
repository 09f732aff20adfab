"""`claimcheck watch`: it follows the files, survives broken ones, is seen from here alone, leaves nothing."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from test_commands import NINE_LINES

from consuming import NODE, program, run_node

CHANGED = NINE_LINES.replace("2 May 1901", "10 April 1901")
BROKEN = NINE_LINES.replace("late April 1901", "late Octember <b>1901")


class Watching(NamedTuple):
    process: subprocess.Popen[str]
    url: str
    file: Path


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Watching]:
    file = tmp_path / "case" / "corpus.yaml"
    file.parent.mkdir()
    file.write_text(NINE_LINES, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "claimcheck", "watch", "case", "--port", "0"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert process.stdout is not None
    said = process.stdout.readline()
    url = re.match(r"http://127\.0\.0\.1:\d+/", said)
    assert url is not None, said
    try:
        yield Watching(process, url[0], file)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            process.wait(60)
        process.stdout.close()
        assert process.stderr is not None
        process.stderr.close()


def get(url: str, **headers: str) -> str:
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=60) as answer:
        text: str = answer.read().decode("utf-8")
    return text


def state(watching: Watching, after: int) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(get(f"{watching.url}state?after={after}"))
    return found


def test_a_change_is_told_and_a_broken_file_leaves_the_last_good_page(watching: Watching) -> None:
    began = state(watching, -1)
    assert (began["problems"], began["changes"]) == ([], [])
    first = get(f"{watching.url}page")
    watching.file.write_text(CHANGED, encoding="utf-8")
    changed = state(watching, began["version"])
    assert "Register: known only through the claimant → contradicted" in changed["changes"]
    second = get(f"{watching.url}page")
    assert second != first
    watching.file.write_text(BROKEN, encoding="utf-8")
    broken = state(watching, changed["version"])
    assert "Octember" in broken["problems"][0]
    assert get(f"{watching.url}page") == second
    watching.file.write_text(NINE_LINES, encoding="utf-8")
    mended = state(watching, broken["version"])
    assert mended["problems"] == []


def test_it_listens_on_loopback_alone_and_under_no_other_name(watching: Watching) -> None:
    port = int(watching.url.rpartition(":")[2].strip("/"))
    listening = []
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/net/{table}").read_text(encoding="ascii").splitlines()[1:]:
            local, state = line.split()[1], line.split()[3]
            if state == "0A" and int(local.partition(":")[2], 16) == port:
                listening.append(local.partition(":")[0])
    assert listening == ["0100007F"]
    with pytest.raises(urllib.error.HTTPError, match="403"):
        get(watching.url, Host="example.org:80")


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_when_told_to_and_leaves_nothing(watching: Watching, sign: signal.Signals) -> None:
    watching.process.send_signal(sign)
    assert watching.process.wait(60) == 0
    assert sorted(path.name for path in watching.file.parent.rglob("*")) == ["corpus.yaml"]
    with pytest.raises(urllib.error.URLError):
        get(watching.url)
    assert watching.process.stderr is not None
    assert watching.process.stderr.read() == ""


def test_a_browser_reloads_on_a_change_and_shows_the_problems_over_the_page(watching: Watching) -> None:
    given = json.dumps({"changed": CHANGED, "broken": BROKEN})
    arguments = (program("chromium"), watching.url, str(watching.file))
    found = json.loads(run_node(NODE / "watch_page.js", *arguments, given=given))
    assert "Register: known only through the claimant → contradicted" in found["changes"]
    assert found["second"] != found["first"]
    assert "Octember <b>1901" in found["problems"]
    assert found["third"] == found["second"]
