# Every command of the project. Needs Python >= 3.11 and make; the rest is installed into .venv.
.DEFAULT_GOAL := run
.PHONY: run test check lint types lock bench neo4j rebuild wheel clean
.DELETE_ON_ERROR:
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/uv pip install --quiet --python $(BIN)/python
# Exactly what the lock names, each by its hash, and wheels only: installing runs no code of a package.
LOCKED := --no-deps --require-hashes --only-binary :all:
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url pyproject.toml

define NO_VENV
This Python cannot make a virtual environment. On Debian or Ubuntu: apt-get install python3-venv; then run make again.
endef

run: .venv/ready
	$(BIN)/whereabouts run

# A part of the tests: make test ARGS=tests/graph; the long ones too: make test ARGS="-m 'slow or not slow'"
# Each process starts servers of its own; those that measure time want PROCESSES=0.
PROCESSES ?= 2
test: .venv/dev
	$(BIN)/python -m pytest --numprocesses $(PROCESSES) --dist loadfile $(ARGS)

check: lint types

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: .venv/dev
	$(BIN)/mypy

# A Neo4j of its own, without Docker: make neo4j, or make neo4j NEO4J=2026.09.0
NEO4J ?= 5.26.16
neo4j: .venv/ready
	$(BIN)/python -m tools.neo4j start --version $(NEO4J)

# What is derived (graph, columns) is thrown away and computed again from the record.
rebuild: .venv/ready
	$(BIN)/whereabouts rebuild

# Each script prints its figures and the change against the frozen ones beside it.
bench: .venv/dev
	@for script in bench/*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

# The built wheel runs in an environment without any development tool.
wheel: .venv/dev
	rm -rf dist .wheel
	$(BIN)/uv build --quiet --wheel --no-build-isolation --python $(BIN)/python
	$(BIN)/uv venv --quiet --python $(BIN)/python .wheel
	$(BIN)/uv pip install --quiet --python .wheel/bin/python $(LOCKED) -r requirements.lock
	$(BIN)/uv pip install --quiet --python .wheel/bin/python --no-deps dist/*.whl
	cd .wheel && bin/whereabouts --help

# .venv/ready: what the tool needs to run. .venv/dev: what its tests and checks need besides.
.venv/ready: pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Whereabouts needs Python 3.11 or newer. Name one: make PYTHON=python3.12 ...")'
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "$(NO_VENV)" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	@sed -n '/^uv==/,/[^\\]$$/p' requirements-dev.lock > .venv/uv.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check $(LOCKED) -r .venv/uv.lock
	$(PIP) $(LOCKED) -r requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev: .venv/ready requirements-dev.lock
	$(PIP) $(LOCKED) -r requirements-dev.lock
	@touch $@

# Locks hold hashes and no address. Newer versions: make lock UPGRADE=--upgrade
lock: .venv/ready
	$(COMPILE) $(UPGRADE) --group build --output-file requirements.lock
	$(COMPILE) $(UPGRADE) --constraint requirements.lock --group build --group dev --output-file requirements-dev.lock

clean:
	rm -rf .venv .wheel dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
