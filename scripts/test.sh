#!/usr/bin/env bash
# Formatting, lint, types, floors and tests. Runs all of them, then prints one summary.
set -uo pipefail
cd "$(dirname "$0")/.."
bin=.venv/bin
failed=()
step() {
  local name=$1; shift
  echo "── $name"
  if "$@"; then results+=("✓ $name"); else results+=("✗ $name"); failed+=("$name"); fi
}
results=()
step "formatting (ruff format)" $bin/ruff format --check --quiet .
step "lint (ruff check)" $bin/ruff check --quiet .
step "types (mypy --strict)" $bin/mypy
step "floors (import-linter)" $bin/lint-imports --no-logo
step "tests (pytest)" $bin/pytest --numprocesses "${PYTEST_WORKERS:-2}" --dist loadfile
echo
printf '%s\n' "${results[@]}"
if [ ${#failed[@]} -gt 0 ]; then echo "Failed: ${failed[*]}"; exit 1; fi
