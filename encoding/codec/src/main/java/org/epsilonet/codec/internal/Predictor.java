package org.epsilonet.codec.internal;

/** Foretells each number of a sequence from those before it. */
interface Predictor {
    /** What the next number is expected to be. */
    double next();

    /** What it was. */
    void learn(double value);

    /** The same, but of what has been repeated three times it expects that again, to the last digit. */
    record OrRepeated(Predictor other, double[] last) implements Predictor {
        OrRepeated(Predictor other) {
            this(other, new double[3]);
        }

        @Override
        public double next() {
            double prediction = other.next();
            return last[0] == last[1] && last[0] == last[2] ? last[0] : prediction;
        }

        @Override
        public void learn(double value) {
            other.learn(value);
            last[2] = last[1];
            last[1] = last[0];
            last[0] = value;
        }
    }

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
