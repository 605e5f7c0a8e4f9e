"""What holds for the whole repository: its rooms, its size, its words, its wheel."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import tracker
from tracker.config import Settings

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
HIDDEN_BUT_OURS = {".ci", ".streamlit", ".gitignore"}
NOT_OURS = {"__pycache__", "build", "dist", "var"}
# In parts, so that this file may be searched too.
HOSTS = [
    ".".join(parts)
    for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"))
]
LINES = 400


def committed() -> Iterator[Path]:
    """Every file of the checkout but what tools and runs leave in it."""
    waiting = [ROOT]
    while waiting:
        for path in waiting.pop().iterdir():
            if path.name in NOT_OURS or (path.name.startswith(".") and path.name not in HIDDEN_BUT_OURS):
                continue
            if path.is_dir():
                waiting.append(path)
            elif path.is_file():
                yield path


def python(*arguments: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env={**os.environ, **env},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def test_imports_go_down_only() -> None:
    done = python(
        "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache", cwd=ROOT
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Contracts: 1 kept, 0 broken." in done.stdout


def test_no_module_is_longer_than_400_lines() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in committed()
        if path.suffix == ".py" and (lines := path.read_text(encoding="utf-8").count("\n")) > LINES
    }
    assert long == {}


def test_no_file_names_a_package_registry() -> None:
    named = [
        f"{path.relative_to(ROOT)}: {host}"
        for path in committed()
        for host in HOSTS
        if host.encode() in path.read_bytes()
    ]
    assert named == []


def test_every_constraint_is_one_exact_version() -> None:
    rows = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [row for row in rows if not row.startswith("#")]
    assert [row for row in pins if not re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.+!]*", row)] == []
    names = [re.sub(r"[._-]+", "-", row.split("==")[0]).lower() for row in pins]
    assert len(names) == len(set(names))
    wanted = PROJECT["project"]["dependencies"] + PROJECT["project"]["optional-dependencies"]["dev"]
    needed = {re.sub(r"[._-]+", "-", re.match(r"[\w.-]+", row)[0]).lower() for row in wanted}  # type: ignore[index]
    assert needed - set(names) == set()


def test_the_public_names_are_the_documented_ones() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    section = re.search(r"^## From Python\n(.*?)(?=^## |\Z)", readme, re.MULTILINE | re.DOTALL)
    assert section is not None
    table = set(re.findall(r"^\| `(\w+)` ", section[1], re.MULTILINE))
    assert table == set(tracker.__all__)
    assert all(getattr(tracker, name).__doc__ for name in tracker.__all__)


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_every_link_inside_the_repository_leads_somewhere(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#\s]+)", text) + re.findall(r"<img[^>]* src=\"([^\"]+)\"", text)
    inside = [link for link in links if not link.startswith(("http://", "https://"))]
    assert [link for link in inside if not (ROOT / link).exists()] == []


def test_every_path_that_contributing_names_exists() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    paths = re.findall(r"`((?:tracker|tests|data|docs|bench)/[\w./-]+)`", text)
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_the_changelog_has_an_entry_for_this_version() -> None:
    assert f"## [{PROJECT['project']['version']}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_setting_is_documented() -> None:
    named = set(re.findall(r"`TRACKER_([A-Z_]+)`", (ROOT / "README.md").read_text(encoding="utf-8")))
    assert named == {name.upper() for name in Settings.model_fields}


def test_every_make_target_in_the_documents_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))
    for name in ("README.md", "CONTRIBUTING.md"):
        named = set(re.findall(r"`make ([a-z-]+)", (ROOT / name).read_text(encoding="utf-8")))
        assert named - targets == set()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built without asking any index."""
    folder = tmp_path_factory.mktemp("wheel")
    arguments = (
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--no-build-isolation",
        "--wheel-dir",
        str(folder),
    )
    done = python("-m", "pip", *arguments, str(ROOT), cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_carries_all_of_data_and_of_the_program(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    data = {f"tracker/_data/{path.relative_to(ROOT / 'data').as_posix()}" for path in files(ROOT / "data")}
    program = {path.relative_to(ROOT).as_posix() for path in files(ROOT / "tracker")}
    assert (data | program) - inside == set()
    others = {name for name in inside - data - program if ".dist-info/" not in name}
    manuals = {f"tracker/_data/docs/{name}.md" for name in ("desk", "model", "status")}
    assert others == {"tracker/_data/streamlit.toml"} | manuals


def test_the_installed_wheel_parses_an_article_far_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    arguments = ("install", "--quiet", "--no-deps", "--no-index", "--target", str(site), str(wheel))
    installed = python("-m", "pip", *arguments, cwd=tmp_path)
    assert installed.returncode == 0, installed.stderr
    article = tmp_path / "article.txt"
    article.write_bytes((ROOT / "tests" / "data" / "sources" / "article.txt").read_bytes())
    where = python("-c", "import tracker; print(tracker.__file__)", cwd=tmp_path, PYTHONPATH=str(site))
    assert where.stdout.strip() == str(site / "tracker" / "__init__.py")
    parsed = python("-m", "tracker", "parse", "article.txt", cwd=tmp_path, PYTHONPATH=str(site))
    assert parsed.returncode == 0, parsed.stderr
    found = json.loads(parsed.stdout)
    assert (found["id"], found["published"]) == ("article.txt", "2025-08-22")
    assert [strike["facility_id"] for strike in found["strikes"]] == ["unecha-pumping-station"]


def files(folder: Path) -> Iterator[Path]:
    """Every file below a folder but compiled ones."""
    return (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
