#!/usr/bin/env bash
# Measures what row-level security costs: the product with it and without it, side by side on one database and one
# PostgreSQL (fsync on). Prints requests a second and ratios. Arguments: seconds a measurement (default 10), records in
# the database (default 1000000), rounds (default 7).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"
. tests/postgres.sh
servers=()
finish() { for server in "${servers[@]}"; do kill "$server" 2>/dev/null || true; done; pg_stop; rm -rf "${work:-}"; }
trap finish EXIT

work=$(mktemp -d)
pg_start fsync=on synchronous_commit=on shared_buffers=1GB max_wal_size=4GB
database="Host=127.0.0.1;Port=$pg_port;Username=interdiction;Database=bench"
PGHOST=127.0.0.1 PGPORT=$pg_port PGUSER=interdiction psql -qd postgres -c 'CREATE DATABASE bench'

dotnet publish src/Interdiction --configuration Release --output "$work/product" --verbosity quiet --nologo >/dev/null
dotnet build tests/Interdiction.Benchmarks --configuration Release --verbosity quiet --nologo >/dev/null

# start NAME SETTING...: a server on $port
start() {
    local name=$1
    shift
    port=$(free_port)
    (cd "$work/product" && exec env ASPNETCORE_ENVIRONMENT=Development Interdiction__Demo=true Interdiction__Port="$port" Interdiction__Data="$work/$name" \
        Interdiction__Database="$database" "$@" dotnet Interdiction.dll) >"$work/$name.log" 2>&1 &
    servers+=($!)
    for _ in $(seq 600); do curl -fs "http://localhost:$port/health/ready" >/dev/null 2>&1 && return; sleep 0.5; done
    cat "$work/$name.log" >&2
    return 1
}
start with Interdiction__RowSecurity=true
with=$port
start without Interdiction__RowSecurity=false
dotnet tests/Interdiction.Benchmarks/bin/Release/net10.0/Interdiction.Benchmarks.dll row-security "http://localhost:$with" "http://localhost:$port" "$database" \
    tests/acceptance/kaohsiung.json "${1:-10}" "${2:-1000000}" "${3:-7}" || { grep -A12 -E "fail:|Unhandled" "$work"/*.log | head -n 40 >&2; exit 1; }
