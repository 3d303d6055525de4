# The only entry points of this repository. `make help` lists them.
# Python 3.11+ and make are assumed; everything else is installed into .venv and node_modules.

SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PYTHON_READY := $(VENV)/.ready
NODE_READY := node_modules/.ready
FIREFOX_TEST := tests/site/test_firefox.py

.DEFAULT_GOAL := help
.PHONY: help setup figures book page translation serve lab test test-notebooks test-python test-firefox \
    test-firefox-if-any test-lowest bench release lint format lock clean

help: ## list the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 24

setup: $(PYTHON_READY) $(NODE_READY) ## install everything that is pinned, once

$(PYTHON_READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11 …")'
	test -x $(PY) || $(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

$(NODE_READY): package.json package-lock.json .npmrc | $(PYTHON_READY)
	$(PY) tools/npm.py ci
	@touch $@

figures: setup ## bundle the JavaScript of the figures
	$(PY) tools/build_figures.py

# A progress bar on a slow machine is no output of a chapter.
book page: export TQDM_DISABLE := 1

# EDITION=ru is the edition in ru/, if there is one; without it, `book` builds all, others English.

book: figures ## build the site in _build/html; FRESH=1 executes everything again
	$(PY) tools/build_book.py $(if $(EDITION),--language $(EDITION)) $(if $(FRESH),--fresh)

page: figures ## build one chapter quickly: make page CHAPTER=04-mse
	$(PY) tools/build_page.py $(CHAPTER) $(or $(EDITION),en)

translation: setup ## what an edition lacks: make translation EDITION=ru CHAPTER=04-mse DONE=all
	@$(PY) tools/translation.py $(or $(EDITION),en) $(if $(CHAPTER),--chapter "$(CHAPTER)") $(if $(DONE),--done "$(DONE)")

serve: book ## build the site and serve it on 127.0.0.1
	$(PY) tools/serve.py

lab: figures ## open your own copies of the chapters in JupyterLab; LAB_OPTIONS=--allow-root for root
	$(PY) tools/lab.py $(or $(EDITION),en) $(LAB_OPTIONS)

test: figures ## everything that CI checks
	$(PY) tools/ensure_browser.py chromium
	$(MAKE) --no-print-directory lint
	$(PY) -m pytest -n 2 --dist loadfile tests --ignore tests/site
	$(MAKE) --no-print-directory test-notebooks
	$(MAKE) --no-print-directory book FRESH=1
	$(PY) -m pytest -n 2 tests/site --ignore $(FIREFOX_TEST)
	$(MAKE) --no-print-directory test-firefox-if-any

test-firefox-if-any:
	@$(PY) tools/ensure_browser.py firefox --if-any; status=$$?; \
	if [ $$status = 0 ]; then \
	    $(PY) -m pytest -n 2 $(FIREFOX_TEST); \
	elif [ $$status = 3 ]; then \
	    echo "No Firefox here: \`make test-firefox\` installs it and opens every page in it."; \
	else \
	    exit $$status; \
	fi

# Twice, because processors round in different places: what a chapter states must hold on all.
# The second time NumPy multiplies matrices as on a processor of 2004.
NBVAL = $(PY) -m pytest -n 2 --dist loadscope --nbval --nbval-current-env \
    --nbval-sanitize-with tests/notebooks/sanitize.cfg notebooks $(wildcard [a-z][a-z]/notebooks)
OTHER_PROCESSOR = Prescott

test-notebooks: figures ## run every notebook and compare the numbers that it stores
	TQDM_DISABLE=1 env -u OPENBLAS_CORETYPE $(NBVAL)
	TQDM_DISABLE=1 OPENBLAS_CORETYPE=$(OTHER_PROCESSOR) $(NBVAL)

test-python: figures ## the part of `make test` that depends on the version of Python
	$(PY) -m pytest -n 2 --dist loadfile tests/nnlib
	$(MAKE) --no-print-directory test-notebooks
	$(MAKE) --no-print-directory book FRESH=1

test-firefox: book ## every page in Firefox; part of `make test` where there is one
	$(PY) tools/ensure_browser.py firefox
	$(PY) -m pytest -n 2 $(FIREFOX_TEST)

test-lowest: ## test nnlib with the lowest versions that pyproject.toml allows
	$(PYTHON) -m venv --clear .venv-lowest
	.venv-lowest/bin/python -m pip install --quiet uv
	.venv-lowest/bin/uv pip install --quiet --python .venv-lowest --resolution lowest-direct \
	    -e ".[notebooks]" "pytest>=8" "pytest-xdist>=3.6" "hypothesis>=6.100"
	.venv-lowest/bin/python -m pytest -n 2 --dist loadfile tests/nnlib

# Without OPENBLAS_…: such variables choose old kernels, so that all computers print the same digits.
bench: book ## speed of nnlib beside other libraries, of the figures and of the pages
	test -x .venv-bench/bin/python || $(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet -r tools/bench-requirements.txt
	.venv-bench/bin/python -m pip install --quiet --no-deps -e .
	$(PY) tools/ensure_browser.py chromium
	status=0; \
	env -u OPENBLAS_CORETYPE -u OPENBLAS_L2_SIZE .venv-bench/bin/python tools/bench.py || status=1; \
	$(PY) tools/bench_figures.py || status=1; \
	$(PY) tools/bench_pages.py || status=1; \
	exit $$status

release: book ## add a zip of the site and a PDF of the book to _build/html
	$(PY) tools/ensure_browser.py chromium
	$(PY) tools/release.py

lint: setup ## check style, format, types and spelling
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/codespell

format: setup ## format Python and notebooks
	$(VENV)/bin/ruff check --fix-only --quiet .
	$(VENV)/bin/ruff format .

lock: setup ## choose the newest versions again and pin them
	$(VENV)/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 pyproject.toml --extra test \
	    -o requirements.txt --no-emit-package nnlib --custom-compile-command "make lock"
	$(PY) tools/npm.py install --package-lock-only

clean: ## remove what was built, keep what was installed
	rm -rf _build $(wildcard [a-z][a-z]/_build) build dist .pytest_cache .ruff_cache .mypy_cache .hypothesis nnlib/figures/bundle
