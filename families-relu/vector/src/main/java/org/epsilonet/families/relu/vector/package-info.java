/**
 * A matrix product in registers: six outputs in four vectors of points each, so that one pass over the inputs loads four
 * vectors and six weights for twenty-four fused multiply-adds.
 */
package org.epsilonet.families.relu.vector;
