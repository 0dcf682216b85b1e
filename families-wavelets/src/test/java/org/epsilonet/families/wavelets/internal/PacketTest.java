package org.epsilonet.families.wavelets.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.testkit.FamilyLaws;
import org.epsilonet.testkit.LawResult;
import org.junit.jupiter.api.Test;

/** Wavelet packets: orthonormal bases, the best of them, and a code for it. */
class PacketTest {
    private static final long SEED = 41;

    private static double[] wave(int n) {
        return IntStream.range(0, n)
                .mapToDouble(i -> Math.sin(0.35 * Math.PI * i) + 0.3 * Math.sin(0.77 * Math.PI * i + 1))
                .toArray();
    }

    private static double sumOfModuli(double[] c) {
        return Arrays.stream(c).map(Math::abs).sum();
    }

    @Test
    void everyBasisIsOrthonormal() {
        Random random = new Random(SEED);
        for (WaveletSystem system : List.of(new HaarSystem(), OrthonormalSystem.daubechies(4))) {
            for (int n : new int[] {1, 2, 3, 17, 61, 256, 1001}) {
                for (double[] x : List.of(wave(n), random.doubles(n, -1, 1).toArray())) {
                    PacketTransform best = PacketTransform.best(system, Grid.of(n), x);
                    double[] c = best.analyze(x);
                    assertArrayEquals(x, best.synthesize(c), 1e-13, system.id() + " " + n);
                    double energy = Arrays.stream(c).map(v -> v * v).sum();
                    assertEquals(LpNorm.L2.of(x), Math.sqrt(energy), 1e-13);
                }
            }
        }
    }

    /** By its measure the best basis is at least as good as the samples and the wavelets; for waves by far. */
    @Test
    void bestBasisIsBetterThanWavelets() {
        WaveletSystem system = OrthonormalSystem.daubechies(8);
        Grid grid = Grid.of(1024);
        double[] x = wave(1024);
        double packets = sumOfModuli(PacketTransform.best(system, grid, x).analyze(x));
        double wavelets = sumOfModuli(Pyramid.of(system, grid).analyze(x));
        double samples = sumOfModuli(x) / 32;
        assertTrue(packets <= samples && packets < 0.7 * wavelets, packets + ", " + wavelets + ", " + samples);
        Samples data = Samples.of("wave", x);
        double byPackets = new PacketFamily(system)
                .approximate(data, 64, LpNorm.L2)
                .distance()
                .value();
        double byWavelets = new WaveletFamily(system, Selection.BEST)
                .approximate(data, 64, LpNorm.L2)
                .distance()
                .value();
        assertTrue(byPackets < byWavelets, byPackets + ", " + byWavelets);
    }

    @Test
    void basisAndTermsAreReadBack() throws CorruptCodeException {
        PacketFamily family = new PacketFamily(OrthonormalSystem.daubechies(4));
        Samples data = Samples.of("wave", wave(500));
        for (int budget : new int[] {1, 7, 100, 500}) {
            Structure structure =
                    family.approximate(data, budget, LpNorm.L2).approximant().structure();
            SignificanceTreeTest.Recorder recorder = new SignificanceTreeTest.Recorder();
            structure.write(recorder);
            Structure back = family.parametrization(data.grid(), budget).read(recorder);
            assertEquals(0, recorder.symbols.size());
            double[] theta = new Random(SEED).doubles(structure.size(), -1, 1).toArray();
            assertArrayEquals(
                    structure.realize(theta).on(data.grid()),
                    back.realize(theta).on(data.grid()),
                    0);
        }
    }

    @Test
    void lawsHold() {
        List<LawResult> failed = FamilyLaws.check(new PacketFamily(new HaarSystem()), SEED).stream()
                .filter(law -> law.status() == LawResult.Status.FAILED)
                .toList();
        assertEquals(List.of(), failed, "seed " + SEED);
    }
}
