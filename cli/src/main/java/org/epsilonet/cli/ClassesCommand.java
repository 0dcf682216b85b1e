package org.epsilonet.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.epsilonet.api.classes.CitedSpeed;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.cli.output.Json;
import org.epsilonet.comparator.classfile.ClassFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lists the function classes. */
@Command(
        name = "classes",
        description = {
            "List every function class with its encoding speed and where that is proved.",
            "An encoding speed s with log factors b: errors of order n^-s (log n)^b with n bits, and no better."
        })
final class ClassesCommand implements Callable<Integer> {
    @ParentCommand
    private EpsilonetCommand epsilonet = new EpsilonetCommand();

    @Option(names = "--schema", description = "Print the JSON Schema of class files and do nothing else.")
    private boolean schema;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (schema) {
            spec.commandLine().getOut().print(ClassFile.schema());
            return 0;
        }
        List<FunctionClass> classes = epsilonet.classes().all();
        Set<String> representatives = epsilonet.classes().representatives().stream()
                .map(FunctionClass::id)
                .collect(Collectors.toSet());
        if (output.json()) {
            Json.print(
                    spec.commandLine().getOut(),
                    Json.object(
                            "classes",
                            classes.stream()
                                    .map(c -> json(c, representatives.contains(c.id())))
                                    .toList()));
        } else {
            table(classes).print(spec.commandLine().getOut());
        }
        return 0;
    }

    private static Table table(List<FunctionClass> classes) {
        Table table = new Table("class", "d", "norm", "encoding speed", "logs", "title", "source");
        for (FunctionClass c : classes) {
            Optional<CitedSpeed> speed = c.encodingSpeed(c.norm());
            table.row(
                    c.id(),
                    String.valueOf(c.dimension()),
                    c.norm().toString(),
                    Table.number(speed.map(CitedSpeed::speed).orElse(Double.NaN)),
                    Table.number(speed.map(CitedSpeed::logPower).orElse(Double.NaN)),
                    c.title(),
                    speed.map(CitedSpeed::source).orElse("?"));
        }
        return table;
    }

    private static Map<String, @Nullable Object> json(FunctionClass c, boolean isRepresentative) {
        Optional<CitedSpeed> speed = c.encodingSpeed(c.norm());
        return Json.object(
                "id", c.id(),
                "title", c.title(),
                "dimension", c.dimension(),
                "norm", c.norm().toString(),
                "definition", c.definition(),
                "representative", isRepresentative,
                "encodingSpeed", Json.number(speed.map(CitedSpeed::speed).orElse(Double.NaN)),
                "logFactors", Json.number(speed.map(CitedSpeed::logPower).orElse(Double.NaN)),
                "source", speed.map(CitedSpeed::source).orElse(null));
    }
}
