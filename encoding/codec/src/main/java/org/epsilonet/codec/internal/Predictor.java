package org.epsilonet.codec.internal;

/** Foretells each number of a sequence from those before it. */
interface Predictor {
    /** What the next number is expected to be. */
    double next();

    /** What it was. */
    void learn(double value);

    /** Expects the last one again. */
    final class Last implements Predictor {
        private double last;

        @Override
        public double next() {
            return last;
        }

        @Override
        public void learn(double value) {
            last = value;
        }
    }
}
