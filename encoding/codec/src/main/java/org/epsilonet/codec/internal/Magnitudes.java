package org.epsilonet.codec.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Stretches;
import org.epsilonet.quantization.Quantization;
import org.epsilonet.quantization.Steps;

/**
 * Parameters by their size in units of their scale: how far rounding to any step moves them all, in \(\ell^2\). Those that
 * are below every step in question are looked at once only.
 */
final class Magnitudes {
    private static final int BINS_PER_OCTAVE = 8;
    private static final int BINS = 2048 * BINS_PER_OCTAVE;
    private static final int BIN_SHIFT = 52 - 3;
    /** Parameters below this share of a step are zero for all dead zones. */
    private static final double SMALL = 0.5;
    /** Of more than that many, evenly chosen ones stand for all. */
    private static final int MOST_LOOKED_AT = 1 << 14;

    /** Parameters that one thread looks at. */
    private static final int PART = 1 << 15;

    /** Dead zones are multiples of one over that, up to the widest. */
    private static final int ZONES = 128;

    private static final double WIDEST = 0.85;

    private final Structure structure;
    private final LpNorm norm;
    private final double[] theta;
    private final double[] scales;
    private final int many;
    private final double largest;
    private final double[] energy = new double[BINS];
    private final double[] weight = new double[BINS];

    private int[] large = new int[0];
    private double limit = Double.POSITIVE_INFINITY;
    private double below;
    private double each = 1;

    /**
     * @param structure the structure
     * @param theta its parameters; not copied
     * @param norm the norm of its scales
     * @param many more parameters than this are not taken apart from the zeros among them
     */
    Magnitudes(Structure structure, double[] theta, LpNorm norm, int many) {
        this.many = many;
        this.structure = structure;
        this.norm = norm;
        this.theta = theta;
        this.scales = scales();
        double most = 0;
        for (int i = 0; i < theta.length; i++) {
            double size = size(i);
            most = Math.max(most, size);
            int bin = (int) (Double.doubleToRawLongBits(size) >>> BIN_SHIFT);
            energy[bin] += theta[i] * theta[i];
            weight[bin] += scale(i) * scale(i);
        }
        this.largest = most;
    }

    /** The scales; no array where all are 1. */
    private double[] scales() {
        double[] some = new double[0];
        for (int i = 0; i < theta.length; i++) {
            double scale = structure.scale(i, norm);
            if (scale != 1 && some.length == 0) {
                some = new double[theta.length];
                Arrays.fill(some, 0, i, 1);
            }
            if (some.length > 0) {
                some[i] = scale;
            }
        }
        return some;
    }

    private double scale(int i) {
        return scales.length == 0 ? 1 : scales[i];
    }

    /** \(|\theta_i|/\lambda_i\). */
    private double size(int i) {
        return scales.length == 0 ? Math.abs(theta[i]) : Math.abs(theta[i]) / scales[i];
    }

    /** The number of parameters. */
    int count() {
        return theta.length;
    }

    /** The largest size. */
    double largest() {
        return largest;
    }

    /** The code of the finest step: no integer is above 2^51. */
    int finestCode() {
        return Math.max(0, Steps.codeAtMost(largest * 0x1p-51) + 1);
    }

    /** The code of a step that leaves nothing. */
    int coarsestCode() {
        return Math.max(finestCode(), Steps.codeAtMost(4 * largest));
    }

    /** About the step whose rounding costs the distance given; an error of rounding is taken as uniform. */
    int expectedCode(double distance, double zone) {
        int low = finestCode();
        int high = coarsestCode();
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            double step = Steps.of(middle);
            int cut = (int) (Double.doubleToRawLongBits(step * zone) >>> BIN_SHIFT);
            double square = 0;
            for (int bin = 0; bin < BINS; bin++) {
                square += bin < cut ? energy[bin] : weight[bin] * step * step / 12;
            }
            if (square <= distance * distance) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** \(\|\theta - \theta'\|_2\) for the parameters rounded to multiples of a step, and to zero within the dead zone. */
    double distance(double step, double zone) {
        prepare(step);
        double sum = 0;
        for (int i : large) {
            double unit = step * scale(i);
            double ratio = theta[i] / unit;
            double miss = Math.abs(ratio) < zone ? theta[i] : theta[i] - Math.rint(ratio) * unit;
            sum += miss * miss;
        }
        return Math.sqrt(below + each * sum);
    }

    /**
     * Calls back for the parameters that are not within the dead zone, or for evenly chosen ones.
     *
     * @return how many one of them stands for
     */
    double forEachKept(double step, double zone, Visitor visitor) {
        prepare(step);
        for (int i : large) {
            double ratio = Math.abs(theta[i]) / (step * scale(i));
            if (ratio >= zone) {
                visitor.visit(i, (long) Math.rint(ratio));
            }
        }
        return each;
    }

    /**
     * What rounding to a step costs, as a function of the dead zone.
     *
     * @param square the squared distance of plain rounding
     * @param growth by how much more it is for dead zones of {@code 1/2 + k / ZONES}
     */
    record Rounding(double square, double[] growth) {
        /** The widest dead zone of at most {@value #WIDEST} with a distance of at most that; below 1/2 if there is none. */
        double widestZone(double distance) {
            int k = (int) ((WIDEST - 0.5) * ZONES);
            while (k >= 0 && square + growth[k] > distance * distance) {
                k--;
            }
            return 0.5 + (double) k / ZONES;
        }
    }

    /** What rounding to a step costs. */
    Rounding rounding(double step) {
        prepare(step);
        double sum = 0;
        double[] growth = new double[ZONES / 2 + 1];
        for (int i : large) {
            double unit = step * scale(i);
            double ratio = Math.abs(theta[i]) / unit;
            double miss = (ratio - Math.rint(ratio)) * unit;
            sum += miss * miss;
            if (ratio < 1 && ratio > 0.5) {
                growth[Math.min(ZONES / 2, (int) Math.ceil((ratio - 0.5) * ZONES))] +=
                        theta[i] * theta[i] - miss * miss;
            }
        }
        double all = 0;
        for (int k = 0; k < growth.length; k++) {
            all += growth[k];
            growth[k] = each * all;
        }
        return new Rounding(below + each * sum, growth);
    }

    /** Hears of a parameter and the magnitude of its integer. */
    @FunctionalInterface
    interface Visitor {
        void visit(int parameter, long magnitude);
    }

    /** Lists the parameters that matter for this step and those somewhat finer. */
    private void prepare(double step) {
        if (SMALL * step >= limit) {
            return;
        }
        limit = SMALL * step / 2;
        int count = 0;
        below = 0;
        for (Below part : parts()) {
            count += part.above();
            below += part.energy();
        }
        int stride = 1 + count / MOST_LOOKED_AT;
        large = new int[count / stride];
        each = large.length == 0 ? 1 : (double) count / large.length;
        int seen = 0;
        for (int i = 0; i < theta.length && seen < large.length * stride; i++) {
            if (size(i) >= limit) {
                large[seen / stride] = i;
                seen++;
            }
        }
    }

    /**
     * What is below the limit in a part of the parameters.
     *
     * @param above how many are not below
     * @param energy the sum of squares of those that are
     */
    private record Below(int above, double energy) {}

    /** In parts of fixed length, so that the sum of their energies does not depend on how many processors there are. */
    private List<Below> parts() {
        return IntStream.range(0, (theta.length + PART - 1) / PART)
                .parallel()
                .mapToObj(part -> below(part * PART, part * PART + Math.min(theta.length - part * PART, PART)))
                .toList();
    }

    private Below below(int begin, int end) {
        int above = 0;
        double energy = 0;
        for (int i = begin; i < end; i++) {
            if (size(i) >= limit) {
                above++;
            } else {
                energy += theta[i] * theta[i];
            }
        }
        return new Below(above, energy);
    }

    /** The quantization of the parameters outside the dead zone, in a structure without the others unless they are many. */
    Quantization quantized(double step, double zone) {
        boolean[] zero = zeros(step, zone);
        int kept = 0;
        for (boolean z : zero) {
            kept += z ? 0 : 1;
        }
        if (kept > many) {
            return withZeros(step, zone);
        }
        Structure reduced = structure.without(zero);
        if (reduced.size() != kept || reduced == structure) {
            return withZeros(step, zone);
        }
        double[] left = new double[kept];
        boolean sameScales = true;
        int k = 0;
        for (int i = 0; i < zero.length; i++) {
            if (!zero[i]) {
                sameScales &= reduced.scale(k, norm) == scale(i);
                left[k++] = theta[i];
            }
        }
        return sameScales ? Quantization.of(reduced, left, step, norm) : withZeros(step, zone);
    }

    private boolean[] zeros(double step, double zone) {
        prepare(step);
        double least = zone * step;
        boolean[] zero = new boolean[theta.length];
        if (each == 1) {
            Arrays.fill(zero, true);
            for (int i : large) {
                zero[i] = !(size(i) >= least);
            }
        } else {
            Stretches.forEach(theta.length, (begin, end) -> {
                for (int i = begin; i < end; i++) {
                    zero[i] = !(size(i) >= least);
                }
            });
        }
        return zero;
    }

    /** A dead zone of more than one step is cut out beforehand. */
    private Quantization withZeros(double step, double zone) {
        double[] outside = theta;
        if (zone > 1) {
            outside = theta.clone();
            for (int i = 0; i < outside.length; i++) {
                outside[i] = size(i) >= zone * step ? outside[i] : 0;
            }
        }
        return Quantization.of(structure, outside, step, norm, Math.min(zone, 1));
    }
}
