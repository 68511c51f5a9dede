"""The wheel has the right contents, and `termbase build` works in an environment with nothing else installed."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

FOLDERS = {
    "termbase": "termbase",
    "tmx": "tmx",
    "service": "termbase_service",
    "cli": "termbase_cli",
    "data": "termbase_data",
}


def run(*command: object, cwd: Path) -> str:
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the repository so that no build folder is left in it."""
    source = tmp_path_factory.mktemp("source") / "termbase"
    shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns(".*", "build", "*.egg-info", "__pycache__", "demo"))
    target = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--outdir", target, source, cwd=target)
    (built,) = target.glob("*.whl")
    return built


def test_the_wheel_holds_these_packages_and_no_other(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    top = {name.split("/")[0] for name in names if ".dist-info/" not in name}
    assert top == {"termbase", "tmx", "termbase_service", "termbase_cli", "termbase_data"}


def test_the_wheel_holds_every_file_of_the_packages(wheel: Path) -> None:
    tracked = run("git", "ls-files", *FOLDERS, cwd=ROOT).splitlines()
    expected = {f"{FOLDERS[top]}/{rest}" for top, _, rest in (name.partition("/") for name in tracked)}
    assert expected - set(zipfile.ZipFile(wheel).namelist()) == set()


def test_each_package_folder_is_named_in_setup_cfg() -> None:
    configuration = configparser.ConfigParser()
    configuration.read(ROOT / "setup.cfg", "utf-8")
    named = set(configuration["options"]["packages"].split())
    found = {
        ".".join((FOLDERS[top], *package.parent.relative_to(ROOT / top).parts))
        for top in FOLDERS
        for package in (ROOT / top).rglob("__init__.py")
    }
    assert named == found | {"termbase_data.samples"}  # setuptools treats a folder of data as a package


def test_the_main_job_runs_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    if uv := shutil.which("uv"):
        run(uv, "venv", "--python", sys.executable, environment, cwd=tmp_path)
        run(uv, "pip", "install", "--python", environment / "bin" / "python", wheel, cwd=tmp_path)
    else:
        pytest.importorskip("ensurepip", reason="this Python cannot make an environment")
        run(sys.executable, "-m", "venv", environment, cwd=tmp_path)
        run(environment / "bin" / "pip", "install", "--quiet", wheel, cwd=tmp_path)
    (tmp_path / "report.txt").write_text("Cables of the Digital Silk Road (数字丝绸之路) land here.\n", "utf-8")
    run(environment / "bin" / "termbase", "build", "report.txt", "--out", "out", cwd=tmp_path)
    made = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert made == ["candidates.tsv", "memory.tmx", "report.html", "termbase.tbx"]
    found = run(environment / "bin" / "termbase", "lookup", "數位絲綢之路", cwd=tmp_path)
    assert "Digital Silk Road" in found
