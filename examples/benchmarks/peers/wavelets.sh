#!/bin/sh
# Our wavelet transform and PyWavelets in turn, five times each: medians and ranges in million samples per second.
#
#   examples/benchmarks/peers/wavelets.sh [wavelet] [samples]
#
# Needs the benchmarks' jar (HOWTO.md); installs python3-pywt from Debian where it is absent.
set -eu

cd "$(dirname "$0")/../../.."
wavelet=${1:-db4}
samples=${2:-1048576}
rounds=${ROUNDS:-5}
python=/usr/bin/python3
jar=examples/benchmarks/target/epsilonet-benchmarks.jar
[ -f "$jar" ] || { echo "build the benchmarks first: see examples/benchmarks/HOWTO.md" >&2; exit 2; }
if ! $python -c 'import pywt' 2>/dev/null; then
    apt-get install -y -q python3-pywt >&2
fi
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

for round in $(seq "$rounds"); do
    java -cp "$jar:$(cat examples/benchmarks/target/classpath.txt)" org.openjdk.jmh.Main WaveletTransformBenchmark \
        -p wavelet="$wavelet" -p samples="$samples" -rf csv -rff "$work/jmh.csv" > /dev/null
    $python - "$work/jmh.csv" >> "$work/ours" <<'PY'
import csv, sys
for row in csv.DictReader(open(sys.argv[1])):
    print(row["Benchmark"].rsplit(".", 1)[1], row["Score"])
PY
    $python examples/benchmarks/peers/wavelets.py "$wavelet" "$samples" >> "$work/peer"
    echo "round $round of $rounds" >&2
done

$python - "$work" "$samples" <<'PY'
import collections, statistics, sys
work, samples = sys.argv[1], int(sys.argv[2])


def rates(path):
    found = collections.defaultdict(list)
    for line in open(path):
        name, milliseconds = line.split()
        count = samples * (4 if name.endswith("Square") else 1)
        found[name].append(count / float(milliseconds) / 1000)
    return found


ours, peer = rates(work + "/ours"), rates(work + "/peer")
print(f"{'':15}{'ours, median (range)':>28}{'PyWavelets':>28}   ratio   million samples/s")
for name in ("forward", "inverse", "forwardSquare", "inverseSquare"):
    cells = [f"{statistics.median(r):.0f} ({min(r):.0f} to {max(r):.0f})" for r in (ours[name], peer[name])]
    ratio = statistics.median(ours[name]) / statistics.median(peer[name])
    print(f"{name:15}{cells[0]:>28}{cells[1]:>28}{ratio:8.2f}")
PY
