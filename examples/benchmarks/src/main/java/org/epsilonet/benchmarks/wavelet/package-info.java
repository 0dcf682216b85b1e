/** The fast wavelet transform, to compare with PyWavelets. */
package org.epsilonet.benchmarks.wavelet;
