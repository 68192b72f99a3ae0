# The two commands a newcomer needs are `make demo` and `make test`; both make .venv themselves.
PYTHON ?= python3
BIN = .venv/bin

.PHONY: demo test format pin clean

demo: .venv/runs
	@$(BIN)/scrapy demo

test: .venv/tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python -m pytest

format: .venv/tests
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# Every requirement is pinned with the hashes of its files, so that what is installed is what was tested.
.venv/runs: requirements.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/tests: requirements-dev.txt .venv/runs
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

# Writes both lock files anew from the .in files, for every Python since 3.11; needs `pip install uv`.
pin:
	for set in requirements requirements-dev; do \
	  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-annotate $$set.in -o $$set.txt || exit 1; done

clean:
	rm -rf .venv demo-data
