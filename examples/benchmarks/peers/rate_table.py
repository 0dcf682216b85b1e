"""The table of rate.py: docs/benchmarks.md. What that file has from the heading of the limits on is kept."""

import math
import pathlib

INTRODUCTION = """# Bits against other compressors

`epsilonet encode` beside what Debian has, on {count} signals made by the script: functions, series and noises of {samples}
samples, images of {side} x {side}. The table is written by

    examples/benchmarks/peers/rate.sh{arguments}

**{cases} cases{missing}, {won} won or equal, {lost} lost; geometric mean of ours / best peer: {mean:.3f}** (l2 {l2:.3f}, sup {sup:.3f}).

- Errors are relative to the range; l2 is the root mean square. All errors are measured by numpy on what was decoded.
- Ours is the whole file, header and checksum included. Peers are charged their payload alone: what a decoder must know of
  shape, step, wavelet or degree is free for them.
- Each peer's open choices are searched: *zfp* (fixed accuracy and precision), *wavelet+xz* (PyWavelets, eight wavelets, two
  extensions, two depths, three dead zones, coarsest step, four layouts of bytes), *spline+xz* (SciPy's smoothing
  splines of degree 1, 3, 5, rounded coefficients), *linear+xz* (greedy segments), *diff+xz* (coarsest lattice or the data's
  own, differences of order 0 to 2 along each axis), *openjpeg* (images: 9/7 with the rate searched, or lossless on the
  coarsest lattice).

Below, each cell has our bits, the bits of the best peer and the ratio of the two; a lost case is **bold**.
"""

LIMITS = "## Against limits"

SHORT = {"wavelet+xz": "wavelet", "spline+xz": "spline", "linear+xz": "linear", "diff+xz": "diff", "openjpeg": "jpeg2000", "zfp": "zfp"}


def best(row):
    peer = min(row["peers"], key=row["peers"].get)
    return peer, row["peers"][peer]


def ratio(row):
    return row["ours"]["bits"] / best(row)[1]


def mean(rows):
    return math.exp(sum(math.log(ratio(r)) for r in rows) / len(rows)) if rows else math.nan


def write(rows, names, options):
    """Writes the table and prints its summary."""
    lost = [r for r in rows if ratio(r) > 1]
    errors = sorted({r["error"] for r in rows}, reverse=True)
    norms = sorted({r["norm"] for r in rows})
    by_norm = {n: mean([r for r in rows if r["norm"] == n]) for n in ("l2", "sup")}
    arguments = "".join(
        f" --{name} '{value}'" if name == "without" else f" --{name} {value}"
        for name, value, usual in (
            ("samples", options.samples, 4096), ("side", options.side, 128), ("effort", options.effort, 5), ("without", options.without, ""),
        )
        if value != usual
    )
    all_cases = len(names) * 10
    missing = f" of {all_cases} (the others have not been run)" if len(rows) < all_cases else ""
    text = INTRODUCTION.format(
        count=len({r["signal"] for r in rows}), samples=options.samples, side=options.side, arguments=arguments,
        cases=len(rows), missing=missing, won=len(rows) - len(lost), lost=len(lost), mean=mean(rows), **by_norm,
    )
    for norm in norms:
        text += f"\n## {norm}\n\n| signal |" + "".join(f" {e:.0e} |" for e in errors) + "\n|---|" + "---|" * len(errors) + "\n"
        for name in names:
            cells = {r["error"]: cell(r) for r in rows if r["signal"] == name and r["norm"] == norm}
            if cells:
                text += f"| {name} |" + "".join(f" {cells.get(e, '')} |" for e in errors) + "\n"
        means = [mean([r for r in rows if r["norm"] == norm and r["error"] == e]) for e in errors]
        text += "| *geometric mean* |" + "".join(f" {m:.3f} |" for m in means) + "\n"
    text += "\n## Lost cases\n\n" + losses(lost, names)
    text += "\n## Which family won\n\n" + winners(rows)
    table = pathlib.Path(options.table)
    before = table.read_text() if table.exists() else ""
    text += "\n" + before[before.index(LIMITS) :] if LIMITS in before else ""
    table.write_text(text)
    print(f"{len(rows)} cases, {len(lost)} lost, geometric mean {mean(rows):.3f}; seconds {sum(r['ours']['seconds'] for r in rows):.0f}")


def cell(row):
    peer, bits = best(row)
    figures = f"{row['ours']['bits']} / {bits} {SHORT[peer]}, {ratio(row):.2f}"
    return f"**{figures}**" if ratio(row) > 1 else figures


def losses(lost, names):
    if not lost:
        return "None.\n"
    text = "| signal | norm | error | ours | family | best peer | ratio | why |\n|---|---|---|---|---|---|---|---|\n"
    for r in sorted(lost, key=lambda r: (names.index(r["signal"]), r["norm"], -r["error"])):
        peer, bits = best(r)
        text += (
            f"| {r['signal']} | {r['norm']} | {r['error']:.0e} | {r['ours']['bits']} | {r['ours']['family']} | {bits} {SHORT[peer]} |"
            f" {ratio(r):.3f} | {reason(r, bits)} |\n"
        )
    return text


def reason(row, bits):
    """Why a case is lost, as far as figures tell it."""
    ours = row["ours"]
    if ours["bits"] - ours["header"] <= bits:
        return f"our header, {ours['header']} bits; the peer has none"
    if best(row)[0] == "diff+xz":
        return "the same few differences come again and again: xz finds them in its window, our codes look a few samples back"
    if ours["family"].startswith("samples."):
        return "no family is sparse here; the samples' code predicts less well than the peer's dictionary finds repetitions"
    return "the code of structure and integers is longer than the peer's"


def winners(rows):
    counts = {}
    for r in rows:
        counts[r["ours"]["family"]] = counts.get(r["ours"]["family"], 0) + 1
    text = "| family | cases |\n|---|---|\n"
    for family, count in sorted(counts.items(), key=lambda c: (-c[1], c[0])):
        text += f"| {family} | {count} |\n"
    return text
