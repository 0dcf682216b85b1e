package org.epsilonet.codec.internal;

import java.util.Arrays;
import java.util.Optional;
import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.function.Samples;

/**
 * Finds the lattice that data were made on, where there is one: whole numbers and their common divisor, multiples of one
 * number, or decimal numbers of few digits. All samples must be points of it, exactly.
 */
final class DataLattice {
    /** Data with longer numbers than this on their lattice are better written bit by bit. */
    private static final double MOST_STEPS = 0x1p40;

    private final double[] samples;
    private final SampleType type;

    private DataLattice(Samples data) {
        this.samples = data.values();
        this.type = data.type();
    }

    /** The lattice of some data; empty if none is found. */
    static Optional<Lattice> of(Samples data) {
        DataLattice search = new DataLattice(data);
        Optional<Lattice> multiples = search.multiples();
        return multiples.isPresent() ? multiples : search.decimals();
    }

    /** The least difference of two samples, or half of it, and so on, may be the step. */
    private Optional<Lattice> multiples() {
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] > sorted[i - 1]) {
                least = Math.min(least, sorted[i] - sorted[i - 1]);
            }
        }
        if (least == Double.POSITIVE_INFINITY) {
            return Optional.empty();
        }
        for (int divisor = 1; divisor <= 12; divisor++) {
            double step = least / divisor;
            for (double offset : new double[] {0, sorted[0]}) {
                Lattice lattice = new Lattice(offset, step, 1);
                if (holdsExactly(lattice)) {
                    return Optional.of(lattice);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Lattice> decimals() {
        double divisor = 1;
        for (int digits = 0; digits <= Lattice.MOST_DECIMALS; digits++) {
            Lattice lattice = new Lattice(0, 1, divisor);
            if (holdsExactly(lattice)) {
                return Optional.of(lattice);
            }
            divisor *= 10;
        }
        return Optional.empty();
    }

    private boolean holdsExactly(Lattice lattice) {
        for (double x : samples) {
            double index = Math.rint((x - lattice.offset()) * lattice.divisor() / lattice.step());
            if (!(Math.abs(index) < MOST_STEPS) || lattice.value((long) index, type) != x) {
                return false;
            }
        }
        return true;
    }
}
