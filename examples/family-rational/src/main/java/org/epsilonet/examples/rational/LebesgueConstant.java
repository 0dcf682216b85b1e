package org.epsilonet.examples.rational;

/**
 * Certified bounds on \(\Lambda = \sup_s S(s)/|D(s)|\), \(S = \sum_j|w_j/(s-z_j)|\), \(D = \sum_jw_j/(s-z_j)\). On a short grid every
 * point is looked at. On the interval both sums, multiplied by the distances to the neighbouring nodes, are enclosed in
 * interval arithmetic on cells that are halved until the enclosure excludes a zero of \(D\) and is tight. Roundings are a small
 * multiple of \(S\) and taken off \(|D|\).
 *
 * <p>Only + − × ÷ in a fixed order: decoders check the same bound.
 */
final class LebesgueConstant {
    /** A bound this much above the value in the middle of a cell is tight. */
    private static final double TIGHT = 1.25;

    /** Longer grids are bounded with the interval they lie in. */
    private static final int POINT_BY_POINT = 1 << 13;

    private static final int CELLS_PER_NODE = 256;

    /** Relative to a cell's distance from a node. */
    private static final double SHORTEST = 0x1p-40;

    private final long[] nodes;
    private final double[] weights;
    private final double rounding;
    private double largest = 1;
    private int cellsLeft;

    private LebesgueConstant(Barycentric b) {
        this.nodes = b.nodes();
        this.weights = b.weights();
        this.rounding = (nodes.length + 16) * 0x1p-52;
        this.cellsLeft = CELLS_PER_NODE * (nodes.length + 4);
    }

    /** An upper bound over a lattice's domain; infinite if none was found. */
    static double of(Barycentric b, NodeLattice lattice) {
        LebesgueConstant c = new LebesgueConstant(b);
        if (lattice.isGrid() && lattice.samples() <= POINT_BY_POINT) {
            c.onPoints(lattice.samples());
        } else {
            c.onInterval(lattice.places() - 1);
        }
        return c.largest;
    }

    private void onPoints(int samples) {
        int next = 0;
        for (int s = 0; s < samples; s++) {
            if (next < nodes.length && nodes[next] == s) {
                next++;
                continue;
            }
            double sum = 0;
            double absolute = 0;
            for (int j = 0; j < nodes.length; j++) {
                double term = weights[j] / (s - nodes[j]);
                sum += term;
                absolute += Math.abs(term);
            }
            count(absolute, Math.abs(sum));
        }
    }

    private void count(double absolute, double sum) {
        double certain = sum - rounding * absolute;
        largest = certain > 0 ? Math.max(largest, absolute / certain * (1 + 0x1p-40)) : Double.POSITIVE_INFINITY;
    }

    private void onInterval(long end) {
        outside(0, nodes[0]);
        outside(nodes.length - 1, end - nodes[nodes.length - 1]);
        for (int i = 0; i + 1 < nodes.length && largest < Double.POSITIVE_INFINITY; i++) {
            gap(i, 0, 1);
        }
    }

    /** Cells of the distance to the outermost node, from long to short ones: \([y/2, y]\), and then all that is left. */
    private void outside(int node, double length) {
        double far = length;
        while (far > 1 && largest < Double.POSITIVE_INFINITY) {
            beyond(node, far / 2, far);
            far /= 2;
        }
        if (far > 0) {
            beyond(node, 0, far);
        }
    }

    /** At a distance \(y\) beyond the outermost node, times \(y\): \(\sum_j w_jy/(y+c_j)\). */
    private void beyond(int node, double from, double to) {
        double low = 0;
        double high = 0;
        double most = 0;
        double middle = 0;
        double middleAbsolute = 0;
        double y = 0.5 * (from + to);
        for (int j = 0; j < nodes.length; j++) {
            double c = Math.abs(nodes[j] - nodes[node]);
            double least = c == 0 ? 1 : from / (from + c);
            double greatest = c == 0 ? 1 : to / (to + c);
            low += weights[j] * (weights[j] > 0 ? least : greatest);
            high += weights[j] * (weights[j] > 0 ? greatest : least);
            most += Math.abs(weights[j]) * greatest;
            double value = c == 0 ? 1 : y / (y + c);
            middle += weights[j] * value;
            middleAbsolute += Math.abs(weights[j]) * value;
        }
        if (!accepted(low, high, most, middle, middleAbsolute) && !isGivenUp(from, to)) {
            beyond(node, from, y);
            beyond(node, y, to);
        }
    }

    /**
     * Between nodes {@code i} and {@code i + 1}, at a share \(\tau\) of the gap, times \(\tau(1-\tau)\) and the gap's length:
     * the neighbours give \(w_i(1-\tau)\) and \(-w_{i+1}\tau\), the others \(\tau(1-\tau)/(\tau+c)\) and
     * \(-\tau(1-\tau)/(1-\tau+c)\).
     */
    private void gap(int i, double from, double to) {
        double length = nodes[i + 1] - nodes[i];
        double low = 0;
        double high = 0;
        double most = 0;
        double middle = 0;
        double middleAbsolute = 0;
        double t = 0.5 * (from + to);
        for (int j = 0; j < nodes.length; j++) {
            boolean left = j <= i;
            double c = left ? (nodes[i] - nodes[j]) / length : (nodes[j] - nodes[i + 1]) / length;
            double w = left ? weights[j] : -weights[j];
            double least = left ? share(from, c) * (1 - to) : from * share(1 - to, c);
            double greatest = left ? share(to, c) * (1 - from) : to * share(1 - from, c);
            low += w * (w > 0 ? least : greatest);
            high += w * (w > 0 ? greatest : least);
            most += Math.abs(w) * greatest;
            double value = left ? share(t, c) * (1 - t) : t * share(1 - t, c);
            middle += w * value;
            middleAbsolute += Math.abs(w) * value;
        }
        if (!accepted(low, high, most, middle, middleAbsolute) && !isGivenUp(from, to)) {
            gap(i, from, t);
            gap(i, t, to);
        }
    }

    /** \(t/(t+c)\), 1 for the node itself. */
    private static double share(double t, double c) {
        return c == 0 ? 1 : t / (t + c);
    }

    /** Whether the cell is done with: bounded well, or given up with all others. */
    private boolean accepted(double low, double high, double most, double middle, double middleAbsolute) {
        if (largest == Double.POSITIVE_INFINITY) {
            return true;
        }
        double least = low > 0 ? low : high < 0 ? -high : 0;
        double certain = least - rounding * most;
        if (certain > 0 && (most / certain <= largest || most / certain <= TIGHT * middleAbsolute / Math.abs(middle))) {
            count(most, least);
            return true;
        }
        return false;
    }

    /** Whether there are no cells left, or this one is too short to be halved: then nothing is certified. */
    private boolean isGivenUp(double from, double to) {
        if (--cellsLeft < 0 || to - from < SHORTEST * to) {
            largest = Double.POSITIVE_INFINITY;
        }
        return largest == Double.POSITIVE_INFINITY;
    }
}
