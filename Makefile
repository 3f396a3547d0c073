# Two commands do all set-up: `make demo` scores a shipped announcement, `make test` runs the tests.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: demo test browser benchmark train clean

demo: $(VENV)/scoring
	$(BIN)/analyzer score corpora/samples/season_ticket_1.txt

test: $(VENV)/testing browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check analyzer tests
	$(BIN)/mypy
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

benchmark: $(VENV)/testing
	$(BIN)/python -m tests.benchmark

train: $(VENV)/testing
	$(BIN)/analyzer train models/disclosure/recipe.toml -o models/disclosure
	$(BIN)/analyzer evaluate models/disclosure/recipe.toml -o models/disclosure/metrics.json

# The page is tested in a real browser with a Japanese font; where this machine lets us, Debian's packages bring both.
browser:
	@fc-list :lang=ja 2>/dev/null | grep -q . && command -v chromium >/dev/null || \
	  { command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] && apt-get -qq update && \
	    apt-get -qq install --yes --no-install-recommends chromium fontconfig fonts-ipafont-gothic >/dev/null; } || \
	  echo "no Chromium or no Japanese font: install both to run the browser tests" >&2

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

.PHONY: figures documents studies

# After a change of corpora, rules or settings: train and measure again, then write every generated part of the documents.
figures: train
	$(BIN)/python -m analyzer.documents.writing

# The generated parts alone, from the model and the metrics as they are.
documents: $(VENV)/testing
	$(BIN)/python -m analyzer.documents.writing

# What parts of the classifier and more data are worth: several trainings, written beside the figures.
studies: $(VENV)/testing
	$(BIN)/python -m analyzer.measuring.ablation models/disclosure/recipe.toml models/disclosure/metrics.json
	$(BIN)/python -m analyzer.documents.writing
