package org.epsilonet.snippets;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Java that the README shows is Java that runs: every block is a region of a snippet, word for word. */
class ReadmeTest {
    private static final Path MODULE =
            Path.of(System.getProperty("basedir", ".")).toAbsolutePath();
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\\R(.*?)^```$");
    private static final Pattern REGION = Pattern.compile("(?ms)^ *// \\[(?!end])[^\\]]*]\\R(.*?)^ *// \\[end]$");

    @Test
    void everyJavaBlockIsARegionOfASnippet() throws IOException {
        List<String> blocks = found(BLOCK, Files.readString(MODULE.resolve("../../README.md")));
        assertFalse(blocks.isEmpty(), "the README shows how to use the library");
        List<String> regions = new ArrayList<>();
        try (Stream<Path> files = Files.walk(MODULE.resolve("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                regions.addAll(found(REGION, Files.readString(file)));
            }
        }
        for (String block : blocks) {
            assertTrue(regions.contains(block), () -> "no snippet has the region\n" + block + "\namong " + regions);
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1).stripIndent().strip());
        }
        return found;
    }
}
