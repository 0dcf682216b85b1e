/**
 * Benchmarks, in packages that mirror the library's: how time grows with the number of samples. See {@code HOWTO.md}.
 */
package org.epsilonet.benchmarks;
