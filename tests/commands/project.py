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
        inherited = {k: v for k, v in os.environ.items() if k != "NEWSBOT_CONTACT"}
        return subprocess.run(
            [sys.executable, "-m", "scrapy", *words],
            cwd=self.folder,
            env={**inherited, "PYTHONPATH": str(CHECKOUT), **environment},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def crawl(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run ``scrapy crawl`` with the names of the press known and every other name unknown."""
        resolver = "TWISTED_DNS_RESOLVER=tests.press.resolver.PressResolver"
        quick = ("-s", resolver, "-s", "DOWNLOAD_DELAY=0", "-s", "ALLOW_PRIVATE_HOSTS=1")
        return self.scrapy("crawl", *words, *quick, **environment)

    def traces(self) -> list[str]:
        """Return what the project holds beyond what it was made with."""
        made = {"scrapy.cfg", "sites"}
        return sorted(path.name for path in self.folder.iterdir() if path.name not in made)
