/** Wavelet dictionaries on the interval and the square. */
package org.epsilonet.families.wavelets;
