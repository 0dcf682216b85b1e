package org.epsilonet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Help is read in two places: a line in the list of commands, and the text of a command. Neither is cut. */
class HelpTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "study"})
    void theListOfCommandsShowsWholeSentences(String parent) {
        CommandLine root = root();
        CommandLine command = parent.isEmpty() ? root : root.getSubcommands().get(parent);
        String help = words(command.getUsageMessage());
        command.getSubcommands().forEach((name, listed) -> {
            String summary = listed.getCommandSpec().usageMessage().description()[0];
            assertTrue(summary.endsWith("."), () -> name + ": " + summary);
            assertTrue(help.contains(name + " " + words(summary)), () -> name + " in " + help);
        });
    }

    @Test
    void paragraphsAreWholeSentencesSoThatLinesMayBreakAnywhere() {
        commands(root()).map(CommandLine::getCommandSpec).forEach(spec -> {
            for (String paragraph : spec.usageMessage().description()) {
                assertTrue(paragraph.endsWith("."), () -> spec.qualifiedName() + ": " + paragraph);
            }
            for (OptionSpec option : spec.options()) {
                assertEquals(1, option.description().length, () -> spec.qualifiedName() + " " + option.longestName());
            }
        });
    }

    @Test
    void linesFitIntoEightyColumns() {
        commands(root())
                .forEach(command ->
                        command.getUsageMessage().lines().forEach(line -> assertTrue(line.length() <= 80, line)));
    }

    private static Stream<CommandLine> commands(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(HelpTextTest::commands));
    }

    private static CommandLine root() {
        CommandLine root = new CommandLine(new EpsilonetCommand());
        return root.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    }

    private static String words(String text) {
        return String.join(" ", Arrays.asList(text.strip().split("\\s+")));
    }
}
