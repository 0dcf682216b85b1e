package org.epsilonet.families.relu.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.epsilonet.api.model.MalformedModelException;

/**
 * The bytes of a file that claims to hold a model.
 *
 * @param file where they come from, for messages
 * @param bytes all of them
 */
@SuppressWarnings("ArrayRecordComponent")
record ModelFile(Path file, byte[] bytes) {
    /** An array longer than this is refused by some virtual machines. */
    private static final long LONGEST = Integer.MAX_VALUE - 8;

    /** Bytes, numbers as doubles, and the layers made of them are held at once. */
    private static final int COPIES = 8;

    static ModelFile of(Path file) throws IOException, MalformedModelException {
        if (Files.notExists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (Files.isDirectory(file)) {
            throw malformed(file, "is a folder, not a file");
        }
        long size = Files.size(file);
        long most = Math.min(LONGEST, Runtime.getRuntime().maxMemory() / COPIES);
        if (size > most) {
            throw malformed(file, "a file of " + size + " bytes; the memory allows " + most);
        }
        return new ModelFile(file, Files.readAllBytes(file));
    }

    MalformedModelException malformed(String what) {
        return malformed(file, what);
    }

    private static MalformedModelException malformed(Path file, String what) {
        return new MalformedModelException(file + ": " + what);
    }

    int length() {
        return bytes.length;
    }

    /** A name from the file, fit for one line. */
    static String shown(String name) {
        StringBuilder text = new StringBuilder("'");
        name.codePoints()
                .limit(80)
                .forEach(c -> text.appendCodePoint(Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? '?' : c));
        return text.append(name.codePointCount(0, name.length()) > 80 ? "...'" : "'")
                .toString();
    }
}
