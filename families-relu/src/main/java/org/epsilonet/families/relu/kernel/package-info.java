/**
 * The inner loop of batch evaluation in floats, as a service: the plain one, or a faster one found at run time.
 *
 * <p>Every kernel computes the same bits: the sum of an output starts with its bias and takes the inputs in order, one
 * fused multiply-add each, rounded once. Only the arrangement of the loops over points and outputs is free.
 */
package org.epsilonet.families.relu.kernel;
