package org.epsilonet.families.wavelets.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A wavelet system on intervals of any number of samples. Filters and cascades are computed at first use and remembered;
 * every thread gets the same bits.
 */
abstract sealed class WaveletSystem permits HaarSystem, OrthonormalSystem, LiftingSystem {
    /** More lengths than any one task uses; beyond it the memory is emptied. */
    private static final int MOST_REMEMBERED = 64;

    /** The longest level that has its true length. */
    private static final int LONGEST = 1 << 30;

    private final String id;
    private final String title;
    private final int moments;
    private final Map<Long, Cascade> cascades = new ConcurrentHashMap<>();
    private final Map<Long, AxisNorms> norms = new ConcurrentHashMap<>();

    private final Supplier<DeepCascade> deep = new Once<>(() -> new DeepCascade(this));

    WaveletSystem(String id, String title, int moments) {
        this.id = id;
        this.title = title;
        this.moments = moments;
    }

    /** All systems: Haar, Daubechies with 2 to 10 vanishing moments, CDF 5/3 and 9/7. */
    static List<WaveletSystem> all() {
        return Stream.concat(
                        Stream.of(new HaarSystem(), LiftingSystem.cdf53(), LiftingSystem.cdf97()),
                        IntStream.rangeClosed(2, 10).mapToObj(OrthonormalSystem::daubechies))
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
}
