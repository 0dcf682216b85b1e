package org.epsilonet.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of the build. */
final class Version implements IVersionProvider {
    private static final String RESOURCE = "version.properties";
    private static final String UNKNOWN = "unknown";

    /** The version, as in the build file. */
    static String number() throws IOException {
        return properties().getProperty("version", UNKNOWN);
    }

    /** The commit that was built, with a word where files were changed since; unknown where the sources were no checkout. */
    static String commit() throws IOException {
        String commit = properties().getProperty("commit", UNKNOWN);
        boolean isDirty = properties().getProperty("dirty", "").equals("true");
        // Without a checkout the build leaves the name of the property, ${...}, as it is: it knew no commit.
        return commit.startsWith("${") ? UNKNOWN : commit + (isDirty ? " and changes" : "");
    }

    private static Properties properties() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("the jar of the command has no " + RESOURCE);
            }
            properties.load(in);
        }
        return properties;
    }

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"epsilonet " + number()};
    }
}
