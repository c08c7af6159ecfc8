#!/usr/bin/env bash
# What the system itself must have: Pango for PDFs, Chromium for the browser journeys, PostgreSQL for the second database.
# As root on Debian the missing packages are installed; elsewhere the command is printed. Nothing here is fatal:
# without Pango a PDF's address answers with the HTML receipt, without Chromium the browser journeys say so.
set -u
wanted=()
has() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }
if command -v dpkg-query >/dev/null; then
  for package in libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 "$@"; do has "$package" || wanted+=("$package"); done
  python3 -c 'import ensurepip' 2>/dev/null || wanted+=(python3-venv)
  [ ${#wanted[@]} -eq 0 ] && exit 0
  if [ "$(id -u)" = 0 ]; then
    echo "Installing system packages: ${wanted[*]}"
    apt-get update -qq >/dev/null 2>&1
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${wanted[@]}" >/dev/null 2>&1 ||
      echo "Could not install ${wanted[*]}; going on without."
  else
    echo "Missing: ${wanted[*]}. To install: sudo apt-get install ${wanted[*]}"
  fi
fi
exit 0
