"""The shape of the project: who imports whom, how long a file may be, what the locks may hold."""

import os
import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent
OWN_CODE = ("graph", "nlp", "ingest", "visual", "api", "tests", "tools", "bench")
LONGEST_FILE = 400
# Split, so that this file does not hold what it looks for.
REGISTRIES = (
    ("pypi", "org"),
    ("pythonhosted", "org"),
    ("registry.npmjs", "org"),
    ("repo.maven.apache", "org"),
    ("repo1.maven", "org"),
    ("deb.debian", "org"),
    ("conda.anaconda", "org"),
)
GENERATED = re.compile(r"\.|__pycache__$|dist$|build$")
COPYLEFT = re.compile(r"\b[AL]?GPL|GNU (affero |lesser )?general public", re.IGNORECASE)


def project_files() -> Iterator[Path]:
    """Every file of the project itself; hidden and generated folders are left out."""
    for folder, names, files in os.walk(ROOT):
        names[:] = [name for name in names if name == ".ci" or not GENERATED.match(name)]
        yield from (Path(folder, file) for file in files)


def locked(lock: str) -> dict[str, str]:
    """Name and version of each package that a lock pins."""
    text = (ROOT / lock).read_text("utf-8")
    return dict(re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", text, re.MULTILINE))


def copyleft_alone(package: str) -> str | None:
    """What a package declares, if it is under a GNU licence and offers no other choice."""
    declared = metadata(package)
    expression = declared.get("License-Expression", "")
    if " OR " in expression and not all(map(COPYLEFT.search, expression.split(" OR "))):
        return None
    first_line = (declared.get("License", "").strip().splitlines() or [""])[0]
    classifiers = [
        line for line in declared.get_all("Classifier", []) if line.startswith("License ::")
    ]
    for statement in (expression, first_line, *classifiers):
        if COPYLEFT.search(statement):
            return statement
    return None


def test_the_import_contracts_hold(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(ROOT)
    assert lint_imports() == 0, capsys.readouterr().out


def test_no_file_is_longer_than_a_reader_can_hold():
    long = {
        str(path.relative_to(ROOT)): count
        for path in project_files()
        if path.suffix in {".py", ".js", ".css"} and path.relative_to(ROOT).parts[0] in OWN_CODE
        if (count := len(path.read_text("utf-8").splitlines())) > LONGEST_FILE
    }
    assert long == {}


def test_no_file_holds_the_address_of_a_package_registry():
    addresses = [".".join(parts).encode() for parts in REGISTRIES]
    found = {
        str(path.relative_to(ROOT)): address.decode()
        for path in project_files()
        for content in [path.read_bytes()]
        for address in addresses
        if address in content
    }
    assert found == {}


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_each_locked_package_has_hashes_and_no_address(lock: str):
    text = (ROOT / lock).read_text("utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert "://" not in text
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert len(locked(lock)) > 50


def test_both_locks_pin_the_same_versions():
    runtime, dev = locked("requirements.lock"), locked("requirements-dev.lock")
    assert {name: dev.get(name) for name in runtime} == runtime


def test_nothing_that_runs_is_under_a_gnu_licence():
    refused, read = {}, 0
    for package in locked("requirements.lock"):
        try:
            statement = copyleft_alone(package)
        except PackageNotFoundError:
            continue  # for another platform
        read += 1
        if statement is not None:
            refused[package] = statement
    assert refused == {}
    assert read > 50
