"""A user's own project in a folder of its own, with commands typed as a user types them."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from scrapy import cmdline

from tests.nursery import NURSERY, settle

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CHECKOUT = Path(__file__).resolve().parents[2]
PROFILE = """
domain = "{domain}"
[links]
seeds = ["http://{domain}:{port}/"]
"""
RESOLVER = "TWISTED_DNS_RESOLVER=tests.press.resolver.PressResolver"
QUICKLY = ("-s", RESOLVER, "-s", "DOWNLOAD_DELAY=0", "-s", "ALLOW_PRIVATE_HOSTS=1")
QUICKLY += ("-s", "DISK_FLOOR_BYTES=0")
PATIENCE = 60
CONTACT = {"NEWSBOT_CONTACT": "tests@newsbot.test"}


class Project:
    """A folder with a scrapy.cfg, its own sites/ and data/."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "scrapy.cfg").write_text("[settings]\ndefault = newsbot.settings\n")
        (folder / "sites").mkdir()

    def add_site(self, name: str, toml: str) -> None:
        (self.folder / "sites" / f"{name}.toml").write_text(toml, encoding="utf-8")

    def scrapy(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run ``scrapy`` with *words*, without a terminal and without any contact.

        It is forked from a process that has imported it, for most of the time of a command is that.
        """
        with TemporaryDirectory() as name:
            output = [Path(name) / stream for stream in ("stdout", "stderr")]
            work = (self.folder, words, _inherited() | environment, *output)
            process = NURSERY.Process(target=_scrapy, args=work)
            process.start()
            process.join(PATIENCE)
            code = process.exitcode
            process.kill()
            assert code is not None, f"still at work after {PATIENCE} seconds"
            told = [path.read_text(encoding="utf-8", errors="replace") for path in output]
        return subprocess.CompletedProcess(words, code, *told)

    def start(self, *words: str, **environment: str) -> subprocess.Popen[str]:
        """Start ``scrapy`` with *words* as a shell would, and return at once."""
        return subprocess.Popen(
            [sys.executable, "-m", "scrapy", *words],
            cwd=self.folder,
            env={**_inherited(), "PYTHONPATH": str(CHECKOUT), **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
        )

    def crawl(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run ``scrapy crawl`` with the names of the press known and every other name unknown."""
        return self.scrapy("crawl", *words, *QUICKLY, **environment)

    def on_a_terminal(self, *words: str) -> bytes:
        """Return what ``scrapy`` with *words* shows on a terminal, without a log."""
        ours, theirs = pty.openpty()
        run = subprocess.Popen(
            [sys.executable, "-m", "scrapy", *words, "--nolog", *QUICKLY],
            cwd=self.folder,
            env={**_inherited(), **CONTACT, "PYTHONPATH": str(CHECKOUT)},
            stdout=theirs,
            stderr=theirs,
        )
        os.close(theirs)
        shown = b"".join(iter(partial(_read, ours), b""))
        os.close(ours)
        assert run.wait(PATIENCE) == 0
        return shown

    def traces(self) -> list[str]:
        """Return what the project holds beyond what it was made with."""
        made = {"scrapy.cfg", "sites"}
        return sorted(path.name for path in self.folder.iterdir() if path.name not in made)


def _read(terminal: int) -> bytes:
    """Return what a terminal shows next, nothing when all its writers are gone."""
    try:
        return os.read(terminal, 1024)
    except OSError:
        return b""


def _inherited() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name != "NEWSBOT_CONTACT"}


def _scrapy(
    folder: Path, words: Sequence[str], environment: Mapping[str, str], stdout: Path, stderr: Path
) -> None:
    os.environ.clear()
    os.environ.update(environment)
    # They ask the environment as they are loaded.
    sys.modules.pop("newsbot.settings", None)
    settle(folder, stdout, stderr)
    cmdline.execute(["scrapy", *words])
