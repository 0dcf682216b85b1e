package org.epsilonet.families.splines.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Target;

/**
 * Where a function breaks between the pieces of a partition: how often every inner knot should be repeated, and how large the
 * gap is that asks for it. A gap is a break if the errors of the two pieces do not explain it.
 */
final class Breaks {
    /** A gap this many times larger than what two smooth pieces show is a break. */
    private static final double SIGNIFICANT = 4;

    /** Errors below this part of the function's size are rounding. */
    private static final double ROUNDING = 1e-13;

    /** A piece that is shorter by this factor than both neighbours may be nothing but a break. */
    private static final double SLIVER = 0x1p-6;

    private final Lattice lattice;
    private final int degree;
    final long[] ends;
    final int[] multiplicities;
    private final double[] significance;

    /**
     * Looks at every inner end.
     *
     * @param target the function, of one variable
     * @param lattice where knots may be
     * @param degree the degree \(k\)
     * @param found the ends of the pieces; those of slivers are left out
     */
    Breaks(Target target, Lattice lattice, int degree, long[] found) {
        this.lattice = lattice;
        this.degree = degree;
        LocalFit fit = LocalFit.of(target, lattice, degree, LpNorm.L2);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i + 1 < found.length; i++) {
            pieces.add(new Piece(fit, found[i], found[i + 1]));
        }
        pieces.removeIf(slivers(pieces)::contains);
        this.ends = new long[pieces.size() + 1];
        this.multiplicities = new int[ends.length];
        this.significance = new double[ends.length];
        ends[pieces.size()] = lattice.resolution(0);
        for (int i = 1; i < pieces.size(); i++) {
            ends[i] = pieces.get(i).from;
            meet(i, pieces.get(i - 1), pieces.get(i));
        }
    }

    /** A break off the lattice hides in a piece of its own, as short as can be: the knot goes to its end. */
    private Set<Piece> slivers(List<Piece> pieces) {
        Set<Piece> slivers = new HashSet<>();
        for (int i = 1; i + 1 < pieces.size(); i++) {
            Piece left = pieces.get(i - 1);
            Piece right = pieces.get(i + 1);
            if (pieces.get(i).length < SLIVER * Math.min(left.length, right.length)) {
                Gap gap = new Gap(left, right);
                if (gap.multiplicity > 1) {
                    slivers.add(pieces.get(i));
                }
            }
        }
        return slivers;
    }

    private void meet(int i, Piece left, Piece right) {
        Gap gap = new Gap(left, right);
        multiplicities[i] = gap.multiplicity;
        significance[i] = gap.significance;
    }

    int total() {
        return Arrays.stream(multiplicities).sum();
    }

    /** Makes knots simple, the least significant first, until there are few enough. */
    void reduceTo(int most) {
        int[] order = IntStream.range(0, multiplicities.length)
                .filter(i -> multiplicities[i] > 1)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> significance[i]))
                .mapToInt(i -> i)
                .toArray();
        int total = total();
        for (int n = 0; total > most && n < order.length; n++) {
            total -= multiplicities[order[n]] - 1;
            multiplicities[order[n]] = 1;
        }
    }

    /** How two polynomials fail to meet: the lowest derivative with a significant gap. */
    private final class Gap {
        final double significance;
        final int multiplicity;

        Gap(Piece left, Piece right) {
            // A break needs pieces that are known on both sides.
            boolean known = left.independent > degree && right.independent > degree;
            double error = Math.max(Math.max(left.error, right.error), ROUNDING * Math.max(left.size, right.size));
            double shorter = Math.min(left.length, right.length);
            double ofLeft = 1;
            double ofRight = 1;
            double largest = 0;
            int s = 0;
            for (; s < degree && known; s++) {
                double gap = Math.abs(right.atStart[s] * ofRight - left.atEnd[s] * ofLeft);
                largest = gap == 0 ? 0 : gap / (SIGNIFICANT * explained(s) * error);
                if (largest > 1) {
                    break;
                }
                ofLeft *= shorter / left.length;
                ofRight *= shorter / right.length;
            }
            this.significance = largest;
            this.multiplicity = largest > 1 ? degree - s + 1 : 1;
        }
    }

    /**
     * The error of a smooth function on a piece is close to \(e\,p_{k+1}\), with the next orthonormal polynomial: at an
     * end its \(s\)-th Taylor coefficient is \(e\sqrt{2k+3}\,P_{k+1}^{(s)}(1)/s!\), and two pieces meet.
     */
    private double explained(int s) {
        int n = degree + 1;
        double value = Math.sqrt(2 * n + 1);
        for (int i = 1; i <= s; i++) {
            value *= (double) (n + i) * (n - i + 1) / (2.0 * i * i);
        }
        return 2 * value;
    }

    /** The best polynomial on an interval: its error, and its Taylor coefficients at both ends in half lengths. */
    private final class Piece {
        final long from;
        final double length;
        final double error;
        final double size;
        final int independent;
        final double[] atStart;
        final double[] atEnd;

        Piece(LocalFit fit, long from, long to) {
            this.from = from;
            this.length = lattice.position(0, to - from);
            CellPolynomials polynomials = CellPolynomials.of(degree, lattice.points(to - from));
            this.independent = polynomials.size();
            double[] c = new double[degree + 1];
            this.error = Math.sqrt(fit.error(new long[] {from}, new long[] {to}, c) / length);
            double sum = 0;
            for (double coefficient : c) {
                sum += coefficient * coefficient;
            }
            this.size = Math.sqrt(sum);
            this.atStart = polynomials.taylor(c, -1);
            this.atEnd = polynomials.taylor(c, 1);
        }
    }
}
