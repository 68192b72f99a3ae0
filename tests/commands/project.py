"""A user's own project in a folder of its own, with commands typed as a user types them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PROFILE = """
domain = "{domain}"
[links]
seeds = ["http://{domain}:{port}/"]
"""
RESOLVER = "TWISTED_DNS_RESOLVER=tests.press.resolver.PressResolver"
QUICKLY = ("-s", RESOLVER, "-s", "DOWNLOAD_DELAY=0", "-s", "ALLOW_PRIVATE_HOSTS=1")
QUICKLY += ("-s", "DISK_FLOOR_BYTES=0")


class Project:
    """A folder with a scrapy.cfg, its own sites/ and data/."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "scrapy.cfg").write_text("[settings]\ndefault = newsbot.settings\n")
        (folder / "sites").mkdir()

    def add_site(self, name: str, toml: str) -> None:
        (self.folder / "sites" / f"{name}.toml").write_text(toml, encoding="utf-8")

    def scrapy(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run ``scrapy`` with *words*, without a terminal and without any contact."""
        process = self.start(*words, **environment)
        stdout, stderr = process.communicate(timeout=60)
        return subprocess.CompletedProcess(words, process.returncode, stdout, stderr)

    def start(self, *words: str, **environment: str) -> subprocess.Popen[str]:
        """Start ``scrapy`` with *words* and return at once."""
        inherited = {k: v for k, v in os.environ.items() if k != "NEWSBOT_CONTACT"}
        return subprocess.Popen(
            [sys.executable, "-m", "scrapy", *words],
            cwd=self.folder,
            env={**inherited, "PYTHONPATH": str(CHECKOUT), **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
        )

    def crawl(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run ``scrapy crawl`` with the names of the press known and every other name unknown."""
        return self.scrapy("crawl", *words, *QUICKLY, **environment)

    def traces(self) -> list[str]:
        """Return what the project holds beyond what it was made with."""
        made = {"scrapy.cfg", "sites"}
        return sorted(path.name for path in self.folder.iterdir() if path.name not in made)
