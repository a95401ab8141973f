#!/usr/bin/env bash
# An aircraft that was made to land: the State over which it flies orders it down and inspects it on the ground. Its address is that
# of the registry or is doubted in words, and the order to land stands in the report.
. "$(dirname "${BASH_SOURCE[0]}")/harness.sh"
aircraft() { # REGISTRATION ICAO24 BASIS STATE OUTCOME
    jq -nc --arg registration "$1" --arg icao24 "$2" --arg basis "$3" --arg state "$4" --arg outcome "$5" '{
        title: "Freighter made to land", mode: "air", startedAt: "2026-07-19T04:05:00Z", endedAt: "2026-07-19T09:45:00Z", localOffset: "+08:00",
        place: { latitude: 1.3591, longitude: 103.9894, zone: "airport", description: "Remote stand" },
        conveyance: { kind: "aircraft", registration: $registration, icao24: $icao24, type: "Freighter, four engines", operator: "Invented Air Cargo", stateOfRegistry: $state, aerodrome: "WSSS",
            orderToLand: { at: "2026-07-19T03:22:00Z", authority: "Invented Area Control", means: "121.5 MHz, then visual signals", answer: "Complied after the second call" } },
        legalBases: [ { code: $basis, grounds: "The air waybill names a consignee that the export licence does not" } ],
        consent: { flag: "notRequired", master: "given", masterWords: "" }, outcome: $outcome,
        checks: [ { code: "documents", result: "yes" }, { code: "containers", result: "yes" } ],
        marking: { classification: "restricted", releasableTo: ["JPN", "XCC"], caveats: [] } }'
}
warned() { jq -r '[.warnings[].code] | join(" ")' "$work/body"; }

step "The address of its transponder is doubted in words where no aircraft can have it, and kept as it was seen"
call sgp-officer POST '/boardings?validateOnly=true' "$(aircraft 9V-INV 76CCAA AIR_SOVEREIGN SGP released)"; expect 200 "a good one"
[ -z "$(warned)" ] || fail "it is warned of $(warned)"
for address in FFFFFF 76CCA; do
    call sgp-officer POST '/boardings?validateOnly=true' "$(aircraft 9V-INV $address AIR_SOVEREIGN SGP released)"; expect 200 "$(jq -r '.warnings[0].detail' "$work/body")"
    [ "$(warned)" = icao24 ] && [ "$(field .conveyance.icao24)" = $address ] || fail "$address is not doubted, or not kept"
done

step "It is filed with the order to land, reviewed and accepted"
call sgp-officer POST '/boardings?submit=true' "$(aircraft 9V-INV 76CCAA AIR_SOVEREIGN SGP released)"; expect 201 "filed as $(jq -r .number "$work/body")"
id=$(field .id) case=$(field .caseId)
[ "$(field .conveyance.orderToLand.authority)" = "Invented Area Control" ] || fail "the order to land is not there"
move sgp-coordinator "/boardings/$id" '{"to":"inReview"}' 200
move sgp-coordinator "/boardings/$id" '{"to":"accepted"}' 200

step "A partner finds it by its mode, reads it, and prints it"
call jpn-officer GET "/cases?mode=air&limit=200"; expect 200 "found"
[ "$(field "[.items[] | select(.id == \"$case\")] | length")" = 1 ] || fail "the case is not in the list of air"
call jpn-officer GET "/boardings/$id/report.pdf"; expect 200 "printed"
head -c 5 "$work/body" | grep -q '%PDF-' || fail "that is no PDF"
if command -v pdftotext >/dev/null; then
    pdftotext "$work/body" "$work/text"
    grep -q 9V-INV "$work/text" && grep -q "Ordered to land" "$work/text" || fail "the paper does not name the aircraft and the order to land"
fi
call fra-officer GET "/boardings/$id"; expect 404 "for who it is not released to it is not there"
stop_server
