# Everything lives in .venv, made from the lock alone: no index address, every file checked by its hash.
.DEFAULT_GOAL := help
.PHONY: help run test check format docs lock clean

VENV := .venv
READY := $(VENV)/.ready
PY := $(VENV)/bin/python

# The first Python that runs and is new enough; a name on the PATH alone proves nothing (pyenv keeps stubs).
FIND_PYTHON = for p in $(PYTHON) python3 python3.13 python3.12 python3.11 python3.14 python; do \
	"$$p" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo "$$p"; break; }; done

help:  ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(READY)  ## set everything up and load samples/inbox into a warehouse under data/
	@$(VENV)/bin/ikm load samples/inbox; code=$$?; \
	if [ $$code -eq 1 ]; then echo "(1: ada baris atau berkas yang ditahan / some rows or files were held back)"; \
	else exit $$code; fi

test: $(READY)  ## set everything up and run the tests
	@$(PY) -m pytest -q

check: $(READY)  ## format, lint and types, without changing a file
	@$(PY) -m ruff format --check .
	@$(PY) -m ruff check .
	@$(PY) -m mypy

format: $(READY)  ## format the code
	@$(PY) -m ruff check --fix-only --quiet . && $(PY) -m ruff format .

docs: $(READY)  ## write docs/temuan.md from the finding codes, docs/kamus-data.md from the data dictionary
	@$(PY) -m schemas.finding_page > docs/temuan.md.new && mv docs/temuan.md.new docs/temuan.md
	@$(PY) -m warehouse.dictionary_page > docs/kamus-data.md.new && mv docs/kamus-data.md.new docs/kamus-data.md

$(READY): requirements-dev.lock pyproject.toml
	@python=$$($(FIND_PYTHON)); \
	if [ -z "$$python" ]; then \
		echo "Perlu Python 3.11 atau lebih baru (dengan modul venv). / Python 3.11 or newer (with venv) is needed."; \
		exit 2; fi; \
	echo "Menyiapkan .venv dengan $$python ... / Setting up .venv with $$python ..."; \
	"$$python" -m venv --clear $(VENV)
	@$(PY) -m pip install -qq --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.lock
	@$(PY) -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@# Some systems keep Python from doing this by itself; without it every start takes a second longer.
	@$(PY) -m compileall -q -j 0 $(VENV)/lib schemas flows warehouse >/dev/null 2>&1 || true
	@$(PY) -m warehouse.shell || true
	@touch $@

lock:  ## make the two lock files anew from pyproject.toml (upgrade=1: newest versions; needs an index)
	@python=$$($(FIND_PYTHON)); [ -d .lock-tools ] || "$$python" -m venv .lock-tools
	@.lock-tools/bin/python -m pip install -qq --disable-pip-version-check uv
	@.lock-tools/bin/uv pip compile $(COMPILE) -o requirements.lock
	@.lock-tools/bin/uv pip compile $(COMPILE) -c requirements.lock --extra dev -o requirements-dev.lock

COMPILE := --quiet --no-strip-extras --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links $(if $(upgrade),--upgrade) pyproject.toml

clean:  ## remove .venv and what tools left behind (never data/)
	@rm -rf $(VENV) .lock-tools .mypy_cache .ruff_cache .hypothesis build *.egg-info
	@find schemas flows warehouse tests bench samples -name __pycache__ -type d -prune -exec rm -rf {} +
