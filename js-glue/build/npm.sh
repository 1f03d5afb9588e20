#!/bin/sh
# Runs one of package.json's scripts for Maven: npm.sh <script> [directory of the package.json].
# Installs what it needs first, unless node_modules is in step with the lock file already.
set -e
cd "${2:-${0%/*}/..}"

fail() {
  echo "${PWD##*/}: $1" >&2
  exit 1
}

command -v node >/dev/null || fail "Node.js is missing: install Node.js 20 or newer, with npm"
command -v npm >/dev/null || fail "npm is missing: install Node.js 20 or newer, with npm"
node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' ||
  fail "Node.js $(node --version) is too old: install Node.js 20 or newer"

if ! cmp -s package-lock.json node_modules/.installed-lock; then
  npm ci --no-audit --no-fund --loglevel=error
  cp package-lock.json node_modules/.installed-lock
fi
exec npm run --silent "$1"
