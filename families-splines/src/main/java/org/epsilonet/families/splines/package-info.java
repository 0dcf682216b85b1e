/** Splines and piecewise polynomials. */
package org.epsilonet.families.splines;
