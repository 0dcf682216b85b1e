#!/usr/bin/env python3
"""Encodes and decodes test signals with ./epsilonet and measures the errors with NumPy, outside the project's own code.

    python3 examples/acceptance/roundtrip.py [--quick] [--only NAME] [--keep DIR]

Prints one Markdown row a case and exits with 1 if a promise is broken, a case is not reached, or the bits do not add up
to the file. The signals are the four of Donoho and Johnstone (1994), random paths and fields, and the awkward ones.
"""
import argparse, json, os, subprocess, sys, tempfile
import numpy as np

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
COMMAND = os.path.join(ROOT, "epsilonet")
N = 65536


def donoho_johnstone(n):
    x = (np.arange(n) + 0.5) / n
    t = np.array([.1, .13, .15, .23, .25, .40, .44, .65, .76, .78, .81])
    h = np.array([4, -5, 3, -4, 5, -4.2, 2.1, 4.3, -3.1, 2.1, -4.2])
    yield "blocks", sum(hj * (1 + np.sign(x - tj)) / 2 for hj, tj in zip(h, t))
    heights = np.array([4, 5, 3, 4, 5, 4.2, 2.1, 4.3, 3.1, 5.1, 4.2])
    w = np.array([.005, .005, .006, .01, .01, .03, .01, .01, .005, .008, .005])
    yield "bumps", sum(hj * (1 + np.abs((x - tj) / wj)) ** -4 for hj, tj, wj in zip(heights, t, w))
    yield "heavisine", 4 * np.sin(4 * np.pi * x) - np.sign(x - .3) - np.sign(.72 - x)
    yield "doppler", np.sqrt(x * (1 - x)) * np.sin(2 * np.pi * 1.05 / (x + .05))


def signals():
    rng = np.random.default_rng(20221122)
    x = (np.arange(N) + 0.5) / N
    yield from donoho_johnstone(N)
    yield "brownian", np.cumsum(rng.standard_normal(N)) / np.sqrt(N)
    yield "weierstrass", sum(2.0 ** (-j / 2) * np.cos(2 * np.pi * 2 ** j * x) for j in range(16))
    yield "noisy", np.sin(2 * np.pi * 3 * x) + 0.1 * rng.standard_normal(N)
    yield "constant", np.full(N, 3.25)
    yield "single", np.array([-7.5])
    yield "seventeen", np.sin(np.arange(17) ** 1.3)
    i, j = np.meshgrid((np.arange(512) + .5) / 512, (np.arange(512) + .5) / 512, indexing="ij")
    disc = (i - .5) ** 2 + (j - .45) ** 2 < .3 ** 2
    yield "cartoon", np.where(disc, 1 + .3 * np.sin(5 * i), .2 * np.cos(3 * j + i))
    k = np.fft.fftfreq(512) * 512
    radius = np.hypot(*np.meshgrid(k, k, indexing="ij"))
    radius[0, 0] = 1
    field = np.fft.ifft2(np.fft.fft2(rng.standard_normal((512, 512))) / radius ** 1.6).real
    yield "field", np.clip(np.round(128 + 40 * field / field.std()), 0, 255)


def distance(a, b, norm):
    e = np.abs(np.asarray(a, dtype=np.longdouble) - np.asarray(b, dtype=np.longdouble))
    return float(e.max() if norm == "sup" else np.sqrt(np.mean(e * e)))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true", help="errors 1e-1 and 1e-3 only")
    parser.add_argument("--only", help="one signal by name")
    parser.add_argument("--keep", help="folder for the files; a temporary one otherwise")
    args = parser.parse_args()
    errors = ["1e-1", "1e-3"] if args.quick else ["1e-1", "1e-2", "1e-3", "1e-4", "1e-5"]
    folder = args.keep or tempfile.mkdtemp(prefix="epsilonet-")
    os.makedirs(folder, exist_ok=True)
    failures = 0
    print("| signal | norm | relative error | family | bits | header+structure+parameters | achieved/promised | seconds |")
    print("|---|---|---|---|---|---|---|---|")
    for name, values in signals():
        if args.only and name != args.only:
            continue
        source = os.path.join(folder, name + ".npy")
        np.save(source, values)
        spread = float(values.max() - values.min())
        for norm in ("l2", "sup"):
            for error in errors:
                code = os.path.join(folder, f"{name}-{norm}-{error}.eps")
                back = os.path.join(folder, "back.npy")
                run = subprocess.run(
                    [COMMAND, "encode", source, "--error", error, "--relative", "--norm", norm, "--json", "-o", code],
                    capture_output=True, text=True)
                row = f"| {name} | {norm} | {error} |"
                if run.returncode != 0:
                    failures += 1
                    print(row, "FAILED:", run.stderr.strip(), "|", flush=True)
                    continue
                report = json.loads(run.stdout)
                subprocess.run([COMMAND, "decode", code, "-o", back], check=True, capture_output=True)
                decoded = np.load(back)
                promise = float(error) * spread
                achieved = distance(values, decoded, norm)
                parts = (report["headerBits"], report["structureBits"], report["parameterBits"])
                good = (decoded.shape == values.shape and decoded.dtype == values.dtype and achieved <= promise
                        and report["reached"] and report["bits"] == 8 * os.path.getsize(code) == sum(parts))
                failures += not good
                ratio = f"{achieved / promise:.3f}" if promise > 0 else "exact"
                print(row, f"{report['family']} | {report['bits']} | {'+'.join(map(str, parts))} | {ratio} |",
                      f"{report['seconds']:.2f} |", "" if good else "BROKEN", flush=True)
    print(f"\n{failures} failures", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
