package org.epsilonet.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.family.Parametrization;
import org.epsilonet.api.family.ParametrizedFamily;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Domain;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSource;
import org.junit.jupiter.api.Test;

class FormatTest {
    private static final Families FAMILIES = TestFamily.door(TestFamily.all());
    private static final long MOST_SAMPLES = 1 << 20;

    private static byte[] file(Samples data, double error, LpNorm norm) {
        return Encoder.encode(data, EncoderOptions.relative(error, norm), TestFamily.all())
                .bytes();
    }

    private static List<byte[]> files() {
        Samples smooth = Samples.of("smooth", Signals.of("smooth", 200, 1));
        return List.of(
                file(smooth, 1e-3, LpNorm.L2),
                file(Samples.of("noise", Signals.of("noise", 33, 2)), 1e-2, LpNorm.SUP),
                file(Samples.of("spike", Signals.of("spike", 500, 3)), 1e-2, new LpNorm(4)),
                file(Signals.cartoon(20, 30).storedAs(SampleType.U1), 1e-2, LpNorm.L2),
                file(smooth.placedAt(new double[] {3}, new double[] {0.1}), 0.7, LpNorm.SUP));
    }

    /** The checksum a stranger would compute. */
    private static byte[] sealed(byte[] file) {
        return Seal.sealed(file);
    }

    @Test
    void theHeaderSaysWhatWasWritten() throws FormatException {
        Samples data = Samples.of("noise", Grid.of(4, 5), Signals.of("noise", 20, 4))
                .placedAt(new double[] {1, 2}, new double[] {0.5, 0.25})
                .storedAs(SampleType.F4);
        for (LpNorm norm : List.of(LpNorm.L1, LpNorm.L2, LpNorm.SUP, new LpNorm(3.5))) {
            Encoding e = Encoder.encode(data, EncoderOptions.absolute(0.01, norm), TestFamily.all());
            FileHeader h = Decoder.inspect(e.bytes());
            assertTrue(h.version() == 7 || h.version() == 9, "version " + h.version());
            assertEquals(e.family(), h.family());
            assertArrayEquals(new int[] {4, 5}, h.shape());
            assertArrayEquals(new double[] {1, 2}, h.origin());
            assertArrayEquals(new double[] {0.5, 0.25}, h.spacing());
            assertEquals(SampleType.F4, h.type());
            assertEquals(norm, h.norm());
            assertEquals(0.01, h.errorBound());
            assertEquals(FileHeader.UNKNOWN, h.parameters());
            assertEquals(e.structureBits() + e.parameterBits(), h.parameterBits());
            FileHeader known = Decoder.decode(e.bytes(), FAMILIES, 20).header();
            assertEquals(e.parameters(), known.parameters());
            assertEquals(e.structureBits(), known.structureBits());
            assertEquals(e.bits(), h.bits());
        }
    }

    @Test
    void veryManyParametersComeInBlocks() throws FormatException {
        Samples data = Samples.of("noise", Signals.of("noise", 140_000, 4));
        for (LpNorm norm : List.of(LpNorm.L2, LpNorm.SUP)) {
            Encoding e = Encoder.encode(data, EncoderOptions.relative(1e-2, norm), List.of(new SparseHaar()));
            FileHeader h = Decoder.inspect(e.bytes());
            assertEquals(4, h.version());
            assertEquals(e.headerBits(), h.headerBits());
            assertEquals(0, e.structureBits());
            assertEquals(8L * e.bytes().length, e.headerBits() + e.parameterBits());
            assertEquals(1 << 18, e.parameters());
            Decoded decoded = Decoder.decode(e.bytes(), FAMILIES, data.size());
            double worst = 0;
            double sum = 0;
            for (int i = 0; i < data.size(); i++) {
                double miss = Math.abs(data.value(i) - decoded.samples().value(i));
                worst = Math.max(worst, miss);
                sum += miss * miss;
            }
            double bound = 1e-2 * data.range();
            // The sum of these squares may round differently in its last digits.
            assertTrue((norm.isSup() ? worst : Math.sqrt(sum / data.size())) <= bound * (1 + 1e-12), norm.toString());
            for (int cut : new int[] {1, 2, 1000, e.bytes().length / 2}) {
                byte[] shorter = sealed(Arrays.copyOf(e.bytes(), e.bytes().length - cut));
                assertThrows(CorruptFileException.class, () -> Decoder.decode(shorter, FAMILIES, data.size()));
            }
        }
    }

    /** Says once that all its coefficients may be written, and not again. */
    private static final class Forgetful extends SparseHaar {
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public Parametrization parametrization(Domain domain, int budget) {
            Parametrization known = super.parametrization(domain, budget);
            return new Parametrization() {
                @Override
                public double log2Structures() {
                    return known.log2Structures();
                }

                @Override
                public int size() {
                    return known.size();
                }

                @Override
                public double radius() {
                    return known.radius();
                }

                @Override
                public double lipschitz(LpNorm norm) {
                    return known.lipschitz(norm);
                }

                @Override
                public Optional<Structure> whole() {
                    return asked.getAndIncrement() == 0 ? known.whole() : Optional.empty();
                }

                @Override
                public Structure read(SymbolSource source) throws CorruptCodeException {
                    return known.read(source);
                }
            };
        }
    }

    /** Blocks are not decoded for the encoder, but they are read. */
    @Test
    void blocksThatTheFamilyCannotReadAreNoFile() {
        Samples data = Samples.of("noise", Signals.of("noise", 140_000, 4));
        IllegalStateException refused = assertThrows(
                IllegalStateException.class,
                () -> Encoder.encode(data, EncoderOptions.relative(1e-2, LpNorm.L2), List.of(new Forgetful())));
        assertTrue(refused.getMessage().contains("test.sparse-haar breaks its contract"), refused.getMessage());
    }

    @Test
    void theHeaderOfABuiltInFamilyHasTwelveBytes() throws FormatException {
        // Any id of the register will do: the header alone is looked at.
        ParametrizedFamily renamed = new Capped(TestFamily.all().get(0), "wavelets.cdf97.best", Integer.MAX_VALUE);
        for (int n : new int[] {7, 1000, 4096, 10_000}) {
            Samples cube = Samples.of("smooth", Signals.of("brownian", n, 1));
            Samples spaced = cube.placedAt(new double[] {0}, new double[] {1});
            for (Samples data : List.of(cube, spaced)) {
                for (LpNorm norm : List.of(LpNorm.L2, LpNorm.SUP)) {
                    Encoding e = Encoder.encode(data, EncoderOptions.relative(1e-3, norm), List.of(renamed));
                    FileHeader h = Decoder.inspect(e.bytes());
                    assertEquals(h.headerBits(), e.headerBits());
                    // Budget and step are in the header too, and large files have a checksum of 4 bytes, not 2; all
                    // else takes at most 12 bytes.
                    long own = h.headerBits() - budgetAndStepBits(h) - (e.bytes().length < 256 ? 0 : 16);
                    assertTrue(own <= 8 * 12, n + " samples: " + own + " of " + h.headerBits() + " bits");
                    assertEquals(data.origin()[0], h.origin()[0]);
                    assertEquals(data.spacing()[0], h.spacing()[0]);
                }
            }
        }
    }

    /** As many as the format says, at least: a length and the bits below the leading one. */
    private static long budgetAndStepBits(FileHeader h) {
        return h.budget() == 0 ? 0 : 32 - Integer.numberOfLeadingZeros(h.budget()) - 1 + 3;
    }

    /** The bytes of a file behind the magic of versions 1 to 5 and a byte for the version. */
    private static byte[] underMagic(byte[] file, int version) {
        byte[] other = Arrays.copyOf(file, Math.max(file.length, 40));
        other[0] = (byte) 0xCE;
        other[1] = (byte) 0xB5;
        other[2] = (byte) version;
        return other;
    }

    @Test
    void theThreeErrorsAreTold() {
        byte[] file = files().get(0);
        byte[] flipped = file.clone();
        flipped[10] ^= 1;
        assertThrows(CorruptFileException.class, () -> Decoder.inspect(flipped));
        for (int version : new int[] {0, 1}) {
            byte[] old = underMagic(file, version);
            assertThrows(CorruptFileException.class, () -> Decoder.inspect(old));
            assertThrows(FormatTooOldException.class, () -> Decoder.inspect(sealed(old)));
        }
        byte[] young = file.clone();
        young[0] = (byte) 0xD7;
        FormatTooNewException e = assertThrows(FormatTooNewException.class, () -> Decoder.inspect(sealed(young)));
        assertTrue(e.toString().contains("version 10"), e.toString());
        for (int version : new int[] {5, 6, 7, 127}) {
            byte[] unmarked = underMagic(file, version);
            assertThrows(CorruptFileException.class, () -> Decoder.inspect(sealed(unmarked)));
        }
        byte[] strange = underMagic(file, 'N');
        strange[3] = 2;
        assertThrows(FormatTooNewException.class, () -> Decoder.inspect(sealed(strange)));
        assertThrows(CorruptFileException.class, () -> Decoder.inspect(new byte[0]));
        // The first bytes of many files of others are among those kept for versions to come.
        byte[] document = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        CorruptFileException other = assertThrows(CorruptFileException.class, () -> Decoder.inspect(document));
        assertTrue(other.toString().contains("no Epsilonet file"), other.toString());
        assertThrows(CorruptFileException.class, () -> Decoder.inspect("PK and more".getBytes()));
    }

    @Test
    void anUnknownFamilyAndTooManySamplesAreSaid() {
        byte[] file = files().get(0);
        Families none = TestFamily.door(List.of());
        assertThrows(IllegalArgumentException.class, () -> Decoder.decode(file, none, MOST_SAMPLES));
        assertThrows(CorruptFileException.class, () -> Decoder.decode(file, FAMILIES, 199));
    }

    /** A family that is there and cannot be used is no damage of the file. */
    @Test
    void aFamilyThatLacksAnotherSaysSo() throws FormatException {
        byte[] file = Encoder.encode(
                        Samples.of("noise", Signals.of("noise", 33, 2)),
                        EncoderOptions.relative(1e-2, LpNorm.L2),
                        List.of(new CellMeans()))
                .bytes();
        ParametrizedFamily lame = new CellMeans() {
            @Override
            public Parametrization parametrization(Domain domain, int budget) {
                throw new IllegalStateException("it needs another family");
            }
        };
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> Decoder.decode(file, TestFamily.door(List.of(lame)), MOST_SAMPLES));
        assertEquals("the family test.cell-means cannot be used: it needs another family", e.getMessage());
        assertEquals(33, Decoder.inspect(file).grid().points());
    }

    @Test
    void everyCutAndEveryFlippedBitIsRefused() {
        for (byte[] file : files()) {
            for (int length = 0; length < file.length; length++) {
                byte[] cut = Arrays.copyOf(file, length);
                assertThrows(FormatException.class, () -> Decoder.decode(cut, FAMILIES, MOST_SAMPLES));
            }
            for (int bit = 0; bit < 8 * file.length; bit++) {
                byte[] flipped = file.clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                assertThrows(FormatException.class, () -> Decoder.decode(flipped, FAMILIES, MOST_SAMPLES));
            }
        }
    }

    @Test
    void oneSealedChangeOfAnyByteIsReadOrCorrupt() {
        byte[] file = files().get(0);
        for (int at = 1; at < file.length - 4; at++) {
            byte[] mutant = file.clone();
            mutant[at] += 1;
            try {
                Decoder.decode(sealed(mutant), FAMILIES, MOST_SAMPLES);
            } catch (FormatException e) {
                assertEquals(CorruptFileException.class, e.getClass());
            } catch (IllegalArgumentException e) {
                assertTrue(e.toString().contains("approximation family"), e.toString());
            }
        }
    }
}
