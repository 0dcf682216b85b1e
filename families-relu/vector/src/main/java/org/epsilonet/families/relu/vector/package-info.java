/**
 * A matrix product in registers: six outputs in four vectors of points each, so that one input costs four loads of
 * vectors and six of weights for twenty-four fused multiply-adds.
 */
package org.epsilonet.families.relu.vector;
