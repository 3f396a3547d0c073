"""The page in a real browser: Chromium by its command line, with nothing to talk to but the file."""

import os
import re
import shutil
import subprocess
import threading
import warnings
from collections.abc import Callable, Iterator
from html import unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from analyzer.render.page import page
from analyzer.report import Report
from analyzer.schema import Lang
from tests.reports import NASTY, Outline, hand_built, nasty

pytestmark = pytest.mark.slow

FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--hide-scrollbars")
SECONDS = 180
Browse = Callable[..., str]


@pytest.fixture(scope="session")
def chromium() -> str:
    found = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("CI is set and there is no chromium on the PATH: apt-get install -y chromium")
        warnings.warn("no chromium on the PATH: the page was not seen in a browser", stacklevel=1)
        pytest.skip("no chromium on the PATH (apt-get install -y chromium)")
    return found


@pytest.fixture
def browse(chromium: str, tmp_path: Path) -> Browse:
    """Open a file with more flags; what Chromium writes to standard output."""

    def run(path: Path, *flags: str) -> str:
        command = [chromium, *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", *flags, path.as_uri()]
        return subprocess.run(command, capture_output=True, timeout=SECONDS, check=True, text=True, encoding="utf-8").stdout

    return run


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """A server that answers every request, and the paths it was asked for."""
    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


def _saved(report: Report, folder: Path) -> Path:
    path = folder / "page.html"
    path.write_text(page(report), encoding="utf-8")
    return path


def _measured(path: Path, width: int) -> Path:
    """A frame that shows the page `width` wide and writes down what runs out of it; Chromium's windows are 500 wide at least."""
    frame = path.with_name("frame.html")
    script = (
        "const inner = document.querySelector('iframe').contentDocument; const root = inner.documentElement;"
        "const wide = [...inner.querySelectorAll('.disclosure *')].filter(e => e.getBoundingClientRect().right > root.clientWidth + 1);"
        "document.title = [root.scrollWidth, root.clientWidth, ...wide.map(e => e.className || e.tagName)].join(' ')"
    )
    style = f"width:{width}px;height:900px;border:0"
    html = f"<!doctype html><meta charset=utf-8><body><iframe src='{path.name}' style='{style}' onload=\"{script}\"></iframe>"
    frame.write_text(html, encoding="utf-8")
    return frame


@pytest.mark.parametrize("width", [390, 1200])
@pytest.mark.parametrize("report", [hand_built(), hand_built(Lang.EN), *map(nasty, NASTY)])
def test_nothing_runs_out_of_the_page(browse: Browse, tmp_path: Path, report: Report, width: int) -> None:
    frame = _measured(_saved(report, tmp_path), width)
    dom = browse(frame, "--allow-file-access-from-files", "--window-size=1400,1000", "--dump-dom")
    found = re.search("<title>(.*?)</title>", dom)
    assert found and found[1] == f"{width} {width}"


@pytest.mark.parametrize("scheme", ["", "--blink-settings=preferredColorScheme=0"])
def test_screenshot_shows_a_page(browse: Browse, tmp_path: Path, scheme: str) -> None:
    picture = tmp_path / "page.png"
    browse(_saved(hand_built(), tmp_path), "--window-size=1200,2000", f"--screenshot={picture}", *filter(None, [scheme]))
    data = picture.read_bytes()
    assert data.startswith(b"\x89PNG") and (int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) == (1200, 2000)
    assert len(data) > 100_000, "an empty page of that size has some 10 kB"


def test_browser_reads_what_was_written(browse: Browse, tmp_path: Path) -> None:
    report = hand_built()
    dom = browse(_saved(report, tmp_path), "--dump-dom")
    shown = re.search(r'<div class="text" lang="ja">(.*?)</div>', dom, re.DOTALL)
    assert shown
    own = re.sub(r'<a class="(?:number|call)".*?</a>|<span class="tags".*?〕</span>', "", shown[1])
    assert unescape(re.sub("<[^>]+>", "", own)) == report.text.replace("\r\n", "\n")


@pytest.mark.parametrize("wording", NASTY)
def test_nothing_in_a_text_becomes_an_element(browse: Browse, tmp_path: Path, wording: str) -> None:
    dom = browse(_saved(nasty(wording), tmp_path), "--dump-dom")
    tags = Outline(dom).tags
    assert not {"script", "img", "bold"} & {tag for tag, _ in tags}
    assert not [name for _, attributes in tags for name in attributes if name.startswith("on")]


def test_nothing_is_fetched(browse: Browse, tmp_path: Path, listener: tuple[str, list[str]]) -> None:
    server, asked = listener
    tricks = f'"><img src={server}/img><link rel=stylesheet href={server}/css><script src={server}/js></script>'
    tricks += f'<style>@import "{server}/import"; body {{ background: url({server}/background) }}</style>'
    path = _saved(nasty(tricks), tmp_path)
    browse(path, "--dump-dom")
    assert asked == []
    # The policy alone holds too: the same tricks unescaped are refused.
    path.write_text(path.read_text(encoding="utf-8").replace("</header>", f"{tricks}</header>"), encoding="utf-8")
    browse(path, "--dump-dom")
    assert asked == []
    # And the listener would have heard it.
    path.write_text(f"<img src={server}/img>", encoding="utf-8")
    browse(path, "--dump-dom")
    assert asked == ["/img"]
