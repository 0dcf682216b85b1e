#!/usr/bin/env bash
# Our cubic splines and SciPy's by turns, five times each, one thread each: medians and ranges in million evaluations
# per second. Run from the root of the repository after the build that HOWTO.md describes.
#   splines.sh [KNOTS [POINTS [TURNS]]]
set -euo pipefail

here=$(cd "${BASH_SOURCE[0]%/*}" && pwd -P)
target=$here/../target
knots=${1:-1000} points=${2:-1000000} turns=${3:-5}
python=/usr/bin/python3
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

"$python" -c 'import scipy' 2> /dev/null || {
    # Debian's package, for Debian's interpreter.
    privileged=; [[ $(id -u) == 0 ]] || privileged=sudo
    $privileged apt-get install -y -q python3-scipy
}
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1

for ((turn = 1; turn <= turns; turn++)); do
    java -cp "$target/epsilonet-benchmarks.jar:$(< "$target/classpath.txt")" org.openjdk.jmh.Main \
        SplineEvaluationBenchmark -p knots="$knots" -p points="$points" -rf json -rff "$results/ours.$turn.json" \
        > "$results/jmh.log" || { cat "$results/jmh.log" >&2; exit 1; }
    "$python" "$here/splines.py" "$knots" "$points" > "$results/peer.$turn.json"
done

"$python" - "$results" "$points" "$turns" << 'PYTHON'
import json, statistics, sys

folder, points, turns = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
rates = {}
for turn in range(1, turns + 1):
    for result in json.load(open(f"{folder}/ours.{turn}.json")):
        order = result["benchmark"].rsplit(".", 1)[1]
        milliseconds = min(min(fork) for fork in result["primaryMetric"]["rawData"])
        rates.setdefault((order, result["params"]["spline"]), []).append(points / milliseconds / 1e3)
    for order, rate in json.load(open(f"{folder}/peer.{turn}.json")).items():
        rates.setdefault((order, "scipy.interpolate.CubicSpline"), []).append(rate)
print(f"million evaluations per second, median (lowest to highest) of {turns} turns")
for (order, name), values in sorted(rates.items()):
    print(f"{order:12} {name:34} {statistics.median(values):8.1f} ({min(values):.1f} to {max(values):.1f})")
PYTHON
