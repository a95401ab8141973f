#!/usr/bin/env bash
# The life of an exhibit from the deck to its end: sealed, sampled, split, handed to another partner and taken over, analysed,
# kept by a legal hold, disposed of by two people; then the case is closed and archived, its destruction is announced, and another partner stops that.
. "$(dirname "${BASH_SOURCE[0]}")/harness.sh"
event() { # TYPE DAY MORE: something that happened to the exhibit
    jq -nc --arg type "$1" --arg at "2026-05-$2T08:00:00Z" --argjson more "${3:-{\}}" '{type: $type, at: $at, place: "Customs store 2", reason: "As the procedure has it"} + $more'
}
record() { call "$1" POST "/exhibits/$exhibit/custody-events" "$(event "$2" "$3" "${4:-}")"; expect 201 "$1: $2"; }
balance() { call "$1" GET "/exhibits/$exhibit"; expect 200 "$(jq -rc '.balance | map_values(.value?)' "$work/body")"; }
together() { # FIRST SECOND ACT RESOURCE ARGUMENTS: two people do it
    call "$1" POST /proposals "{\"act\":\"$3\",\"resource\":\"$4\",\"arguments\":$5,\"reason\":\"It is time.\"}"; expect 201 "$1 proposes $3"
    move "$2" "/proposals/$(field .id)" '{"to":"approved"}' 200
}

step "Seized aboard: 900 kg in 36 drums"
seized=$(report FLAG_AD_HOC granted given cargoSeized PAN | jq -c '.seizures = [ { authority: "Navy", exhibits: [ { number: "AUS-1", description: "36 drums", packages: { count: 36, type: "DR" }, quantity: { value: "900", unit: "KGM" }, seals: [ { number: "A100", class: "H", state: "applied" } ] } ] } ] | .marking.releasableTo = ["JPN", "SGP", "XCC"]')
call aus-officer POST '/boardings?submit=true' "$seized"; expect 201 "filed as $(jq -r .number "$work/body")"
id=$(field .id) case=$(field .caseId) exhibit=$(field '.seizures[0].exhibits[0].id')
move aus-coordinator "/boardings/$id" '{"to":"inReview"}' 200
move aus-coordinator "/boardings/$id" '{"to":"accepted"}' 200

step "Stored, its seal looked at, sampled and split"
record aus-officer stored 05
record aus-officer sealChecked 06 '{"seals":[{"number":"A100","class":"H","state":"intact"}]}'
record aus-officer sampled 07 '{"quantity":{"value":"500","unit":"GRM"}}'
record aus-officer split 08 '{"quantity":{"value":"0.1","unit":"TNE"}}'
part=$(field '.part')
record aus-officer analysed 09 '{"place":"Invented State Laboratory","remarks":"GC-MS: phosphorus trichloride, 98.7 %"}'
balance aus-officer
[ "$(field ".balance.held.value | tonumber")" = 799.5 ] || fail "900 kg less 500 g less 0.1 t are not held"
call aus-officer POST "/exhibits/$exhibit/custody-events" "$(event sampled 10 '{"quantity":{"value":"2","unit":"TNE"}}')"; expect 422 "$(jq -r '.errors[0].detail' "$work/body")"

step "Handed to Japan, which refuses first and then takes it over"
record aus-officer transferred 11 '{"to":{"partner":"JPN","agency":"Invented Coast Guard"}}'; handed=$(field .id)
call aus-officer POST "/exhibits/$exhibit/custody-events" "$(event sampled 12 '{"quantity":{"value":"1","unit":"KGM"}}')"; expect 409 "$(jq -r .detail "$work/body")"
move aus-officer "/custody-events/$handed" '{"to":"accepted"}' 403
move jpn-officer "/custody-events/$handed" '{"to":"refused","reason":"Two seals are not in the papers."}' 200
record aus-officer transferred 13 '{"to":{"partner":"JPN","agency":"Invented Coast Guard"}}'; handed=$(field .id)
move jpn-officer "/custody-events/$handed" '{"to":"accepted","reason":"36 drums, seal A100 intact."}' 200
record jpn-officer inspected 20 '{"quantity":{"value":"799.5","unit":"KGM"}}'
call aus-officer POST "/exhibits/$exhibit/custody-events" "$(event inspected 21)"; expect 403 "$(jq -r '.reasons[0]' "$work/body")"

step "A legal hold keeps it; then two of Japan destroy it, and two of Australia give the rest back"
call aus-administrator POST /admin/deputies '{"partner":"SGP","acts":["setHold","liftHold"]}'; expect 201 "Singapore stands in for the second legal adviser"
together aus-coordinator sgp-coordinator setHold "$case" '{"scope":"All drums, for the trial"}'
call jpn-coordinator POST /proposals "{\"act\":\"disposeExhibit\",\"resource\":\"$exhibit\",\"arguments\":{\"type\":\"destroyed\"},\"reason\":\"Leaking.\"}"; expect 409 "$(jq -r .detail "$work/body")"
call aus-officer GET "/cases/$case/holds"; hold=$(field '.items[0].id')
together aus-coordinator sgp-coordinator liftHold "$hold" '{}'
together jpn-coordinator jpn-coordinator2 disposeExhibit "$exhibit" '{"type":"destroyed"}'
together aus-coordinator aus-coordinator2 disposeExhibit "$part" '{"type":"returned","to":{"agency":"Invented Chemicals","name":"Site manager"}}'
balance aus-officer
[ "$(field ".balance.held.value | tonumber")" = 0 ] || fail "something is held still"
call aus-officer GET "/exhibits/$exhibit/custody-events"; expect 200 "$(jq -r '[.items[].type] | join(", ")' "$work/body")"

step "Closed, archived, to be destroyed; and a partner that reads it stops that"
call aus-officer GET "/cases/$case/tasks"
for task in $(jq -r '.items[] | select(.state == "open") | .id' "$work/body"); do etag='*'; call aus-officer PATCH "/tasks/$task" '{"state":"done"}'; expect 200 "a duty is done"; etag=; done
together aus-coordinator aus-coordinator2 closeCase "$case" '{"disposition":"destroyed"}'
call aus-coordinator GET "/cases/$case/retention"; expect 200 "$(jq -rc '.retention' "$work/body")"
together aus-coordinator aus-coordinator2 setRetention "$case" "{\"class\":\"standard\",\"until\":\"$(field .closedAt)\"}"
move aus-coordinator "/cases/$case" '{"to":"archived"}' 200
call aus-coordinator GET "/cases/$case/retention"; expect 200 "$(jq -rc '{obstacles, holds: [.holds[] | "\(.count) \(.kind)"]}' "$work/body")"
[ "$(field '.obstacles | length')" = 0 ] || fail "something is in the way"
together aus-coordinator aus-coordinator2 destroyCase "$case" '{}'
call jpn-coordinator GET "/destructions?state=announced&limit=200"; expect 200 "Japan is told"
destruction=$(field ".items[] | select(.caseId == \"$case\") | .id")
move jpn-coordinator "/destructions/$destruction" '{"to":"stopped","reason":"A court of ours asks for it."}' 200
call jpn-officer GET "/cases/$case"; expect 200 "the case is kept"
stop_server
