/** Encoding with all families at once, and decoding. */
package org.epsilonet.benchmarks.codec;
