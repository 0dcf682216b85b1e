/**
 * {@code composite.dyadic}: dyadic cells, each with an element of the family that suits it best.
 *
 * <p>The mathematics is in {@link org.epsilonet.api.composite}; here is the choice of members, by name. They complement each
 * other: cosines where a function oscillates or is noise, Haar wavelets for steps, longer wavelets for smooth functions with
 * singularities, and polynomials of any degree where it is smooth. Families that search long on every cell, as those with free
 * knots do, are left out.
 */
package org.epsilonet.examples.composite;
