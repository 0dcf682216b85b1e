package org.epsilonet.comparator;

import java.util.ArrayList;
import java.util.List;

/**
 * Speeds between two neighbouring budgets: slopes of the error curves in logarithmic coordinates, with a minus sign. On data a
 * speed for \(M \to \infty\) does not exist; these say where a curve falls and where it stalls.
 *
 * @param approximation error against budget, before quantization; NaN where one of the errors is not positive and finite
 * @param quantized the same after quantization
 * @param rate error after quantization against bits; NaN also where the bits do not grow
 */
public record LocalSpeed(double approximation, double quantized, double rate) {
    /** What is known before the second budget: nothing. */
    private static final LocalSpeed UNKNOWN = new LocalSpeed(Double.NaN, Double.NaN, Double.NaN);

    /**
     * The local speeds along a curve.
     *
     * @param points by increasing budget
     * @return for every point the speeds from the one before; unknown for the first
     */
    public static List<LocalSpeed> along(List<Point> points) {
        List<LocalSpeed> speeds = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            speeds.add(i == 0 ? UNKNOWN : between(points.get(i - 1), points.get(i)));
        }
        return speeds;
    }

    private static LocalSpeed between(Point before, Point after) {
        return new LocalSpeed(
                slope(before.budget(), after.budget(), before.error(), after.error()),
                slope(before.budget(), after.budget(), before.quantizedError(), after.quantizedError()),
                slope(before.bits(), after.bits(), before.quantizedError(), after.quantizedError()));
    }

    private static double slope(double size, double nextSize, double error, double nextError) {
        double slope = Math.log(error / nextError) / Math.log(nextSize / size);
        return size > 0 && nextSize > size && error > 0 && nextError > 0 && Double.isFinite(slope) ? slope : Double.NaN;
    }
}
