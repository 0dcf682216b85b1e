package org.epsilonet.examples.composite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import org.epsilonet.api.composite.CompositeFamily;
import org.epsilonet.api.encodability.EncodabilityVerdict.Kind;
import org.epsilonet.api.family.Approximant;
import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolChooser;
import org.epsilonet.api.symbol.SymbolTape;
import org.epsilonet.codec.Decoder;
import org.epsilonet.codec.Encoder;
import org.epsilonet.codec.EncoderOptions;
import org.epsilonet.codec.Encoding;
import org.epsilonet.codec.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompositeFamilyTest {
    private static final CompositeFamily FAMILY = (CompositeFamily) Families.named(CompositeFamilies.ID);

    /** A tone, and steps of random heights. */
    private static Samples halves(int n) {
        double[] values = new double[n];
        Random heights = new Random(3);
        double height = 0;
        for (int i = 0; i < n; i++) {
            if (i % 29 == 0) {
                height = heights.nextDouble() - 0.5;
            }
            values[i] = 2 * i < n ? Math.cos(Math.PI * 60 * (i + 0.5) / n) : height;
        }
        return Samples.of("tone and steps", values);
    }

    /** On the left a texture, on the right a plane. */
    private static Samples picture(int rows, int columns) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            double x = (i / columns + 0.5) / rows;
            double y = (i % columns + 0.5) / columns;
            values[i] = y < 0.5 ? Math.cos(Math.PI * 20 * x) * Math.cos(Math.PI * 28 * y) : 0.3 * x + 0.2 * y;
        }
        return Samples.of("picture", Grid.of(rows, columns), values);
    }

    /** Up to the rounding of members that sum in another order. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 3, 20, Double.POSITIVE_INFINITY})
    void errorsNeverGrowWithTheBudget(double p) {
        for (Samples samples : List.of(halves(257), picture(33, 47))) {
            IntFunction<Approximation> a = FAMILY.approximations(samples, new LpNorm(p));
            double before = Double.POSITIVE_INFINITY;
            for (int m = 1; m <= 128; m += 1 + m / 16) {
                double error = a.apply(m).distance().value();
                assertTrue(error <= before * (1 + 1e-9) + 1e-12, m + ": " + error + " after " + before);
                before = error;
            }
            // All samples are coefficients of cosines; summing them rounds.
            assertEquals(0, a.apply(samples.size()).distance().value(), 1e-12);
        }
    }

    /** Powers of small errors vanish for large p. */
    @ParameterizedTest
    @ValueSource(doubles = {60, 100, 2000})
    void largePowersFindWhatTheSupremumNormDoes(double p) {
        Samples samples = halves(257);
        // In exact arithmetic 0; summing all cosines rounds.
        assertEquals(
                0, FAMILY.approximate(samples, 257, new LpNorm(p)).distance().value(), 1e-12);
    }

    /** Where cells meet on a grid of half the samples: 59/318 of the way is a centre of 159 cells. */
    @Test
    void bordersBelongToOneCellOnEveryGrid() {
        Approximant element = FAMILY.approximate(halves(318), 120, LpNorm.L2).approximant();
        double[] values = element.on(Grid.of(159));
        double[] centres = new double[159];
        for (int i = 0; i < centres.length; i++) {
            centres[i] = (i + 0.5) / 159;
            // Evaluated by other sums.
            assertEquals(values[i], element.at(centres[i]), 1e-9);
        }
        assertArrayEquals(values, element.atIncreasing(centres), 1e-9);
    }

    /** A parameter each, and another for every 12 bits of structure, as the composite pays for its cells. */
    private static double cost(Parametrization elements) {
        return elements.size() + Math.ceil(elements.log2Structures() / 12);
    }

    /** At the same cost, where that of the composite includes its cuts: the errors are 0.20 to 0.80 of the members'. */
    @ParameterizedTest
    @ValueSource(doubles = {2, Double.POSITIVE_INFINITY})
    void halvesOfTwoKindsAreBetterTogether(double p) {
        LpNorm norm = new LpNorm(p);
        for (Samples samples : List.of(halves(512), picture(64, 64))) {
            int m = samples.dimension() == 1 ? 64 : 128;
            double together =
                    FAMILY.approximations(samples, norm).apply(m).distance().value();
            for (ParametrizedFamily member : FAMILY.members()) {
                if (!member.supports(samples.grid())) {
                    continue;
                }
                int budget = m;
                while (cost(member.parametrization(samples.grid(), budget)) > m) {
                    budget--;
                }
                double alone =
                        member.approximate(samples, budget, norm).distance().value();
                assertTrue(together < 0.85 * alone, samples.name() + ", " + member + ": " + together + ", " + alone);
            }
        }
    }

    @Test
    void filesOfHalvesAreShorterThanThoseOfEveryMember() throws FormatException {
        Samples samples = halves(512);
        EncoderOptions options = EncoderOptions.relative(0.02, LpNorm.L2);
        Encoding together = Encoder.encode(samples, options, List.of(FAMILY));
        assertTrue(together.reached());
        for (ParametrizedFamily member : FAMILY.members()) {
            Encoding alone = Encoder.encode(samples, options, List.of(member));
            assertTrue(
                    !alone.reached() || together.bits() < alone.bits(),
                    member + ": " + alone.bits() + " bits, together " + together.bits());
        }
        double[] decoded = Decoder.decode(together.bytes(), Families.installed(), samples.size())
                .samples()
                .values();
        double squares = 0;
        for (int i = 0; i < decoded.length; i++) {
            squares += (decoded[i] - samples.value(i)) * (decoded[i] - samples.value(i)) / decoded.length;
        }
        assertTrue(Math.sqrt(squares) <= together.errorBound(), Math.sqrt(squares) + " > " + together.errorBound());
    }

    /** One symbol of a code is another: what is read writes the same again, keeps the budget, or is refused. */
    @Test
    void changedCodesAreCodesOrRefused() {
        int budget = 60;
        int read = 0;
        int refused = 0;
        for (Samples samples : List.of(halves(300), picture(40, 35))) {
            Parametrization all = FAMILY.parametrization(samples.grid(), budget);
            Structure structure =
                    FAMILY.approximate(samples, budget, LpNorm.L2).approximant().structure();
            SymbolTape tape = SymbolTape.of(structure::write);
            for (int changed = 0; changed < tape.symbols().size(); changed++) {
                Optional<Structure> other = read(all, changedAt(changed, tape));
                read += other.isPresent() ? 1 : 0;
                refused += other.isPresent() ? 0 : 1;
                assertTrue(other.map(Structure::size).orElse(0) <= all.size());
            }
        }
        assertTrue(read > 0 && refused > 0, read + " were read, " + refused + " refused");
    }

    private static SymbolChooser changedAt(int changed, SymbolTape tape) {
        int[] next = {0};
        return new SymbolChooser(
                n -> {
                    int i = next[0]++;
                    long value =
                            i < tape.symbols().size() ? tape.symbols().get(i).value() : 0;
                    return (value + (i == changed ? 1 : 0)) % n;
                },
                10_000);
    }

    private static Optional<Structure> read(Parametrization all, SymbolChooser symbols) {
        try {
            Structure structure = all.read(symbols);
            assertEquals(symbols.tape(), SymbolTape.of(structure::write));
            return Optional.of(structure);
        } catch (CorruptCodeException refused) {
            return Optional.empty();
        }
    }

    @Test
    void itIsEncodableIfAndOnlyIfItsMembersAre() {
        assertEquals(Kind.ENCODABLE, verdict(FAMILY));
        assertEquals(Kind.NOT_ENCODABLE, verdict(of("cosine.first", "splines.monomials")));
        assertEquals(Kind.ENCODABLE, verdict(of("cosine.first", "splines.legendre")));
    }

    private static Kind verdict(CompositeFamily family) {
        return family.encodability(Cube.INTERVAL, LpNorm.L2).verdict().kind();
    }

    private static CompositeFamily of(String... ids) {
        return CompositeFamily.of(
                "test.composite",
                "some",
                Set.of(1),
                () -> List.of(ids).stream().map(CompositeFamilies::member).toList());
    }

    @Test
    void aMissingMemberIsNamed() {
        CompositeFamily lame = of("cosine.first", "nobody.has-this");
        assertFalse(lame.supports(Grid.of(64)));
        assertFalse(lame.isNearBest());
        assertFalse(FAMILY.supports(Cube.INTERVAL));
        assertEquals(Kind.NOT_ESTABLISHED, verdict(lame));
        IllegalStateException missing =
                assertThrows(IllegalStateException.class, () -> lame.approximate(halves(64), 8, LpNorm.L2));
        assertTrue(missing.getMessage().contains("nobody.has-this"), missing.getMessage());
        assertThrows(IllegalArgumentException.class, () -> CompositeFamily.of("a.b", "in space", Set.of(3), List::of));
        assertThrows(
                IllegalStateException.class,
                () -> CompositeFamily.of("a.b", "of nothing", Set.of(1), List::of)
                        .members());
    }
}
