/**
 * {@code composite.dyadic}: dyadic cells, each with an element of the family that suits it best.
 *
 * <p>The mathematics is in {@link org.epsilonet.api.composite}; here is the choice of members, by name. They complement each
 * other: smooth splines where the function is smooth, cosines where it oscillates or is noise, Haar wavelets for steps, longer
 * wavelets for smooth functions with singularities, and free knots for corners.
 */
package org.epsilonet.examples.composite;
