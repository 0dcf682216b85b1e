/** Cited approximation speeds beside measured ones, family by family and class by class. */
package org.epsilonet.benchmarks.speed;
