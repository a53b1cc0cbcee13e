#!/usr/bin/env bash
# Sets the machine up for `make demo` (run) or `make test` (test), and does nothing when it is.
set -euo pipefail
cd "$(dirname "$0")/.."
purpose=${1:-run}
venv=.venv

packages=(tesseract-ocr tesseract-ocr-eng tesseract-ocr-osd libreoffice-writer-nogui fonts-liberation2 fonts-dejavu-core)
[ "$purpose" = test ] && packages+=(postgresql)
python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
  echo "carepacket needs Python 3.11 or newer as python3; install it and try again." >&2; exit 1; }
python3 -c 'import ensurepip, venv' 2>/dev/null || packages+=(python3-venv)

missing=()
if command -v dpkg-query >/dev/null; then
  for package in "${packages[@]}"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
else
  for program in tesseract soffice; do command -v "$program" >/dev/null || missing+=("$program"); done
fi
if [ ${#missing[@]} -gt 0 ]; then
  install=(apt-get install -y --no-install-recommends "${missing[@]}")
  if [ "$(id -u)" = 0 ]; then as=(); elif sudo -n true 2>/dev/null; then as=(sudo); else
    echo "These Debian packages are missing. Run this once, then try again:" >&2
    echo "  sudo apt-get update && sudo ${install[*]}" >&2
    exit 1
  fi
  echo "Installing Debian packages: ${missing[*]}"
  log=$(mktemp)
  { "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q &&
    "${as[@]}" env DEBIAN_FRONTEND=noninteractive "${install[@]}" -q; } >"$log" 2>&1 || {
    tail -n 20 "$log" >&2; echo "The packages could not be installed; the whole log: $log" >&2; exit 1; }
  rm -f "$log"
fi

# The stamp holds what the environment was made from: a change of either file makes it anew.
wanted=$(cat pyproject.toml constraints.txt | sha256sum | cut -d' ' -f1)
if [ "$(cat $venv/.carepacket-stamp 2>/dev/null)" != "$wanted" ]; then
  echo "Making the Python environment in $venv (about a minute)"
  [ -x $venv/bin/python ] || python3 -m venv $venv
  $venv/bin/python -m pip install --quiet --disable-pip-version-check \
    --constraint constraints.txt --editable '.[dev]'
  echo "$wanted" > $venv/.carepacket-stamp
fi
