package org.epsilonet.quantization;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.epsilonet.api.encodability.Growth;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Codebook;
import org.epsilonet.api.family.FiniteFamily;
import org.epsilonet.api.family.ParameterSet;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.family.StructureNumbering;
import org.epsilonet.api.family.Subsets;
import org.epsilonet.api.family.UnionFamily;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSource;
import org.junit.jupiter.api.Test;

class LatticeCodebookTest {
    private static final long SEED = 20221105;
    private static final int CELLS = 4;

    /** At most two of four equal cells of [0, 1] with a constant each. */
    private record Sparse(double radius, double lipschitz, ParameterSet parameterSet) implements Parametrization {
        private static final Subsets SUBSETS = new Subsets(CELLS, 2);

        @Override
        public double log2Structures() {
            return SUBSETS.log2Count();
        }

        @Override
        public int size() {
            return 2;
        }

        @Override
        public double lipschitz(LpNorm norm) {
            return lipschitz;
        }

        @Override
        public Structure read(SymbolSource source) {
            throw new UnsupportedOperationException("the numbering suffices");
        }

        @Override
        public Optional<StructureNumbering> numbering() {
            return SUBSETS.numbering(
                    0,
                    1,
                    s -> Arrays.stream(((LinearStructure) s).kept())
                            .asLongStream()
                            .toArray(),
                    kept -> new LinearStructure(
                            CELLS, Arrays.stream(kept).mapToInt(i -> (int) i).toArray(), new double[] {1, 1, 1, 1}));
        }
    }

    private static final Sparse CUBE = new Sparse(1, 1, ParameterSet.CUBE);

    @Test
    void everyParameterIsWithinOneUnitOfItsValueInExactArithmetic() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int trial = 0; trial < 3000; trial++) {
            double r = Math.exp(random.nextDouble(-20, 20));
            double lipschitz = Math.exp(random.nextDouble(-20, 20));
            double rho = r * lipschitz / Math.exp(random.nextDouble(-1, 20));
            ParameterSet set = random.nextBoolean() ? ParameterSet.CUBE : ParameterSet.SOLID;
            ParameterGrid grid = ParameterGrid.of(new Sparse(r, lipschitz, set), LpNorm.L2, rho);
            BigDecimal exactRadius = new BigDecimal(rho);
            assertTrue(grid.coveringRadius(lipschitz, 1) <= rho, "seed " + SEED + ", " + grid);
            double[] thetas = {r, -r, 0, random.nextDouble(-r, r), edge(grid, random), Double.MIN_VALUE};
            for (double theta : thetas) {
                double value = grid.value(grid.index(theta));
                BigDecimal moved =
                        new BigDecimal(theta).subtract(new BigDecimal(value)).abs();
                String what = "seed " + SEED + ", " + grid + ", " + theta + " to " + value;
                assertTrue(moved.multiply(new BigDecimal(lipschitz)).compareTo(exactRadius) <= 0, what);
                assertTrue(Math.abs(value) <= r, what);
                if (set == ParameterSet.SOLID) {
                    assertTrue(Math.abs(value) <= Math.abs(theta) && value * theta >= 0, what);
                }
                assertEquals(grid.index(theta), grid.index(value), what);
            }
            double cells = r * lipschitz / rho;
            // The unit has at least 53 - 31 digits here: relative 2^-20 more levels, and one.
            double ideal = set == ParameterSet.CUBE ? Math.ceil(cells) : 2 * Math.floor(cells) + 1;
            assertEquals(ideal, grid.levels(), 2 + cells * 0x1p-19, "seed " + SEED + ", " + grid);
        }
    }

    @Test
    void zeroIsTheOnlyParameterWithinARadiusOfZero() {
        for (ParameterSet set : ParameterSet.values()) {
            for (double lipschitz : new double[] {0, 1}) {
                ParameterGrid grid = ParameterGrid.of(new Sparse(0, lipschitz, set), LpNorm.L2, 0.1);
                assertEquals(1, grid.levels());
                assertEquals(0, grid.value(grid.index(0)));
                assertEquals(0, grid.coveringRadius(lipschitz, 1));
            }
        }
    }

    private static double edge(ParameterGrid grid, SplittableRandom random) {
        double edge = (grid.levels() - 2 * random.nextLong(grid.levels())) * grid.unit();
        return Math.max(-grid.radius(), Math.min(grid.radius(), edge));
    }

    @Test
    void theCardinalityIsASumOverStructures() {
        // r Lip / rho = 2.5: three levels. One structure without parameters, four with one, six with two.
        LatticeCodebook book = LatticeCodebook.of(CUBE, LpNorm.SUP, 0.4);
        assertEquals(3, book.grid().levels());
        assertEquals(Optional.of(BigInteger.valueOf(1 + 4 * 3 + 6 * 9)), book.cardinality());
        assertEquals(Math.log(67) / Math.log(2), book.log2Cardinality(), 1e-14);
        assertEquals(7, book.bits());
        assertTrue(EncodingTheorem.log2Cardinality(CUBE, LpNorm.SUP, 0.4) > book.log2Cardinality());
        Set<List<Double>> different = new HashSet<>();
        book.codewords().forEach(c -> {
            assertEquals(BigInteger.valueOf(different.size() + repeated(different, c)), book.index(c));
            different.add(values(c));
        });
        // The value 0 is a level, so that some functions have several codewords: 3^2 choices of 2 of 4 cells.
        assertEquals(1 + 4 * 2 + 6 * 4, different.size());
        assertThrows(IllegalArgumentException.class, () -> book.codeword(BigInteger.valueOf(67)));
        assertThrows(IllegalArgumentException.class, () -> book.codeword(BigInteger.valueOf(-1)));
    }

    private int seen;

    /** How many codewords so far were functions that had occurred before. */
    private int repeated(Set<List<Double>> different, Approximant c) {
        int before = seen;
        seen += different.contains(values(c)) ? 1 : 0;
        return before;
    }

    private static List<Double> values(Approximant c) {
        // Adding 0 makes the negative zero positive.
        return IntStream.range(0, CELLS)
                .mapToObj(i -> c.at((i + 0.5) / CELLS) + 0.0)
                .toList();
    }

    @Test
    void codesHaveExactlyTheLengthOfTheTheory() throws CorruptCodeException {
        SplittableRandom random = new SplittableRandom(SEED);
        for (ParameterSet set : ParameterSet.values()) {
            LatticeCodebook book = LatticeCodebook.of(new Sparse(3, 1, set), LpNorm.SUP, 0.01);
            FixedLengthCode code = new FixedLengthCode(book);
            assertEquals(book.bits(), code.length());
            assertEquals(Math.ceil(book.log2Cardinality()), code.length());
            for (int i = 0; i < 200; i++) {
                double[] theta = random.doubles(2, -3, 3).toArray();
                Approximant element =
                        new LinearStructure(CELLS, new int[] {0, 2}, new double[] {1, 1, 1, 1}).realize(theta);
                String bits = code.encode(element);
                assertEquals(code.length(), bits.length());
                Approximant decoded = code.decode(bits);
                double moved = Math.max(
                        Math.abs(decoded.at(0.1) - theta[0]),
                        Math.max(Math.abs(decoded.at(0.6) - theta[1]), Math.abs(decoded.at(0.3))));
                assertTrue(moved <= 0.01, "seed " + SEED + ": moved by " + moved);
            }
            assertThrows(CorruptCodeException.class, () -> code.decode("1".repeat(code.length())));
            assertThrows(CorruptCodeException.class, () -> code.decode("01"));
            assertThrows(CorruptCodeException.class, () -> code.decode("2".repeat(code.length())));
        }
    }

    @Test
    void oneCodewordNeedsNoBits() throws CorruptCodeException {
        FiniteFamily zero =
                FiniteFamily.of("test.zero", "zero", 1, Growth.ZERO, m -> List.of(Formula.of("zero", x -> 0)));
        FixedLengthCode code = new FixedLengthCode(Codebooks.of(zero, Cube.INTERVAL, 1, LpNorm.SUP, 1));
        assertEquals("", code.encode(code.decode("")));
    }

    @Test
    void aUnionHasTheCodeBooksOfItsParts() {
        FiniteFamily two = FiniteFamily.of(
                "test.two", "two", 1, Growth.ZERO, m -> List.of(Formula.of("zero", x -> 0), Formula.of("one", x -> 1)));
        FiniteFamily ramp =
                FiniteFamily.of("test.ramp", "ramp", 1, Growth.ZERO, m -> List.of(Formula.of("ramp", x -> x)));
        UnionFamily union = UnionFamily.of("test.union", "union", List.of(two, ramp));
        Codebook book = Codebooks.of(union, Cube.INTERVAL, 1, LpNorm.SUP, 0.5);
        assertEquals(0, book.coveringRadius());
        assertEquals(Math.log(3) / Math.log(2), book.log2Cardinality(), 1e-14);
        assertEquals(
                List.of(0.0, 1.0, 0.25), book.codewords().map(c -> c.at(0.25)).toList());
        for (int i = 0; i < 3; i++) {
            Approximant codeword = book.codeword(BigInteger.valueOf(i));
            assertEquals(BigInteger.valueOf(i), book.index(book.nearest(codeword)));
        }
        assertThrows(IllegalArgumentException.class, () -> book.codeword(BigInteger.valueOf(3)));
    }

    @Test
    void whatCannotBeCoveredIsRefused() {
        Sparse none = new Sparse(1, Double.POSITIVE_INFINITY, ParameterSet.CUBE);
        assertThrows(IllegalArgumentException.class, () -> LatticeCodebook.of(none, LpNorm.L2, 0.1));
        assertThrows(IllegalArgumentException.class, () -> LatticeCodebook.of(CUBE, LpNorm.L2, 0));
        assertThrows(IllegalArgumentException.class, () -> LatticeCodebook.of(CUBE, LpNorm.L2, 1e-13));
        LatticeCodebook book = LatticeCodebook.of(CUBE, LpNorm.SUP, 0.4);
        Structure s = LinearStructure.of(1, 1, 1, 1);
        Approximant beyond = s.realize(new double[] {0, 0, 0, 1.01});
        assertThrows(IllegalArgumentException.class, () -> book.nearest(beyond));
        assertThrows(IllegalArgumentException.class, () -> book.index(s.realize(new double[4])));
    }

    @Test
    void radiiOfEncodingsDecayWithTheBudget() {
        assertEquals(0.5 * Math.pow(10, -2), EncodingTheorem.coveringRadius(0.5, 2, 10), 1e-17);
        assertTrue(EncodingTheorem.coveringRadius(1, 1, 3) < 1.0 / 3);
        assertThrows(IllegalArgumentException.class, () -> EncodingTheorem.coveringRadius(1, -1, 3));
        assertThrows(IllegalArgumentException.class, () -> EncodingTheorem.coveringRadius(1, 1e9, 3));
    }

    @Test
    void fixedNumbersOfLevelsAreThoseOfTheTheorem() {
        assertArrayEquals(new double[] {-0.75, -0.25, 0.25, 0.75}, levels(0.25, ParameterSet.CUBE));
        assertArrayEquals(new double[] {-1, -0.5, 0, 0.5, 1}, levels(0.5, ParameterSet.SOLID));
        assertArrayEquals(new double[] {0}, levels(1, ParameterSet.CUBE));
    }

    private static double[] levels(double rho, ParameterSet set) {
        ParameterGrid grid = ParameterGrid.of(new Sparse(1, 1, set), LpNorm.L2, rho);
        return IntStream.range(0, (int) grid.levels())
                .mapToDouble(grid::value)
                .map(x -> x + 0.0)
                .toArray();
    }
}
