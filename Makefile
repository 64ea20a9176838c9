# `make demo` and `make test` are all that a newcomer needs; both set up first. `make help` lists the rest.

.DEFAULT_GOAL := help
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:

BIN := .venv/bin
READY := .venv/.ready
LEDGER ?= demo.db
SERVE ?= 1
CORPUS ?= ../shared/corpora/polnear/dev/text
PYTEST_ARGS ?=
FLOORS_ARGS ?=

# npm of the Node.js that pip installed.
NPM := $(BIN)/python -c 'import pathlib, sys, hatch_build; hatch_build.npm(pathlib.Path("ui"), "--silent", *sys.argv[1:])'
MODULES := ui/node_modules/.package-lock.json

.PHONY: help setup demo test lint floors interface docs pictures bench lock clean

help: ## list the commands
	@awk -F ': .*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY) ## make .venv and install Sayso with all that development needs

$(READY): pyproject.toml requirements.lock .ci/setup
	.ci/setup
	@touch $@

demo: $(READY) ## read the samples into a ledger and open the desk on it; SERVE=0 ends before that
	$(BIN)/sayso read samples/dossier --ledger $(LEDGER)
	$(BIN)/sayso info --ledger $(LEDGER)
	@echo
	@echo "Where to look next:"
	@echo "  $(BIN)/sayso serve $(LEDGER)                      the desk: read, compare, correct and share in a browser"
	@echo "  $(BIN)/sayso claims --ledger $(LEDGER)          who says that who did what to whom"
	@echo "  $(BIN)/sayso show Tehran --ledger $(LEDGER)      an article, its sources, cues and contents marked"
	@echo "  $(BIN)/sayso search convoy --ledger $(LEDGER)   articles by their words"
	@echo "  $(BIN)/sayso --help                           all commands"
	@if [ "$(SERVE)" != 0 ] && [ -t 1 ]; then exec $(BIN)/sayso serve $(LEDGER); fi

test: lint interface floors ## check style, types, imports and the weights' figures, then run the tests
	$(BIN)/python -m pytest $(PYTEST_ARGS)

lint: $(READY) ## check style, types and the direction of imports
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

# The tests' gazetteer: figures must not depend on places that a user added.
floors: export SAYSO_HOME = $(CURDIR)/.pytest_cache/d/sayso
floors: $(READY) ## score the shipped weights on a fifth of each dev set; FLOORS_ARGS="--raise" writes higher floors
	$(BIN)/python -m training floors $(FLOORS_ARGS)

interface: $(MODULES) ## check, test and build the desk's interface
	$(NPM) run check
	$(NPM) test
	$(BIN)/python -c "import hatch_build; hatch_build.make()"

$(MODULES): $(READY) ui/package-lock.json
	$(NPM) ci
	@touch $@

docs: $(READY) ## build the documentation into site/
	$(BIN)/zensical build --strict --clean

pictures: $(READY) ## draw the pictures of the documentation: what commands print, and the desk (needs chromium)
	$(BIN)/python docs/images/make.py
	$(BIN)/python docs/images/desk.py

bench: $(READY) ## measure speed and memory beside the encoder alone and spaCy; CORPUS=folder
	$(BIN)/python -m compileall -q src/sayso # as pip does for a wheel
	$(BIN)/python -m benchmarks "$(CORPUS)"

lock: ## renew requirements.lock from pyproject.toml (needs uv)
	uv pip compile --quiet --upgrade --universal --generate-hashes --python-version 3.11 --no-annotate --no-header \
		--extra parquet --extra postgres --extra stix --group dev --group build --output-file requirements.lock pyproject.toml
	uv pip compile --quiet --upgrade --universal --generate-hashes --python-version 3.11 --no-annotate --no-header \
		--constraint requirements.lock --extra ftm --output-file .ci/ftm.lock pyproject.toml

clean: ## remove what was built; the ledgers stay
	rm -rf .venv .venv-bench ui/node_modules src/sayso/web/static .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist site
