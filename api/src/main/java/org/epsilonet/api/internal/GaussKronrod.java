package org.epsilonet.api.internal;

/**
 * The (7, 15) rule: fifteen nodes of Kronrod in an interval, of which those with odd index are the seven of Gauss.
 *
 * @see <a href="https://www.netlib.org/quadpack/">Piessens et al., QUADPACK, 1983</a>
 */
final class GaussKronrod {
    static final int POINTS = 15;

    /** Positive Kronrod nodes in decreasing order, then 0; those with odd index are the Gauss nodes. */
    private static final double[] NODES = {
        0.991455371120812639206854697526329, 0.949107912342758524526189684047851,
        0.864864423359769072789712788640926, 0.741531185599394439863864773280788,
        0.586087235467691130294144691258380, 0.405845151377397166906606412076961,
        0.207784955007898467600689403773245, 0
    };

    private static final double[] KRONROD = {
        0.022935322010529224963732008058970, 0.063092092629978553290700663189204,
        0.104790010322250183839876322541518, 0.140653259715525918745189590510238,
        0.169004726639267902826583426598550, 0.190350578064785409913256402421014,
        0.204432940075298892414161999234649, 0.209482141084727828012999174891714
    };
    private static final double[] GAUSS = {
        0.129484966168869693270611432679082, 0.279705391489276667901467771423780,
        0.381830050505118944950369775488975, 0.417959183673469387755102040816327
    };

    private GaussKronrod() {}

    /** Node k of the interval, increasing in k. */
    static double node(int k, double from, double to) {
        double centre = 0.5 * (from + to);
        double half = 0.5 * (to - from);
        int j = Math.min(k, POINTS - 1 - k);
        return centre + (k < POINTS / 2 ? -half * NODES[j] : half * NODES[j]);
    }

    /** Kronrod's weight of node k; they add up to 2. */
    static double kronrodWeight(int k) {
        return KRONROD[Math.min(k, POINTS - 1 - k)];
    }

    /** Gauss's weight of node k, 0 where it is none of his; they add up to 2. */
    static double gaussWeight(int k) {
        int j = Math.min(k, POINTS - 1 - k);
        return j % 2 == 1 ? GAUSS[j / 2] : 0;
    }
}
