package org.epsilonet.examples.fourier;

/**
 * The transform between the values at the \(n\) cell centres of one line and the coefficients of the \(n\) atoms of that
 * line, which are orthonormal in the mean over it. Not thread-safe: it keeps its buffers.
 */
interface LineTransform {
    /** Values to coefficients, in place. */
    void analyze(double[] line);

    /** Coefficients to values, in place: the inverse of {@link #analyze}. */
    void synthesize(double[] line);

    /**
     * An atom of any frequency is, at the cell centres, a multiple of one of the first \(n\).
     *
     * @param index an atom of a line
     * @return the atom of this line that it looks like
     */
    int folded(int index);

    /** The factor that goes with {@link #folded}; 0 if the atom vanishes at all cell centres. */
    double factor(int index);
}
