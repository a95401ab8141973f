#!/usr/bin/env bash
# Installs what the tests need, then runs all of them: once on SQLite, the server's once more on PostgreSQL.
# --full adds the long runs. Ends with "N passed, N failed, N skipped".
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
[ "${1:-}" = "--full" ] && export INTERDICTION_TEST_FULL=1

die() { echo "$*" >&2; echo "0 passed, 1 failed, 0 skipped"; exit 1; }

# --- what the machine lacks -------------------------------------------------------------------------------
command -v dotnet >/dev/null || die "The .NET SDK 10 is missing."
. tests/postgres.sh
missing=()
[ -x "$(pg_bin)/initdb" ] || missing+=(postgresql)
command -v chromium >/dev/null || missing+=(chromium)
command -v pdftotext >/dev/null || missing+=(poppler-utils)
command -v qpdf >/dev/null || missing+=(qpdf)
command -v curl >/dev/null || missing+=(curl)
command -v jq >/dev/null || missing+=(jq)
command -v npm >/dev/null || missing+=(npm)
/usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null || missing+=(python3-aiosmtpd)
[ -x /usr/sbin/clamd ] || missing+=(clamav-daemon)
if [ ${#missing[@]} -gt 0 ]; then
    echo "Installing ${missing[*]} ..."
    as_root=; [ "$(id -u)" = 0 ] || as_root=sudo
    # The cluster that the package would start by itself is not wanted.
    $as_root mkdir -p /etc/postgresql-common && echo 'create_main_cluster = false' | $as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
    { $as_root apt-get update -q && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -q --no-install-recommends "${missing[@]}"; } >/tmp/interdiction-apt.log 2>&1 \
        || { tail -n 20 /tmp/interdiction-apt.log >&2; die "Could not install ${missing[*]}."; }
fi

# --- a PostgreSQL cluster of our own, on a free port, not as root ------------------------------------------
trap pg_stop EXIT
pg_start fsync=off || die "PostgreSQL did not start."

# --- build and run ------------------------------------------------------------------------------------------
dotnet restore --locked-mode --verbosity quiet || die "Restore failed: are the lock files up to date?"
dotnet build --no-restore --configuration Release --verbosity quiet --nologo || die "The build failed."

log=$(mktemp)
failed_run=0
run() { echo "--- $1"; shift; "$@" 2>&1 | tee -a "$log"; [ "${PIPESTATUS[0]}" = 0 ] || failed_run=1; }
run "All tests, SQLite" dotnet test --solution Interdiction.sln --no-build --configuration Release
# Rules of the source are the same there. Nor does the gate crawl, fuzz, time or sign in by other servers twice: on SQLite, with no
# net below the application, a leak shows first. --full does all of it on both.
once=(--filter-not-namespace "Interdiction.Tests.Architecture")
[ -n "${INTERDICTION_TEST_FULL:-}" ] || for class in Access.CanaryCrawl Access.HiddenOrAbsentTests Fuzz.FuzzTests Identity.ForeignIssuerTests Identity.LimitTests; do
    once+=(--filter-not-class "Interdiction.Tests.$class")
done
run "The server's tests, PostgreSQL" env INTERDICTION_TEST_POSTGRES="Host=127.0.0.1;Port=$pg_port;Username=interdiction;Database=postgres" \
    dotnet test --project tests/Interdiction.Tests --no-build --configuration Release "${once[@]}"

echo "--- Acceptance, with curl: the main job, which starts and ends a server, then every other story on one server"
stories() {
    tests/acceptance/main-job.sh && echo "succeeded: 1" || echo "failed: 1"
    (
        . tests/acceptance/harness.sh
        export INTERDICTION_AT=$base
        for story in tests/acceptance/*.sh; do
            case $story in */main-job.sh | */harness.sh) continue ;; esac
            if "$story"; then echo "succeeded: 1"; else echo "failed: 1"; fi
        done
    ) || echo "failed: 1"
}
stories 2>&1 | tee -a "$log" | grep -v '^succeeded: 1$'

sum() { awk -v key="$1:" '$1 == key { n += $2 } END { print n + 0 }' "$log"; }
passed=$(sum succeeded) failed=$(sum failed) skipped=$(sum skipped)
[ "$failed_run" = 1 ] && [ "$failed" = 0 ] && failed=1
# Once more at the end, where who looks at the end alone finds it.
grep -E '^ *failed [A-Z]' "$log" | cut -c -300
rm -f "$log"
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
