package org.epsilonet.families.wavelets.internal;

import java.util.Arrays;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.PerturbationBound;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/**
 * Which functions of the Haar system on [0, 1] are used, of any level \(j\) that doubles resolve: the constant 1 as level
 * -1, and \(\psi_{j,k} = 2^{j/2}(1_{left} - 1_{right})\) on \([k, k+1)\,2^{-j}\). Their coefficients are the parameters.
 *
 * <p>They are orthonormal, so that errors add as squares in \(L^2\), hence for \(p \le 2\); otherwise they add, with
 * \(\|\psi_{j,k}\|_p = 2^{j(1/2-1/p)}\).
 */
final class DeepHaarStructure implements Structure {
    /** The level of the constant. */
    static final int CONSTANT = -1;

    /** Its cells have ends and middles that are doubles as far as {@link #MOST_POSITIONS} of them reach. */
    static final int DEEPEST = 60;

    /** Ends and middles of the first so many cells of a level are doubles. */
    static final long MOST_POSITIONS = 1L << 51;

    private final int budget;
    private final int[] levels;
    private final long[] positions;

    /** Takes over the arrays; atoms increase by level, then position. */
    DeepHaarStructure(int budget, int[] levels, long[] positions) {
        this.budget = budget;
        this.levels = levels;
        this.positions = positions;
    }

    int level(int i) {
        return levels[i];
    }

    long position(int i) {
        return positions[i];
    }

    @Override
    public int size() {
        return levels.length;
    }

    @Override
    public Approximant realize(double[] parameters) {
        if (parameters.length != levels.length) {
            throw new IllegalArgumentException("needs " + levels.length + " coefficients, were " + parameters.length);
        }
        return new DeepHaarSum(this, parameters.clone());
    }

    @Override
    public PerturbationBound perturbation(double[] parameters, LpNorm norm) {
        double[] weights = new double[levels.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = size(levels[i], norm);
        }
        return norm.p() <= 2 ? PerturbationBound.rootSumOfSquares(weights, 1) : PerturbationBound.sum(weights);
    }

    /** \(\max(1, \|\psi_j\|_p)\), rounded up. */
    static double size(int level, LpNorm norm) {
        double exponent = norm.isSup() ? 0.5 : Math.max(0, 0.5 - 1 / norm.p());
        return level <= 0 || exponent == 0 ? 1 : Math.nextUp(Math.nextUp(StrictMath.pow(2, level * exponent)));
    }

    /** The number of atoms; of each how much its level exceeds the one before, and its position. */
    @Override
    public void write(SymbolSink sink) {
        sink.uniform(levels.length, budget + 1L);
        int before = CONSTANT;
        for (int i = 0; i < levels.length; i++) {
            sink.adaptive(0, levels[i] - before, DEEPEST + 2);
            before = levels[i];
            if (before > 0) {
                sink.bits(positions[i], before);
            }
        }
    }

    /** Reads what {@link #write} wrote. */
    static DeepHaarStructure read(int budget, SymbolSource source) throws CorruptCodeException {
        int size = (int) source.uniform(budget + 1L);
        int[] levels = new int[size];
        long[] positions = new long[size];
        for (int i = 0; i < size; i++) {
            levels[i] = (i == 0 ? CONSTANT : levels[i - 1]) + source.adaptive(0, DEEPEST + 2);
            if (levels[i] > DEEPEST) {
                throw new CorruptCodeException("a level above " + DEEPEST);
            }
            positions[i] = levels[i] > 0 ? source.bits(levels[i]) : 0;
            if (positions[i] >= MOST_POSITIONS) {
                throw new CorruptCodeException("a cell whose ends are no doubles");
            }
            if (i > 0 && levels[i] == levels[i - 1] && positions[i] <= positions[i - 1]) {
                throw new CorruptCodeException("positions in a level must increase");
            }
        }
        return new DeepHaarStructure(budget, levels, positions);
    }

    @Override
    public int context(int i) {
        return levels[i] + 1;
    }

    @Override
    public double scale(int i, LpNorm norm) {
        return 1 / size(levels[i], norm);
    }

    @Override
    public Structure without(boolean[] zero) {
        int[] keptLevels = new int[levels.length];
        long[] keptPositions = new long[levels.length];
        int n = 0;
        for (int i = 0; i < levels.length; i++) {
            if (!zero[i]) {
                keptLevels[n] = levels[i];
                keptPositions[n++] = positions[i];
            }
        }
        return new DeepHaarStructure(budget, Arrays.copyOf(keptLevels, n), Arrays.copyOf(keptPositions, n));
    }
}
