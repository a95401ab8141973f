#!/usr/bin/env bash
# The main job by hand: an officer files the Kaohsiung case, the system screens its cargo, the coordination cell reviews
# and accepts it, an auditor of another partner prints it, and a partner to which it is not released finds nothing.
# Starts the product with deploy/run.sh on a free port and an empty data folder. Needs curl, jq and pdftotext.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
. "$root/tests/ports.sh"
port=${1:-$(free_port)}
base=http://localhost:$port
api=$base/api/v1

step() { printf '\n== %s\n' "$*"; }
fail() { echo "FAILED: $*" >&2; exit 1; }
cleanup() {
    [ -z "${server:-}" ] || { kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; }
    rm -rf "$work"
}
trap cleanup EXIT

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

step "An officer of AUS files the boarding report as one document"
etag=
call aus-officer POST /boardings "$(cat "$root/tests/acceptance/kaohsiung.json")"
expect 201 "filed as $(jq -r .number "$work/body") in case $(jq -r .caseNumber "$work/body")"
id=$(field .id) case=$(field .caseId) etag=$(tag)

step "The system screened its cargo, though the name is misspelt"
[ "$(field '.screening.matches | length')" = 1 ] || fail "one match was expected"
[ "$(field '.screening.matches[0] | "\(.cas) \(.list)"')" = "1314-80-3 australiaGroup" ] || fail "the wrong match"
field '.screening.matches[0] | "line \(.line): \(.name), CAS \(.cas), \(.list) item \(.item), score \(.score)\n  \(.reason)"'

step "Before it is submitted nobody else sees it"
call xcc-coordinator GET "/boardings/$id"; expect 404 "for the coordination cell"

step "The officer submits it; the officer cannot review it"
call aus-officer POST "/boardings/$id/transitions" '{"to":"submitted"}'; expect 200 "$(jq -r .state "$work/body")"; etag=$(tag)
call aus-officer POST "/boardings/$id/transitions" '{"to":"inReview"}'; expect 403 "$(jq -r '.reasons[0]' "$work/body")"

step "A coordinator of the coordination cell reviews and accepts it"
call xcc-coordinator POST "/boardings/$id/transitions" '{"to":"inReview"}'; expect 200 "$(jq -r .state "$work/body")"
stale=$etag etag=$(tag)
saved=$etag; etag=$stale; call xcc-coordinator POST "/boardings/$id/transitions" '{"to":"accepted"}'; expect 412 "a stale ETag is refused"; etag=$saved
call xcc-coordinator POST "/boardings/$id/transitions" '{"to":"accepted","reason":"Complete and lawful."}'; expect 200 "$(jq -r .state "$work/body")"
etag=

step "An auditor of JPN, to which it is released, prints the case"
call jpn-auditor GET "/cases/$case/report.pdf"; expect 200 "$(stat -c %s "$work/body") bytes of PDF"
pdftotext -layout "$work/body" "$work/text"
for words in "RESTRICTED//REL TO AUS, JPN, USA, XCC" "1314-80-3" "Australia Group, 47" "BE GAE HUNG" "Copy for Auditor system of JPN" "Page 1 of"; do
    grep -qF "$words" "$work/text" || { cat "$work/text" >&2; fail "the report does not say: $words"; }
    echo "the report says: $words"
done

step "FRA, to which it is not released, finds nothing"
call fra-coordinator GET "/boardings/$id"; expect 404 "the report"
jq -S 'del(.instance, .traceId)' "$work/body" >"$work/hidden"
call fra-coordinator GET "/boardings/$(cat /proc/sys/kernel/random/uuid)"; expect 404 "an id never issued"
jq -S 'del(.instance, .traceId)' "$work/body" | cmp -s - "$work/hidden" || fail "a hidden report is told apart from none"
echo "and both answers are the same"
call fra-coordinator GET "/cases/$case"; expect 404 "the case"
call fra-coordinator GET "/cases/$case/report.pdf"; expect 404 "its PDF"
call fra-coordinator GET "/cases?q=BE+GAE+HUNG&count=exact"; expect 200 "the list"
[ "$(field .total)" = 0 ] || fail "the list shows it"
echo "and it is not in it"

step "The server ends cleanly"
kill -TERM "$server"; wait "$server" || fail "exit status $?"
server=
echo
echo "The main job is done."
