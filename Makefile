# Two commands are all that a newcomer needs: make demo, make test.  They need python3 (3.11 to 3.13) with venv,
# and nothing else; what they install is locked in requirements.lock and stays in .venv.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
SHARED ?= ../shared
READY := $(VENV)/.ready

.PHONY: help install demo test check bench bench-copies bench-stories lock clean

help:
	@echo "make demo    read the examples: their dossier on the terminal, and as a page in demo/"
	@echo "make test    run the tests"
	@echo "make check   lint, types, import order, docs"
	@echo "make bench   measure speed and memory, and the gates of $(SHARED) where that is"
	@echo "make bench-copies  measure how many copies are found, and how fast"
	@echo "make bench-stories  group 10,000, 100,000 and 1,000,000 made reports: speed, memory, cost of a report"
	@echo "make lock    write requirements.lock anew (needs uv)"
	@echo "make clean   remove what the others made"

install: $(READY)

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(None if (3, 11) <= sys.version_info[:2] <= (3, 13) else "twosource needs Python 3.11, 3.12 or 3.13; this is " + sys.version.split()[0] + " (try: make PYTHON=python3.12)")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-index --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q src
	@touch $@

demo: $(READY)
	@mkdir -p demo
	$(BIN)/twosource compare examples --output demo/dossier.html
	$(BIN)/twosource compare examples
	@echo "The same as a page: demo/dossier.html"

test: $(READY)
	$(BIN)/python -m pytest -q -n auto

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/unit/test_rooms.py tests/unit/test_door.py tests/docs

bench: $(READY)
	$(BIN)/python bench/speed.py $(if $(wildcard $(SHARED)/data/names),--before $(SHARED)/data/names)
	$(BIN)/python bench/copies.py
	$(BIN)/python bench/hostile.py
	$(BIN)/python bench/identity.py --min 0.95
	sh bench/gates.sh $(SHARED) $(BIN)

bench-copies: $(READY)
	$(BIN)/python bench/copies.py --notes

bench-stories: $(READY)
	$(BIN)/python bench/stories.py 10000 100000 1000000

lock:
	uv pip compile --universal --generate-hashes --python-version 3.11 --extra dev --no-header --no-annotate --quiet -o requirements.lock pyproject.toml

clean:
	rm -rf $(VENV) demo .pytest_cache .mypy_cache .ruff_cache .hypothesis
