package org.epsilonet.codec;

import org.epsilonet.api.function.LpNorm;

/**
 * What an encoding must achieve, and how it may be computed.
 *
 * @param error the promised error \(E \ge 0\), finite
 * @param relative whether the error is a multiple of largest minus smallest sample; for constant data it then means exact
 * @param norm the norm of the error
 * @param threads how many threads may work, {@code >= 1}; the result does not depend on it
 * @param progress hears how far it is
 * @param effort from 1, quick, to 9, thorough: how many candidates are searched on all the data, how finely, and how
 *     elaborate the code of very many parameters is
 * @param corrects whether, in the supremum norm, an approximant may be beyond the error at some samples that are corrected;
 *     what is written is then more than an element of the family
 */
public record EncoderOptions(
        double error,
        boolean relative,
        LpNorm norm,
        int threads,
        EncodingProgress progress,
        int effort,
        boolean corrects) {
    /** What a person would wait for. */
    public static final int USUAL_EFFORT = 5;

    /** The most thorough. */
    public static final int LARGEST_EFFORT = 9;

    /**
     * @throws IllegalArgumentException if the error is negative or not finite, there is no thread, or no such effort
     */
    public EncoderOptions {
        if (!(error >= 0 && error < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the error must be finite and >= 0, was " + error);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed, given were " + threads);
        }
        if (effort < 1 || effort > LARGEST_EFFORT) {
            throw new IllegalArgumentException("the effort must be 1.." + LARGEST_EFFORT + ", was " + effort);
        }
    }

    /** With corrections. */
    public EncoderOptions(
            double error, boolean relative, LpNorm norm, int threads, EncodingProgress progress, int effort) {
        this(error, relative, norm, threads, progress, effort, true);
    }

    /** With the usual effort. */
    public EncoderOptions(double error, boolean relative, LpNorm norm, int threads, EncodingProgress progress) {
        this(error, relative, norm, threads, progress, USUAL_EFFORT);
    }

    /** The same with another effort. */
    public EncoderOptions withEffort(int newEffort) {
        return new EncoderOptions(error, relative, norm, threads, progress, newEffort, corrects);
    }

    /** The same without corrections: families alone. */
    public EncoderOptions withoutCorrections() {
        return new EncoderOptions(error, relative, norm, threads, progress, effort, false);
    }

    /** An absolute error, two threads, no progress. */
    public static EncoderOptions absolute(double error, LpNorm norm) {
        return new EncoderOptions(error, false, norm, 2, EncodingProgress.NONE);
    }

    /** An error relative to largest minus smallest sample, two threads, no progress. */
    public static EncoderOptions relative(double error, LpNorm norm) {
        return new EncoderOptions(error, true, norm, 2, EncodingProgress.NONE);
    }
}
