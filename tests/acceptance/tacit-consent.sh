#!/usr/bin/env bash
# A boarding by tacit consent: the agreement is data, and its silence counts only once the boarding State's own legal
# adviser has signed the row from the treaty text. What is to be done afterwards is opened as a task, and keeps the case open.
. "$(dirname "${BASH_SOURCE[0]}")/harness.sh"
row=/reference/boarding-agreements/PSI-PA/signature
signature='{"clockHours":2,"clockStarts":"acknowledged","silence":"deemedAuthorised","enteredIntoForce":"2004-12-01","source":"Amendment of 12 May 2004, article 4"}'

step "As shipped the row is not signed: a boarding under its silence is told, and not accepted"
call usa-officer POST '/boardings?submit=true' "$(report BILATERAL deemed refused released PAN)"
expect 201 "filed as $(jq -r .number "$work/body")"
id=$(field .id) case=$(field .caseId)
[ "$(field '[.warnings[] | select(.severity == "blocksAcceptance") | .code] | join(" ")')" = notVerified ] || fail "the unsigned row is not told"
move usa-coordinator "/boardings/$id" '{"to":"inReview"}' 200
move usa-coordinator "/boardings/$id" '{"to":"accepted"}' 422

step "The legal adviser of USA signs it; nobody else can"
tag_of usa-coordinator $row
call usa-coordinator2 PUT $row "$signature"; expect 403 "$(jq -r '.reasons[0]' "$work/body")"
call aus-coordinator PUT $row "$signature"; expect 403 "$(jq -r '.reasons[0]' "$work/body")"
call usa-coordinator PUT $row "$signature"; expect 200 "signed by $(jq -r .signedBy "$work/body")"
call usa-coordinator PUT $row "$signature"; expect 412 "the tag before"
etag=

step "Now a request under it has a clock, from the acknowledgement of receipt on"
request=$(jq -nc --arg case "$case" '{caseId: $case, flag: "PAN", agreement: "PSI-PA", vessel: {names: [{name: "INVENTED STAR", source: "hull"}]}, grounds: "A precursor aboard", channel: "voice", marking: {classification: "restricted", releasableTo: [], caveats: []}}')
call usa-officer POST /consent-requests "$request"; expect 201 "$(jq -r '.ifSilent.rule' "$work/body")"
asked=$(field .id)
move pan-liaison "/consent-requests/$asked" '{"to":"acknowledged"}' 200
[ "$(field '(.dueAt[0:19] + "Z" | fromdate) - (.acknowledgedAt[0:19] + "Z" | fromdate)')" = 7200 ] || fail "the clock is not two hours"
[ "$(field .ifSilent.state)" = deemed ] || fail "silence is not deemed consent"
move pan-liaison "/consent-requests/$asked" '{"to":"granted"}' 200

step "The report is accepted, and its duty is opened as a task"
move usa-coordinator "/boardings/$id" '{"to":"accepted"}' 200
for _ in $(seq 100); do
    call usa-officer GET "/cases/$case/tasks"; [ "$(jq '.items | length' "$work/body")" = 1 ] && break; sleep 0.2
done
[ "$(field '.items[0].duty')" = BILATERAL/results ] || fail "no duty was opened"
task=$(field '.items[0].id'); field '.items[0] | "\(.title), due \(.dueAt)"'

step "Until it is done the case is not closed"
closing="{\"act\":\"closeCase\",\"resource\":\"$case\",\"arguments\":{\"disposition\":\"noViolation\"},\"reason\":\"Nothing was found.\"}"
call usa-coordinator POST /proposals "$closing"; expect 409 "$(jq -r .detail "$work/body")"
etag='*'; call usa-officer PATCH "/tasks/$task" '{"state":"done"}'; expect 200 "the duty is done"; etag=
call usa-coordinator POST /proposals "$closing"; expect 201 "proposed"
move usa-coordinator2 "/proposals/$(field .id)" '{"to":"approved"}' 200
stop_server
