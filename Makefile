# Two commands do all set-up: `make demo` scores a shipped announcement, `make test` runs the tests.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: demo test lint benchmark train evaluate clean

demo: $(VENV)/scoring
	$(BIN)/analyzer score corpora/samples/season_ticket_1.txt

test: $(VENV)/testing
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

benchmark: $(VENV)/testing
	$(BIN)/python -m tests.benchmark

train: $(VENV)/testing
	$(BIN)/analyzer train models/disclosure/recipe.toml -o models/disclosure
	$(BIN)/analyzer evaluate models/disclosure/recipe.toml -o models/disclosure/metrics.json

clean:
	rm -rf $(VENV)

$(BIN)/python:
	$(PYTHON) -m venv $(VENV) || (rm -rf $(VENV); $(PYTHON) -m pip install --user virtualenv && $(PYTHON) -m virtualenv $(VENV))

# Versions of everything come from constraints.txt, so that the same in gives the same out.
$(VENV)/scoring: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

$(VENV)/testing: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	touch $@ $(VENV)/scoring
