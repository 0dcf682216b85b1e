package org.epsilonet.api.model;

import org.epsilonet.api.function.LpNorm;

/**
 * What is known of a Lipschitz constant.
 *
 * @param method a short, stable name, for example {@code exact} or {@code published W L^2 r^(L-1)}
 * @param q the exponent of the norm on the outputs (and of the operator norms of the weights), in [1, ∞]
 * @param norm the norm over the inputs
 * @param upper an upper bound, rounded up; +∞ if none
 * @param lower a lower bound, rounded down; 0 if none
 */
public record LipschitzBound(String method, double q, LpNorm norm, double upper, double lower) {}
