package org.epsilonet.families.splines.internal;

/** Keeps parameters in \([-r, r]\). */
public final class Radius {
    private Radius() {}

    /**
     * Clips parameters to the radius, and sets those that are not numbers to 0.
     *
     * @return whether nothing had to be changed
     */
    public static boolean enforce(double[] parameters, double radius) {
        boolean kept = true;
        for (int i = 0; i < parameters.length; i++) {
            double clipped = Double.isNaN(parameters[i]) ? 0 : Math.max(-radius, Math.min(radius, parameters[i]));
            kept &= clipped == parameters[i];
            parameters[i] = clipped;
        }
        return kept;
    }
}
