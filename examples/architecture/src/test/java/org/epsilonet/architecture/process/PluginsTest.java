package org.epsilonet.architecture.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said when families are missing, misspelt, doubled or broken. */
class PluginsTest {
    private static final String NAME = "splines.uniform.degree3";

    @TempDir
    private Path folder;

    @Test
    void oneFamilyJarLessLeavesTheRestWorking() throws IOException, InterruptedException {
        Cli cli = Cli.in(folder);
        List<String> all = ids(cli.run("families", "--json").done());
        Cli less = cli.without("families-relu");
        List<String> rest = ids(less.run("families", "--json").done());
        assertTrue(all.stream().anyMatch(id -> id.startsWith("relu.")), all.toString());
        assertEquals(all.stream().filter(id -> !id.startsWith("relu.")).toList(), rest);

        Files.writeString(folder.resolve("a.csv"), "1\n2\n3\n4\n");
        less.run("encode", "a.csv", "--error", "0.1", "--family", NAME, "-o", "a.eps")
                .done();
        less.run("decode", "a.eps", "-o", "b.csv").done();
        cli.without("families-splines")
                .run("decode", "a.eps", "-o", "c.csv")
                .refused(2, "No approximation family named '" + NAME + "'");
        assertEquals(List.of("a.csv", "a.eps", "b.csv"), cli.files());
    }

    @Test
    void aMisspeltIdIsExplained() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("a.csv"), "1\n2\n");
        Cli cli = Cli.in(folder);
        String line = cli.run("encode", "a.csv", "--error", "1", "--family", "splines.unifrm.degree3", "-o", "a.eps")
                .refused(2, "No approximation family named 'splines.unifrm.degree3'. Did you mean '" + NAME + "'?")
                .err();
        assertTrue(line.contains("'epsilonet families' lists all") && line.length() < 300, line);
        cli.run("verify-family", "splines.uniform.degre3").refused(2, "Did you mean '" + NAME + "'?");
        cli.run("compare", "--classes", "hoelder.0.55", "--out", "r").refused(2, "No function class named");
        assertEquals(List.of("a.csv"), cli.files());
    }

    @Test
    void noFamilyAtAllHasItsOwnMessage() throws IOException, InterruptedException {
        Cli cli = Cli.in(folder).without("families-").without("family-");
        cli.run("families").refused(2, "There are no approximation families at all. A family is found when its module");
        cli.run("classes").done();
    }

    @Test
    void twoFamiliesOfOneIdAreRefusedAndBothNamed() throws IOException, InterruptedException {
        Cli cli = Cli.in(folder);
        Path jar = PluginJar.write(cli, folder.resolve("jars"), "stranger.twin", NAME, "", "");
        String line = cli.with(jar)
                .run("families")
                .refused(2, "Two approximation families have the id '" + NAME + "'")
                .err();
        assertTrue(
                line.contains("module org.epsilonet.families.splines") && line.contains("module stranger.twin"), line);
    }

    @Test
    void aProviderThatThrowsIsNamedWithItsCause() throws IOException, InterruptedException {
        Cli cli = Cli.in(folder);
        String broken = "if (true) throw new IllegalStateException(\"no licence\");";
        Path making = PluginJar.write(cli, folder.resolve("jars"), "stranger.broken", "broken", broken, "");
        String line =
                cli.with(making).run("families").refused(2, "FamilyProvider").err();
        assertTrue(line.contains("stranger.broken.Provider") && line.contains("no licence"), line);

        Path listing = PluginJar.write(cli, folder.resolve("jars"), "stranger.lister", "lister", "", broken);
        line = cli.with(listing).run("families").refused(2, "failed to list").err();
        assertTrue(line.contains("module stranger.lister") && line.contains("no licence"), line);
    }

    @Test
    void pluginFoldersAreLayersOfTheirOwn() throws IOException, InterruptedException {
        Cli cli = Cli.in(folder);
        Path plugins = folder.resolve("plugins");
        PluginJar.write(cli, plugins.resolve("one"), "stranger.family", "stranger.one", "", "");
        // The same module name again: two layers do not see each other.
        PluginJar.write(cli, plugins.resolve("two"), "stranger.family", "stranger.two", "", "");
        List<String> ids =
                ids(cli.run("--plugins", "plugins", "families", "--json").done());
        assertTrue(ids.containsAll(List.of("stranger.one", "stranger.two", NAME)), ids.toString());
        String classes = cli.run("--plugins", "plugins", "classes").done().out();
        assertTrue(classes.contains("stranger.one.lines") && classes.contains("stranger.two.lines"), classes);

        PluginJar.write(cli, plugins.resolve("three"), "stranger.twin", NAME, "", "");
        cli.run("--plugins", "plugins", "families").refused(2, "Two approximation families have the id '" + NAME + "'");
        cli.run("--plugins", "nowhere", "families").refused(2, "--plugins nowhere: no such folder");
    }

    /** Two plug-ins bring two versions of one library, and each uses its own; a third, without it, is refused by name. */
    @Test
    void pluginsBringTheirOwnVersionsOfALibrary() throws IOException, InterruptedException {
        Cli cli = Cli.in(folder);
        Path plugins = folder.resolve("plugins");
        for (String version : List.of("first", "second")) {
            Path plugin = plugins.resolve(version);
            Path library = PluginJar.write(
                    cli,
                    plugin,
                    "shared.library",
                    Map.of(
                            "shared/Version.java",
                            "package shared; public class Version { public static String name() { return \"" + version
                                    + "\"; } }",
                            "module-info.java",
                            "module shared.library { exports shared; }"),
                    List.of());
            PluginJar.write(cli, plugin, "stranger." + version, usingTheLibrary(version), List.of(library));
        }
        List<String> ids =
                ids(cli.run("--plugins", "plugins", "families", "--json").done());
        assertTrue(ids.containsAll(List.of("stranger.uses-first", "stranger.uses-second")), ids.toString());

        Files.delete(plugins.resolve("second/shared.library.jar"));
        cli.run("--plugins", "plugins", "families").refused(2, "shared.library");
    }

    /** The sources of a module whose family is named after the version that it sees. */
    private static Map<String, String> usingTheLibrary(String version) {
        String name = "stranger." + version;
        return Map.of(
                "stranger/" + version + "/Provider.java",
                """
                package %s;
                import java.util.*;
                import org.epsilonet.api.family.*;
                import org.epsilonet.testkit.standin.StandIns;
                public final class Provider implements FamilyProvider {
                    public List<ApproximationFamily> families() {
                        String id = "stranger.uses-" + shared.Version.name();
                        return List.of(UnionFamily.of(id, "named by a library", List.of(StandIns.sound())));
                    }
                    public Set<String> representatives(int dimension) { return Set.of(); }
                }
                """.formatted(name),
                "module-info.java",
                "module " + name + " { requires org.epsilonet.testkit; requires shared.library; provides"
                        + " org.epsilonet.api.family.FamilyProvider with " + name + ".Provider; }");
    }

    private static List<String> ids(Cli.Result result) {
        return ((List<?>) result.json().get("families"))
                .stream()
                        .map(family -> String.valueOf(((Map<?, ?>) family).get("id")))
                        .toList();
    }
}
