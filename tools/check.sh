#!/usr/bin/env bash
# `npm run check`: everything that can be told without running the tests. All checks run, also after one has failed.
set -uo pipefail
cd "$(dirname "$0")/.."
# The project's own Node and tools, whatever the machine has.
PATH="$PWD/node_modules/.bin:$PATH"

failed=()

check() {
  local name=$1
  shift
  printf '\n== %s: %s\n' "$name" "$*"
  local start=$SECONDS
  if "$@"; then
    printf -- '-- %s: ok, %s s\n' "$name" $((SECONDS - start))
  else
    printf -- '-- %s: FAILED, %s s\n' "$name" $((SECONDS - start))
    failed+=("$name")
  fi
}

# First, because the types need what it writes. The list of proven expressions is not trusted here.
check rules node tools/rules/main.ts --prove
check openapi node tools/openapi/main.ts
check page node tools/page/main.ts
check 'types of the Worker' tsc -p tsconfig.json
check 'types of the page' tsc -p src/page/tsconfig.json
check 'types of the tools' tsc -p tsconfig.tools.json
check 'types of the Worker tests' tsc -p test/worker/tsconfig.json
check 'types of the browser tests' tsc -p test/browser/tsconfig.json
check lint oxlint
check format oxfmt --check
check expressions node tools/check/expressions.ts
check 'openapi lint' env REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true redocly lint public/openapi.json
check size node tools/check/size.ts
check 'size of the library' node tools/check/library.ts
check start-up node tools/check/startup.ts
check memory node tools/check/memory.ts

if ((${#failed[@]} > 0)); then
  printf '\nfailed:'
  printf ' [%s]' "${failed[@]}"
  printf '\n'
  exit 1
fi
printf '\nall checks passed\n'
