/** Evaluation of splines, to compare with other libraries. */
package org.epsilonet.benchmarks.splines;
