#!/usr/bin/env python3
"""SciPy's CubicSpline as in SplineEvaluationBenchmark: one JSON object of million evaluations per second.

    splines.py [KNOTS [POINTS]]
"""

import json
import sys
import time

import numpy
from scipy.interpolate import CubicSpline


def doppler(x):
    return 2 * numpy.sqrt(x * (1 - x)) * numpy.sin(2 * numpy.pi * 1.05 / (x + 0.05))


def best_rate(spline, points, seconds=1.0):
    """Evaluations per second of the fastest call: what a quiet moment allows, as for the best iteration of JMH."""
    fastest = float("inf")
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        start = time.perf_counter()
        spline(points)
        fastest = min(fastest, time.perf_counter() - start)
    return len(points) / fastest


def main():
    knots = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    # Knots that are not equidistant, so that they have to be searched for, as CubicSpline always does.
    x = numpy.linspace(0, 1, knots) ** 1.5
    spline = CubicSpline(x, doppler(x))
    points = numpy.random.default_rng(1).random(count)
    rates = {"increasing": best_rate(spline, numpy.sort(points)), "anyOrder": best_rate(spline, points)}
    print(json.dumps({name: rate / 1e6 for name, rate in rates.items()}))


if __name__ == "__main__":
    main()
