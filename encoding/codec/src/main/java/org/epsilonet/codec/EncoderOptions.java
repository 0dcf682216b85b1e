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
 */
public record EncoderOptions(double error, boolean relative, LpNorm norm, int threads, EncodingProgress progress) {
    /**
     * @throws IllegalArgumentException if the error is negative or not finite, or there is no thread
     */
    public EncoderOptions {
        if (!(error >= 0 && error < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the error must be finite and >= 0, was " + error);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed, given were " + threads);
        }
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
