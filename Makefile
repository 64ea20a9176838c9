# `make demo` and `make test` are all that a newcomer needs; both set up first. `make help` lists the rest.

.DEFAULT_GOAL := help
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:

BIN := .venv/bin
READY := .venv/.ready
LEDGER ?= demo.db
CORPUS ?= ../shared/corpora/polnear/dev/text
PYTEST_ARGS ?=

.PHONY: help setup demo test lint docs pictures bench lock clean

help: ## list the commands
	@awk -F ': .*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY) ## make .venv and install Sayso with all that development needs

$(READY): pyproject.toml requirements.lock .ci/setup
	.ci/setup
	@touch $@

demo: $(READY) ## read the samples into a ledger and say where to look
	$(BIN)/sayso read samples/dossier --ledger $(LEDGER)
	$(BIN)/sayso info --ledger $(LEDGER)
	@echo
	@echo "Where to look next:"
	@echo "  $(BIN)/sayso claims --ledger $(LEDGER)          who says that who did what to whom"
	@echo "  $(BIN)/sayso show Tehran --ledger $(LEDGER)      an article, its sources, cues and contents marked"
	@echo "  $(BIN)/sayso search convoy --ledger $(LEDGER)   articles by their words"
	@echo "  $(BIN)/sayso --help                           all commands"

test: lint ## check style, types and imports, then run the tests
	$(BIN)/python -m pytest $(PYTEST_ARGS)

lint: $(READY) ## check style, types and the direction of imports
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

docs: $(READY) ## build the documentation into site/
	$(BIN)/zensical build --strict --clean

pictures: $(READY) ## draw the pictures of the README from what the commands print
	$(BIN)/python docs/images/make.py

bench: $(READY) ## measure speed and memory beside the encoder alone and spaCy; CORPUS=folder
	$(BIN)/python -m compileall -q src/sayso # as pip does for a wheel
	$(BIN)/python -m benchmarks "$(CORPUS)"

lock: ## renew requirements.lock from pyproject.toml (needs uv)
	uv pip compile --quiet --upgrade --universal --generate-hashes --python-version 3.11 --no-annotate --no-header \
		--extra parquet --group dev --group build --output-file requirements.lock pyproject.toml

clean: ## remove what was built; the ledgers stay
	rm -rf .venv .venv-bench .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist site
