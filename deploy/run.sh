#!/usr/bin/env bash
# Builds the product where needed and runs it in the foreground. Options: --port N, --data DIR,
# --database 'Host=...;...' (PostgreSQL; SQLite when absent), --no-demo.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

usage() { sed -n '2,3s/^# //p' "${BASH_SOURCE[0]}"; }
while [ $# -gt 0 ]; do
    case $1 in
        --port) export Interdiction__Port=${2:?--port needs a number}; shift 2 ;;
        --data) export Interdiction__Data=${2:?--data needs a folder}; shift 2 ;;
        --database) export Interdiction__Database=${2:?--database needs a connection string}; shift 2 ;;
        --no-demo) export Interdiction__Demo=false; shift ;;
        -h|--help) usage; exit 0 ;;
        *) echo "Unknown option: $1" >&2; usage >&2; exit 2 ;;
    esac
done

command -v dotnet >/dev/null || { echo "The .NET SDK 10 is missing: install the package dotnet-sdk-10.0 of your system, or see https://dotnet.microsoft.com/download" >&2; exit 1; }
dotnet --list-sdks | grep -q '^1[0-9]\.' || { echo "The .NET SDK 10 is missing: install the package dotnet-sdk-10.0 of your system, or see https://dotnet.microsoft.com/download" >&2; exit 1; }

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
export ASPNETCORE_ENVIRONMENT=${ASPNETCORE_ENVIRONMENT:-Development}
Interdiction__Data=$(realpath -m "${Interdiction__Data:-$root/data}")
export Interdiction__Data

out=$root/.run
if [ ! -e "$out/Interdiction.dll" ] || [ -n "$(find "$root/src" "$root"/Directory.*.props "$root/global.json" -newer "$out/Interdiction.dll" -type f -not -path '*/obj/*' -not -path '*/bin/*' -print -quit)" ]; then
    echo "Building Interdiction ..."
    dotnet publish "$root/src/Interdiction" --configuration Release --output "$out" --verbosity quiet --nologo
    touch "$out/Interdiction.dll"
fi
# Settings lie beside the program.
cd "$out"
exec dotnet Interdiction.dll
