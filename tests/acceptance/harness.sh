# Sourced by every story: starts the product with deploy/run.sh on a free port and an empty data folder, or takes the
# server at INTERDICTION_AT where that is set; gives the words in which stories are told. Needs curl and jq.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
. "$root/tests/ports.sh"
server=

step() { printf '\n== %s\n' "$*"; }
fail() { echo "FAILED: $*" >&2; exit 1; }
cleanup() {
    [ -z "$server" ] || { kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; }
    rm -rf "$work"
}
trap cleanup EXIT

if [ -n "${INTERDICTION_AT:-}" ]; then
    base=$INTERDICTION_AT
else
    port=${1:-$(free_port)}
    base=http://localhost:$port
    step "Start"
    "$root/deploy/run.sh" --port "$port" --data "$work/data" >"$work/log" 2>&1 &
    server=$!
    for _ in $(seq 480); do
        curl -fs "$base/health/ready" >/dev/null 2>&1 && break
        kill -0 "$server" 2>/dev/null || { cat "$work/log" >&2; fail "the server ended"; }
        sleep 0.5
    done
    curl -fs "$base/health/ready" >/dev/null || { cat "$work/log" >&2; fail "the server is not ready"; }
    echo "ready at $base"
fi
api=$base/api/v1
etag=

token() { curl -fsS "$base/connect/token" -d grant_type=client_credentials -d "client_id=demo-$1" -d client_secret=demo-secret -d scope=interdiction | jq -re .access_token; }
# call WHO METHOD PATH [BODY]: status in $status, body in $work/body, headers in $work/headers
call() {
    local who=$1 method=$2 path=$3 body=${4:-}
    [ -e "$work/token-$who" ] || token "$who" >"$work/token-$who"
    status=$(curl -sS -X "$method" "$api$path" -o "$work/body" -D "$work/headers" -w '%{http_code}' \
        -H "Authorization: Bearer $(cat "$work/token-$who")" \
        ${body:+-H 'Content-Type: application/json' --data "$body"} \
        ${body:+-H "Idempotency-Key: $(cat /proc/sys/kernel/random/uuid)"} \
        ${etag:+-H "If-Match: $etag"})
}
expect() { [ "$status" = "$1" ] || { cat "$work/body" >&2; fail "expected $1, got $status: $2"; }; echo "$status $2"; }
tag() { sed -n 's/^[Ee][Tt]ag: \(.*\)\r$/\1/p' "$work/headers"; }
field() { jq -re "$1" "$work/body"; }
# The newest tag of a record, for If-Match.
tag_of() { etag=; call "$1" GET "$2"; expect 200 "read"; etag=$(tag); }
# move WHO RECORD BODY STATUS: a transition of a record as it stands
move() { etag='*'; call "$1" POST "$2/transitions" "$3"; expect "$4" "$1: $3"; etag=; }
stop_server() {
    [ -n "$server" ] || return 0
    step "The server ends cleanly"
    kill -TERM "$server"; wait "$server" || fail "exit status $?"
    server=
}
report() { # BASIS FLAG_CONSENT MASTER OUTCOME FLAG: a boarding at sea, with what was taken where cargo was seized
    jq -nc --arg basis "$1" --arg flag "$2" --arg master "$3" --arg outcome "$4" --arg ship "$5" '{
        title: "Ship stopped at sea", mode: "sea", startedAt: "2026-05-03T02:00:00Z", endedAt: "2026-05-03T08:00:00Z",
        place: { latitude: 10, longitude: 60, zone: "highSeas" },
        conveyance: { kind: "vessel", names: [ { name: "INVENTED STAR", source: "hull" } ], flagClaimed: $ship, type: "generalCargo" },
        legalBases: [ { code: $basis, grounds: "The manifest names a precursor" } ],
        consent: { flag: $flag, master: $master, masterWords: "" }, outcome: $outcome,
        checks: [ { code: "documents", result: "yes" }, { code: "holds", result: "yes" } ],
        seizures: (if $outcome == "cargoSeized" then [ { authority: "Navy", exhibits: [ { number: "1", description: "158 barrels", packages: { count: 158, type: "BA" } } ] } ] else [] end),
        marking: { classification: "restricted", releasableTo: ["XCC"], caveats: [] } }'
}
