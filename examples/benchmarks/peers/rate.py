#!/usr/bin/env python3
"""Bits of `epsilonet encode` against simple compressors, on signals made here.

    rate.py [--epsilonet COMMAND] [--samples N] [--signals a,b] [--errors 1e-1,1e-3] [--norms l2,sup] [--json FILE]

Errors are relative to the range (largest minus smallest value); l2 is the root mean square. Every peer's own error is
measured after its decoding, and its free parameter is the coarsest that keeps it. Peers are charged their payload
alone, no header; Epsilonet is charged its file. Needs Python 3 and numpy (rate.sh installs it).
"""

import argparse
import json
import lzma
import math
import pathlib
import shlex
import subprocess
import sys
import tempfile

import numpy

# ---------------------------------------------------------------------------------------------------- signals


def besov(n, s, rng):
    """A random series saturating B^s_{1,1}-like sparsity: a Haar-like multiscale sum of hats, one dense part a level."""
    x = (numpy.arange(n) + 0.5) / n
    y = numpy.zeros(n)
    for level in range(int(math.log2(n))):
        k = 2**level
        c = rng.standard_t(2, k) * 2.0 ** (-level * (s + 0.5 - 0.5))
        u = x * k
        cell = u.astype(int)
        y += c[cell] * (0.5 - numpy.abs(u - cell - 0.5))
    return y


def signals(n):
    """Name to samples. Each has a generator of its own, so that adding one changes no other."""
    x = (numpy.arange(n) + 0.5) / n

    def rng(seed):
        return numpy.random.default_rng(seed)

    made = {
        "sines": sum(numpy.sin(2 * numpy.pi * f * x + f) / f for f in (1, 3, 7.3)),
        "jumps": numpy.select([x < 0.21, x < 0.5703, x < 0.8111], [0.3, 1.7 - x, -0.8 + x * x], 0.5),
        "chirp": numpy.sin(2 * numpy.pi * (4 * x + 60 * x * x)),
        "white": rng(1).standard_normal(n),
        "brown": numpy.cumsum(rng(2).standard_normal(n)) / math.sqrt(n),
        "besov1": besov(n, 1.0, rng(3)),
        "record": recorded(n, rng(4)),
        "integers": numpy.rint(40 * numpy.cumsum(rng(5).standard_normal(n)) / math.sqrt(n) * 8) + rng(6).integers(0, 3, n),
    }
    return made


def recorded(n, rng):
    """Drift, noise and a few spikes, as a converter of 12 bits would deliver them."""
    x = (numpy.arange(n) + 0.5) / n
    y = 0.4 * numpy.sin(3 * x) + 0.1 * x + 0.01 * rng.standard_normal(n)
    y[rng.integers(0, n, 12)] += rng.choice([-1, 1], 12) * 0.4
    return numpy.rint((y - y.min()) / numpy.ptp(y) * 4095) / 4096


# ---------------------------------------------------------------------------------------------------- peers


def error(a, b, norm):
    d = a - b
    return numpy.abs(d).max() if norm == "sup" else math.sqrt(numpy.mean(d * d))


def packed(integers):
    """Little-endian bytes of the least width that holds them."""
    for kind in (numpy.int8, numpy.int16, numpy.int32, numpy.int64):
        if len(integers) == 0 or (integers.min() >= numpy.iinfo(kind).min and integers.max() <= numpy.iinfo(kind).max):
            return integers.astype(kind).tobytes()
    raise ValueError("integers beyond 64 bits")


def xz_bits(data):
    """The least of raw LZMA2 streams with byte-wise and shuffled order: no container, as a header is not charged."""
    width = 1
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "lc": 3, "lp": 0, "pb": 0}]
    return 8 * len(lzma.compress(data, lzma.FORMAT_RAW, filters=filters)) * width


def difference_xz(y, bound, norm):
    """Uniform quantization, differences of order 0, 1 or 2, each width in a plane of its own, xz: the best order."""
    step = bound * (2 if norm == "sup" else math.sqrt(12)) * (1 - 1e-12)
    while error(y, numpy.rint(y / step) * step, norm) > bound:
        step *= 0.999
    q = numpy.rint(y / step).astype(numpy.int64)
    best = math.inf
    for order in range(3):
        d = numpy.diff(q, order, prepend=[0] * order) if order else q
        raw = packed(d)
        width = len(raw) // len(d)
        planes = numpy.frombuffer(raw, numpy.uint8).reshape(-1, width).T.tobytes()
        best = min(best, xz_bits(raw), xz_bits(planes))
    return best


def swing(y, bound):
    """Greedy segments: knots (index, integer of the grid of values) of a piecewise linear function within bound in sup.
    Half of the bound is left to the quantization of the knots."""
    grid, slack = bound, bound / 2
    knots = [(0, int(numpy.rint(y[0] / grid)))]
    start, value, low, high = 0, knots[0][1] * grid, -math.inf, math.inf
    for i in range(1, len(y)):
        run = i - start
        new_low, new_high = max(low, (y[i] - slack - value) / run), min(high, (y[i] + slack - value) / run)
        if new_low > new_high:
            end = i - 1
            mean = y[end] if not math.isfinite(low) else value + (low + high) / 2 * (end - start)
            knots.append((end, int(numpy.rint(mean / grid))))
            start, value = end, knots[-1][1] * grid
            low, high = y[i] - slack - value, y[i] + slack - value
        else:
            low, high = new_low, new_high
    last = len(y) - 1
    mean = y[last] if not math.isfinite(low) else value + (low + high) / 2 * (last - start)
    knots.append((last, int(numpy.rint(mean / grid))))
    return knots, grid


def linear_xz(y, bound, norm):
    """Piecewise linear with greedy knots, gaps and differences of values as integers, xz."""
    tolerance = bound if norm == "sup" else 2.5 * bound
    for _ in range(60):
        knots, grid = swing(y, tolerance)
        at, value = numpy.array(knots).T
        if error(y, numpy.interp(numpy.arange(len(y)), at, value * grid), norm) <= bound:
            return xz_bits(packed(numpy.diff(at))) + xz_bits(packed(numpy.diff(value, prepend=0)))
        tolerance *= 0.93
    return math.inf


PEERS = {"diff+xz": difference_xz, "linear+xz": linear_xz}


# ---------------------------------------------------------------------------------------------------- Epsilonet


def epsilonet(command, y, relative, norm):
    with tempfile.TemporaryDirectory() as folder:
        source, target, back = (str(pathlib.Path(folder) / name) for name in ("y.npy", "y.enet", "z.npy"))
        numpy.save(source, y)
        arguments = ["encode", source, "--error", repr(relative), "--relative", "--norm", norm, "-o", target, "--json"]
        report = json.loads(subprocess.run(command + arguments, check=True, capture_output=True, text=True).stdout)
        subprocess.run(command + ["decode", target, "-o", back], check=True, capture_output=True)
        bits = 8 * pathlib.Path(target).stat().st_size
        assert bits == report["bits"], "reported bits are not written bits"
        return {
            "bits": bits,
            "family": report["family"],
            "header": report["headerBits"],
            "seconds": report["seconds"],
            "error": error(y, numpy.load(back), norm),
        }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--epsilonet", default="./epsilonet")
    parser.add_argument("--samples", type=int, default=4096)
    parser.add_argument("--signals", default="")
    parser.add_argument("--errors", default="1e-1,1e-3,1e-5")
    parser.add_argument("--norms", default="l2,sup")
    parser.add_argument("--json", default="")
    options = parser.parse_args()
    chosen = [s for s in options.signals.split(",") if s]
    rows, ratios = [], []
    print(f"{'signal':10}{'norm':>5}{'error':>8}{'ours':>9}" + "".join(f"{p:>11}" for p in PEERS) + "   ratio  family")
    for name, y in signals(options.samples).items():
        if chosen and name not in chosen:
            continue
        for norm in options.norms.split(","):
            for relative in map(float, options.errors.split(",")):
                bound = relative * numpy.ptp(y)
                peers = {p: f(y, bound, norm) for p, f in PEERS.items()}
                ours = epsilonet(shlex.split(options.epsilonet), y, relative, norm)
                assert ours["error"] <= bound * (1 + 1e-12), f"{name}: the promise is broken"
                ratio = ours["bits"] / min(peers.values())
                ratios.append(ratio)
                rows.append({"signal": name, "norm": norm, "error": relative, "peers": peers, **ours, "ratio": ratio})
                print(
                    f"{name:10}{norm:>5}{relative:8.0e}{ours['bits']:9}"
                    + "".join(f"{b:11.0f}" for b in peers.values())
                    + f"{ratio:8.3f}  {ours['family']} (header {ours['header']}, {ours['seconds']:.1f} s)"
                    + ("  LOST" if ratio > 1 else ""),
                    flush=True,
                )
    print(f"geometric mean of ratios {math.exp(numpy.mean(numpy.log(ratios))):.3f}, lost {sum(r > 1 for r in ratios)}")
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(rows, indent=1))


if __name__ == "__main__":
    sys.exit(main())
