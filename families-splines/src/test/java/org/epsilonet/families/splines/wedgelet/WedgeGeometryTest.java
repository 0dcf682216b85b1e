package org.epsilonet.families.splines.wedgelet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.epsilonet.api.function.Cube;
import org.epsilonet.families.splines.internal.Lattice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outlines, cuts, regions and the number of partitions, against brute force. */
class WedgeGeometryTest {
    /** The number of chords, and of those between two sides, is that of all pairs of points that cut the cell. */
    @ParameterizedTest
    @CsvSource({"1, 1", "1, 7", "7, 1", "2, 3", "8, 8", "5, 11"})
    void chordsAreAllCounted(long rows, long columns) {
        Outline outline = new Outline(rows, columns);
        long[][] bySides = new long[Outline.SIDES][Outline.SIDES];
        long all = 0;
        for (long a = 0; a < outline.points(); a++) {
            assertEquals(a, outline.point(outline.row(a), outline.column(a)));
            for (long b = a + 1; b < outline.points(); b++) {
                if (outline.isCutBy(a, b)) {
                    all++;
                    bySides[outline.side(a)][outline.side(b)]++;
                }
            }
        }
        assertEquals(all, outline.chords());
        for (int i = 0; i < Outline.SIDES; i++) {
            for (int j = i + 1; j < Outline.SIDES; j++) {
                assertEquals(bySides[i][j], outline.chords(i, j), i + " to " + j);
            }
        }
    }

    /** The interval of a row in closed form, and the side of every single centre; transposition exchanges coordinates. */
    @ParameterizedTest
    @CsvSource({"1, 5", "3, 4", "6, 2", "5, 5"})
    void runsAgreeWithSides(long rows, long columns) {
        Outline outline = new Outline(rows, columns);
        Outline transposed = new Outline(columns, rows);
        for (long a = 0; a < outline.points(); a++) {
            for (long b = a + 1; b < outline.points(); b++) {
                if (!outline.isCutBy(a, b)) {
                    continue;
                }
                Chord chord = new Chord(a, b);
                Cut cut = new Cut(outline, chord);
                assertEquals(chord, outline.transposed(transposed.transposed(chord)));
                for (long i = 0; i < rows; i++) {
                    for (long j = 0; j < columns; j++) {
                        int expected = j < cut.before(i) ? cut.pieceBefore(i) : 1 - cut.pieceBefore(i);
                        assertEquals(cut.piece(i + 0.5, j + 0.5), expected, chord + " at " + i + ", " + j);
                    }
                }
            }
        }
    }

    /** On samples the basis is orthonormal, whatever the chord, and the two pieces have all samples. */
    @Test
    void basesAreOrthonormalOnSamples() {
        Outline outline = new Outline(6, 7);
        double[] p = new double[3];
        int planes = 0;
        for (long a = 0; a < outline.points(); a++) {
            for (long b = a + 1; b < outline.points(); b++) {
                if (!outline.isCutBy(a, b)) {
                    continue;
                }
                Cut cut = new Cut(outline, new Chord(a, b));
                double samples = 0;
                for (int piece = 0; piece < 2; piece++) {
                    Region region = Region.of(Region.extremes(outline, cut, piece, true), true);
                    int size = region.size(1);
                    double[][] gram = new double[3][3];
                    for (int i = 0; i < 42; i++) {
                        if (cut.piece(i / 7 + 0.5, i % 7 + 0.5) == piece) {
                            region.evaluate(1, i / 7 + 0.5, i % 7 + 0.5, p);
                            for (int j = 0; j < size * size; j++) {
                                gram[j / size][j % size] += p[j / size] * p[j % size] / region.mass();
                            }
                        }
                    }
                    for (int j = 0; j < size * size; j++) {
                        assertEquals(j / size == j % size ? 1 : 0, gram[j / size][j % size], 1e-12);
                    }
                    samples += region.mass();
                    planes += size == 3 ? 1 : 0;
                }
                assertEquals(42, samples);
            }
        }
        assertTrue(planes > 300, "planes " + planes);
    }

    /** On polygons too, by midpoints of a fine grid: their error is a few steps of the boundary. */
    @Test
    void basesAreOrthonormalOnPolygons() {
        Random random = new Random(5);
        Outline outline = new Outline(64, 64);
        int fine = 640;
        for (int trial = 0; trial < 40; trial++) {
            long a = random.nextInt(256);
            long b = random.nextInt(256);
            if (!outline.isCutBy(a, b)) {
                continue;
            }
            Cut cut = new Cut(outline, outline.chord(a, b));
            double area = 0;
            for (int piece = 0; piece < 2; piece++) {
                Region region = Region.of(Region.extremes(outline, cut, piece, false), false);
                area += region.mass();
                if (region.mass() < 200) {
                    continue;
                }
                double[] p = new double[3];
                double[][] gram = new double[3][3];
                for (int i = 0; i < fine * fine; i++) {
                    double r = (i / fine + 0.5) / 10;
                    double c = (i % fine + 0.5) / 10;
                    if (cut.piece(r, c) == piece) {
                        region.evaluate(1, r, c, p);
                        for (int j = 0; j < 9; j++) {
                            gram[j / 3][j % 3] += p[j / 3] * p[j % 3] / (100 * region.mass());
                        }
                    }
                }
                for (int j = 0; j < region.size(1) * region.size(1); j++) {
                    int size = region.size(1);
                    assertEquals(j / size == j % size ? 1 : 0, gram[j / size][j % size], 0.03);
                }
            }
            assertEquals(64 * 64, area, 1e-9);
        }
    }

    /** Thin pieces far from the cell's corner: exact moments in rationals, and the bound that is proved. */
    @Test
    void basesAreOrthonormalToTheirBound() {
        long side = 1L << WedgePartition.LEVEL;
        Random random = new Random(11);
        double worst = 0;
        int planes = 0;
        for (int trial = 0; trial < 1500; trial++) {
            boolean discrete = trial % 3 == 0;
            Outline outline =
                    discrete ? new Outline(1 + random.nextInt(40), 1 << random.nextInt(20)) : new Outline(side, side);
            long a = nearCorner(random, outline, random.nextInt(4));
            long b = nearCorner(random, outline, random.nextInt(4));
            if (!outline.isCutBy(a, b)) {
                continue;
            }
            double[] extremes = Region.extremes(outline, new Cut(outline, outline.chord(a, b)), trial % 2, discrete);
            Region region = Region.of(extremes, discrete);
            if (region.mass() == 0) {
                continue;
            }
            planes += region.size(1) == 3 ? 1 : 0;
            ExactMoments exact = ExactMoments.of(extremes, discrete);
            assertTrue(exact.errorOfMean(region) <= (discrete ? 3 : 13) * 0x1p-53, "mean, trial " + trial);
            // Beyond what is proved: the root and its reciprocal, of which the test sees the square.
            double proved = discrete ? extremes.length / 4 + 7 : 81;
            assertTrue(exact.errorOfVariance(region) <= (proved + 4) * 0x1p-53, "variance, trial " + trial);
            double distance = exact.fromOrthonormal(region);
            // The norm's bound is half that of the Gram matrix, to first order.
            assertTrue(distance <= 2.01 * region.orthonormality(), "trial " + trial + ": " + distance);
            worst = Math.max(worst, distance / region.orthonormality());
        }
        assertTrue(planes > 300 && worst > 0x1p-12, planes + " planes, worst " + worst);
    }

    /** A point whose distance from a corner is of any size. */
    private static long nearCorner(Random random, Outline outline, int side) {
        long length = outline.length(side);
        long away = (long) Math.pow(length, random.nextDouble()) - (random.nextBoolean() ? 1 : 0);
        return outline.start(side) + Math.max(0, Math.min(length - 1, random.nextBoolean() ? away : length - away));
    }

    /** The recursion for the number of partitions against the sum over leaves and cut leaves. */
    @Test
    void partitionsAreCounted() {
        double chords = new Outline(1L << WedgePartition.LEVEL, 1L << WedgePartition.LEVEL).chords();
        Lattice lattice = Lattice.of(new Cube(2), Lattice.FINEST_LEVEL);
        for (int pieces = 1; pieces <= 12; pieces++) {
            double sum = 0;
            for (int leaves = 1; leaves <= pieces; leaves++) {
                for (int cut = 0; cut <= leaves && leaves + cut <= pieces; cut++) {
                    double catalan = binomial(2 * leaves - 2, leaves - 1) / leaves;
                    sum += catalan * binomial(leaves, cut) * Math.pow(chords, cut);
                }
            }
            double log2 = new WedgeCode(lattice, pieces).log2Count();
            // The logarithm of the test's own sum is rounded, too.
            assertTrue(log2 >= Math.log(sum) / Math.log(2) * (1 - 0x1p-51), "rounded up, M = " + pieces);
            assertEquals(Math.log(sum) / Math.log(2), log2, 1e-9 * (1 + log2), "M = " + pieces);
        }
    }

    private static double binomial(int n, int k) {
        double product = 1;
        for (int i = 1; i <= k; i++) {
            product = product * (n - k + i) / i;
        }
        return product;
    }

    /** Where a side has at most eight samples the search finds the best of all chords. */
    @Test
    void searchIsExhaustiveOnSmallBlocks() {
        Random random = new Random(7);
        int rows = 5;
        int columns = 6;
        Outline outline = new Outline(rows, columns);
        for (int trial = 0; trial < 10; trial++) {
            double[] values = random.doubles(rows * columns, -1, 1).toArray();
            Chord found = new ChordSearch(new RowSums(values, rows, columns, false), 0).best(0, 0, rows, columns);
            double best = Double.POSITIVE_INFINITY;
            for (long a = 0; a < outline.points(); a++) {
                for (long b = a + 1; b < outline.points(); b++) {
                    best = outline.isCutBy(a, b) ? Math.min(best, error(outline, new Chord(a, b), values)) : best;
                }
            }
            assertTrue(found != null);
            assertEquals(best, error(outline, found, values), 1e-12);
        }
    }

    private static double error(Outline outline, Chord chord, double[] values) {
        Cut cut = new Cut(outline, chord);
        double[] sum = new double[2];
        double[] squares = new double[2];
        double[] count = new double[2];
        for (int i = 0; i < values.length; i++) {
            int piece = cut.piece(i / outline.columns() + 0.5, i % outline.columns() + 0.5);
            sum[piece] += values[i];
            squares[piece] += values[i] * values[i];
            count[piece]++;
        }
        double error = 0;
        for (int piece = 0; piece < 2; piece++) {
            error += count[piece] > 0 ? squares[piece] - sum[piece] * sum[piece] / count[piece] : 0;
        }
        return error;
    }
}
