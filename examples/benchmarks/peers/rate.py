#!/usr/bin/env python3
"""Bits of `epsilonet encode` against compressors that Debian has, on signals made here.

    rate.py [--samples N] [--side M] [--signals a,b] [--errors 1e-1,1e-3] [--norms l2,sup] [--again] [--jobs 2]
            [--effort 5] [--without REGEX] [--results FILE] [--table FILE]

Errors are relative to the range (largest minus smallest value); l2 is the root mean square. What was decoded, by peers
and by Epsilonet, is measured here, by numpy. Peers are charged their payload alone, no header; Epsilonet is charged its file.
Results are lines of JSON, one for the peers of a case and one for Epsilonet's file; what is there is not computed again,
--again does so for Epsilonet's. The table is written from all lines. rate.sh installs and builds what is needed.
"""

import argparse
import json
import math
import multiprocessing
import os
import pathlib
import subprocess
import tempfile

import numpy

from rate_peers import PEERS, error
from rate_signals import signals
from rate_table import write

HERE = pathlib.Path(__file__).resolve().parent
HOME = HERE.parents[2]


class Codec:
    """Epsilonet's encoder and decoder, in a virtual machine of its own: RateCodec.java."""

    def __init__(self, effort, without):
        jars = [HOME / "cli/target/modules", *HOME.glob("examples/family-*/target/epsilonet-family-*[a-z].jar")]
        path = os.environ.get("EPSILONET_MODULES") or os.pathsep.join(map(str, jars))
        java = ["java", "-XX:+UseSerialGC", "-p", path, "--add-modules", "ALL-MODULE-PATH"]
        self.machine = subprocess.Popen(
            java + [str(HERE / "RateCodec.java"), "1", str(effort), without],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        self.folder = tempfile.TemporaryDirectory()

    def encoded(self, y, relative, norm, family="auto"):
        source, target, back = (os.path.join(self.folder.name, name) for name in ("y.f8", "y.enet", "z.f8"))
        y.astype("<f8").tofile(source)
        shape = "x".join(map(str, y.shape))
        print(shape, norm, repr(relative), family, source, target, back, sep="\t", file=self.machine.stdin, flush=True)
        won, header, structure, parameters, count, seconds, decoding = self.machine.stdout.readline().split("\t")
        if won == "-":
            return {"family": family, "bits": math.inf}
        decoded = numpy.fromfile(back, "<f8").reshape(y.shape)
        bits = 8 * os.path.getsize(target)
        assert bits == int(header) + int(structure) + int(parameters), "reported bits are not written bits"
        return {
            "family": won, "bits": bits, "header": int(header), "structure": int(structure), "count": int(count),
            "seconds": round(float(seconds), 2), "error": error(y, decoded, norm),
        }


codec = None


def start(effort, without):
    global codec
    codec = Codec(effort, without)


def compute(case):
    """One case: whatever of it is not there yet."""
    name, norm, relative, y, has_peers, has_ours = case
    bound, lines = relative * numpy.ptp(y), []
    key = {"signal": name, "norm": norm, "error": relative, "shape": "x".join(map(str, y.shape))}
    if not has_peers:
        bits = {p: f(y, bound, norm) for p, f in PEERS.items()}
        lines.append({**key, "peers": {p: b for p, b in bits.items() if math.isfinite(b)}})
    if not has_ours:
        ours = codec.encoded(y, relative, norm)
        assert ours["error"] <= bound * (1 + 1e-12), f"{key}: the promise is broken, {ours}"
        lines.append({**key, "ours": ours})
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--samples", type=int, default=4096)
    parser.add_argument("--side", type=int, default=128)
    parser.add_argument("--signals", default="")
    parser.add_argument("--errors", default="1e-1,1e-2,1e-3,1e-4,1e-5")
    parser.add_argument("--norms", default="l2,sup")
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--effort", type=int, default=5)
    parser.add_argument("--without", default="")
    parser.add_argument("--results", default=str(HOME / "target/rate.jsonl"))
    parser.add_argument("--table", default=str(HOME / "docs/benchmarks.md"))
    options = parser.parse_args()
    chosen = [s for s in options.signals.split(",") if s]
    made = signals(options.samples, options.side)
    results = pathlib.Path(options.results)
    results.parent.mkdir(parents=True, exist_ok=True)
    known = {}
    for line in results.read_text().splitlines() if results.exists() else []:
        row = json.loads(line)
        known.setdefault((row["signal"], row["norm"], row["error"], row["shape"]), {}).update(row)
    cases = []
    for relative in map(float, options.errors.split(",")):
        for norm in options.norms.split(","):
            for name, y in made.items():
                row = known.get((name, norm, relative, "x".join(map(str, y.shape))), {})
                case = (name, norm, relative, y, "peers" in row, "ours" in row and not options.again)
                if (not chosen or name in chosen) and not (case[4] and case[5]):
                    cases.append(case)
    # Workers are started afresh: a virtual machine each, and no threads of numpy's beside.
    with results.open("a") as file, multiprocessing.Pool(options.jobs, start, (options.effort, options.without)) as pool:
        for lines in pool.imap_unordered(compute, cases):
            for row in lines:
                print(json.dumps(row), file=file, flush=True)
                known.setdefault((row["signal"], row["norm"], row["error"], row["shape"]), {}).update(row)
    shapes = {"x".join(map(str, y.shape)) for y in made.values()}
    write([r for r in known.values() if r["shape"] in shapes and "peers" in r and "ours" in r], list(made), options)


if __name__ == "__main__":
    main()
