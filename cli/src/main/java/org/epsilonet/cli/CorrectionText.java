package org.epsilonet.cli;

import org.epsilonet.codec.FileHeader;

/** How reports speak of corrected samples; of files without them they say nothing. */
final class CorrectionText {
    private CorrectionText() {}

    /** Behind a count of parameters. */
    static String count(int corrections) {
        return corrections > 0 ? ", " + corrections + " samples corrected" : "";
    }

    /** The same before what follows. */
    static String countBefore(int corrections) {
        return corrections > 0 ? corrections + " samples corrected, " : "";
    }

    /** Behind the bits of parameters. */
    static String bits(int corrections, long bits) {
        return corrections > 0 ? " + " + bits + " corrections" : "";
    }

    /** Behind the bits of all that only the family can tell apart. */
    static String untold(int corrections) {
        return corrections == FileHeader.UNKNOWN ? " and corrections" : "";
    }
}
