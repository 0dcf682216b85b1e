package org.epsilonet.codec.internal;

import java.util.Arrays;
import java.util.Optional;
import org.epsilonet.api.function.Samples;

/**
 * Samples that stand out among their neighbours. A function that must follow them needs parameters for each; without them it is
 * easier to approximate, and they are cheap to correct.
 *
 * <p>Suspect is who is far from the median of the neighbours, which knows no slopes, and from the median of middles between
 * neighbours on opposite sides, which a cluster of outliers leads astray. Who is near to what goes through the neighbours that
 * are not suspect is acquitted; the others are taken out.
 */
final class Outliers {
    /** Of one axis so many neighbours on each side. */
    private static final int REACH = 3;
    /** And so many that are not suspect on each side. */
    private static final int WITNESSES = 2;
    /** More of them than that share of all are no outliers. */
    private static final int LARGEST_SHARE = 8;

    private final Samples data;
    private final int row;
    private final boolean picture;
    private final boolean[] suspect;

    private Outliers(Samples data) {
        int[] shape = data.grid().shape();
        this.data = data;
        this.row = shape[shape.length - 1];
        this.picture = shape.length == 2 && row > 1;
        this.suspect = new boolean[data.size()];
    }

    /**
     * The samples, with what their neighbours tell in the place of those that are farther from it than a distance.
     *
     * @param data the samples
     * @param distance how far is too far
     * @return empty if there are none of these, or too many
     */
    static Optional<Samples> replaced(Samples data, double distance) {
        return new Outliers(data).replaced(distance / 2);
    }

    /** All is halved, so that no difference overflows. */
    private Optional<Samples> replaced(double halfDistance) {
        for (int i = 0; i < suspect.length; i++) {
            double half = data.value(i) / 2;
            suspect[i] = Math.abs(half - median(nearby(i))) >= halfDistance
                    && Math.abs(half - median(middles(i))) >= halfDistance;
        }
        double[] values = data.values();
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            double told = suspect[i] ? told(i) : values[i] / 2;
            if (Math.abs(values[i] / 2 - told) >= halfDistance) {
                values[i] = Normalization.finite(2 * told);
                count++;
            }
        }
        return count > 0 && count <= values.length / LARGEST_SHARE
                ? Optional.of(Samples.of(data.name(), data.grid(), values))
                : Optional.empty();
    }

    /** Halves of the sample and of those around it. */
    private double[] nearby(int i) {
        int reach = picture ? 1 : REACH;
        double[] near = new double[picture ? 9 : 2 * REACH + 1];
        int n = 0;
        for (int down = picture ? -1 : 0; down <= (picture ? 1 : 0); down++) {
            for (int right = -reach; right <= reach; right++) {
                near[n] = half(i, down, right);
                n += Double.isNaN(near[n]) ? 0 : 1;
            }
        }
        return Arrays.copyOf(near, n);
    }

    /** Halves of the middles between neighbours on opposite sides; at an end of what goes on from one side. */
    private double[] middles(int i) {
        double[] middles = new double[picture ? 4 : REACH];
        int n = 0;
        for (int k = 0; k < middles.length; k++) {
            int down = picture ? k == 0 ? 0 : 1 : 0;
            int right = picture ? k == 0 ? 1 : k - 2 : k + 1;
            middles[n] = middle(i, down, right);
            n += Double.isNaN(middles[n]) ? 0 : 1;
        }
        return Arrays.copyOf(middles, n);
    }

    private double middle(int i, int down, int right) {
        double one = half(i, down, right);
        double other = half(i, -down, -right);
        if (Double.isNaN(one)) {
            return 2 * other - half(i, -2 * down, -2 * right);
        }
        return Double.isNaN(other) ? 2 * one - half(i, 2 * down, 2 * right) : one / 2 + other / 2;
    }

    /** Half of a sample; NaN where there is none. */
    private double half(int i, int down, int right) {
        if (!picture) {
            int at = i + right;
            return at >= 0 && at < suspect.length ? data.value(at) / 2 : Double.NaN;
        }
        int y = i / row + down;
        int x = i % row + right;
        return y >= 0 && y < suspect.length / row && x >= 0 && x < row ? data.value(y * row + x) / 2 : Double.NaN;
    }

    /** The lower one of two in the middle; 0 of none. */
    private static double median(double[] values) {
        Arrays.sort(values);
        return values.length == 0 ? 0 : values[(values.length - 1) / 2];
    }

    /** Half of what the neighbours that are not suspect tell of one. */
    private double told(int i) {
        if (picture) {
            return toldInPicture(i);
        }
        int[] at = new int[2 * WITNESSES];
        int n = 0;
        for (int way = -1; way <= 1; way += 2) {
            int end = n + WITNESSES;
            for (int j = i + way; n < end && j >= 0 && j < suspect.length; j += way) {
                if (!suspect[j]) {
                    at[n++] = j;
                }
            }
        }
        return through(Arrays.copyOf(at, n), i);
    }

    /** The polynomial through samples, at a place. */
    private double through(int[] at, int place) {
        double sum = 0;
        for (int a : at) {
            double weight = 1;
            for (int b : at) {
                weight *= a == b ? 1 : (double) (place - b) / (a - b);
            }
            sum += weight * (data.value(a) / 2);
        }
        return Normalization.finite(sum);
    }

    private double toldInPicture(int i) {
        double[] middles = new double[4];
        double[] near = new double[8];
        int pairs = 0;
        int n = 0;
        for (int down = -1; down <= 1; down++) {
            for (int right = -1; right <= 1; right++) {
                if ((down != 0 || right != 0) && isWitness(i, down, right)) {
                    near[n++] = half(i, down, right);
                    if ((down > 0 || down == 0 && right > 0) && isWitness(i, -down, -right)) {
                        middles[pairs++] = middle(i, down, right);
                    }
                }
            }
        }
        return pairs > 0
                ? median(Arrays.copyOf(middles, pairs))
                : n > 0 ? median(Arrays.copyOf(near, n)) : median(nearby(i));
    }

    private boolean isWitness(int i, int down, int right) {
        return !Double.isNaN(half(i, down, right)) && !suspect[i + down * row + right];
    }
}
