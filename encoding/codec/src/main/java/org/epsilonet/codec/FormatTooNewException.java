package org.epsilonet.codec;

/** The file was written in a version of the format that did not exist yet. */
public final class FormatTooNewException extends FormatException {
    private static final long serialVersionUID = 1L;

    /**
     * @param found the version of the file
     * @param newest the newest version that is read
     */
    public FormatTooNewException(int found, int newest) {
        super("the file has format version " + found + ", too new: the newest version read here is " + newest
                + "; a newer release of this program reads it");
    }
}
