"""PyWavelets on the same sizes as WaveletTransformBenchmark: milliseconds per call, the median of a second of calls.

Prints one line for each of forward, inverse, forwardSquare, inverseSquare: name and milliseconds.
"""
import statistics
import sys
import time

import numpy
import pywt


def milliseconds(call, seconds=1.0, warm=2):
    for _ in range(warm):
        call()
    times = []
    end = time.perf_counter() + seconds
    while time.perf_counter() < end or len(times) < 3:
        begin = time.perf_counter()
        call()
        times.append(1000 * (time.perf_counter() - begin))
    return statistics.median(times)


def main():
    wavelet = sys.argv[1] if len(sys.argv) > 1 else "db4"
    samples = int(sys.argv[2]) if len(sys.argv) > 2 else 1 << 20
    side = 2 * int(samples**0.5)
    random = numpy.random.default_rng(1)
    line = random.random(samples)
    square = random.random((side, side))
    # The default extension: as many levels as the length allows, no periodization.
    line_coefficients = pywt.wavedec(line, wavelet)
    square_coefficients = pywt.wavedec2(square, wavelet)
    calls = {
        "forward": lambda: pywt.wavedec(line, wavelet),
        "inverse": lambda: pywt.waverec(line_coefficients, wavelet),
        "forwardSquare": lambda: pywt.wavedec2(square, wavelet),
        "inverseSquare": lambda: pywt.waverec2(square_coefficients, wavelet),
    }
    for name, call in calls.items():
        print(name, milliseconds(call))


main()
