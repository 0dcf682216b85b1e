/** Quantizers, certificates and the quantization theorems, for every parametrized family. */
package org.epsilonet.quantization;
