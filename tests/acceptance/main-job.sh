#!/usr/bin/env bash
# The main job by hand: an officer files the Kaohsiung case, the system screens its cargo, the coordination cell reviews
# and accepts it, an auditor of another partner prints it, and a partner to which it is not released finds nothing.
# Needs curl, jq and pdftotext.
. "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

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

stop_server
echo
echo "The main job is done."
