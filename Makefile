# The two commands of the README are `make demo` and `make test`; `make help` lists the rest.
SHELL := /bin/bash
VENV ?= .venv
BIN := $(VENV)/bin
PYTHON ?= python3
PORT ?= 8000
PYTEST := $(BIN)/python -m pytest -q
export PYTHONUNBUFFERED := 1
# Where a container forbids it, each of a run's hundred processes would compile every module again. What a run imports
# is compiled then; pip would compile all that was installed, on one core.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help system demo prod-local dev lint check test journeys test-databases test-sqlite test-postgresql bench soak screenshots access messages assets sbom

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 18

system: ## Install what the system must have (Debian as root), or say what is missing
	@bash tests/system_packages.sh

$(BIN)/.base: requirements/base.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python requirements/install.py base.txt
	@touch $@

$(BIN)/.dev: requirements/dev.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python requirements/install.py dev.txt
	@touch $@ $(BIN)/.base

demo: system $(BIN)/.base ## Set everything up, load the demo content and serve it (PORT=8000)
	@PORT=$(PORT) $(BIN)/python -m demo.serve

prod-local: system $(BIN)/.dev ## Run the production profile here: PostgreSQL, Redis, web, worker, beat (PORT=8443)
	@$(if $(filter-out file,$(origin PORT)),PORT=$(PORT)) $(BIN)/python -m tests.prod_local

dev: $(BIN)/.dev ## Serve for people who change the code: DEBUG on, reloading
	$(BIN)/python -m network.words.catalogues
	$(BIN)/python manage.py migrate -v0
	$(BIN)/python manage.py runserver 127.0.0.1:$(PORT)

lint: $(BIN)/.dev ## Style, layers, templates, types, migrations, translations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	PYTHONPATH=. $(BIN)/lint-imports
	$(BIN)/djlint --quiet --lint templates
	$(BIN)/djade --check --target-version 5.2 $$(git ls-files 'templates/**/*.html')
	$(BIN)/python -m tests.translations
	$(BIN)/python -m tests.no_secrets
	$(BIN)/mypy
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python -m tests.sizes

check: lint test ## What continuous integration runs

test: system $(BIN)/.dev test-sqlite test-postgresql ## Set everything up and run every test on both databases

# Migrating from zero is half a minute's work of one core: both databases at once.
test-databases: $(BIN)/.dev
	@$(BIN)/python -m tests.databases & sqlite=$$!; \
	$(BIN)/python -m tests.servers --keep postgresql -- $(BIN)/python -m tests.databases && wait $$sqlite

test-sqlite: test-databases
	$(PYTEST) -n 2

test-postgresql: test-databases
	$(BIN)/python -m tests.servers --workers 2 postgresql -- $(PYTEST) -n 2 -m "not browser" --with-database

bench: $(BIN)/.dev ## Measure the books, on PostgreSQL beside raw SQL
	$(BIN)/python -m bench.ledger
	$(BIN)/python -m tests.servers --durable postgresql -- $(BIN)/python -m bench.ledger

soak: $(BIN)/.dev ## Prove the promises at their stated sizes, on both databases
	$(PYTEST) -m promise --soak --promises --record-promises
	$(BIN)/python -m tests.servers postgresql -- $(PYTEST) -m promise --soak --promises --record-promises

journeys: system $(BIN)/.dev ## Drive the journeys inside LINE, without scripts, and with an old browser
	for kind in line bare; do JOURNEY_BROWSER=$$kind $(PYTEST) tests/journeys -k "guest or donor or seller" || exit 1; done
	JOURNEY_BROWSER=old $(PYTEST) tests/journeys/test_seller.py

screenshots: system $(BIN)/.dev ## Take the pictures of docs/screenshots again, in a demo of their own (needs Chromium)
	$(BIN)/python -m tests.journeys.screenshots

access: $(BIN)/.dev ## Write docs/access.md again: who may do what
	$(BIN)/python -m tests.access.table

messages: $(BIN)/.dev ## Collect translatable strings into locale/<room>/
	$(BIN)/python -m tests.translations --collect

sbom: $(BIN)/.base ## Write what a release is made of, as CycloneDX, into var/sbom.json
	@mkdir -p var && $(BIN)/python -m tests.sbom var/sbom.json

assets: $(BIN)/.base ## Build the static files as production serves them
	SECRET_KEY=$${SECRET_KEY:-assets} $(BIN)/python manage.py collectstatic --noinput --settings config.settings.demo
