/** Approximation by every installed family. */
package org.epsilonet.benchmarks.family;
