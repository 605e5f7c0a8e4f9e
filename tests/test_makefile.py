"""The Makefile and .ci/run, tried on a copy with stand-ins for Python, pip and Chromium."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# Makes a folder whose python is itself, notes what pip is asked, and runs the real pytest.
PYTHON = """#!/bin/sh
case "$*" in
  *version_info*) exit $OLD ;;
  *ensurepip*) exit $BARE ;;
  "-m venv "*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
  "-m pip "*) echo "$*" >> pip.log; exit $OFFLINE ;;
  "-m streamlit "*) echo "$*" ;;
  "-m pytest"*) shift 2; exec "$REAL" -m pytest -p no:cacheprovider "$@" ;;
esac
"""


class Copy:
    """A copy of what make needs, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("Makefile", "pyproject.toml", "constraints.txt"):
            shutil.copy(ROOT / name, folder)
        shutil.copytree(ROOT / ".ci", folder / ".ci")
        self.tools = folder / "tools"
        self.tools.mkdir()
        self.tool("python3", PYTHON)
        self.tool("chromium", "#!/bin/sh\n")
        (folder / "tests").mkdir()

    def tool(self, name: str, text: str) -> None:
        """Puts a stand-in first on the path."""
        path = self.tools / name
        path.write_text(text)
        path.chmod(0o755)

    def run(
        self, *command: str, old: int = 0, bare: int = 0, offline: int = 0
    ) -> subprocess.CompletedProcess[str]:
        """What a newcomer types, with the stand-ins' answers."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("MAKE", "MFLAGS", "PYTEST"))
        }
        env = {
            **kept, "PATH": f"{self.tools}:{os.environ['PATH']}", "REAL": sys.executable, "PYTHON": "python3",
            "OLD": str(old), "BARE": str(bare), "OFFLINE": str(offline),
        }  # fmt: skip
        return subprocess.run(
            command,
            cwd=self.folder,
            env=env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def installs(self) -> list[str]:
        """What pip was asked to install, in order."""
        log = self.folder / "pip.log"
        return [line.split()[-1] for line in log.read_text().splitlines()] if log.exists() else []


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)


def test_run_installs_once_and_opens_the_dashboard(copy: Copy) -> None:
    first = copy.run("make", "run")
    assert first.returncode == 0, first.stderr
    assert "-m streamlit run app.py" in first.stdout
    assert copy.installs() == ["."]
    copy.run("make", "run")
    assert copy.installs() == ["."]


def test_installing_keeps_to_the_constraints(copy: Copy) -> None:
    copy.run("make", "install")
    assert "--constraint constraints.txt" in (copy.folder / "pip.log").read_text()


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_a_changed_requirement_installs_again(copy: Copy, name: str) -> None:
    copy.run("make", "install")
    stamp = copy.folder / ".venv" / ".installed"
    later = stamp.stat().st_mtime + 5
    os.utime(copy.folder / name, (later, later))
    copy.run("make", "install")
    assert copy.installs() == [".", "."]


def test_an_install_that_failed_is_tried_again(copy: Copy) -> None:
    assert copy.run("make", "install", offline=1).returncode != 0
    assert copy.run("make", "install").returncode == 0
    assert copy.installs() == [".", "."]


def test_an_old_python_is_named_with_the_remedy(copy: Copy) -> None:
    done = copy.run("make", "run", old=1)
    assert done.returncode != 0
    assert "older than Python 3.11" in done.stderr
    assert "make PYTHON=" in done.stderr
    assert not (copy.folder / ".venv").exists()


def test_a_python_without_venv_is_named_with_the_remedy(copy: Copy) -> None:
    done = copy.run("make", "test", bare=1)
    assert done.returncode != 0
    assert "apt-get install python3-venv" in done.stderr
    assert not (copy.folder / ".venv").exists()


def test_help_is_what_plain_make_shows(copy: Copy) -> None:
    done = copy.run("make")
    assert done.returncode == 0
    for target in ("run", "test", "check", "install", "help"):
        assert f"make {target} " in done.stdout


def test_ci_runs_the_tests_and_prints_their_closing_line(copy: Copy) -> None:
    (copy.folder / "tests" / "test_one.py").write_text("def test_it():\n    assert True\n")
    done = copy.run("bash", ".ci/run")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 passed" in done.stdout
    assert copy.installs() == [".", ".[dev]"]


@pytest.mark.parametrize(
    "test", ["def test_it():\n    assert False\n", "def broken(:\n", "# no test at all\n"]
)
def test_ci_fails_with_a_failing_a_broken_or_no_test(copy: Copy, test: str) -> None:
    (copy.folder / "tests" / "test_one.py").write_text(test)
    assert copy.run("bash", ".ci/run").returncode != 0


@pytest.mark.parametrize(
    ("answer", "fails", "says"),
    [
        ("No known vulnerabilities found", False, "no known vulnerability in "),
        ("Found 2 known vulnerabilities in 1 package", True, "Found 2 known vulnerabilities"),
        ("Found 1 known vulnerability in 1 package", True, "Found 1 known vulnerability"),
        ("requests.exceptions.ConnectionError: no route", False, "audit: not done"),
    ],
)
def test_only_a_known_vulnerability_fails_the_audit(copy: Copy, answer: str, fails: bool, says: str) -> None:
    copy.run("make", ".venv/.installed-dev")
    audit = copy.folder / ".venv" / "bin" / "pip-audit"
    audit.write_text(f'#!/bin/sh\necho "{answer}" >&2\nexit 1\n')
    audit.chmod(0o755)
    done = copy.run("make", "audit")
    assert (done.returncode != 0) is fails
    assert says in done.stdout


def test_ci_can_be_executed_as_it_is() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
