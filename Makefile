# The two commands a newcomer needs are `make demo` and `make test`; both make .venv themselves.
PYTHON ?= python3
BIN = .venv/bin

.PHONY: demo test faults fuzz replay readers bench bench-extract bench-month bench-text bench-index audit format pin clean

demo: .venv/runs
	@$(BIN)/scrapy demo

# The tests are shared out over the cores: who has no more to do takes of another's what is left.
test: .venv/tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto --dist worksteal

# Meets every fault of the fault table, where `make test` meets a share; ends with its figures.
faults: .venv/tests
	NEWSBOT_FAULTS=all $(BIN)/python -m pytest tests/faults

# Ten minutes of pages damaged by chance, of which `make test` reads a few; exits with an error where
# one is not borne or takes too long.
fuzz: .venv/tests
	$(BIN)/python -m tests.fuzz 600

# Shows what a crawl archived in pywb, which has a .venv of its own.
replay: .venv/tests .venv-replay/runs
	$(BIN)/python -m pytest tests/archive/test_replay.py

# Reads a corpus with pandas, polars and Hugging Face datasets, which have a .venv of their own.
readers: .venv/tests .venv-readers/runs
	$(BIN)/python -m pytest tests/test_readers.py

# Some minutes on one core; all but bench.pagecost exit with an error where a figure is not as promised.
bench: .venv/tests
	$(BIN)/python -m bench.frontier
	$(BIN)/python -m bench.cost
	$(BIN)/python -m bench.start
	$(BIN)/python -m bench.pagecost
	$(BIN)/python -m bench.ledger
	$(BIN)/python -m bench.conditional

# Reads the real pages that NEWSBOT_PAGES names beside the peers, which have a .venv of their own.
bench-extract: .venv-bench/runs
	.venv-bench/bin/python -m bench.extract

# A simulated month, crawled twice, beside the ways of others: a table, after some minutes.
bench-month: .venv/tests
	$(BIN)/python -m bench.month

# Asks a database of advisories about all that is pinned. It prints whether one is known of it (Error 1) or
# the network does not let it be asked (Error 75); make itself ends with 2 on either, bench.audit with the code.
audit: .venv/tests .venv-audit/runs
	@$(BIN)/python -m bench.audit

# What is done with every text, and how fast; exits with an error where a figure is not as promised.
bench-text: .venv/tests
	$(BIN)/python -m bench.text_rate
	$(BIN)/python -m bench.text_copies
	$(BIN)/python -m bench.render
	$(BIN)/python -m bench.index 100000

# The same at 300,000 and a million articles, after half an hour.
bench-index: .venv/tests
	$(BIN)/python -m bench.index

format: .venv/tests
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# Every requirement is pinned with the hashes of its files, so that what is installed is what was tested.
.venv/runs: requirements.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/tests: requirements-dev.txt .venv/runs
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

.venv-replay/runs: requirements-replay.txt
	@test -x .venv-replay/bin/python || $(PYTHON) -m venv .venv-replay
	@.venv-replay/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-replay.txt
	@touch $@

.venv-audit/runs: requirements-audit.txt
	@test -x .venv-audit/bin/python || $(PYTHON) -m venv .venv-audit
	@.venv-audit/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-audit.txt
	@touch $@

.venv-readers/runs: requirements-readers.txt
	@test -x .venv-readers/bin/python || $(PYTHON) -m venv .venv-readers
	@.venv-readers/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-readers.txt
	@touch $@

# Without dependencies, for all are in the file: pip stumbles over two spellings of one extra.
.venv-bench/runs: requirements-bench.txt
	@test -x .venv-bench/bin/python || $(PYTHON) -m venv .venv-bench
	@.venv-bench/bin/python -m pip install -qq --disable-pip-version-check --no-deps --require-hashes -r requirements-bench.txt
	@touch $@

# Writes all lock files anew from the .in files, for every Python since 3.11; needs `pip install uv`.
pin:
	for set in requirements requirements-dev requirements-replay requirements-bench requirements-audit \
	  requirements-readers; do \
	  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-annotate $$set.in -o $$set.txt || exit 1; done

clean:
	rm -rf .venv .venv-replay .venv-bench .venv-audit .venv-readers demo-data
