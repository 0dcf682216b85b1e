/**
 * Bit streams: from an approximant to a file with a verified promise, and back.
 *
 * <p>A codeword is a structure \(s\) and integers \(q\); its file is a small header, the symbols of \(s\) and the
 * integers under one integer range coder, and a checksum. {@link org.epsilonet.codec.Encoder} chooses the family, the
 * budget \(M\) and the step \(\eta\) for the fewest bits such that
 * \[ \| f - \mathrm{cast}(R_s(q\,\eta\lambda)) \|_p \le E \]
 * holds, measured on the samples that {@link org.epsilonet.codec.Decoder} gets from the very bytes that are returned.
 * How the error is split between approximation and quantization is part of the choice, not fixed before.
 *
 * <p>Reported bits are written bits, a stream decodes to the same doubles on every machine, and a stream from a stranger
 * is refused by one of three exceptions ({@link org.epsilonet.codec.FormatException}) before it can do harm. No family is
 * known here by name. The bytes are described in {@code docs/format.md}.
 */
package org.epsilonet.codec;
