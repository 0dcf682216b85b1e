package org.epsilonet.architecture.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.epsilonet.testkit.FamilyLaws;
import org.epsilonet.testkit.standin.PlantedFault;
import org.epsilonet.testkit.standin.StandIns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract as a process: what it prints and how it ends, on the stand-ins that the testkit ships, as a plug-in. */
class VerifyFamilyTest {
    private static final int EVERY = 6;

    private static final String PROVIDER = """
            package stranger.standins;
            import java.util.*;
            import java.util.stream.*;
            import org.epsilonet.api.family.*;
            import org.epsilonet.testkit.standin.*;
            public final class Provider implements FamilyProvider {
                public List<ApproximationFamily> families() {
                    return Stream.concat(
                            Stream.of(StandIns.sound()), StandIns.faults().stream().map(PlantedFault::family)).toList();
                }
                public Set<String> representatives(int dimension) { return Set.of(); }
            }
            """;
    private static final String DESCRIPTOR = "module stranger.standins { requires org.epsilonet.testkit; provides"
            + " org.epsilonet.api.family.FamilyProvider with stranger.standins.Provider; }";

    @TempDir
    private Path folder;

    private Cli plugin() throws IOException {
        Cli cli = Cli.in(folder);
        PluginJar.write(
                cli,
                folder.resolve("plugins/standins"),
                "stranger.standins",
                Map.of("stranger/standins/Provider.java", PROVIDER, "module-info.java", DESCRIPTOR),
                List.of());
        return cli;
    }

    @Test
    void theSoundFamilyPassesEveryCheck() throws IOException, InterruptedException {
        Cli.Result result = plugin().run(
                        "--plugins", "plugins", "verify-family", "stand-in.piecewise-constants", "--json")
                .done();
        List<?> checks = (List<?>) result.json().get("checks");
        assertEquals(
                FamilyLaws.names(),
                checks.stream().map(c -> ((Map<?, ?>) c).get("name")).toList());
        for (Object check : checks) {
            Map<?, ?> c = (Map<?, ?>) check;
            assertEquals(Boolean.TRUE, c.get("passed"), c.toString());
            assertTrue(!String.valueOf(c.get("detail")).isBlank(), c.toString());
        }
    }

    /** Several faults at once, each seen by the law that should see it; and one alone, in words. */
    @Test
    void plantedFaultsAreCaught() throws IOException, InterruptedException {
        Cli cli = plugin();
        // Every fault is caught by its law in the tests of the kit; here every few are enough.
        List<PlantedFault> faults = IntStream.range(0, StandIns.faults().size())
                .filter(i -> i % EVERY == 0)
                .mapToObj(StandIns.faults()::get)
                .toList();
        List<String> args = new ArrayList<>(List.of("--plugins", "plugins", "verify-family", "--json"));
        for (PlantedFault fault : faults) {
            args.add(fault.family().id());
        }
        Set<String> laws = faults.stream().map(PlantedFault::law).collect(Collectors.toSet());
        laws.forEach(law -> args.addAll(List.of("--law", law)));
        Cli.Result result = cli.run(args.toArray(String[]::new));
        String all = faults.size() + " of " + faults.size() + " families break the contract";
        assertEquals(1, result.code(), result.err());
        assertTrue(result.err().contains(all), result.err());
        assertEquals(1, result.err().lines().count(), result.err());
        List<?> families = (List<?>) result.json().get("families");
        for (int i = 0; i < faults.size(); i++) {
            PlantedFault fault = faults.get(i);
            Map<?, ?> family = (Map<?, ?>) families.get(i);
            assertEquals(fault.family().id(), family.get("family"));
            assertTrue(broken(family).contains(fault.law()), () -> fault + ", broken are " + broken(family));
        }

        Cli.Result alone = cli.run(
                "--plugins", "plugins", "verify-family", "stand-in.flatters-itself", "--law", "distance is true");
        assertEquals(1, alone.code());
        assertTrue(
                alone.err()
                        .contains("the family stand-in.flatters-itself breaks the contract (seed 1): distance is true"),
                alone.err());
        assertTrue(alone.out().contains("FAILED"), alone.out());
    }

    private static List<String> broken(Map<?, ?> family) {
        return ((List<?>) family.get("checks"))
                .stream()
                        .map(check -> (Map<?, ?>) check)
                        .filter(check -> Boolean.FALSE.equals(check.get("passed")))
                        .map(check -> String.valueOf(check.get("name")))
                        .toList();
    }

    @Test
    void allIsEveryInstalledFamilyAndAnUnknownLawIsRefused() throws IOException, InterruptedException {
        Cli cli = Cli.in(folder);
        List<?> installed =
                (List<?>) cli.run("families", "--json").done().json().get("families");
        String law = "id title and dimensions are well formed";
        List<?> verified = (List<?>) cli.run("verify-family", "all", "--law", law, "--json")
                .done()
                .json()
                .get("families");
        assertEquals(installed.size(), verified.size());
        cli.run("verify-family", "all", "--law", "budget is doubled").refused(2, "the laws are [");
        cli.run("verify-family").refused(2, "verify-family");
    }
}
