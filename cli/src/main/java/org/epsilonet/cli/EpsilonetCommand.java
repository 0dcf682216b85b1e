package org.epsilonet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.classes.FunctionClasses;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.family.PluginLayers;
import org.epsilonet.api.model.Models;
import org.epsilonet.comparator.classfile.ClassFile;
import org.epsilonet.comparator.study.StudyEngine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root command: what all commands share. */
@Command(
        name = "epsilonet",
        description =
                "Approximation families under one contract: compare them, and turn data into small certified files.",
        versionProvider = Version.class,
        subcommands = {
            FamiliesCommand.class,
            ClassesCommand.class,
            EntropyCommand.class,
            CompareCommand.class,
            StudyCommand.class,
            EncodeCommand.class,
            DecodeCommand.class,
            InspectCommand.class,
            QuantizeCommand.class,
            BoundsCommand.class,
            VerifyFamilyCommand.class,
            NewFamilyCommand.class
        },
        footer = {"", "epsilonet COMMAND --help explains a command."})
final class EpsilonetCommand implements Runnable {
    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "Also load the plug-ins DIR/<plug-in>/*.jar. Given before the command.")
    private @Nullable Path plugins;

    private @Nullable List<ModuleLayer> layers;

    @Option(names = "--version", versionHelp = true, description = "Print the version.")
    private boolean version;

    @Mixin
    private HelpOption help = new HelpOption();

    @Spec
    private @Nullable CommandSpec spec;

    /**
     * All families, those of plug-ins included.
     *
     * @throws IllegalArgumentException if there are none, or the registry refuses them
     */
    Families families() {
        Families families = found(() -> Families.installed().with(layers()));
        if (families.all().isEmpty()) {
            throw new IllegalArgumentException("There are no approximation families at all. A family is found when"
                    + " its module is on the module path and declares: provides FamilyProvider with ...");
        }
        return families;
    }

    /**
     * All function classes, those of plug-ins included.
     *
     * @throws IllegalArgumentException if the registry refuses them
     */
    FunctionClasses classes() {
        return found(() -> FunctionClasses.installed().with(layers()));
    }

    /**
     * The function class with a name, or in a file whose name ends with .json.
     *
     * @throws IllegalArgumentException if there is none
     * @throws IOException if the file is not one or cannot be read
     */
    FunctionClass functionClass(String name) throws IOException {
        return name.endsWith(".json")
                ? ClassFile.read(Path.of(name), classes())
                : KnownNames.functionClass(name, classes());
    }

    /**
     * All model formats and Lipschitz analyses, those of plug-ins included.
     *
     * @throws IllegalArgumentException if the registry refuses them
     */
    Models models() {
        return found(() -> Models.installed(layers()));
    }

    /**
     * The engine of studies with the given name.
     *
     * @throws IllegalArgumentException if there is none
     */
    StudyEngine engine(String id) {
        List<StudyEngine> engines = found(() -> StudyEngine.installed(layers()));
        List<String> ids = engines.stream().map(StudyEngine::id).sorted().toList();
        return engines.stream()
                .filter(engine -> engine.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no study engine named '" + id + "'; did you mean '"
                        + NearestName.of(id, ids) + "'? Available: " + String.join(", ", ids)));
    }

    /** The folder of plug-ins, if one was given. */
    Optional<Path> plugins() {
        return Optional.ofNullable(plugins);
    }

    /** The plug-ins' layers, made once: two of one plug-in would be two plug-ins with the same ids. */
    private List<ModuleLayer> layers() {
        if (layers == null) {
            layers = plugins == null ? List.of() : PluginLayers.in(plugins);
        }
        return layers;
    }

    /** What the registry refuses: the installation is the input that is wrong. */
    private static <T> T found(Supplier<T> search) {
        try {
            return search.get();
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** There is a command to name. */
    @Override
    public void run() {
        CommandLine commandLine = spec == null ? new CommandLine(this) : spec.commandLine();
        throw new ParameterException(
                commandLine, "A command is missing; one of: " + String.join(", ", names(commandLine)));
    }

    private static List<String> names(CommandLine commandLine) {
        return List.copyOf(commandLine.getSubcommands().keySet());
    }
}
