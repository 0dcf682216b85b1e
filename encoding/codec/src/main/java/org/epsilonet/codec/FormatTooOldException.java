package org.epsilonet.codec;

/** The file was written in a version of the format that is no longer read. */
public final class FormatTooOldException extends FormatException {
    private static final long serialVersionUID = 1L;

    /**
     * @param found the version of the file
     * @param oldest the oldest version that is read
     */
    public FormatTooOldException(int found, int oldest) {
        super("the file has format version " + found + ", too old: the oldest version read here is " + oldest);
    }
}
