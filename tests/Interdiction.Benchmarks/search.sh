#!/usr/bin/env bash
# Measures how long searches take. Prints the median, the 95th percentile and the longest time of each. Arguments: cases
# in the database (default 200000), requests of each kind (default 60).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"
. tests/postgres.sh
product=
finish() { [ -z "$product" ] || kill "$product" 2>/dev/null || true; pg_stop; rm -rf "${work:-}"; }
trap finish EXIT

work=$(mktemp -d)
pg_start fsync=on synchronous_commit=on shared_buffers=1GB max_wal_size=4GB
database="Host=127.0.0.1;Port=$pg_port;Username=interdiction;Database=bench"
PGHOST=127.0.0.1 PGPORT=$pg_port PGUSER=interdiction psql -qd postgres -c 'CREATE DATABASE bench'

dotnet publish src/Interdiction --configuration Release --output "$work/product" --verbosity quiet --nologo >/dev/null
dotnet build tests/Interdiction.Benchmarks --configuration Release --verbosity quiet --nologo >/dev/null
port=$(free_port)
(cd "$work/product" && exec env ASPNETCORE_ENVIRONMENT=Development Interdiction__Demo=true Interdiction__Port="$port" Interdiction__Data="$work/data" \
    Interdiction__Database="$database" dotnet Interdiction.dll) >"$work/log" 2>&1 &
product=$!
for _ in $(seq 240); do curl -fs "http://localhost:$port/health/ready" >/dev/null 2>&1 && break; sleep 0.5; done
dotnet tests/Interdiction.Benchmarks/bin/Release/net10.0/Interdiction.Benchmarks.dll search "http://localhost:$port" "$database" tests/acceptance/kaohsiung.json "${1:-200000}" "${2:-60}" \
    || { grep -A12 -E "fail:|Unhandled" "$work/log" | head -n 40 >&2; exit 1; }
