# Everything here works on a machine with Python 3.11 or later, git and make, and nothing else.
# `make help` lists what there is.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules

PORT ?= 8080
ARGS ?=

UV_VERSION := 0.13.9
UV := .uv/bin/uv
VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.made-from-the-lock
PACKAGES := bot storage dialogs cases

# The first Python that is new enough; `make setup PYTHON=/a/path` chooses another.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && command -v "$$p" && break; done)

# uv fetches no Python of its own, trusts the certificates the machine trusts, and takes the package
# index that pip is set up with, so that a mirror has to be named to pip alone.
export UV_PYTHON_DOWNLOADS := never
export UV_SYSTEM_CERTS ?= true
export UV_LINK_MODE ?= copy
PIPS_INDEX = index=$$(.uv/bin/pip config list | sed -nE "s/^[^=]*\.index-url='(.*)'$$/\1/p" | tail -n 1); \
	if [ -n "$$index" ] && [ -z "$${UV_DEFAULT_INDEX:-}" ]; then export UV_DEFAULT_INDEX="$$index"; fi

# While Playwright drives a browser its loop runs on, and no test may start another: the browsers' tests have
# processes of their own. Where ARGS chooses none of a half (exit code 5) that half has not failed.
tests = $(PY) -m pytest --numprocesses $(2) --dist loadfile --no-loadscope-reorder -m "$(1)" $(ARGS) || [ $$? = 5 -a -n "$(ARGS)" ]
# In the order of the folders: the long files do not stand alone at the end. One process more than there are
# processors, since tests wait for disks and databases too.
WORKERS ?= $(shell echo $$(($$(getconf _NPROCESSORS_ONLN) + 1)))

.PHONY: help setup demo test check lint types imports words format browser bench pictures lock clean

help: ## list what there is
	@grep -E '^[a-z-]+:.*## ' $(firstword $(MAKEFILE_LIST)) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

setup: $(READY) ## make the environment in .venv from requirements.lock

$(UV):
	@if [ -z "$(PYTHON)" ]; then echo "Lamton needs Python 3.11 or later, and none was found." >&2; exit 1; fi
	@"$(PYTHON)" -m venv --clear .uv || { rm -rf .uv; \
		echo "This Python cannot make an environment; on Debian: apt-get install python3-venv" >&2; exit 1; }
	@.uv/bin/pip install --quiet --disable-pip-version-check "uv==$(UV_VERSION)" || { rm -rf .uv; exit 1; }

$(READY): requirements.lock | $(UV)
	@if ! $(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
		$(UV) venv --quiet --clear --python "$(PYTHON)" $(VENV); fi
	@$(PIPS_INDEX); $(UV) pip sync --quiet --require-hashes --python $(PY) requirements.lock
	@touch $@

demo: setup ## everything on this computer, no network: residents, desk and delivery on PORT (8080)
	@$(PY) -m bot demo --port $(PORT)

test: check browser ## check, then every test; ARGS="-k clock" chooses
	@$(call tests,not browser,$(WORKERS))
	@$(call tests,browser,auto)

check: lint types imports words ## what is wrong without running anything: style, types, imports, words, Dockerfile

lint: setup
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/hadolint Dockerfile

types: setup
	$(VENV)/bin/mypy

imports: setup
	$(VENV)/bin/lint-imports

words: setup
	$(PY) -m bot.words.lint

format: setup ## put the source in its usual form
	$(VENV)/bin/ruff check --fix-only --quiet .
	$(VENV)/bin/ruff format --quiet .

browser:
	@if ! command -v chromium >/dev/null; then \
		echo "No Chromium here: the tests in a browser need Debian's (apt-get install chromium)." >&2; \
		if [ "$${CI:-}" = true ]; then exit 1; fi; \
		echo "They will be skipped; every other test runs." >&2; fi

bench: setup ## turns a second, the time of a turn, start-up and memory, on this machine
	$(PY) -m tests.bench $(ARGS)

pictures: setup browser ## take the README's pictures anew: pages in Chromium, papers and posters
	LAMTON_PICTURES=docs/pictures $(PY) -m pytest -m browser $(ARGS)
	$(PY) -m bot.papers.pictures docs/pictures

lock: $(UV) ## renew both locks from pyproject.toml; UPGRADE=1 takes newer versions
	@$(PIPS_INDEX); $(UV) lock --quiet $(if $(UPGRADE),--upgrade)
	@{ echo '# Made by `make lock` from pyproject.toml: everything, for working on Lamton.'; \
		$(UV) export --quiet --frozen --no-emit-project --no-header; } > requirements.lock
	@{ echo '# Made by `make lock` from pyproject.toml: what runs in earnest, for the Dockerfile.'; \
		$(UV) export --quiet --frozen --no-emit-project --no-header --no-dev; } > requirements-runtime.lock
	@grep -c '^[a-z].*==' requirements.lock requirements-runtime.lock

clean: ## remove the environment and what tools left behind; var/ (the data of the demo) stays
	rm -rf .venv .uv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache test-results
	find $(PACKAGES) tests -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
