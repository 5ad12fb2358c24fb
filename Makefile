# Everything a newcomer types. The set-up happens once, inside .venv, and again only for what changed.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DONE := $(VENV)/done
INSTALL ?= yes
SYSTEM := PYTHON="$(PYTHON)" INSTALL="$(INSTALL)" installer/linux/system-libraries.sh
LOCALE := resources/locale
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard $(LOCALE)/*/LC_MESSAGES/carnet.po))
SPOKEN := $(filter-out pt,$(patsubst $(LOCALE)/%/LC_MESSAGES/carnet.po,%,$(CATALOGUES:.mo=.po)))  # Portuguese: letters only
PYTEST := $(BIN)/python -m pytest

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run demo test lint bench torture package try-package messages lock clean
.PHONY: system-window system-tests system-package
.NOTPARALLEL:

help:
	@echo "make run       open Carnet (without a screen: make demo)"
	@echo "make demo      do the whole main job without a screen, on invented people"
	@echo "make test      run the tests"
	@echo "make lint      look at style, types and who may import whom"
	@echo "make bench     measure, side by side with the bare cost"
	@echo "make torture   kill it while it writes, let its disk fail, pull the plug, again and again"
	@echo "make package   build the program that needs no Python: dist/carnet"
	@echo "make messages  bring the catalogues of sentences up to date"
	@echo "make lock      choose the versions of what it stands on again"
	@echo "make clean     remove what was built"

# ── What a person does ──────────────────────────────────────────────────────────────────────────

ifneq ($(DISPLAY)$(WAYLAND_DISPLAY)$(filter Darwin,$(shell uname -s)),)
run: system-window $(DONE)/run $(CATALOGUES)
	@$(BIN)/carnet
else
run:
	@echo "There is no display here, so Carnet does its main job without a window (make demo)."
	@$(MAKE) --no-print-directory demo
endif

demo: $(DONE)/run $(CATALOGUES)
	@mkdir -p build && folder=$$(mktemp -d build/demo-XXXXXX) && $(BIN)/carnet demo $$folder

test: system-tests $(DONE)/test $(CATALOGUES)
	$(PYTEST) --numprocesses auto --dist loadfile

lint: $(DONE)/test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: system-tests $(DONE)/test $(CATALOGUES)
	$(PYTEST) -o addopts=--strict-markers -q -s tests/bench

torture: system-tests $(DONE)/test $(CATALOGUES)
	$(PYTEST) -o addopts=--strict-markers -q -s tests/torture

package: system-package $(DONE)/test $(CATALOGUES)
	$(BIN)/pyinstaller --noconfirm --log-level WARN --distpath dist --workpath build/pyinstaller installer/carnet.spec
	@du -sh dist/carnet | awk '{print "dist/carnet: " $$1}'

# As root: shows dist/carnet working on a Debian that has nothing of this computer.
try-package:
	installer/linux/try-in-chroot.sh

clean:
	rm -rf build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	rm -f $(LOCALE)/*/LC_MESSAGES/*.mo
	find app tests installer -name __pycache__ -type d -prune -exec rm -rf {} +

# ── Set-up ──────────────────────────────────────────────────────────────────────────────────────

# First of all, so that where something must be typed it is one line for everything.
system-window system-tests system-package: system-%:
	@$(SYSTEM) python $*

$(DONE)/venv:
	@! command -v $(PYTHON) >/dev/null || $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Carnet needs Python 3.11 or later, and $(PYTHON) is older: say make PYTHON=python3.12, for example." >&2; exit 1; }
	@$(SYSTEM) python
	$(PYTHON) -m venv $(VENV)
	@mkdir -p $(DONE) && touch $@

# Nothing is fetched without its hash, and from where is this computer's business, not this file's.
$(DONE)/run-packages: requirements.lock $(DONE)/venv
	@echo "Fetching what Carnet stands on, each file checked against its hash. Once, and a few minutes."
	$(BIN)/python -m pip install -qq --require-hashes --only-binary :all: -r $<
	@touch $@

$(DONE)/test-packages: requirements-dev.lock $(DONE)/venv
	@echo "Fetching what Carnet and its tests stand on, each file checked against its hash. Once, and a few minutes."
	$(BIN)/python -m pip install -qq --require-hashes --only-binary :all: -r $<
	@touch $@ $(DONE)/run-packages

$(DONE)/run: pyproject.toml $(DONE)/run-packages
	$(BIN)/python -m pip install -qq --no-deps --no-build-isolation -e .
	@touch $@

$(DONE)/test: $(DONE)/test-packages $(DONE)/run
	@touch $@

%.mo: %.po | $(DONE)/run
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@

# ── Words and versions ──────────────────────────────────────────────────────────────────────────

messages: $(DONE)/test
	$(BIN)/pybabel --quiet extract --mapping-file babel.cfg --no-default-keywords \
	  --keyword text:1 --keyword plural:1,2 --keyword N_ --add-location file --sort-by-file --no-wrap --omit-header \
	  --output-file $(LOCALE)/carnet.pot app
	for language in $(SPOKEN); do $(BIN)/pybabel --quiet update --domain carnet --locale $$language \
	  --input-file $(LOCALE)/carnet.pot --output-dir $(LOCALE) \
	  --no-fuzzy-matching --no-wrap --ignore-obsolete --ignore-pot-creation-date || exit 1; done

LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --no-header pyproject.toml

lock: $(DONE)/test
	$(LOCK) --group build --output-file requirements.lock
	$(LOCK) --group dev --constraint requirements.lock --output-file requirements-dev.lock
