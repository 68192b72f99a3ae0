"""Asks a public database of advisories (OSV) about every version that is pinned.

``python -m bench.audit`` exits with 0 where none is known of any, with 1 where one is, and with 75
where the database can't be asked: then nothing is known, which is no good news. ``make audit``
first makes the environment that it asks from; make turns either code into its own 2.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = ROOT / ".venv-audit/bin/pip-audit"
FINE, FOUND, LATER = 0, 1, 75
OPTIONS = ("-s", "osv", "--disable-pip", "--progress-spinner", "off", "-f", "json")


def ask(requirements: Path, program: Path = PROGRAM) -> str:
    """Return what pip-audit prints of *requirements*: JSON, or nothing where it could not ask."""
    if not program.exists():
        print(f"{program} is not there: run make audit", file=sys.stderr)
        return ""
    words = [str(program), *OPTIONS, "-r", str(requirements)]
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout


def judge(answers: Mapping[str, str]) -> int:
    """Print what *answers*, by the name of a file, tell of it, and return the exit code."""
    codes = []
    for name, answer in answers.items():
        if not answer.startswith("{"):
            print(f"{name}: not audited, for the database could not be asked")
            codes.append(LATER)
            continue
        packages = json.loads(answer)["dependencies"]
        found = list(_found(packages))
        print(f"{name}: {len(packages)} packages, {len(found)} advisories")
        print("".join(f"  {line}\n" for line in found), end="")
        codes.append(FOUND if found else FINE)
    return next((code for code in (FOUND, LATER) if code in codes), FINE)


def _found(packages: Iterable[Mapping[str, object]]) -> Iterator[str]:
    for package in packages:
        for one in package.get("vulns", ()):
            fixed = ", ".join(one["fix_versions"]) or "no version"
            yield f"{package['name']} {package['version']}: {one['id']}, fixed in {fixed}"


if __name__ == "__main__":
    files = sorted(ROOT.glob("requirements*.txt"))
    sys.exit(judge({path.name: ask(path) for path in files}))
