# Two commands on a fresh machine with Python 3.11 or newer and make: `make demo` and `make test`.

PYTHON ?= python3
VENV := .venv
PEERS := .venv-peers
ifeq ($(OS),Windows_NT)
  BIN := $(VENV)/Scripts
  PEERS_BIN := $(PEERS)/Scripts
else
  BIN := $(VENV)/bin
  PEERS_BIN := $(PEERS)/bin
endif
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
LOCK := uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate

.DEFAULT_GOAL := help

##@ Use

.PHONY: help
help: ## show this list
	@awk 'BEGIN {FS = ":.*##"} /^##@/ {printf "\n%s\n", substr($$0, 5)} /^[a-z-]+:.*##/ {printf "  %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: demo
demo: $(VENV)/.demo ## install, audit a shipped case, print where the report is
	$(BIN)/audit demo

##@ Work on it

.PHONY: test
test: $(VENV)/.test ## install, run the whole test suite
	$(BIN)/python -m pytest $(ARGS)

.PHONY: lint
lint: $(VENV)/.lint ## formatter, linter, types, layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

.PHONY: bench
bench: $(VENV)/.test peers ## run the benchmarks; each prints its numbers beside its peer's (ARGS=NAME for one)
	$(BIN)/python -m benchmarks $(ARGS)

.PHONY: peers
peers: $(PEERS)/.peers ## install the peers of the benchmarks, in an environment of their own

.PHONY: lists
lists: $(VENV)/.test ## write what is generated: docs/checks.md, the schema of audit.json
	$(BIN)/python docs/make_lists.py

.PHONY: lock
lock: ## pin the requirements anew (needs uv)
	$(LOCK) pyproject.toml requirements/demo.in -o requirements/demo.txt --upgrade
	$(LOCK) pyproject.toml --extra all requirements/demo.in requirements/test.in -c requirements/demo.txt -o requirements/test.txt
	$(LOCK) requirements/lint.in -c requirements/test.txt -o requirements/lint.txt
	$(LOCK) requirements/peers.in -o requirements/peers.txt --upgrade

.PHONY: clean
clean: ## remove the environment and what tools leave behind
	rm -rf $(VENV) $(PEERS) .pytest_cache .mypy_cache .ruff_cache audit-demo audit-out dist build

# A requirements file that changed is installed anew; the product itself is installed editable.

$(VENV)/.python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 demo")'
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.demo: $(VENV)/.python requirements/demo.txt pyproject.toml
	$(PIP) --require-hashes -r requirements/demo.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.demo requirements/test.txt
	$(PIP) --require-hashes -r requirements/test.txt
	@touch $@

$(VENV)/.lint: $(VENV)/.test requirements/lint.txt
	$(PIP) --require-hashes -r requirements/lint.txt
	@touch $@

$(PEERS)/.peers: $(VENV)/.python requirements/peers.txt
	$(PYTHON) -m venv $(PEERS)
	$(PEERS_BIN)/python -m pip --disable-pip-version-check install --quiet --require-hashes -r requirements/peers.txt
	@touch $@
