#!/usr/bin/env bash
# Measures what takes a processor alone: screening of 10,000 lines of cargo, and printing of a table. Arguments: rows (default 5000).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
dotnet build tests/Interdiction.Benchmarks --configuration Release --verbosity quiet --nologo >/dev/null
program=tests/Interdiction.Benchmarks/bin/Release/net10.0/Interdiction.Benchmarks.dll
dotnet "$program" screening
# In a process of its own, for the largest memory is the process's.
dotnet "$program" printing "${1:-5000}"
