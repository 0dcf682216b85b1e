package org.epsilonet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.epsilonet.cli.output.Json;
import org.epsilonet.cli.output.OutputFile;
import org.epsilonet.cli.scaffold.FamilyModule;
import org.epsilonet.cli.scaffold.FamilyName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a module with a small family to start from. */
@Command(
        name = "new-family",
        description = "Write a Maven module with a small family that passes the contract, to be changed into another.")
final class NewFamilyCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "NAME", description = "Its id, module and package, as in acme.chirplets.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "DIR", description = "The folder; empty, or not there yet.")
    private Path folder = Path.of("");

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        FamilyName family = new FamilyName(name);
        OutputFile.requireFolder(folder);
        List<String> files = FamilyModule.write(family, folder);
        PrintWriter out = spec.commandLine().getOut();
        if (output.json()) {
            Json.print(out, Json.object("directory", folder.toString(), "files", files));
        } else {
            files.stream()
                    .filter(file -> !file.startsWith("repository/"))
                    .forEach(file -> out.println(folder.resolve(file)));
            out.println("Next: mvn verify, in " + folder + "; its README.md says how to go on.");
        }
        return 0;
    }
}
