# Kyosei's daily commands. `make run` needs Python 3.11 or newer, a network on its first run, and nothing else.

PYTHON ?= python3
UV ?= uv

BIN := .venv/bin
INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check
# Wheels only: building from source would fetch tools that no lock file pins.
INSTALL_LOCKED := $(INSTALL) --require-hashes --only-binary :all: --requirement
# The build backend comes from the lock file too, hence no isolated build.
INSTALL_KYOSEI := $(INSTALL) --no-deps --no-build-isolation --editable .
LOCK := $(UV) pip compile --quiet --generate-hashes --no-emit-index-url --universal --python-version 3.11 \
	--custom-compile-command "make lock" pyproject.toml --extra build
# A worker keeps to its half of the files, and so makes what a file shares once, until the other is idle and takes a part.
PYTEST := $(BIN)/pytest -n auto --maxprocesses 2 --dist worksteal
# The kernels are compiled once, not in every worker.
COMPILE := $(BIN)/kyosei check tests/cli/life.jsonl --on 2026-11-21 >/dev/null

TRIAL := .venv/trial
PORT := 8080

.PHONY: run test check bench soak format lock clean

run: .venv/run.stamp $(TRIAL)  ## serves the portal over an invented town, in which everybody can be tried
	@$(BIN)/kyosei serve --data $(TRIAL) --port $(PORT) --try-roles

test: .venv/dev.stamp  ## every test but the long ones
	@$(COMPILE)
	$(PYTEST)

check: .venv/dev.stamp  ## style, types and floors
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/dev.stamp  ## speed, in ratios taken in one run
	$(BIN)/python -m bench

soak: .venv/dev.stamp  ## the long tests (some hours) and the large sizes
	@$(COMPILE)
	KYOSEI_SOAK=1 $(PYTEST) -m soak
	$(BIN)/python -m bench --persons 1000 100000 1000000

format: .venv/dev.stamp
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

lock:  ## writes the lock files anew from pyproject.toml; needs uv
	$(LOCK) --output-file requirements.lock
	$(LOCK) --extra dev --constraint requirements.lock --output-file requirements-dev.lock

clean:
	rm -rf .venv .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'Kyosei needs Python 3.11 or newer; name one you have, for example: make $(MAKECMDGOALS) PYTHON=python3.12'; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }

$(TRIAL): | .venv/run.stamp
	@echo 'Making an invented town of 200 persons (once; about half a minute) ...'
	@$(BIN)/kyosei trial $(TRIAL) --persons 200 $(foreach life,$(wildcard samples/*.jsonl),--life $(life))

.venv/run.stamp: requirements.lock pyproject.toml | .venv/pyvenv.cfg
	@echo 'Installing what Kyosei needs into .venv, and compiling its kernels (once; a few minutes) ...'
	@$(INSTALL_LOCKED) requirements.lock
	@$(INSTALL_KYOSEI)
	@$(COMPILE)
	@touch $@

# Everything in requirements.lock is in requirements-dev.lock at the same version, so `make run` has nothing left to do.
.venv/dev.stamp: requirements-dev.lock pyproject.toml | .venv/pyvenv.cfg
	@echo 'Installing what working on Kyosei needs into .venv (once; about a minute) ...'
	@$(INSTALL_LOCKED) requirements-dev.lock
	@$(INSTALL_KYOSEI)
	@touch .venv/run.stamp $@
