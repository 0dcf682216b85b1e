package org.epsilonet.codec.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.codec.FileHeader;
import org.epsilonet.quantization.Steps;
import org.junit.jupiter.api.Test;

class HeaderSevenTest {
    private static final long SAMPLES = 1L << 30;
    private static final List<String> IDS =
            List.of("cosine.first", "relu.sawtooth", "splines.wedgelet.degree1", "rational.aaa", "mine.own-1");

    private static FileFormat.Layout reread(FileHeader header, Content content, Lattice lattice)
            throws CorruptCodeException {
        RangeEncoder coder = FileFormat.begin(header, content, lattice);
        byte[] bytes = coder.finish();
        RangeDecoder stream = new RangeDecoder(bytes, 0, bytes.length);
        int row = HeaderSevenWriter.row(header, content);
        int version = HeaderSeven.version(row);
        assertEquals(header.version(), version);
        FileFormat.Layout layout = HeaderSevenReader.read(
                row, stream, SAMPLES, new HeaderBody.Sizes(version, 8 * SAMPLES, 8 * SAMPLES, 0));
        assertEquals(content, layout.content());
        assertSame(header, layout.header());
        return layout;
    }

    private static void assertSame(FileHeader asked, FileHeader read) {
        assertEquals(asked.family(), read.family());
        assertArrayEquals(asked.shape(), read.shape());
        assertArrayEquals(asked.origin(), read.origin());
        assertArrayEquals(asked.spacing(), read.spacing());
        assertEquals(asked.type(), read.type());
        assertEquals(asked.norm(), read.norm());
        assertEquals(asked.offset(), read.offset());
        assertEquals(asked.exponent(), read.exponent());
        assertEquals(asked.budget(), read.budget());
        assertEquals(asked.step(), read.step());
        assertTrue(
                read.errorBound() >= asked.errorBound() && read.errorBound() <= asked.errorBound() * (1 + 0x1p-7)
                        || asked.errorBound() < Double.MIN_NORMAL,
                asked.errorBound() + " became " + read.errorBound());
    }

    private static FileHeader approximant(
            String id,
            Grid grid,
            boolean unitCube,
            LpNorm norm,
            double bound,
            double offset,
            int e,
            int m,
            double step) {
        double[] origin = new double[grid.dimension()];
        double[] spacing = new double[grid.dimension()];
        for (int axis = 0; axis < origin.length; axis++) {
            origin[axis] = unitCube ? 0.5 / grid.length(axis) : 3.5;
            spacing[axis] = unitCube ? 1.0 / grid.length(axis) : 0.25;
        }
        Distance achieved = Distance.measured(bound, norm);
        return new FileHeader(
                7, id, grid, origin, spacing, SampleType.F8, norm, bound, achieved, offset, e, m, step, -1, 0, 0, 0);
    }

    private static FileHeader ofFloats(FileHeader h) {
        return of(h.version(), SampleType.F4, h);
    }

    private static FileHeader of(int version, SampleType type, FileHeader h) {
        return new FileHeader(
                version,
                h.family(),
                h.grid(),
                h.origin(),
                h.spacing(),
                type,
                h.norm(),
                h.errorBound(),
                h.achieved(),
                h.offset(),
                h.exponent(),
                h.budget(),
                h.step(),
                -1,
                0,
                0,
                0);
    }

    @Test
    void whatIsWrittenIsRead() throws CorruptCodeException {
        Random random = new Random(1);
        List<LpNorm> norms = List.of(LpNorm.L2, LpNorm.SUP, LpNorm.L1, new LpNorm(3));
        for (int n = 0; n < 20_000; n++) {
            Grid grid = random.nextInt(3) > 0
                    ? Grid.of(1 + random.nextInt(1 << 1 + random.nextInt(20)))
                    : Grid.of(1 << random.nextInt(12), 1 + random.nextInt(200));
            int e = random.nextInt(4) > 0 ? random.nextInt(30) - 12 : random.nextInt(2094) - 1070;
            double bound = Math.scalb(1 + random.nextDouble(), Math.max(-1060, e - random.nextInt(40)));
            double offset = Math.scalb((double) random.nextInt(64) - 32, e - (random.nextBoolean() ? 2 : 4));
            int budget = 1
                    + random.nextInt(
                            (int) Math.min(FileFormat.largestBudget(grid.points()), 1 << 1 + random.nextInt(14)));
            double step = Steps.of(random.nextInt(Steps.COUNT));
            if (random.nextBoolean()) {
                int near = HeaderTwo.expectedStep(bound, e) + random.nextInt(400) - 200;
                step = Steps.of(Math.min(Math.max(0, near), Steps.COUNT - 1));
            }
            FileHeader header = approximant(
                    IDS.get(random.nextInt(IDS.size())),
                    grid,
                    random.nextBoolean(),
                    norms.get(random.nextInt(norms.size())),
                    Math.min(bound, Double.MAX_VALUE),
                    Double.isFinite(offset) ? offset : 0,
                    e,
                    budget,
                    step);
            reread(header, Content.APPROXIMANT, Lattice.INTEGERS);
            SampleType type = random.nextInt(4) > 0 ? SampleType.F8 : SampleType.F4;
            reread(of(HeaderSeven.LAWFUL, type, header), Content.APPROXIMANT, Lattice.INTEGERS);
        }
    }

    @Test
    void onlyApproximantsFollowALaw() {
        HeaderKind kind = new HeaderKind(Content.EXACT, SampleType.F8, 1, HeaderKind.Place.UNIT_CUBE, 1);
        RangeEncoder coder = new RangeEncoder();
        kind.writeInRow(HeaderKind.LAWFUL[1], new BitWriter(coder));
        byte[] bytes = Arrays.copyOf(coder.finish(), 100);
        HeaderBody.Sizes sizes = new HeaderBody.Sizes(HeaderSeven.LAWFUL, 8 * SAMPLES, 8 * SAMPLES, 0);
        int row = HeaderKind.ROWS.length + 2;
        assertEquals(HeaderSeven.LAWFUL, HeaderSeven.version(row));
        assertEquals(HeaderSeven.LAWFUL + 1, HeaderSeven.version(row + 1));
        CorruptCodeException e = assertThrows(
                CorruptCodeException.class,
                () -> HeaderSevenReader.read(row, new RangeDecoder(bytes, 0, bytes.length), SAMPLES, sizes));
        assertTrue(e.toString().contains("law"), e.toString());
    }

    @Test
    void correctedOnesSayWhoseScalesTheyHave() throws CorruptCodeException {
        for (Grid grid : List.of(Grid.of(4096), Grid.of(128, 128), Grid.of(5, 6, 7))) {
            for (boolean cube : new boolean[] {true, false}) {
                FileHeader header =
                        approximant("cosine.best", grid, cube, LpNorm.SUP, 0.01, 0, 1, 20, Steps.of(32_000));
                for (LpNorm base : List.of(LpNorm.L2, LpNorm.SUP)) {
                    CorrectionKind kind = new CorrectionKind(base, false);
                    byte[] bytes = FileFormat.beginCorrected(header, kind).finish();
                    FileFormat.Layout layout = corrected(bytes);
                    assertSame(header, layout.header());
                    assertEquals(Optional.of(kind), layout.corrections());
                    assertEquals(FileHeader.UNKNOWN, layout.header().corrections());
                    CorrectionKind halved = new CorrectionKind(base, true);
                    byte[] floats =
                            FileFormat.beginCorrected(ofFloats(header), halved).finish();
                    assertEquals(Optional.of(halved), corrected(floats).corrections());
                }
            }
        }
    }

    @Test
    void onlyApproximantsInTheSupremumNormAreCorrected() {
        Grid grid = Grid.of(4096);
        List<HeaderKind> strange = List.of(
                new HeaderKind(Content.APPROXIMANT, SampleType.F8, 0, HeaderKind.Place.UNIT_CUBE, 1),
                new HeaderKind(Content.APPROXIMANT, SampleType.F8, 3, HeaderKind.Place.UNIT_CUBE, 1),
                new HeaderKind(Content.LATTICE, SampleType.F8, 1, HeaderKind.Place.UNIT_CUBE, 1),
                new HeaderKind(Content.CONSTANT, SampleType.F8, 1, HeaderKind.Place.UNIT_CUBE, 1),
                new HeaderKind(Content.EXACT, SampleType.F8, 1, HeaderKind.Place.UNIT_CUBE, 1));
        for (HeaderKind kind : strange) {
            RangeEncoder coder = new RangeEncoder();
            kind.writeInRow(HeaderKind.CORRECTED, new BitWriter(coder));
            byte[] bytes = Arrays.copyOf(coder.finish(), grid.points());
            CorruptCodeException e = assertThrows(CorruptCodeException.class, () -> corrected(bytes));
            assertTrue(e.toString().contains("corrections"), e.toString());
        }
    }

    private static FileFormat.Layout corrected(byte[] bytes) throws CorruptCodeException {
        RangeDecoder stream = new RangeDecoder(bytes, 0, bytes.length);
        HeaderBody.Sizes sizes = new HeaderBody.Sizes(8, 8 * SAMPLES, 8 * SAMPLES, 0);
        return HeaderSevenReader.read(HeaderKind.ROWS.length, stream, SAMPLES, sizes);
    }

    @Test
    void latticesAreReadAsTheyWereWritten() throws CorruptCodeException {
        Random random = new Random(2);
        Grid grid = Grid.of(1000);
        for (int n = 0; n < 5_000; n++) {
            double bound = random.nextInt(10) == 0 ? 0 : Math.scalb(1 + random.nextDouble(), random.nextInt(80) - 50);
            double step = Math.scalb(1 + random.nextDouble(), random.nextInt(100) - 60);
            step = random.nextBoolean() ? (float) step : step;
            Lattice lattice = switch (random.nextInt(3)) {
                case 0 -> HeaderSeven.lattice(step, random.nextInt(8));
                case 1 -> new Lattice(random.nextGaussian(), step, 1);
                default -> new Lattice(random.nextInt(3), step, Math.pow(10, random.nextInt(10)));
            };
            FileHeader h = approximant(
                    Content.LATTICE.id(),
                    grid,
                    true,
                    LpNorm.SUP,
                    bound,
                    lattice.offset(),
                    0,
                    0,
                    lattice.step() / lattice.divisor());
            assertEquals(lattice, reread(h, Content.LATTICE, lattice).lattice());
        }
    }

    /** The promise may be rounded up, by less than a hundredth, and never down; round numbers stay. */
    @Test
    void boundsAreRoundedUpToEightBinaryDigitsOrAreDecimal() {
        Random random = new Random(3);
        for (int n = 0; n < 100_000; n++) {
            double value = Math.scalb(1 + random.nextDouble(), random.nextInt(2046) - 1022);
            double rounded = RoundedBound.of(value).value();
            assertTrue(rounded >= value && rounded <= value * (1 + 0x1p-7), value + " became " + rounded);
            assertEquals(rounded, RoundedBound.of(rounded).value());
            double decimal = Double.parseDouble(1 + random.nextInt(9) + "e" + (random.nextInt(616) - 308));
            assertEquals(decimal, RoundedBound.of(decimal).value());
        }
        for (double extreme : List.of(Double.MIN_VALUE, 3e-320, Double.MIN_NORMAL, Double.MAX_VALUE)) {
            double rounded = RoundedBound.of(extreme).value();
            assertTrue(
                    rounded >= extreme && rounded <= Math.max(extreme * 1.01, 2 * Double.MIN_VALUE),
                    extreme + " became " + rounded);
        }
    }

    /** What no encoder writes: bounds and offsets beyond all doubles. */
    @Test
    void infiniteNumbersAreRefused() {
        RangeEncoder coder = new RangeEncoder();
        BitWriter out = new BitWriter(coder);
        out.choice(0, HeaderSeven.POWERS + HeaderSeven.OTHERS + 1);
        out.choice(0, HeaderSeven.EXPONENTS + 1);
        out.choice(HeaderSeven.OCTAVES, HeaderSeven.OCTAVES + 1);
        out.choice(1, 2);
        out.choice(RoundedBound.OCTAVES - 1, RoundedBound.OCTAVES);
        out.choice(RoundedBound.SYMBOLS - 1, RoundedBound.SYMBOLS);
        byte[] bytes = coder.finish();
        HeaderBody.Sizes sizes = new HeaderBody.Sizes(7, 1000, 1000, 0);
        assertThrows(
                CorruptCodeException.class,
                () -> HeaderSevenReader.read(0, new RangeDecoder(bytes, 0, bytes.length), SAMPLES, sizes));
    }

    /** The longest header of files that are all header, mark and checksum aside: of a smooth function on the unit interval. */
    @Test
    void aUsualHeaderHasFewBits() {
        FileHeader h = approximant(
                "cosine.first",
                Grid.of(4096),
                true,
                LpNorm.L2,
                1.3e-3,
                0.5,
                1,
                21,
                Steps.of(HeaderTwo.expectedStep(1.3e-3, 1) - 8));
        double bits = FileFormat.begin(h, Content.APPROXIMANT, Lattice.INTEGERS).bitsWritten();
        // log2 of 23 (length), 25 and 24 (exponent, octave), 133 (bound), 24 (family), 10 (offset), 11 and 16 (budget),
        // 11 and 2 (step).
        double sum = Math.log(23.0 * 25 * 24 * 133 * 24 * 10 * 11 * 16 * 11 * 2) / Math.log(2);
        assertEquals(sum, bits, 1);
    }
}
