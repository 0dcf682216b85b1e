package org.epsilonet.cli.report;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text that comes with the program: style sheets, scripts, the chart library. */
final class Resource {
    private static final String CHART_JS = "META-INF/resources/webjars/chartjs/4.1.2/";

    private Resource() {}

    /** A resource of this package. */
    static String own(String name) throws IOException {
        return text(Resource.class.getResourceAsStream(name), name);
    }

    /** Chart.js, for inlining, with its licence; without the reference to its source map, which would be fetched. */
    static String chartJs() throws IOException {
        ClassLoader loader = Resource.class.getClassLoader();
        String licence = text(loader.getResourceAsStream(CHART_JS + "LICENSE.md"), CHART_JS + "LICENSE.md");
        String script =
                text(loader.getResourceAsStream(CHART_JS + "dist/chart.umd.js"), CHART_JS + "dist/chart.umd.js");
        return "/*\n" + licence + "*/\n" + script.replaceFirst("(?m)^//# sourceMappingURL=.*$", "");
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
