package org.epsilonet.architecture.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The table of {@code docs/theory.md} names classes and methods that exist, and their Javadoc leads back to it. */
class TheoryTableTest {
    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Path TABLE = ROOT.resolve("docs/theory.md");
    private static final Pattern ROW = Pattern.compile("\\| ([A-Z][0-9]+) \\|.*\\|(.*)\\|");
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w*)(?:\\.([a-z]\\w*))?`");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

    /** Class to the rows that name it. */
    private static final Map<String, TreeSet<String>> ROWS = new TreeMap<>();

    /** {@code Class.method} as in the table. */
    private static final TreeSet<String> METHODS = new TreeSet<>();

    private static final Map<String, Path> SOURCES = new TreeMap<>();

    @BeforeAll
    static void readTableAndSources() throws IOException {
        for (String line : Files.readAllLines(TABLE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                Matcher name = NAME.matcher(row.group(2));
                while (name.find()) {
                    ROWS.computeIfAbsent(name.group(1), c -> new TreeSet<>()).add(row.group(1));
                    if (name.group(2) != null) {
                        METHODS.add(name.group(1) + "." + name.group(2));
                    }
                }
            }
        }
        try (Stream<Path> files = Files.walk(ROOT)) {
            files.filter(f -> f.toString().endsWith(".java") && f.toString().contains("/src/main/java/"))
                    .forEach(f -> SOURCES.put(f.getFileName().toString().replace(".java", ""), f));
        }
    }

    @Test
    void theTableIsNotEmpty() {
        assertTrue(ROWS.size() >= 30, () -> "found only " + ROWS.keySet());
    }

    @Test
    void everyClassInTheTableExistsAndLeadsBack() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, TreeSet<String>> entry : ROWS.entrySet()) {
            Path source = SOURCES.get(entry.getKey());
            String link = "docs/theory.md, " + String.join(", ", entry.getValue());
            if (source == null) {
                wrong.add(entry.getKey() + " does not exist");
            } else if (!Files.readString(source).contains(link)) {
                wrong.add(ROOT.relativize(source) + " does not say: @see \"" + link + "\"");
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyMethodInTheTableExists() throws IOException, ClassNotFoundException {
        List<String> wrong = new ArrayList<>();
        for (String entry : METHODS) {
            String name = entry.substring(0, entry.indexOf('.'));
            String method = entry.substring(entry.indexOf('.') + 1);
            Path source = SOURCES.get(name);
            if (source != null) {
                Matcher packageName = PACKAGE.matcher(Files.readString(source));
                assertTrue(packageName.find(), source::toString);
                Class<?> type =
                        Class.forName(packageName.group(1) + "." + name, false, TheoryTableTest.class.getClassLoader());
                if (Arrays.stream(type.getDeclaredMethods())
                        .noneMatch(m -> m.getName().equals(method))) {
                    wrong.add(entry);
                }
            }
        }
        assertEquals(List.of(), wrong, "no such methods");
    }
}
