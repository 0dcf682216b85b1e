package org.epsilonet.codec;

import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.SampleType;

/**
 * What a file says about itself before any sample is decoded.
 *
 * @param version version of the format
 * @param family id of the approximation family; of files that hold samples or one number {@code samples.lattice},
 *     {@code samples.exact} or {@code samples.constant}
 * @param grid the grid of the samples
 * @param origin position of the first sample in the user's coordinates
 * @param spacing distance between neighbouring samples in the user's coordinates
 * @param type the number type decoded samples are cast to
 * @param norm the norm of the promise
 * @param errorBound the promise: the absolute error of the decoded samples is at most this; since version 2 what was
 *     asked for, rounded up by less than a hundredth, of corrected whole numbers rounded down
 * @param achieved what the encoder measured, rounded up; since version 2 only that it is at most the bound
 * @param offset the samples are {@code offset + 2^exponent} times the function of the family
 * @param exponent see there
 * @param budget the budget \(M\) the structure was made for; 0 if there is no family
 * @param step the quantizer's step \(\eta\), or that of the samples' lattice; 0 if nothing is rounded
 * @param parameters how many parameters there are; {@link #UNKNOWN} if the family has not been asked
 * @param structureBits bits of the structure
 * @param parameterBits bits of the parameters, and of the corrections
 * @param headerBits all other bits: header, checksum and padding
 * @param corrections how many samples are corrected; {@link #UNKNOWN} if some may be and the family has not been asked
 * @param correctionBits those of {@code parameterBits} that are bits of the corrections; 0 if the family has not been asked
 */
public record FileHeader(
        int version,
        String family,
        Grid grid,
        double[] origin,
        double[] spacing,
        SampleType type,
        LpNorm norm,
        double errorBound,
        Distance achieved,
        double offset,
        int exponent,
        int budget,
        double step,
        int parameters,
        long structureBits,
        long parameterBits,
        long headerBits,
        int corrections,
        long correctionBits) {
    /** What {@link #parameters} is where only the family can tell: then {@code structureBits} is 0, and all other bits of
     * the content are counted as those of parameters. */
    public static final int UNKNOWN = -1;

    /** Of a file without corrections. */
    public FileHeader(
            int version,
            String family,
            Grid grid,
            double[] origin,
            double[] spacing,
            SampleType type,
            LpNorm norm,
            double errorBound,
            Distance achieved,
            double offset,
            int exponent,
            int budget,
            double step,
            int parameters,
            long structureBits,
            long parameterBits,
            long headerBits) {
        this(
                version,
                family,
                grid,
                origin,
                spacing,
                type,
                norm,
                errorBound,
                achieved,
                offset,
                exponent,
                budget,
                step,
                parameters,
                structureBits,
                parameterBits,
                headerBits,
                0,
                0);
    }

    /** Copies the arrays. */
    public FileHeader {
        origin = origin.clone();
        spacing = spacing.clone();
    }

    /** A fresh array. */
    @Override
    public double[] origin() {
        return origin.clone();
    }

    /** A fresh array. */
    @Override
    public double[] spacing() {
        return spacing.clone();
    }

    /** The dimension \(d\) of the domain. */
    public int dimension() {
        return grid.dimension();
    }

    /** Points per coordinate; a fresh array. */
    public int[] shape() {
        return grid.shape();
    }

    /**
     * The same file once its family has been asked.
     *
     * @param knownParameters the number of parameters
     * @param knownStructureBits the bits of the structure
     * @return the header with both
     */
    public FileHeader with(int knownParameters, long knownStructureBits) {
        return with(
                knownParameters,
                knownStructureBits,
                structureBits + parameterBits - knownStructureBits,
                corrections,
                correctionBits);
    }

    /**
     * The same file once its corrections have been read.
     *
     * @param knownCorrections how many samples are corrected
     * @param knownCorrectionBits the bits of that, of those that are counted as parameters'
     * @return the header with both
     */
    public FileHeader withCorrections(int knownCorrections, long knownCorrectionBits) {
        return with(parameters, structureBits, parameterBits, knownCorrections, knownCorrectionBits);
    }

    private FileHeader with(
            int knownParameters,
            long knownStructureBits,
            long knownParameterBits,
            int knownCorrections,
            long knownCorrectionBits) {
        return new FileHeader(
                version,
                family,
                grid,
                origin,
                spacing,
                type,
                norm,
                errorBound,
                achieved,
                offset,
                exponent,
                budget,
                step,
                knownParameters,
                knownStructureBits,
                knownParameterBits,
                headerBits,
                knownCorrections,
                knownCorrectionBits);
    }

    /** The size of the file in bits. */
    public long bits() {
        return structureBits + parameterBits + headerBits;
    }
}
