package org.epsilonet.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Starts the {@code epsilonet} command. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param args the words after {@code epsilonet}
     */
    public static void main(String[] args) {
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        int code = run(out, err, args);
        err.flush();
        System.exit(code);
    }

    /**
     * Runs one command.
     *
     * @param out results
     * @param err progress, notes and the one line of a failure
     * @param args the words after {@code epsilonet}
     * @return 0 done, 1 failed or tolerance not reached, 2 wrong input or usage
     */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        FailureLines failures = new FailureLines();
        CommandLine commandLine = new CommandLine(new EpsilonetCommand())
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
        int code;
        try {
            code = commandLine.execute(args);
        } catch (Error e) {
            code = FailureLines.handle(e, err);
        }
        if (out.checkError() && code == 0) {
            err.println("epsilonet: not all results could be written to the standard output");
            code = FailureLines.FAILED;
        }
        return code;
    }

    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }
}
