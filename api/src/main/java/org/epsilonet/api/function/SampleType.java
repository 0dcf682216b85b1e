package org.epsilonet.api.function;

/** The number type in which samples were stored where they came from, and into which decoded values are cast. */
public enum SampleType {
    /** 64-bit floating point. */
    F8,
    /** 32-bit floating point. */
    F4,
    /** Signed 32-bit integer. */
    I4,
    /** Signed 16-bit integer. */
    I2,
    /** Unsigned 8-bit integer. */
    U1,
    /** Unsigned 16-bit integer. */
    U2;

    /**
     * The value nearest to {@code x} that this type holds (ties to even; integers saturate).
     *
     * @param x a value
     * @return the value after the cast, as a double
     */
    public double nearest(double x) {
        return switch (this) {
            case F8 -> x;
            case F4 -> (float) x;
            case I4 -> clamp(Math.rint(x), Integer.MIN_VALUE, Integer.MAX_VALUE);
            case I2 -> clamp(Math.rint(x), Short.MIN_VALUE, Short.MAX_VALUE);
            case U1 -> clamp(Math.rint(x), 0, 255);
            case U2 -> clamp(Math.rint(x), 0, 65535);
        };
    }

    private static double clamp(double x, double low, double high) {
        // Adding 0 makes the zero positive: integers have only one.
        return Math.min(Math.max(x, low), high) + 0.0;
    }
}
