package org.epsilonet.codec;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.function.Target;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * The \(M\) largest Haar coefficients of the samples in row-major order, padded to a power of two by the last one: a
 * structure that costs bits, has contexts, and can drop zeros.
 */
class SparseHaar extends TestFamily {
    @Override
    public String id() {
        return "test.sparse-haar";
    }

    @Override
    public int largestBudget(Domain domain) {
        return padded((Grid) domain);
    }

    @Override
    public Approximation approximate(Target target, int budget, LpNorm norm) {
        Samples f = (Samples) target;
        int padded = padded(f.grid());
        double[] c = Arrays.copyOf(f.values(), padded);
        Arrays.fill(c, f.size(), padded, f.value(f.size() - 1));
        forward(c);
        int m = Math.min(budget, padded);
        // The importance of a coefficient in the norm: its own norm, or its largest value.
        double[] size = new double[padded];
        for (int i = 0; i < padded; i++) {
            size[i] = Math.abs(c[i]) * (norm.isSup() ? Math.sqrt(Math.scalb(1.0, level(i))) : 1);
        }
        double[] sorted = size.clone();
        Arrays.sort(sorted);
        double threshold = sorted[padded - m];
        long above = Arrays.stream(size).filter(s -> s > threshold).count();
        int[] ties = {(int) (m - above)};
        int[] kept = IntStream.range(0, padded)
                .filter(i -> size[i] > threshold || (size[i] == threshold && ties[0]-- > 0))
                .toArray();
        Atoms atoms = new Atoms(f.grid(), m, kept);
        Approximant a = atoms.realize(Arrays.stream(kept).mapToDouble(i -> c[i]).toArray());
        return Approximation.reached(a, Distances.between(f, a, norm));
    }

    @Override
    public Parametrization parametrization(Domain domain, int budget) {
        Grid grid = (Grid) domain;
        int m = Math.min(budget, padded(grid));
        return new Parametrization() {
            @Override
            public double log2Structures() {
                return padded(grid);
            }

            @Override
            public int size() {
                return m;
            }

            @Override
            public double radius() {
                return 2;
            }

            @Override
            public double lipschitz(LpNorm norm) {
                return 2.0 * padded(grid);
            }

            @Override
            public Optional<Structure> whole() {
                int all = padded(grid);
                return m == all
                        ? Optional.of(new Atoms(grid, m, IntStream.range(0, all).toArray()))
                        : Optional.empty();
            }

            @Override
            public Structure read(SymbolSource source) throws CorruptCodeException {
                long count = source.uniform(m + 1L);
                int[] kept = new int[(int) count];
                int last = -1;
                for (int k = 0; k < kept.length; k++) {
                    long next = last + 1 + source.integer(last < 0 ? 0 : level(last));
                    if (next >= padded(grid)) {
                        throw new CorruptCodeException("no coefficient " + next);
                    }
                    last = (int) next;
                    kept[k] = last;
                }
                return new Atoms(grid, m, kept);
            }
        };
    }

    private static int padded(Grid grid) {
        return Math.max(1, Integer.highestOneBit(2 * grid.points() - 1));
    }

    /** 0 for the mean and the coarsest difference, then one more for each halving. */
    private static int level(int i) {
        return i == 0 ? 0 : 31 - Integer.numberOfLeadingZeros(i);
    }

    /** Orthonormal for the normalized l2 norm: the mean stays the mean. */
    private static void forward(double[] c) {
        double[] next = new double[c.length];
        for (int n = c.length; n > 1; n /= 2) {
            double scale = Math.sqrt(Math.scalb(1.0, level(n / 2)));
            for (int k = 0; k < n / 2; k++) {
                next[k] = (c[2 * k] + c[2 * k + 1]) / 2;
                next[n / 2 + k] = (c[2 * k] - c[2 * k + 1]) / 2 / scale;
            }
            System.arraycopy(next, 0, c, 0, n);
        }
    }

    private static void inverse(double[] c) {
        double[] next = new double[c.length];
        for (int n = 2; n <= c.length; n *= 2) {
            double scale = Math.sqrt(Math.scalb(1.0, level(n / 2)));
            for (int k = 0; k < n / 2; k++) {
                next[2 * k] = c[k] + c[n / 2 + k] * scale;
                next[2 * k + 1] = c[k] - c[n / 2 + k] * scale;
            }
            System.arraycopy(next, 0, c, 0, n);
        }
    }

    private record Atoms(Grid grid, int budget, int[] kept) implements Structure {
        @Override
        public int size() {
            return kept.length;
        }

        @Override
        public Approximant realize(double[] parameters) {
            double[] c = new double[padded(grid)];
            for (int k = 0; k < kept.length; k++) {
                c[kept[k]] = parameters[k];
            }
            inverse(c);
            return new GridFunction(this, parameters.clone(), grid, Arrays.copyOf(c, grid.points()));
        }

        @Override
        public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
            double[] weights = new double[kept.length];
            for (int k = 0; k < weights.length; k++) {
                weights[k] = norm.p() == 2 ? 1 : Math.sqrt(Math.scalb(1.0, level(kept[k])));
            }
            // Norms over the samples are at most sqrt(2) times those over the padded ones.
            return norm.p() == 2 ? PerturbationBound.rootSumOfSquares(weights, 1.415) : PerturbationBound.sum(weights);
        }

        @Override
        public void write(SymbolSink sink) {
            sink.uniform(kept.length, budget + 1L);
            int last = -1;
            for (int i : kept) {
                sink.integer(last < 0 ? 0 : level(last), i - last - 1);
                last = i;
            }
        }

        @Override
        public int context(int i) {
            return level(kept[i]);
        }

        @Override
        public double scale(int i, LpNorm norm) {
            return norm.isSup() ? 1 / Math.sqrt(Math.scalb(1.0, level(kept[i]))) : 1;
        }

        @Override
        public Structure without(boolean[] zero) {
            int[] left = IntStream.range(0, kept.length)
                    .filter(k -> !zero[k])
                    .map(k -> kept[k])
                    .toArray();
            return new Atoms(grid, budget, left);
        }
    }
}
