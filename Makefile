# Two commands: `make run` and `make test`. Both set up what they need the first time.
.DEFAULT_GOAL := help
.PHONY: help run test bench torture warehouse clean

help:
	@echo "make run     open the window on the examples; without a display, write the anonymised pack to out/"
	@echo "make test    format, lint, types, import rules, and the tests: offscreen, in real windows, without Qt"
	@echo "make bench   times as ratios to bare readers, in the same run"
	@echo "make torture 20,000 damaged lists, and case files killed, without room and damaged: nothing lost, nothing seen"
	@echo "make warehouse the same figures from PostgreSQL and Spark as here; takes their drivers from the network"
	@echo "make clean   remove .venv, caches and out/"

run:
	@.ci/setup run
	@LC_ALL=C.UTF-8 .venv/bin/python -m journey_viewer demo

test:
	@.ci/test

bench:
	@.ci/setup test
	@LC_ALL=C.UTF-8 .venv/bin/python tests/benchmarks/bench_timeline.py
	@LC_ALL=C.UTF-8 .venv/bin/python tests/benchmarks/bench_pictures.py
	@LC_ALL=C.UTF-8 .venv/bin/python tests/benchmarks/bench_casefile.py
	@LC_ALL=C.UTF-8 .venv/bin/python tests/benchmarks/bench_reading.py
	@LC_ALL=C.UTF-8 .venv/bin/python tests/benchmarks/bench_deck.py
	@LC_ALL=C.UTF-8 .venv/bin/python tests/benchmarks/bench_risk.py
	@LC_ALL=C.UTF-8 .venv/bin/python tests/benchmarks/bench_words.py
	@LC_ALL=C.UTF-8 .venv/bin/python tests/benchmarks/bench_patterns.py
	@LC_ALL=C.UTF-8 .venv/bin/python tests/benchmarks/bench_find.py
	@LC_ALL=C.UTF-8 .venv/bin/python tests/benchmarks/bench_meeting.py
	@LC_ALL=C.UTF-8 .venv/bin/python tests/benchmarks/bench_attendance.py

torture:
	@.ci/setup test
	@LC_ALL=C.UTF-8 .venv/bin/python tests/torture/torture_casefile.py
	@LC_ALL=C.UTF-8 .venv/bin/python tests/torture/torture_reading.py
	@LC_ALL=C.UTF-8 .venv/bin/python tests/torture/torture_words.py
	@LC_ALL=C.UTF-8 .venv/bin/python tests/torture/torture_net.py
	@LC_ALL=C.UTF-8 .venv/bin/python tests/torture/torture_planted.py
	@LC_ALL=C.UTF-8 .venv/bin/python tests/torture/torture_sharing.py
	@LC_ALL=C.UTF-8 .venv/bin/python tests/torture/torture_patterns.py
	@LC_ALL=C.UTF-8 .venv/bin/python tests/torture/torture_swap.py
	@LC_ALL=C.UTF-8 .venv/bin/python tests/torture/torture_markup.py
	@LC_ALL=C.UTF-8 .venv/bin/python tests/torture/torture_meeting.py
	@LC_ALL=C.UTF-8 .venv/bin/python tests/torture/torture_before_after.py

warehouse:
	@.ci/setup test
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-build-isolation -c constraints.txt -e ".[warehouse]"
	@LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest tests/attendance -m warehouse

clean:
	rm -rf .venv out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
