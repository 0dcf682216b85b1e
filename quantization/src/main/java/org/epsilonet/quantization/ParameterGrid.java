package org.epsilonet.quantization;

import org.epsilonet.api.family.ParameterSet;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.function.LpNorm;

/**
 * The finitely many values of one parameter in a uniform encoding of covering radius \(\rho\).
 *
 * <ul>
 *   <li>{@link ParameterSet#CUBE}: cells of side \(2h\), \(h \le (\rho/\mathrm{Lip})^{1/\beta}\), centred at 0, as few as cover \([-r,
 *       r]\): \(\lceil r/h\rceil\) of them. The values are their midpoints, which all lie in \((-r, r)\).
 *   <li>{@link ParameterSet#SOLID}: the multiples \(\{-k..k\}\,h\) with \(k = \lfloor r/h\rfloor\); rounding is towards
 *       zero, so that no parameter set of this kind is left, and moves by less than \(h\).
 * </ul>
 *
 * <p>The unit \(h\) is \((\rho/\mathrm{Lip})^{1/\beta}\), \(\beta\) the Hölder exponent (mostly 1), rounded down to so few binary digits that every value and every end of a cell
 * is an exact double: with \(L\) levels that is a relative \(2^{-50}L\), at most one level more than in real numbers
 * while \(L < 2^{24}\). So the rounding below is that of the theorem, without any error of its own.
 *
 * @param set how the parameter sets lie in the cube
 * @param radius \(r\)
 * @param unit \(h\)
 * @param levels the number \(L\) of values, 1 to 2^41
 * @see "docs/theory.md, A11"
 */
public record ParameterGrid(ParameterSet set, double radius, double unit, long levels) {
    /** The most cells; beyond, units would have too few digits. */
    static final double MOST_CELLS = 0x1p40;

    /**
     * The values for a covering radius.
     *
     * @param p radius, Lipschitz constant and kind of parameter sets
     * @param norm the norm of the functions
     * @param coveringRadius \(\rho > 0\)
     * @return the grid
     * @throws IllegalArgumentException if the covering radius is not positive or needs more than 2^40 levels, as it does
     *     without a Lipschitz constant
     */
    public static ParameterGrid of(Parametrization p, LpNorm norm, double coveringRadius) {
        double cells = cells(p, norm, coveringRadius);
        if (!(cells < MOST_CELLS)) {
            throw new IllegalArgumentException("a code book of covering radius " + coveringRadius + " would need "
                    + cells + " levels per parameter (radius " + p.radius() + ", Lipschitz constant "
                    + lipschitz(p, norm) + "); possible are 2^40");
        }
        double r = p.radius();
        if (r == 0) {
            return new ParameterGrid(p.parameterSet(), 0, 1, 1); // Of any unit: zero is the only value.
        }
        double unit = hasOneCell(p, norm, coveringRadius) && p.parameterSet() == ParameterSet.CUBE
                ? r
                : unit(p, norm, coveringRadius, cells);
        if (p.parameterSet() == ParameterSet.SOLID) {
            return new ParameterGrid(p.parameterSet(), r, unit, 2 * floor(r, unit) + 1);
        }
        long floor = floor(r, unit);
        return new ParameterGrid(p.parameterSet(), r, unit, Math.max(1, floor * unit < r ? floor + 1 : floor));
    }

    /** \(r\,(\mathrm{Lip}/\rho)^{1/\beta}\); infinite where it overflows. */
    static double cells(Parametrization p, LpNorm norm, double coveringRadius) {
        if (!(coveringRadius > 0)) {
            throw new IllegalArgumentException("the covering radius must be > 0, was " + coveringRadius);
        }
        double lipschitz = lipschitz(p, norm);
        if (lipschitz == 0) {
            return 0;
        }
        double beta = p.hoelder(norm);
        return beta == 1
                ? p.radius() * lipschitz / coveringRadius
                : p.radius() / halfCell(coveringRadius, lipschitz, beta);
    }

    /** \((\rho/\mathrm{Lip})^{1/\beta}\), rounded down: less a few units for the errors of quotient and power. */
    private static double halfCell(double coveringRadius, double lipschitz, double beta) {
        return Math.pow(coveringRadius / lipschitz, 1 / beta) * (1 - (8 / beta + 8) * 0x1p-52);
    }

    /** Whether the middle of the cube is close enough to all of it. */
    private static boolean hasOneCell(Parametrization p, LpNorm norm, double coveringRadius) {
        double lipschitz = lipschitz(p, norm);
        if (lipschitz == 0 || p.hoelder(norm) < 1) {
            return lipschitz == 0 || p.radius() <= halfCell(coveringRadius, lipschitz, p.hoelder(norm));
        }
        // Exactly: the rounded product may be the radius though the product is above it.
        return Math.fma(p.radius(), lipschitz, -coveringRadius) <= 0;
    }

    /** Where there are no parameters, none can move. */
    private static double lipschitz(Parametrization p, LpNorm norm) {
        return p.size() == 0 ? 0 : p.lipschitz(norm);
    }

    private static double unit(Parametrization p, LpNorm norm, double coveringRadius, double cells) {
        double lipschitz = lipschitz(p, norm);
        double beta = p.hoelder(norm);
        double quotient = beta == 1 ? coveringRadius / lipschitz : halfCell(coveringRadius, lipschitz, beta);
        if (quotient > Double.MAX_VALUE) {
            return Double.MAX_VALUE;
        }
        int multiplierDigits = Long.SIZE - Long.numberOfLeadingZeros((long) cells + 1) + 1;
        long last = 1L << multiplierDigits;
        long bits = Double.doubleToRawLongBits(quotient) & -last;
        // The quotient was rounded to nearest; a fused multiply-add has the sign of the exact difference.
        while (beta == 1 && bits > last && Math.fma(Double.longBitsToDouble(bits), lipschitz, -coveringRadius) > 0) {
            bits -= last;
        }
        return Double.longBitsToDouble(bits);
    }

    /** \(\lfloor r/h\rfloor\), exactly: the multiples of the unit are. */
    private static long floor(double r, double unit) {
        long k = (long) (r / unit);
        while (k * unit > r) {
            k--;
        }
        while ((k + 1) * unit <= r) {
            k++;
        }
        return k;
    }

    /** \(\log_2 L\) for a covering radius, also where a grid would have too many levels to be built. */
    static double log2Levels(Parametrization p, LpNorm norm, double coveringRadius) {
        double cells = cells(p, norm, coveringRadius);
        if (cells < MOST_CELLS) {
            return log2(of(p, norm, coveringRadius).levels);
        }
        // Sums of logarithms, as the quotient may have overflowed.
        double bits = log2(p.radius()) + (log2(lipschitz(p, norm)) - log2(coveringRadius)) / p.hoelder(norm);
        return p.parameterSet() == ParameterSet.SOLID ? bits + 1 : bits;
    }

    /**
     * The most that a function moves when its parameters are rounded, \(\mathrm{Lip}\,h^\beta\), rounded up.
     *
     * @param lipschitz the constant for which the grid was made
     * @param beta its exponent
     * @return at most the covering radius asked for
     */
    double coveringRadius(double lipschitz, double beta) {
        if (beta < 1) {
            return lipschitz * Math.pow(Math.min(unit, radius), beta) * (1 + 0x1p-50);
        }
        double product = Math.min(unit, radius) * lipschitz;
        return Math.fma(Math.min(unit, radius), lipschitz, -product) > 0 ? Math.nextUp(product) : product;
    }

    /**
     * Which value a parameter is rounded to.
     *
     * @param parameter in \([-r, r]\)
     * @return the number of the value, {@code 0..levels-1}
     * @throws IllegalArgumentException if the parameter is beyond the radius
     */
    public long index(double parameter) {
        if (!(Math.abs(parameter) <= radius)) {
            throw new IllegalArgumentException(
                    "a parameter must be in [-" + radius + ", " + radius + "], was " + parameter);
        }
        if (set == ParameterSet.SOLID) {
            long k = floor(Math.abs(parameter), unit);
            return (levels - 1) / 2 + (parameter < 0 ? -k : k);
        }
        long j = Math.max(0, Math.min(levels - 1, (long) Math.floor((parameter / unit + levels) / 2)));
        while (j > 0 && parameter < (2 * j - levels) * unit) {
            j--;
        }
        while (j < levels - 1 && parameter > (2 * j + 2 - levels) * unit) {
            j++;
        }
        return j;
    }

    /**
     * A value, exact.
     *
     * @param index its number, {@code 0..levels-1}
     * @return a number in \([-r, r]\)
     */
    public double value(long index) {
        if (index < 0 || index >= levels) {
            throw new IllegalArgumentException("there are " + levels + " levels, no number " + index);
        }
        return (set == ParameterSet.SOLID ? index - (levels - 1) / 2 : 2 * index + 1 - levels) * unit;
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
