/**
 * A matrix product in registers: four outputs in four vectors of points each, so that one input costs four loads of
 * vectors and four of weights for sixteen fused multiply-adds.
 */
package org.epsilonet.families.relu.vector;
