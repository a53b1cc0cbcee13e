# Everything a newcomer needs: make demo, make test. Both do all the set-up by themselves.
SHELL := /bin/bash
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help setup demo test samples bench bench-reading clean

help:  ## what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

setup:  ## Debian packages, virtual environment, pinned Python packages
	@scripts/setup.sh run

demo: setup  ## the whole job on the samples, ending in an outbox
	@$(BIN)/carepacket demo --keep carepacket-demo

test:  ## all tests, linters, types and the floors, with one summary
	@scripts/setup.sh test
	@scripts/test.sh

samples: setup  ## draw the sample scans anew
	@$(BIN)/python -m samples.draw

bench:  ## time and memory of whole commands
	@scripts/setup.sh test
	@$(BIN)/python -m bench.commands

bench-reading:  ## accuracy, baselines, time in one report; SETS=… given sets, QUICK=1, FOLDERS=…
	@scripts/setup.sh test
	@$(BIN)/python -m bench.reading $(if $(SETS),--sets $(SETS)) $(if $(QUICK),--quick) $(FOLDERS)

clean:  ## what make made, but not your data
	rm -rf $(VENV) carepacket-demo bench-out
