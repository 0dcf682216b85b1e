package org.epsilonet.comparator.adversary;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.epsilonet.api.classes.Adversary;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.classes.Smoothness.Besov;
import org.epsilonet.api.classes.Smoothness.BoundedVariation;
import org.epsilonet.api.classes.Smoothness.Cartoon;
import org.epsilonet.api.classes.Smoothness.Hoelder;
import org.epsilonet.api.classes.Smoothness.Periodic;
import org.epsilonet.api.classes.Smoothness.PiecewiseSmooth;
import org.epsilonet.api.function.Formula;

/** The adversaries of the catalogue's classes. */
public final class Adversaries {
    /** Frequencies up to this many times the budget. */
    private static final int BEYOND = 4;

    /** More cells than this tell quadrature nothing. */
    private static final int MOST_CELLS = 1 << 16;

    private static final double MARGIN = 1e-6;

    private Adversaries() {}

    /**
     * The adversary of a class.
     *
     * @param smoothness what defines the class
     * @param budget the budget \(M \ge 1\) of the family that is to fail
     * @return functions of frequencies up to \(4M\), or with singularities anywhere; empty where none are known
     */
    public static Optional<Adversary> of(Smoothness smoothness, int budget) {
        int cells = (int) Math.min(MOST_CELLS, (long) BEYOND * budget);
        if (smoothness instanceof Hoelder c && c.dimension() == 1 && c.alpha() <= 1) {
            return Optional.of(tents(c.alpha(), cells));
        }
        if (smoothness instanceof Besov b && b.dimension() == 1) {
            return Optional.of(bumps(b.s(), b.p(), cells));
        }
        if (smoothness instanceof BoundedVariation c && c.dimension() == 1) {
            return Optional.of(steps(cells));
        }
        if (smoothness instanceof PiecewiseSmooth c && c.order() == 2) {
            return Optional.of(brokenWaves(c.jumps(), cells));
        }
        if (smoothness.equals(new Periodic(new Besov(1, 1, 2, 2)))) {
            return Optional.of(waves(cells));
        }
        if (smoothness instanceof Cartoon c && c.dimension() == 2 && c.beta() == 2) {
            return Optional.of(flowers(cells));
        }
        return Optional.empty();
    }

    /**
     * The adversary of the monotone functions from [0, 1] to [0, 1]: staircases.
     *
     * @param budget the budget \(M \ge 1\)
     */
    public static Adversary monotone(int budget) {
        int cells = (int) Math.min(MOST_CELLS, (long) BEYOND * budget);
        return new Adversary("staircases of up to " + cells + " equal steps, shifted", true, 2, u -> {
            int n = Word.frequency(u[0], cells);
            double shift = inside(u[1]);
            double[] jumps =
                    IntStream.range(0, n).mapToDouble(i -> (i + shift) / n).toArray();
            return Formula.of(
                    "staircase of " + n + " steps, shift " + shift, x -> Math.floor(x * n + 1 - shift) / n, jumps);
        });
    }

    /**
     * Tents of half-width \(w = 1/(2n)\) and height \(2^{\alpha-1}w^\alpha\): neighbours of opposite sign are 2 heights apart
     * over \(2w\), and in general \(|f(x)-f(y)| \le 2^{\alpha-1}(a^\alpha+b^\alpha) \le (a+b)^\alpha\) through the zero between.
     * Less the value at 0.
     */
    private static Adversary tents(double alpha, int cells) {
        return new Adversary(
                "tents of width 1/n, n <= " + cells + ", shifted, with a word of six signs",
                true,
                Word.PARAMETERS,
                u -> {
                    Word word = new Word(u, cells);
                    double height = Math.pow(2, alpha - 1) * Math.pow(0.5 / word.frequency(), alpha);
                    DoubleUnaryOperator tent = x -> {
                        double place = word.place(x);
                        double cell = Math.floor(place);
                        return word.sign((long) cell) * height * (1 - Math.abs(2 * (place - cell) - 1));
                    };
                    double atZero = tent.applyAsDouble(0);
                    return formula("tents", word, x -> tent.applyAsDouble(x) - atZero);
                });
    }

    /** Bumps \(\sin^4\) of width 1/n on N of n cells, each of height \(n^{1/p-s}N^{-1/p}\), bounded in \(B^s_{p,p}\). */
    private static Adversary bumps(double s, double p, int cells) {
        return new Adversary(
                "smooth bumps of width 1/n, n <= " + cells + ", on the first of them or all, shifted, with signs",
                false,
                Word.PARAMETERS + 1,
                u -> {
                    Word word = new Word(u, cells);
                    int active = Word.frequency(u[Word.PARAMETERS], word.frequency());
                    double inverse = Double.isInfinite(p) ? 0 : 1 / p;
                    double height = Math.pow(word.frequency(), inverse - s) * Math.pow(active, -inverse);
                    return formula("bumps on " + active + " cells", word, x -> {
                        double place = word.place(x);
                        double cell = Math.floor(place);
                        double wave = Math.sin(Math.PI * (place - cell));
                        return cell < active + 1 ? word.sign((long) cell) * height * wave * wave * wave * wave : 0;
                    });
                });
    }

    /** Values change at n places only, from 0 or 1/n by 1/n up or down: total variation at most 1. */
    private static Adversary steps(int cells) {
        return new Adversary(
                "step functions of n <= " + cells
                        + " equidistant jumps of height 1/n, shifted, with a word of six signs",
                true,
                Word.PARAMETERS,
                u -> {
                    Word word = new Word(u, cells);
                    int n = word.frequency();
                    // The cells start at (i - phase)/n: n jumps inside at most, as n + phase < n + 1.
                    double[] jumps = IntStream.rangeClosed(1, n)
                            .mapToDouble(i -> (i - word.phase()) / n)
                            .filter(t -> t > 0 && t < 1)
                            .toArray();
                    return formula(
                            "steps", word, x -> 0.5 * (1 + word.sign((long) Math.floor(word.place(x)))) / n, jumps);
                });
    }

    /** Waves \(\cos(2\pi nx+\varphi)/(8\pi^2n^2)\), whose second derivative is at most 1/2, and jumps of height 1/(2J). */
    private static Adversary brokenWaves(int jumps, int cells) {
        return new Adversary(
                "waves of frequency up to " + cells + " with " + jumps + " jumps anywhere", true, 2 + jumps, u -> {
                    int n = Word.frequency(u[0], cells);
                    double phase = 2 * Math.PI * u[1];
                    double height = 0.5 / (2 * Math.PI * n * 2 * Math.PI * n);
                    double[] places = new double[jumps];
                    for (int i = 0; i < jumps; i++) {
                        places[i] = inside(u[2 + i]);
                    }
                    Arrays.sort(places);
                    return Formula.of(
                            "waves of frequency " + n + " broken at " + Arrays.toString(places),
                            x -> {
                                double value = height * Math.cos(2 * Math.PI * n * x + phase);
                                for (int i = 0; i < places.length; i++) {
                                    value += x < places[i] ? 0 : (i % 2 == 0 ? 0.5 : -0.5) / jumps;
                                }
                                return value;
                            },
                            Arrays.stream(places).distinct().toArray());
                });
    }

    /** \(\sqrt2\cos(2\pi nx+\varphi)/(2\pi n)\): the square mean of the derivative is 1. */
    private static Adversary waves(int cells) {
        return new Adversary("single waves of frequency up to " + cells, true, 2, u -> {
            int n = Word.frequency(u[0], cells);
            double phase = 2 * Math.PI * u[1];
            return Formula.of(
                    "wave of frequency " + n + ", phase " + phase,
                    x -> Math.sqrt(2) * Math.cos(2 * Math.PI * n * x + phase) / (2 * Math.PI * n));
        });
    }

    /** Inside of the curve of radius \(\bar r + a\cos(n\theta+\varphi)\), \(an^2 \le 1\), radii in [1/4, 1/2]. */
    private static Adversary flowers(int cells) {
        return new Adversary("indicators of discs with a waved edge", true, 3, u -> {
            int n = Word.frequency(u[0], (int) Math.ceil(Math.sqrt(cells)));
            double wave = Math.min(0.06, 1.0 / ((double) n * n));
            double radius = 0.25 + wave + u[1] * (0.25 - 2 * wave);
            double phase = 2 * Math.PI * u[2];
            return Formula.of("disc of radius " + radius + " with " + n + " waves, phase " + phase, 2, x -> {
                double a = x[0] - 0.5;
                double b = x[1] - 0.5;
                return Math.hypot(a, b) < radius + wave * Math.cos(n * Math.atan2(b, a) + phase) ? 1 : 0;
            });
        });
    }

    /** Away from the ends, where a jump is none. */
    private static double inside(double u) {
        return Math.max(MARGIN, Math.min(1 - MARGIN, u));
    }

    private static Formula formula(String name, Word word, DoubleUnaryOperator function, double... breakpoints) {
        return Formula.of(name + ", " + word, function, breakpoints);
    }
}
