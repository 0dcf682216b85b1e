package org.epsilonet.api.model;

/**
 * Bits of one weight under uniform rounding of every weight, for all networks of an architecture.
 *
 * @param epsilon the error allowed
 * @param scheme how weights are rounded
 * @param sufficient this many bits are enough for every network
 * @param necessary with fewer than this, some network misses the error
 */
public record BitsPerWeight(double epsilon, RoundingScheme scheme, double sufficient, double necessary) {}
