package org.epsilonet.architecture.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Distances;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.quantization.FixedLengthCode;
import org.epsilonet.quantization.LatticeCodebook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * E21: best M wavelets in the code of the theory, positions by the number of their subset and coefficients in fixed
 * length, on the hard element of \(B^1_{1,\infty}\) (E9b): one Haar coefficient of size \(2^{-j/2}\) on each level j, the
 * others of size \(2^{-3j/2}\).
 *
 * <p>The search depth is \(M^2\): levels \(j < 2\log_2 M\), those beyond belong to the tail. In \(L^2\) the Lipschitz
 * constant is \(\sqrt M\), so that a code book of covering radius \(\sqrt3\,\mathrm{tail}\) has cells of \(2\sqrt3\,
 * \mathrm{tail}/\sqrt M\), the step \(\sqrt{12\,\mathrm{tail}^2/M}\) for which uniformly distributed rounding errors
 * would add up to the tail.
 *
 * <p>Here they are not uniformly distributed: half of the coefficients kept have one size, about .7 steps, a quarter about
 * two steps, all at one place of their cells. Whether 0 is the middle of a cell or an end of one, the parity of the number of
 * levels, makes the square of the rounding error 1.4 to 1.8 times that of the tail or .35 to .5 times, whatever the signs.
 * So the slope over four budgets is no evidence: against \(R/\log_2R\) it is -1.08 from \(2^8\) to \(2^{11}\) and -.78 from
 * \(2^{11}\) to \(2^{14}\), by the same closed form that gives -.987 from \(2^4\) to \(2^{14}\).
 */
class EncodedWaveletsTest {
    private static final int SMALLEST = 4;
    private static final int LARGEST = 10;

    /** Code books beyond have too long numbers; their size is known all the same. */
    private static final int LARGEST_NUMBERED = 7;

    private final ParametrizedFamily family = (ParametrizedFamily) Families.named("wavelets.haar.best");

    /** The levels below \(2n\); signs at random. */
    private static Samples hardElement(int n, Random random) {
        double[] values = new double[1 << 2 * n];
        for (int j = 0; j < 2 * n; j++) {
            for (int k = 0; k < 1 << j; k++) {
                double size = k == (1 << j) / 3 ? 1 : Math.pow(2, -j);
                double height = random.nextBoolean() ? size : -size;
                int width = values.length >> j;
                for (int i = 0; i < width; i++) {
                    values[k * width + i] += i < width / 2 ? height : -height;
                }
            }
        }
        return Samples.of("E9b", values);
    }

    /** The norm of the levels from \(2n\) on, \(2\cdot2^{-2n} + \frac43(4^{-2n} - 8^{-2n})\) up to a smaller term. */
    private static double beyond(int n) {
        return Math.sqrt(2 * Math.pow(2, -2 * n) + 4.0 / 3 * Math.pow(4, -2 * n));
    }

    /** Bits and error of the decoded function. */
    private record Encoded(double bits, double error) {}

    private Encoded encoded(int n, long seed) throws CorruptCodeException {
        Samples target = hardElement(n, new Random(seed));
        int budget = 1 << n;
        Approximation best = family.approximate(target, budget, LpNorm.L2);
        double tail = Math.hypot(best.distance().value(), beyond(n));
        LatticeCodebook codebook =
                LatticeCodebook.of(family.parametrization(target.domain(), budget), LpNorm.L2, Math.sqrt(3) * tail);
        assertEquals(Math.sqrt(12 * tail * tail / budget), 2 * codebook.grid().unit(), 1e-6 * tail);
        Approximant decoded = codebook.nearest(best.approximant());
        double bits = codebook.bits();
        if (n <= LARGEST_NUMBERED) {
            FixedLengthCode code = new FixedLengthCode(codebook);
            assertEquals(bits, code.length());
            decoded = code.decode(code.encode(best.approximant()));
        }
        double moved = Distances.between(Samples.of("best", best.approximant().on(target.grid())), decoded, LpNorm.L2)
                .value();
        assertTrue(moved <= codebook.coveringRadius(), "moved " + moved);
        return new Encoded(
                bits, Math.hypot(Distances.between(target, decoded, LpNorm.L2).value(), beyond(n)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 8, 20261128})
    void theErrorIsOfTheOrderOfBitsOverTheirLogarithm(long seed) throws CorruptCodeException {
        double[] bits = new double[LARGEST - SMALLEST + 1];
        double[] errors = new double[bits.length];
        for (int i = 0; i < bits.length; i++) {
            Encoded encoded = encoded(SMALLEST + i, seed);
            bits[i] = encoded.bits;
            errors[i] = encoded.error;
        }
        double[] lnErrors = Arrays.stream(errors).map(Math::log).toArray();
        double[] lnBits = Arrays.stream(bits).map(Math::log).toArray();
        double[] lnBitsOverLog = Arrays.stream(bits)
                .map(r -> Math.log(r / (Math.log(r) / Math.log(2))))
                .toArray();
        assertEquals(-1, Slope.of(lnBitsOverLog, lnErrors), 0.1);
        // The logarithm shows against the bits themselves: -.875 in closed form from 2^4 to 2^14.
        assertEquals(-0.875, Slope.of(lnBits, lnErrors), 0.05);
        IntStream.range(1, bits.length).forEach(i -> assertTrue(errors[i] < errors[i - 1]));
    }
}
