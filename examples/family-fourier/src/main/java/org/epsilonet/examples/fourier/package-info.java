/** The real Fourier dictionary, a family from outside. */
package org.epsilonet.examples.fourier;
