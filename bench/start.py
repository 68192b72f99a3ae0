"""What a start costs: the CPU time of ``scrapy list`` here over that in a project of stock Scrapy.

``python -m bench.start [PAIRS]`` exits with 1 where the median ratio is above 1.15.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.commands.project import CHECKOUT, PROFILE, Project

PAIRS, MOST = 9, 1.15
STOCK = {
    "scrapy.cfg": "[settings]\ndefault = stock.settings\n",
    "stock/__init__.py": "",
    "stock/settings.py": 'SPIDER_MODULES = ["stock.spiders"]\n',
    "stock/spiders/__init__.py": "",
    "stock/spiders/waldbote.py": (
        'import scrapy\n\n\nclass Waldbote(scrapy.Spider):\n    name = "waldbote"\n'
    ),
}


def seconds(folder: Path) -> float:
    """Return the CPU time of ``scrapy list`` in *folder*."""
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    words = [sys.executable, "-m", "scrapy", "list"]
    process = subprocess.Popen(words, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"scrapy list exits with {process.returncode} in {folder}")
    return usage.ru_utime + usage.ru_stime


def main(pairs: int = PAIRS) -> None:
    """Print the ratio, and exit with 1 where it is more than promised."""
    with TemporaryDirectory() as name:
        ours, stock = Path(name, "newsbot"), Path(name, "stock")
        ours.mkdir()
        Project(ours).add_site("waldbote", PROFILE.format(domain="waldbote.test", port=80))
        for path, text in STOCK.items():
            stock.joinpath(path).parent.mkdir(parents=True, exist_ok=True)
            stock.joinpath(path).write_text(text, encoding="utf-8")
        seconds(ours), seconds(stock)  # the first start compiles what it imports
        ratios = [seconds(ours) / seconds(stock) for _ in range(pairs)]
    print(
        f"scrapy list: {median(ratios):.2f} times stock Scrapy's CPU time "
        f"(median of {pairs} pairs; from {min(ratios):.2f} to {max(ratios):.2f})"
    )
    if median(ratios) > MOST:
        sys.exit(f"more than {MOST}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
