package org.epsilonet.families.wavelets.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.epsilonet.api.function.Grid;

/**
 * A wavelet system on intervals of any number of samples. Filters and cascades are computed at first use and remembered;
 * every thread gets the same bits.
 */
abstract sealed class WaveletSystem permits HaarSystem, OrthonormalSystem, LiftingSystem {
    /** More lengths than any one task uses; beyond it the memory is emptied. */
    private static final int MOST_REMEMBERED = 64;

    /** The longest level that has its true length. */
    private static final int LONGEST = 1 << 30;

    /** Names of the line for systems that have another one. */
    private static final Map<String, String> SYNONYMS = Map.of(
            "db1", "haar", "bior1.1", "haar", "sym2", "db2", "sym3", "db3", "bior2.2", "cdf53", "bior4.4", "cdf97");

    private final String id;
    private final String title;
    private final int moments;
    private final Map<Long, Cascade> cascades = new ConcurrentHashMap<>();
    private final Map<Long, AxisNorms> norms = new ConcurrentHashMap<>();
    private final Map<Long, AxisSizes> sizes = new ConcurrentHashMap<>();

    private final Supplier<DeepCascade> deep = new Once<>(() -> new DeepCascade(this));

    WaveletSystem(String id, String title, int moments) {
        this.id = id;
        this.title = title;
        this.moments = moments;
    }

    /**
     * All systems, each once: bior1.1 is Haar's, bior2.2 and bior4.4 are CDF 5/3 and 9/7, and with two or three vanishing
     * moments symlets are Daubechies'.
     */
    static List<WaveletSystem> all() {
        return Instances.ALL;
    }

    /**
     * The system of a wavelet on the line; also of those that {@link #all} has under another name.
     *
     * @param wavelet one of the usual names
     */
    static WaveletSystem named(String wavelet) {
        String id = SYNONYMS.getOrDefault(wavelet, wavelet);
        return all().stream().filter(s -> s.id().equals(id)).findAny().orElseThrow();
    }

    /** One instance each, so that what they remember is shared. */
    private static final class Instances {
        private static final List<WaveletSystem> ALL = Stream.of(
                        Stream.of(new HaarSystem(), LiftingSystem.cdf53(), LiftingSystem.cdf97()),
                        IntStream.rangeClosed(2, 20).mapToObj(OrthonormalSystem::daubechies),
                        IntStream.rangeClosed(4, 20).mapToObj(OrthonormalSystem::symlet),
                        IntStream.rangeClosed(1, 5).mapToObj(OrthonormalSystem::coiflet),
                        LiftingSystem.line())
                .<WaveletSystem>flatMap(line -> line)
                .toList();
    }

    /** One word. */
    String id() {
        return id;
    }

    /** For people. */
    String title() {
        return title;
    }

    /** The number \(N\) of vanishing moments: details of polynomials of lower degree are zero. */
    int moments() {
        return moments;
    }

    /** Whether the transform is an orthogonal matrix. */
    abstract boolean isOrthonormal();

    /** Whether coefficients of bounded functions are bounded at all scales, as the cited speeds need. */
    boolean isStable() {
        return true;
    }

    /** Atoms of one level whose indices differ by this much have disjoint supports. */
    abstract int reach();

    /** How many points the approximant is interpolated from. */
    abstract int interpolationPoints();

    /**
     * The transform of n numbers. Levels longer than {@link #LONGEST} are given that length and the parity of their own:
     * what they do at the ends and between does not depend on it.
     */
    abstract Cascade compute(long length);

    /** The length of a level as it is stored. */
    static int stored(long length) {
        return length <= LONGEST ? (int) length : LONGEST + (int) (length % 2);
    }

    /** The transform of n numbers, remembered. */
    final Cascade cascade(long length) {
        if (cascades.size() >= MOST_REMEMBERED) {
            cascades.clear();
        }
        return cascades.computeIfAbsent(length, this::compute);
    }

    /** The transforms along the axes of a grid. */
    final List<Cascade> cascades(Grid grid) {
        return Arrays.stream(grid.shape()).mapToObj(n -> cascade(n)).toList();
    }

    /** The transform of 2^50 samples, remembered. */
    final DeepCascade deep() {
        return deep.get();
    }

    /** The norms of the synthesis from each level of n numbers, remembered. */
    final AxisNorms norms(long length) {
        if (norms.size() >= MOST_REMEMBERED) {
            norms.clear();
        }
        Cascade cascade = cascade(length);
        return norms.computeIfAbsent(length, n -> AxisNorms.of(cascade, this));
    }

    /** The sizes of the atoms of n numbers, remembered. */
    final AxisSizes sizes(long length) {
        if (sizes.size() >= MOST_REMEMBERED) {
            sizes.clear();
        }
        Cascade cascade = cascade(length);
        return sizes.computeIfAbsent(length, n -> new AxisSizes(cascade, this));
    }
}
