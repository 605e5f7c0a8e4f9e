# `make run` and `make test` are all that a newcomer needs; each installs what it uses, once.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check install -qq --constraint constraints.txt
CHROMIUM := chromium chromium-browser google-chrome google-chrome-stable
FOUND := { $(foreach name,$(CHROMIUM),command -v $(name) ||) false; } >/dev/null

.DEFAULT_GOAL := help
.PHONY: help run test check bench bench-dashboard backtest soak install browser audit constraints clean

help: ## Show these lines
	@sed -n 's/^\([a-z-]*\):.*## /make \1	/p' Makefile | expand -t 24

run: $(VENV)/.installed ## Install what is needed and open the dashboard
	$(BIN)/python -m streamlit run app.py

test: $(VENV)/.installed-dev browser ## Install what the tests need and run them all (ARGS="-k words" for some)
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile $(ARGS)

check: $(VENV)/.installed-dev ## Style, types, the direction of imports, known vulnerabilities
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@$(MAKE) --no-print-directory audit

bench: $(VENV)/.installed-dev ## Speed of the parser as ratios, against references measured in the same run
	@$(PIP) --editable '.[bench]'
	$(BIN)/python bench/speed.py

bench-dashboard: $(VENV)/.installed-dev browser ## Speed of the dashboard against pydeck, in a real browser
	@$(PIP) --editable '.[bench]'
	$(BIN)/python bench/dashboard.py $(ARGS)

backtest: $(VENV)/.installed ## Hold the supply model against every known halt; ends non-zero when a figure is missed
	$(BIN)/python bench/backtest.py

soak: $(VENV)/.installed-dev ## The store under hardship: kill -9, crowds, full disks, growth; under 20 minutes
	$(BIN)/python tests/soak/soak.py $(ARGS)

install: $(VENV)/.installed ## Install the program into .venv; its command is .venv/bin/tracker

# Where the vulnerability service cannot be reached, a line says so; only a known vulnerability fails.
audit: $(VENV)/.installed-dev
	@out=$$($(BIN)/pip-audit --requirement constraints.txt --no-deps --disable-pip \
		--progress-spinner off --timeout 10 2>&1); \
	all=$$(grep -c == constraints.txt); left=$$(echo "$$out" | grep -c 'could not be audited'); \
	case "$$out" in \
		*"No known vulnerabilities found"*) ;; \
		*"known vulnerabilit"*) echo "$$out"; exit 1 ;; \
		*) left=$$all ;; \
	esac; \
	if test "$$left" = "$$all"; then echo "audit: not done, the vulnerability service cannot be reached"; \
	else echo "audit: no known vulnerability in $$((all - left)) of $$all packages; the rest is not listed"; fi

constraints: $(VENV)/.python ## Write constraints.txt anew from the newest versions that fit pyproject.toml
	rm -rf var/constraints && $(BIN)/python -m venv var/constraints
	var/constraints/bin/python -m pip --disable-pip-version-check install -qq '.[dev]'
	{ sed -n '/^#/p' constraints.txt; var/constraints/bin/python -m pip freeze \
		| grep -v '^energy-strike-tracker' | LC_ALL=C sort -f; } > var/constraints.txt
	mv var/constraints.txt constraints.txt && rm -rf var/constraints

clean: ## Remove .venv and what tools have cached; the store in var/ stays
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/.python:
	@test -n "$(PYTHON)" || { \
		echo "Python 3.11 or newer is needed. Install it, or name it: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "$(PYTHON) is older than Python 3.11. Name a newer one: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "Python's venv module is missing. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@"$(PYTHON)" -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.python pyproject.toml constraints.txt
	@echo "Installing into $(VENV), once; this takes a minute or two ..."
	@$(PIP) --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@echo "Installing what the tests need ..."
	@$(PIP) --editable '.[dev]'
	@touch $@

# The tests drive a real browser: an installed Chromium, else Debian's (as root), else Playwright's own.
browser: $(VENV)/.installed-dev
	@$(FOUND) || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null \
		&& apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes \
		--no-install-recommends chromium >/dev/null; } || $(BIN)/playwright install chromium
