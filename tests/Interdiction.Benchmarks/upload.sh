#!/usr/bin/env bash
# Measures an upload of 100 MB against a plain copy of it that is hashed and flushed, in turn, on the same disk. Argument:
# rounds (default 9).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"
. tests/ports.sh
product=
finish() { [ -z "$product" ] || kill "$product" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "${work:-}"; }
trap finish EXIT

work=$(mktemp -d)
dotnet publish src/Interdiction --configuration Release --output "$work/product" --verbosity quiet --nologo >/dev/null
dotnet build tests/Interdiction.Benchmarks --configuration Release --verbosity quiet --nologo >/dev/null
port=$(free_port)
(cd "$work/product" && exec env ASPNETCORE_ENVIRONMENT=Development Interdiction__Demo=true Interdiction__Port="$port" Interdiction__Data="$work/data" dotnet Interdiction.dll) >"$work/log" 2>&1 &
product=$!
for _ in $(seq 240); do curl -fs "http://localhost:$port/health/ready" >/dev/null 2>&1 && break; sleep 0.5; done
dotnet tests/Interdiction.Benchmarks/bin/Release/net10.0/Interdiction.Benchmarks.dll upload "http://localhost:$port" tests/acceptance/kaohsiung.json "$work" "${1:-9}" \
    || { grep -A12 -E "fail:|Unhandled" "$work/log" | head -n 40 >&2; exit 1; }
