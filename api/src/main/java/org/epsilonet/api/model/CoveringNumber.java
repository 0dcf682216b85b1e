package org.epsilonet.api.model;

/**
 * How many balls cover all functions of an architecture.
 *
 * @param epsilon radius of the balls
 * @param log2Upper upper bound on \(\log_2 N(\varepsilon)\)
 * @param log2Lower lower bound
 */
public record CoveringNumber(double epsilon, double log2Upper, double log2Lower) {}
