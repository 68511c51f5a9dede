"""Opens a page in Chromium without a window, in a frame of a chosen width, and runs a script on it."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is missing")
_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --allow-file-access-from-files --virtual-time-budget=5000"
).split()
# A frame is needed because a headless window cannot be narrower than 500 pixels. Without its encoding, Chromium
# reads it as Windows-1252 if the first part that arrives ends inside a character, as on a busy machine.
_FRAME = """<meta charset="utf-8"><iframe src="{page}" width="{width}" height="800"></iframe><script>
addEventListener("load", async () => {{
  const view = document.querySelector("iframe").contentWindow, inside = view.document;
  const all = selector => [...inside.querySelectorAll(selector)];
  let result;
  try {{ result = await (async () => {{ {script} }})(); }} catch (error) {{ result = String(error); }}
  document.title = "RESULT" + JSON.stringify(result);
}});</script>"""


def run_in_page(page: Path, folder: Path, script: str, width: int = 1280, scheme: int = 1) -> Any:
    """Return what a script returns, which sees the page as `inside`; `scheme` 0 is dark, 1 light."""
    frame = folder / "frame.html"
    frame.write_text(_FRAME.format(page=page.as_uri(), width=width, script=script), "utf-8")
    settings = [f"--user-data-dir={folder / 'profile'}", f"--blink-settings=preferredColorScheme={scheme}"]
    shown = _dump([str(CHROMIUM), *_FLAGS, *settings, "--window-size=1400,900", "--dump-dom", frame.as_uri()])
    title = re.search(r"<title>RESULT(.*)</title>", shown)
    assert title is not None, shown
    return json.loads(html.unescape(title[1]))


def _dump(command: list[str]) -> str:
    """Return what the browser prints, and then end it: it does not always end by itself."""
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8", start_new_session=True
    ) as running:
        assert running.stdout is not None
        lines = []
        for line in running.stdout:
            lines.append(line)
            if line.rstrip().endswith("</html>"):
                break
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
    return "".join(lines)
