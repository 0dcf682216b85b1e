#!/usr/bin/env python3
"""Bits of `epsilonet encode` against limits of information theory.

    rate_limits.py [--without REGEX]

Prints a table: Gaussian white noise and a Brownian path against reverse water-filling, random elements that fill Sobolev
ellipsoids against the ellipsoid sum S(eps), zigzags of slope 1 against ceil(1/eps) - 1 bits, and how the bits of an analytic
function grow with the logarithm of the error. Set up and started like rate.py, whose codec it uses.
"""

import argparse
import math

import numpy

from rate import Codec
from rate_signals import cells, rng


def water_filling(variances, distortion):
    """Bits of independent Gaussians at a mean square error."""
    low, high = 0.0, variances.max()
    for _ in range(200):
        level = (low + high) / 2
        low, high = (level, high) if numpy.minimum(variances, level).mean() < distortion else (low, level)
    return float(numpy.log2(numpy.maximum(variances / low, 1)).sum() / 2)


def ellipsoid(n, s, epsilon, seed):
    """Samples of an element of {sum (x_k/a_k)^2 <= 1}, axes (2 pi k)^-s twice each, and S(eps). The element is the Gaussian
    one that needs S(eps) bits in the mean, put on the surface: variances a_k^2/m on the m axes longer than eps."""
    k = numpy.arange(1, int((1 / epsilon) ** (1 / s) / (2 * math.pi)) + 1)
    axes = numpy.repeat((2 * math.pi * k) ** -float(s), 2)
    x = rng(seed).standard_normal(len(axes))
    x *= axes / math.sqrt((x**2).sum())
    angles = 2 * math.pi * numpy.outer(cells(n), k)
    y = math.sqrt(2) * (numpy.cos(angles) @ x[::2] + numpy.sin(angles) @ x[1::2])
    return y, float(numpy.log2(axes / epsilon).sum())


def zigzag(pieces, each, seed):
    """A path of slopes +1 and -1 on [0, 1], at the centres of its cells."""
    slopes = numpy.repeat(rng(seed).choice([-1.0, 1.0], pieces), each)
    return (numpy.cumsum(slopes) - slopes / 2) / (pieces * each)


def analytic(n):
    x = cells(n)
    return 1 / (1 + 25 * (2 * x - 1) ** 2) + 0.3 * numpy.exp(x) * numpy.sin(4 * x)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--without", default="")
    codec = Codec(5, parser.parse_args().without)
    print("| data | norm | error | samples | bits | limit | bits / limit | without header | family |\n|---|---|---|---|---|---|---|---|---|")

    def row(name, y, error, norm, limit, family="auto"):
        ours = codec.encoded(y, error / numpy.ptp(y), norm, family)
        assert ours["error"] <= error * (1 + 1e-12)
        bits = ours["bits"]
        print(f"| {name} | {norm} | {error:.2e} | {len(y)} | {bits} | {limit:.0f} | {bits / limit:.3f} | {(bits - ours['header']) / limit:.3f} | {ours['family']} |", flush=True)
        return bits

    n = 4096
    white = rng(1).standard_normal(n)
    error = 1e-3 * numpy.ptp(white)
    row("white noise", white, error, "l2", n * math.log2(math.sqrt((white**2).mean()) / error))
    steps = rng(2).standard_normal(n)
    brown = numpy.cumsum(steps)
    error = 1e-3 * numpy.ptp(brown)
    variances = (steps**2).mean() / (4 * numpy.sin((numpy.arange(1, n + 1) - 0.5) * math.pi / (2 * n + 1)) ** 2)
    row("Brownian path", brown, error, "l2", water_filling(variances, error**2))
    for s, epsilon, n in ((1, 1e-3, 4096), (1, 2e-4, 8192), (2, 1e-5, 4096), (2, 1e-6, 4096), (2, 1e-7, 8192)):
        y, limit = ellipsoid(n, s, epsilon, 31)
        row(f"Sobolev ellipsoid, s = {s}", y, epsilon, "l2", limit, "fourier.first")
    for pieces in (1000, 4000):
        row(f"zigzag of {pieces} slopes", zigzag(pieces, 4, 32), 1 / pieces, "sup", pieces - 1)
    y, logs, bits = analytic(4096), [], []
    for digits in range(2, 13):
        found = codec.encoded(y, 10.0**-digits, "l2", "chebyshev.first")
        if math.isinf(found["bits"]):
            break
        logs.append(digits * math.log2(10))
        bits.append(found["bits"] - found["header"])
    slope = numpy.polyfit(numpy.log(logs[4:]), numpy.log(bits[4:]), 1)[0]
    print(f"\nAnalytic function, l2, 1e-2 to 1e-{digits if len(bits) > 10 else len(bits) + 1}, bits without header: {bits}; bits / log2(1/eps)^2: "
          f"{', '.join(f'{b / t**2:.3f}' for b, t in zip(bits, logs))}; exponent of the logarithm from 1e-6 on: {slope:.2f}")


if __name__ == "__main__":
    main()
