package org.epsilonet.comparator.adversary;

import java.util.Arrays;

/** What most adversaries share: parameters that are a frequency, a phase and a word of signs. */
final class Word {
    /** Parameters: frequency, phase, signs. */
    static final int PARAMETERS = 8;

    private static final int SIGNS = PARAMETERS - 2;

    private final int frequency;
    private final double phase;
    private final double[] signs;

    /**
     * @param u the parameters
     * @param largest the largest frequency
     */
    Word(double[] u, int largest) {
        frequency = frequency(u[0], largest);
        phase = u[1];
        signs = new double[SIGNS];
        Arrays.setAll(signs, i -> u[2 + i] < 0.5 ? -1 : 1);
    }

    /** From 1 to the largest, evenly on a logarithmic scale. */
    static int frequency(double u, int largest) {
        return (int) Math.rint(Math.exp(u * Math.log(largest)));
    }

    int frequency() {
        return frequency;
    }

    double phase() {
        return phase;
    }

    /** The sign of a cell. */
    double sign(long cell) {
        return signs[(int) Math.floorMod(cell, (long) SIGNS)];
    }

    /** The cell of a point, of width 1/frequency, shifted by the phase. */
    double place(double x) {
        return x * frequency + phase;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("frequency " + frequency + ", phase " + phase + ", signs ");
        for (double sign : signs) {
            text.append(sign < 0 ? '-' : '+');
        }
        return text.toString();
    }
}
