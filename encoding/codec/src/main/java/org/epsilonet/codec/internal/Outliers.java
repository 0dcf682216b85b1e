package org.epsilonet.codec.internal;

import java.util.Arrays;
import java.util.Optional;
import org.epsilonet.api.function.Samples;

/**
 * Samples that stand out among their neighbours. A function that must follow them needs parameters for each; without them it is
 * easier to approximate, and they are cheap to correct.
 */
final class Outliers {
    /** Of one axis so many neighbours on each side. */
    private static final int REACH = 3;
    /** In pictures all that are so near in both directions. */
    private static final int PICTURE_REACH = 1;
    /** More of them than that share of all are no outliers. */
    private static final int LARGEST_SHARE = 8;

    private Outliers() {}

    /**
     * The samples, with the median of their neighbours in the place of those that are farther from it than a distance.
     *
     * @param data the samples
     * @param distance how far is too far
     * @return empty if there are none of these, or too many
     */
    static Optional<Samples> replaced(Samples data, double distance) {
        int[] shape = data.grid().shape();
        int row = shape[shape.length - 1];
        boolean picture = shape.length == 2 && row > 1;
        double[] values = data.values();
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            double median = picture ? medianInPicture(data, row, i) : medianInRow(data, i);
            if (Math.abs(values[i] / 2 - median / 2) >= distance / 2) {
                values[i] = median;
                count++;
            }
        }
        return count > 0 && count <= values.length / LARGEST_SHARE
                ? Optional.of(Samples.of(data.name(), data.grid(), values))
                : Optional.empty();
    }

    private static double medianInRow(Samples data, int i) {
        return median(data, Math.max(0, i - REACH), Math.min(data.size() - 1, i + REACH), 1, 0, 0);
    }

    private static double medianInPicture(Samples data, int row, int i) {
        int rows = data.size() / row;
        int y = i / row;
        int x = i % row;
        return median(
                data,
                Math.max(0, y - PICTURE_REACH),
                Math.min(rows - 1, y + PICTURE_REACH),
                row,
                Math.max(0, x - PICTURE_REACH),
                Math.min(row - 1, x + PICTURE_REACH));
    }

    /** Of the samples stride * a + b: the lower one of two in the middle. */
    private static double median(Samples data, int firstA, int lastA, int stride, int firstB, int lastB) {
        double[] near = new double[(lastA - firstA + 1) * (lastB - firstB + 1)];
        int n = 0;
        for (int a = firstA; a <= lastA; a++) {
            for (int b = firstB; b <= lastB; b++) {
                near[n++] = data.value(stride * a + b);
            }
        }
        Arrays.sort(near);
        return near[(n - 1) / 2];
    }
}
