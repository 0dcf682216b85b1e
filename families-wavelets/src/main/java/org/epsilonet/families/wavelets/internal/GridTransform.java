package org.epsilonet.families.wavelets.internal;

import java.util.List;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/** A wavelet transform of a whole grid, whose coefficients come in bands from coarse to fine. */
sealed interface GridTransform permits Pyramid, TensorTransform, PacketTransform {
    /** The wavelets. */
    WaveletSystem system();

    /** Where the samples are. */
    Grid grid();

    /** The bands, in the order of the coefficients. */
    List<Band> bands();

    /** The number of levels; those of a band are at most as many. */
    int depth();

    /** Number of samples, and of coefficients. */
    default int size() {
        return grid().points();
    }

    /** The number of the band of a coefficient. */
    default int bandOf(int coefficient) {
        int low = 0;
        int high = bands().size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (bands().get(middle).offset() <= coefficient) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The level of a coefficient as a context: 0 for the coarsest low-pass part, then from coarse to fine, at most 63. */
    default int context(int coefficient) {
        Band band = bands().get(bandOf(coefficient));
        return band.level() == 0 ? 0 : Math.min(63, depth() - band.level() + 1);
    }

    /** Bound on the operator norm on \(\ell^\infty\) of the synthesis from one band, normalization included. */
    double sup(Band band);

    /** Bound on the operator norm on \(\ell^2\) of the synthesis from one band. */
    double two(Band band);

    /** One over the volume that an atom of a band covers, up to a factor: its sup norm is about the root of it. */
    double cells(Band band);

    /** How large the atoms of a band are along an axis. */
    AtomSizes sizes(Band band, int axis);

    /** The coefficients of samples. */
    double[] analyze(double[] samples);

    /** The samples of coefficients. */
    double[] synthesize(double[] coefficients);

    /**
     * The same transform, or one that has the chosen coefficients in the same places and needs fewer bits to be written.
     *
     * @param chosen increasing coefficients
     */
    default GridTransform restrictedTo(int[] chosen) {
        return this;
    }

    /** Writes a set of increasing coefficients. */
    void write(int[] chosen, SymbolSink sink);

    /**
     * Reads a set of increasing coefficients.
     *
     * @param most how many there may be
     * @throws CorruptCodeException if there are more, or nobody wrote them
     */
    int[] read(int most, SymbolSource source) throws CorruptCodeException;
}
