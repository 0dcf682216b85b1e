"""The signals of rate.py: functions, series and images of our own making. Each has a random generator of its own, so that
adding one changes no other."""

import math
import numpy


def rng(seed):
    return numpy.random.default_rng(seed)


def cells(n):
    return (numpy.arange(n) + 0.5) / n


def besov(n, s, seed):
    """A sum of hats over all scales with coefficients of heavy tails, of smoothness s in the mean."""
    x, y, random = cells(n), numpy.zeros(n), rng(seed)
    for level in range(int(math.log2(n))):
        k = 2**level
        c = random.standard_t(2, k) * 2.0 ** (-level * s)
        u = x * k
        cell = u.astype(int)
        y += c[cell] * (0.5 - numpy.abs(u - cell - 0.5))
    return y


def sobolev(n, s, seed):
    """Cosines with Gaussian coefficients of variance k^(-2s-1): in H^r for all r < s."""
    k = numpy.arange(1, n // 2)
    c = rng(seed).standard_normal(len(k)) * k ** (-s - 0.5)
    return numpy.cos(math.pi * numpy.outer(cells(n), k)) @ c


def colour(n, exponent, seed):
    """Noise with a spectrum like frequency^exponent."""
    spectrum = numpy.fft.rfft(rng(seed).standard_normal(2 * n))
    frequency = numpy.arange(len(spectrum)).astype(float)
    frequency[0] = 1
    spectrum *= frequency ** (exponent / 2)
    spectrum[0] = 0
    return numpy.fft.irfft(spectrum)[:n]


def takagi(n):
    x = cells(n)
    return sum(2.0**-k * (0.5 - numpy.abs(2**k * x % 1 - 0.5)) for k in range(int(math.log2(n))))


def weierstrass(n):
    x = cells(n)
    return sum(0.6**k * numpy.cos(2 * math.pi * 3**k * x) for k in range(int(math.log(n, 3))))


def recorded(n, seed):
    """Drift, noise and a few spikes, as a converter of 12 bits would deliver them."""
    x, random = cells(n), rng(seed)
    y = 0.4 * numpy.sin(3 * x) + 0.1 * x + 0.01 * random.standard_normal(n)
    y[random.integers(0, n, 12)] += random.choice([-1, 1], 12) * 0.4
    return numpy.rint((y - y.min()) / numpy.ptp(y) * 4095) / 4096


def beats(n, seed):
    """A heart's trace: a train of smooth pulses that differ a little, on a wandering base line, with weak noise."""
    t, y, random = cells(n) * 12, numpy.zeros(n), rng(seed)
    for beat in range(13):
        at, height = beat + 0.08 * random.standard_normal(), 1 + 0.1 * random.standard_normal()
        for offset, width, share in ((-0.2, 0.05, 0.12), (-0.03, 0.01, -0.15), (0, 0.012, 1), (0.035, 0.012, -0.25), (0.3, 0.07, 0.3)):
            y += height * share * numpy.exp(-(((t - at - offset) / width) ** 2) / 2)
    return y + 0.15 * numpy.sin(0.7 * t) + 0.004 * random.standard_normal(n)


def music(n, seed):
    """Decaying harmonics of three notes that set in one after the other."""
    x, y, random = cells(n), numpy.zeros(n), rng(seed)
    for start, base in ((0.0, 38), (0.3, 51), (0.62, 57)):
        t = numpy.maximum(x - start, 0)
        for k in range(1, 7):
            y += (x > start) * numpy.exp(-(4 + k) * t) * numpy.sin(2 * math.pi * k * base * t) / k * random.uniform(0.5, 1)
    return y


def staircase(n, seed):
    random = rng(seed)
    return numpy.repeat(random.standard_normal(64), n // 64)[numpy.minimum(numpy.arange(n) + random.integers(0, 20), n - 1)]


def zigzag(n, seed):
    """Slopes +1 and -1 at random, 256 pieces: as hard as a Lipschitz function can be."""
    return numpy.cumsum(numpy.repeat(rng(seed).choice([-1.0, 1.0], 256), n // 256)) / n


def plane(m):
    return numpy.meshgrid(cells(m), cells(m), indexing="ij")


def cartoon(m):
    """Smooth pieces with smooth edges; each pixel is the mean of four points along each axis."""
    x, y = plane(4 * m)
    f = 0.3 + 0.4 * x * y
    f = numpy.where((x - 0.45) ** 2 + 1.7 * (y - 0.5) ** 2 < 0.1, 0.9 - 0.3 * x, f)
    f = numpy.where(y > 0.75 + 0.1 * numpy.sin(5 * x), 0.1 + 0.1 * x, f)
    f = numpy.where((x - 0.8) ** 2 + (y - 0.25) ** 2 < 0.012, 1.0, f)
    return f.reshape(m, 4, m, 4).mean((1, 3))


def texture(m):
    x, y = plane(m)
    stripes = numpy.sin(90 * (x + 0.4 * y) + 3 * numpy.sin(6 * y)) * (x + y < 1)
    return stripes + numpy.sin(70 * x) * numpy.sin(55 * y + 10 * x * y) * (x + y >= 1) + 0.5 * y


def smooth_image(m):
    x, y = plane(m)
    return numpy.exp(-6 * ((x - 0.4) ** 2 + (y - 0.6) ** 2)) + 0.3 * numpy.sin(5 * x + 3 * y * y) / (1 + x)


def clouds(m, exponent, seed):
    """A Gaussian field whose spectrum falls like frequency^-exponent."""
    spectrum = numpy.fft.fft2(rng(seed).standard_normal((2 * m, 2 * m)))
    k = numpy.fft.fftfreq(2 * m) * 2 * m
    radius = numpy.hypot(k[:, None], k[None, :])
    radius[0, 0] = 1
    spectrum *= radius ** (-exponent / 2)
    spectrum[0, 0] = 0
    return numpy.fft.ifft2(spectrum).real[:m, :m]


def photo(m, seed):
    """Objects, shading, texture and the noise of a sensor, in 256 levels."""
    y = 0.6 * cartoon(m) + 0.25 * smooth_image(m) + 0.05 * texture(m)
    cloud = clouds(m, 3, seed)
    y = y + 0.1 * cloud / numpy.ptp(cloud) + 0.01 * rng(seed + 1).standard_normal((m, m))
    return numpy.rint(255 * (y - y.min()) / numpy.ptp(y))


def glyphs(m, seed):
    """A page of small black marks: two values."""
    random, y = rng(seed), numpy.ones((m, m))
    for row in range(6, m - 10, 12):
        column = 6
        while column < m - 10:
            mark = numpy.kron(random.integers(0, 2, (4, 3)), numpy.ones((2, 2)))
            y[row : row + 8, column : column + 6] -= mark
            column += random.choice([8, 8, 8, 13])
    return y


def signals(n, m):
    """Name to samples: n of a series, m x m of an image."""
    x = cells(n)
    return {
        "sines": sum(numpy.sin(2 * numpy.pi * f * x + f) / f for f in (1, 3, 7.3)),
        "analytic": 1 / (1 + 25 * (2 * x - 1) ** 2) + 0.3 * numpy.exp(x) * numpy.sin(4 * x),
        "sobolev1": sobolev(n, 1, 11),
        "sobolev2": sobolev(n, 2, 12),
        "besov0.5": besov(n, 0.5, 13),
        "besov1": besov(n, 1.0, 3),
        "besov2": besov(n, 2.0, 14),
        "jumps": numpy.select([x < 0.21, x < 0.5703, x < 0.8111], [0.3, 1.7 - x, -0.8 + x * x], 0.5),
        "staircase": staircase(n, 15),
        "monotone": numpy.cumsum(rng(16).pareto(1.5, n)),
        "zigzag": zigzag(n, 17),
        "chirp": numpy.sin(2 * numpy.pi * (4 * x + 60 * x * x)),
        "music": music(n, 18),
        "takagi": takagi(n),
        "weierstrass": weierstrass(n),
        "white": rng(1).standard_normal(n),
        "pink": colour(n, -1, 19),
        "blue": colour(n, 1, 20),
        "brown": numpy.cumsum(rng(2).standard_normal(n)) / math.sqrt(n),
        "record": recorded(n, 4),
        "beats": beats(n, 21),
        "integers": numpy.rint(40 * numpy.cumsum(rng(5).standard_normal(n)) / math.sqrt(n) * 8) + rng(6).integers(0, 3, n),
        "cartoon": cartoon(m),
        "texture": texture(m),
        "smooth": smooth_image(m),
        "clouds": clouds(m, 3.5, 22),
        "photo": photo(m, 23),
        "glyphs": glyphs(m, 24),
    }
