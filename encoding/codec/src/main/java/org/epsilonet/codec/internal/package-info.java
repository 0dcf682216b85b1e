/**
 * Internal: the arithmetic of the bit stream. Not exported.
 *
 * <p>A range coder (G. N. N. Martin 1979; J. Rissanen 1976) narrows an interval in proportion to the probability of each
 * symbol; a symbol of probability \(p\) costs \(-\log_2 p\) bits. All probabilities are integers that encoder and decoder
 * update alike after every symbol, so that the stream is the same on every machine. Larger alphabets are binary trees of
 * adaptive bits; the integers of the parameters are coded as residuals of a prediction from their neighbours, by the
 * length of their magnitude under statistics chosen by the sizes of the neighbours, and then by their lower digits.
 */
package org.epsilonet.codec.internal;
