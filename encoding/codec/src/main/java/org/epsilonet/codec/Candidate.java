package org.epsilonet.codec;

import java.util.OptionalLong;

/**
 * One family that was considered for an encoding.
 *
 * @param family its id
 * @param estimatedBits the bits it was ranked by, of header, structure and parameters: of its shortest codeword if it was
 *     searched on all the data, else estimated on excerpts; {@link Long#MAX_VALUE} if it did not reach the error there
 * @param reached whether it reaches the error: verified if it was written, else as far as the estimate tells
 * @param writtenBits the size of its verified file; empty if none was written
 * @param seconds how long it was searched, on excerpts and on all the data; 0 for what is no family
 */
public record Candidate(String family, long estimatedBits, boolean reached, OptionalLong writtenBits, double seconds) {}
