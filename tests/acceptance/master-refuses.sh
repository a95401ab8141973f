#!/usr/bin/env bash
# The flag State consents while the master refuses: two answers in two fields, and "boarding refused" is a valid end.
. "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

step "The flag State is asked, and consents with a condition"
call usa-officer POST /cases '{"title":"A ship that went home","mode":"sea","marking":{"classification":"restricted","releasableTo":["XCC"],"caveats":[]}}'; expect 201 "$(jq -r .number "$work/body")"
case=$(field .id)
call usa-officer POST /consent-requests "$(jq -nc --arg case "$case" '{caseId: $case, flag: "PAN", agreement: null, vessel: {names: [{name: "INVENTED STAR", source: "hull"}]}, grounds: "A precursor aboard", channel: "voice", marking: {classification: "restricted", releasableTo: [], caveats: []}}')"
expect 201 "$(jq -r '.ifSilent.rule' "$work/body")"
asked=$(field .id)
move pan-liaison "/consent-requests/$asked" '{"to":"granted","conditions":"Search of the holds alone."}' 200

step "The master refuses, and nobody goes aboard"
call usa-officer POST '/boardings?submit=true' "$(report FLAG_AD_HOC granted refused boardingRefused PAN | jq -c --arg case "$case" '.caseId = $case | .consent.masterWords = "Nobody comes aboard."')"
expect 201 "filed as $(jq -r .number "$work/body")"
id=$(field .id)
[ "$(field '.consent | "\(.flag) \(.master) \(.masterWords)"')" = "granted refused Nobody comes aboard." ] || fail "the answers are not kept apart"
[ "$(jq '[.warnings[] | select(.severity != "note")] | length' "$work/body")" = 0 ] || fail "something blocks it"

step "The report is accepted, nothing is owed, and the case closes"
move usa-coordinator "/boardings/$id" '{"to":"inReview"}' 200
move usa-coordinator "/boardings/$id" '{"to":"accepted"}' 200
call usa-coordinator POST /proposals "{\"act\":\"closeCase\",\"resource\":\"$case\",\"arguments\":{\"disposition\":\"noViolation\"},\"reason\":\"The ship went home.\"}"; expect 201 "proposed"
move usa-coordinator2 "/proposals/$(field .id)" '{"to":"approved"}' 200
call usa-officer GET "/cases/$case/tasks"; expect 200 "its tasks"
[ "$(field '.items | length')" = 0 ] || fail "something is owed"
stop_server
