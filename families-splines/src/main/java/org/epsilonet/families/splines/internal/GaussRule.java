package org.epsilonet.families.splines.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The Gauss–Legendre rule on [-1, 1] for the normalized measure: \(n\) nodes, exact to degree \(2n-1\), weights with sum
 * one. Used for fitting only, never where a value is decoded.
 */
public final class GaussRule {
    /** The zeros of a polynomial take far longer to find than a small fit does. */
    private static final Map<Integer, GaussRule> FOUND = new ConcurrentHashMap<>();

    private final double[] nodes;
    private final double[] weights;

    private GaussRule(int n) {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(n);
        nodes = new double[n];
        weights = new double[n];
        for (int i = 0; i < n; i++) {
            nodes[i] = rule.getPoint(i);
            weights[i] = 0.5 * rule.getWeight(i);
        }
    }

    /** The rule with so many nodes. */
    public static GaussRule of(int n) {
        return FOUND.computeIfAbsent(n, GaussRule::new);
    }

    /** The number of nodes. */
    public int size() {
        return nodes.length;
    }

    /** A node. */
    public double node(int i) {
        return nodes[i];
    }

    /** The weight of a node. */
    public double weight(int i) {
        return weights[i];
    }
}
