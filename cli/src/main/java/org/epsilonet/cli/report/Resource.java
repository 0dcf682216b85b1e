package org.epsilonet.cli.report;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text that comes with the program: style sheets and scripts. */
final class Resource {
    private Resource() {}

    /** A resource of this package. */
    static String own(String name) throws IOException {
        return text(Resource.class.getResourceAsStream(name), name);
    }

    private static String text(@Nullable InputStream resource, String name) throws IOException {
        if (resource == null) {
            throw new FileNotFoundException("the program lacks its resource " + name);
        }
        try (resource) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
