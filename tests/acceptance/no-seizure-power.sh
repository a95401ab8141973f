#!/usr/bin/env bash
# A boarding with no power to keep the cargo: the master alone consented, which covers the visit and no seizure. The report
# tells what happened and can be accepted; it says that the power is missing until the basis that gives it is named.
. "$(dirname "${BASH_SOURCE[0]}")/harness.sh"
warned() { jq -r '[.warnings[].code] | join(" ")' "$work/body"; }

step "The master consents, and the cargo is kept"
call usa-officer POST '/boardings?submit=true' "$(report MASTER_CONSENT notRequired given cargoSeized PAN)"
expect 201 "filed as $(jq -r .number "$work/body")"
id=$(field .id)
[ "$(warned)" = noSeizurePower ] || fail "warned of '$(warned)'"
field '.warnings[0].detail'

step "Had the master refused, the boarding itself would have no basis"
call usa-officer POST '/boardings?validateOnly=true' "$(report MASTER_CONSENT notRequired refused cargoSeized PAN)"; expect 200 "a dry run"
[ "$(field '[.warnings[] | select(.severity == "blocksAcceptance") | .code] | join(" ")')" = consentMissing ] || fail "the refusal does not block"

step "It is accepted as it stands; the flag State consents afterwards, and the amendment names that"
move usa-coordinator "/boardings/$id" '{"to":"inReview"}' 200
move usa-coordinator "/boardings/$id" '{"to":"accepted"}' 200
move usa-officer "/boardings/$id" '{"to":"amended"}' 200
etag='*'; call usa-officer PUT "/boardings/$id" "$(report FLAG_AD_HOC granted given cargoSeized PAN | jq -c --argjson seized "$(jq .seizures "$work/body")" '.seizures = $seized | del(.marking)')"
expect 200 "amended"; etag=
[ -z "$(warned)" ] || fail "still warned of $(warned)"
stop_server
