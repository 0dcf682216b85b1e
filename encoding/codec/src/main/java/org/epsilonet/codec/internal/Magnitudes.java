package org.epsilonet.codec.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Stretches;
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

    private final double[] theta;
    private final double[] scales;
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
     */
    Magnitudes(Structure structure, double[] theta, LpNorm norm) {
        this.theta = theta;
        this.scales = scales(structure, norm);
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
    private double[] scales(Structure structure, LpNorm norm) {
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

    /** \(\lambda_i\). */
    double scale(int i) {
        return scales.length == 0 ? 1 : scales[i];
    }

    /** \(|\theta_i|/\lambda_i\). */
    double size(int i) {
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
        List<Below> parts = parts();
        int[] firsts = new int[parts.size()];
        int count = 0;
        below = 0;
        for (int part = 0; part < firsts.length; part++) {
            firsts[part] = count;
            count += parts.get(part).above();
            below += parts.get(part).energy();
        }
        int stride = 1 + count / MOST_LOOKED_AT;
        large = new int[count / stride];
        each = large.length == 0 ? 1 : (double) count / large.length;
        IntStream.range(0, firsts.length).parallel().forEach(part -> list(part, firsts[part], stride));
    }

    /** Lists those of a part, of which so many come in the parts before: the last of every few. */
    private void list(int part, int before, int stride) {
        int seen = before;
        for (int i = part * PART; i < end(part); i++) {
            if (size(i) >= limit) {
                seen++;
                if (seen % stride == 0) {
                    large[seen / stride - 1] = i;
                }
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
                .mapToObj(part -> below(part * PART, end(part)))
                .toList();
    }

    private int end(int part) {
        return part * PART + Math.min(theta.length - part * PART, PART);
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

    /** How many parameters are not within the dead zone, or one more than the most that matter. */
    int kept(double step, double zone, int most) {
        prepare(step);
        double least = zone * step;
        if (each == 1) {
            return (int) Arrays.stream(large).filter(i -> size(i) >= least).count();
        }
        int kept = 0;
        for (int i = 0; i < theta.length && kept <= most; i++) {
            kept += size(i) >= least ? 1 : 0;
        }
        return kept;
    }

    /** Which parameters are within the dead zone. */
    boolean[] zeros(double step, double zone) {
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
}
