"""What is installed: our names are ours alone, and the wheel holds all that the packages hold."""

import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path
from types import ModuleType

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import api
import graph
import ingest
import nlp
import visual

ROOT = Path(__file__).parent.parent
PACKAGES = (graph, nlp, ingest, visual, api)
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.__name__)
def test_our_names_are_ours_alone(package: ModuleType):
    """An editable install has no owner on record; then the package lies in this tree."""
    owners = set(packages_distributions().get(package.__name__, ()))
    inside = Path(str(package.__file__)).is_relative_to(ROOT)
    assert owners == {"whereabouts"} or (not owners and inside), (owners, package.__file__)


def test_every_test_folder_is_a_package():
    """A test folder without `__init__.py` would take the name of the package that it mirrors."""
    tests = ROOT / "tests"
    folders = {path.parent for path in tests.rglob("test_*.py")}
    bare = {
        str(folder.relative_to(ROOT))
        for leaf in folders
        for folder in (leaf, *leaf.parents)
        if folder.is_relative_to(tests) and not (folder / "__init__.py").exists()
    }
    assert bare == set()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    subprocess.run([*build, "--directory", folder], cwd=ROOT, check=True, capture_output=True)
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def test_the_wheel_holds_every_file_of_the_packages_and_nothing_else(wheel: zipfile.ZipFile):
    ours = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package.__name__).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    shipped = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert shipped == ours
    assert {f"{package.__name__}/py.typed" for package in PACKAGES} <= shipped


def test_the_wheel_carries_its_command_its_licence_and_the_ban_on_uploading(wheel: zipfile.ZipFile):
    inside = {name.split("/", 1)[1]: name for name in wheel.namelist() if ".dist-info/" in name}
    assert b"whereabouts = api.cli:main" in wheel.read(inside["entry_points.txt"])
    assert b"Apache License" in wheel.read(inside["licenses/LICENSE"])
    assert b"Private :: Do Not Upload" in wheel.read(inside["METADATA"])


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("requirements.lock", PROJECT["project"]["dependencies"]),
        ("requirements-dev.lock", PROJECT["dependency-groups"]["dev"]),
    ],
)
def test_the_lock_answers_what_the_project_asks_for(lock: str, wanted: list[str]):
    """A lock forks where platforms differ: at least one pinned version must satisfy."""
    pins = PIN.findall((ROOT / lock).read_text("utf-8"))
    unanswered = [
        str(requirement)
        for requirement in map(Requirement, wanted)
        if not any(
            canonicalize_name(name) == canonicalize_name(requirement.name)
            and requirement.specifier.contains(version, prereleases=True)
            for name, version in pins
        )
    ]
    assert unanswered == []


def test_the_containers_listen_on_loopback_know_no_password_and_report_to_nobody():
    services = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))["services"]
    ports = [port for service in services.values() for port in service["ports"]]
    secrets = [
        value
        for service in services.values()
        for name, value in service["environment"].items()
        if "PASSWORD" in name or name == "NEO4J_AUTH"
    ]
    neo4j = services["neo4j"]["environment"]
    off = ("dbms_usage__report", "dbms_fleet__manager", "server_fleet__discovery")
    assert [port for port in ports if not port.startswith("127.0.0.1:")] == []
    assert len(secrets) == 2
    assert [secret for secret in secrets if "${WHEREABOUTS_NEO4J_PASSWORD:?" not in secret] == []
    assert [neo4j[f"NEO4J_{name}_enabled"] for name in off] == ["false"] * 3
    assert neo4j["NEO4J_client_allow__telemetry"] == "false"
