package org.epsilonet.comparator.catalogue;

/**
 * Random numbers addressed by position: every (seed, level, index) has its own, so that a random function can be
 * evaluated at one point without drawing all that lie before it.
 *
 * @see <a href="https://doi.org/10.1145/2660193.2660195">Steele, Lea, Flood: Fast splittable pseudorandom number
 *     generators, 2014, for the mixing function (SplitMix64)</a>
 */
final class Hash {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Hash() {}

    /** Uniform on [0, 1). */
    static double uniform(long seed, int level, long index) {
        return (bits(seed, level, index) >>> 11) * 0x1p-53;
    }

    /** Uniform on [low, high). */
    static double uniform(long seed, int level, long index, double low, double high) {
        return low + (high - low) * uniform(seed, level, index);
    }

    /** +1 or -1, equally likely. */
    static double sign(long seed, int level, long index) {
        return bits(seed, level, index) < 0 ? -1 : 1;
    }

    private static long bits(long seed, int level, long index) {
        return mixed(seed + GOLDEN * (((long) level << 48) ^ (index + 1)));
    }

    private static long mixed(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
