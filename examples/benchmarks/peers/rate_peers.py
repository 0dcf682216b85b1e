"""The peers of rate.py. Each is a function (samples, absolute error, norm) to the bits of its payload, no header, or
infinity where it does not apply. Whatever a peer leaves open (step, threshold, wavelet, degree, layout of the bytes) is
searched, and its error is measured on what it decodes."""

import io
import lzma
import math
import warnings

import numpy
import pywt
import zfpy
from PIL import Image
from scipy.interpolate import BSpline, dfitpack

warnings.filterwarnings("ignore", category=UserWarning)


def error(a, b, norm):
    d = numpy.asarray(a) - b
    return float(numpy.abs(d).max()) if norm == "sup" else float(math.sqrt(numpy.mean(d * d)))


def packed(integers):
    """Little-endian bytes of the least width that holds them."""
    for kind in (numpy.int8, numpy.int16, numpy.int32, numpy.int64):
        if len(integers) == 0 or (integers.min() >= numpy.iinfo(kind).min and integers.max() <= numpy.iinfo(kind).max):
            return integers.astype(kind).tobytes()
    raise ValueError("integers beyond 64 bits")


def planes(integers):
    """The same bytes, all the lowest first."""
    raw = packed(integers)
    return numpy.frombuffer(raw, numpy.uint8).reshape(-1, max(1, len(raw) // max(1, len(integers)))).T.tobytes()


def xz_bits(*layouts):
    """The least of raw LZMA2 streams of some layouts, no container, as a header is not charged. The best layout is tried with
    several models of literals."""
    tried = [(squeezed(data, 3, 0), data) for data in layouts]
    best, data = min(tried, key=lambda t: t[0])
    return min(best, squeezed(data, 0, 0), squeezed(data, 0, 1)) if data else 0


def squeezed(data, context, position):
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": 1 << 22, "lc": context, "lp": position, "pb": position}]
    return 8 * len(lzma.compress(data, lzma.FORMAT_RAW, filters=filters))


def xz_integers(q):
    """The best of some layouts: all integers, all lowest bytes first, a map of zeros and the rest, gaps and the rest."""
    layouts = [packed(q), planes(q)]
    at = numpy.flatnonzero(q)
    if len(at) < 0.8 * len(q):
        rest = planes(q[at])
        layouts += [numpy.packbits(q != 0).tobytes() + rest, packed(numpy.diff(at, prepend=-1)) + rest]
    return xz_bits(*layouts)


def entropy(q):
    """Of order 0, of all integers together, in bits."""
    counts = numpy.unique(q, return_counts=True)[1]
    return -float((counts * numpy.log2(counts / q.size)).sum())


def coarsest(measure, bound, low, high, turns):
    """The largest parameter whose measured error is within the bound, by bisection of its logarithm; None if none is."""
    if measure(low) > bound:
        return None
    for _ in range(turns):
        middle = math.sqrt(low * high)
        low, high = (middle, high) if measure(middle) <= bound else (low, middle)
    return low


def lattices(y, bound, norm):
    """Integers and the step that makes samples of them: the coarsest within the bound, and the data's own if it has one."""
    step = bound * (2 if norm == "sup" else math.sqrt(12)) * (1 - 1e-12)
    if norm == "l2":  # Coarse steps err by less than the root of twelve says, or by more.
        step = coarsest(lambda s: error(y, numpy.rint(y / s) * s, norm), bound, step / 2, 4 * step, 20) or step / 2
    while error(y, numpy.rint(y / step) * step, norm) > bound:
        step *= 0.999
    found = [(numpy.rint(y / step).astype(numpy.int64), step)]
    gaps = numpy.diff(numpy.unique(y))
    if len(gaps) and error(y, numpy.rint(y / gaps.min()) * gaps.min(), norm) <= bound:
        found.append((numpy.rint(y / gaps.min()).astype(numpy.int64), gaps.min()))
    return found


def difference_xz(y, bound, norm):
    """Uniform quantization, differences of order 0, 1 or 2 (along both axes of an image), xz for the best three of these."""
    best = math.inf
    for q, _ in lattices(y, bound, norm):
        forms = [q]
        for axis in range(q.ndim):
            forms += [numpy.diff(f, order, axis, prepend=numpy.take(f, [0] * order, axis) * 0) for f in list(forms) for order in (1, 2)]
        forms.sort(key=entropy)
        best = min(best, xz_bits(*(layout(f.ravel()) for f in forms[:3] + [q] for layout in (packed, planes))))
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
    if y.ndim > 1:
        return math.inf
    tolerance = (1.2 if norm == "sup" else 4) * bound
    for _ in range(40):
        knots, grid = swing(y.tolist(), tolerance)
        at, value = numpy.array(knots).T
        if error(y, numpy.interp(numpy.arange(len(y)), at, value * grid), norm) <= bound:
            values = numpy.diff(value, prepend=0)
            return xz_bits(packed(numpy.diff(at))) + xz_bits(packed(values), planes(values))
        tolerance *= 0.93
    return math.inf


def spline_xz(y, bound, norm):
    """UnivariateSpline of degree 1, 3, 5 with the fewest knots that leave a share of the error to the rounding of its
    coefficients; gaps of knots (they are samples' places) and differences of coefficients, xz."""
    if y.ndim > 1:
        return math.inf
    x, best = numpy.arange(len(y), dtype=float), math.inf
    for degree in (1, 3, 5):
        for share in (0.6, 0.85):
            best = min(best, spline_bits(x, y, degree, share * bound, bound, norm))
    return best


def spline_bits(x, y, degree, part, bound, norm):
    sum_of_squares, tck = len(y) * part**2 / (1 if norm == "l2" else 3), None
    for _ in range(6):
        # UnivariateSpline's own call, with an end to the knots: more are no way to save bits.
        fit = dfitpack.fpcurf0(x, y, degree, s=sum_of_squares, nest=max(2 * degree + 4, len(y) // 6))
        if fit[-1] == 1:
            break
        size = fit[7]
        knots, c = fit[8][:size], fit[9][: size - degree - 1]
        if error(y, BSpline(knots, c, degree)(x), norm) <= part:
            tck = knots, c
            break
        sum_of_squares /= 2.5
    if tck is None:
        return math.inf
    knots, c = tck

    def rounded(step):
        return BSpline(knots, numpy.rint(c / step) * step, degree)(x)

    step = coarsest(lambda s: error(y, rounded(s), norm), bound, 1e-3 * bound, 64 * bound, 20)
    if step is None:
        return math.inf
    q = numpy.rint(c / step).astype(numpy.int64)
    gaps = numpy.diff(numpy.rint(2 * knots[degree : len(knots) - degree])).astype(numpy.int64)
    return xz_bits(packed(gaps)) + xz_bits(*(packed(d) for d in (q, numpy.diff(q, prepend=0), numpy.diff(q, 2, prepend=[0, 0]))))


def zfp(y, bound, norm):
    """Fixed accuracy and fixed precision, each the coarsest within the bound; the stream has no header."""
    best = math.inf
    exponent = math.floor(math.log2(bound))
    for choice in [{"tolerance": 2.0**k} for k in range(exponent + 8, exponent - 4, -1)], [{"precision": p} for p in range(1, 64)]:
        for options in choice:
            stream = zfpy.compress_numpy(y, write_header=True, **options)
            if error(y, zfpy.decompress_numpy(stream), norm) <= bound:
                best = min(best, 8 * len(zfpy.compress_numpy(y, write_header=False, **options)))
                break
    return best


WAVELETS = ("haar", "db2", "db4", "db8", "sym8", "bior2.2", "bior4.4", "coif3")
KEPT = 3


def wavelet_xz(y, bound, norm):
    """Best-M terms of PyWavelets: eight wavelets, periodized and symmetric; for the best three, by entropy of order 0,
    two depths and three dead zones, each with its coarsest step; the best of these are packed by xz in several layouts."""
    found = []

    def attempt(wavelet, mode, shallower, zone):
        level = max(1, pywt.dwtn_max_level(y.shape, wavelet) - shallower)
        coefficients, slices = pywt.coeffs_to_array(pywt.wavedecn(y, wavelet, mode, level))
        q = quantized(y, coefficients, slices, wavelet, mode, zone, bound, norm)
        if q is not None:
            found.append((entropy(q), len(found), q, (wavelet, mode)))

    for wavelet in WAVELETS:
        for mode in ("periodization", "symmetric"):
            attempt(wavelet, mode, 0, 0.65)
    for _, _, _, basis in sorted(found, key=lambda f: f[:2])[:3]:
        for shallower, zone in ((0, 0.5), (0, 0.9), (3, 0.5), (3, 0.65), (3, 0.9)):
            attempt(*basis, shallower, zone)
    return min((xz_integers(f[2]) for f in sorted(found, key=lambda f: f[:2])[:KEPT]), default=math.inf)


def quantized(y, coefficients, slices, wavelet, mode, zone, bound, norm):
    def integers(step):
        size = numpy.abs(coefficients) / step
        return numpy.where(size < zone, 0, numpy.sign(coefficients) * numpy.floor(size + 0.5))

    def decoded(step):
        tree = pywt.array_to_coeffs(integers(step) * step, slices, "wavedecn")
        return pywt.waverecn(tree, wavelet, mode)[tuple(slice(0, k) for k in y.shape)]

    step = coarsest(lambda s: error(y, decoded(s), norm), bound, 0.2 * bound, 30 * bound, 11)
    return None if step is None else integers(step).astype(numpy.int64).ravel()


def openjpeg(y, bound, norm):
    """JPEG 2000 of images: without loss once rounded to the coarsest step, or irreversible 9/7 on 16 bits with the rate
    searched. Charged is the code stream behind the first start of data."""
    if y.ndim != 2:
        return math.inf
    best, low = math.inf, y.min()
    for q, _ in lattices(y - low, bound, norm):
        if q.max() < 65536:
            best = min(best, j2k(q, irreversible=False)[0])
    scale = numpy.ptp(y) / 65535
    q = numpy.rint((y - low) / scale)

    def measured(ratio):
        return error(y, low + scale * j2k(q, irreversible=True, quality_mode="rates", quality_layers=[ratio])[1], norm)

    ratio = coarsest(measured, bound, 1.0, 4000.0, 14)
    if ratio is not None:
        best = min(best, j2k(q, irreversible=True, quality_mode="rates", quality_layers=[ratio])[0])
    return best


def j2k(q, **options):
    wide = q.max() > 255
    image = Image.fromarray(q.astype(numpy.uint16 if wide else numpy.uint8))
    stream = io.BytesIO()
    image.save(stream, "JPEG2000", no_jp2=True, **options)
    data = stream.getvalue()
    return 8 * (len(data) - data.index(b"\xff\x93") - 4), numpy.asarray(Image.open(io.BytesIO(data))).astype(float)


PEERS = {
    "zfp": zfp,
    "wavelet+xz": wavelet_xz,
    "spline+xz": spline_xz,
    "linear+xz": linear_xz,
    "diff+xz": difference_xz,
    "openjpeg": openjpeg,
}
