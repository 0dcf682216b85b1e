package org.epsilonet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Set;
import org.epsilonet.api.model.MalformedModelException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place where a failure becomes one line on standard error and an exit code. */
final class FailureLines implements IParameterExceptionHandler, IExecutionExceptionHandler {
    /** It failed, or the tolerance could not be reached. */
    static final int FAILED = 1;

    /** The input or the usage is wrong. */
    static final int WRONG_INPUT = 2;

    /** The command line itself is wrong. */
    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        print(command, name + ": " + usage(e) + " (see '" + name + " --help')");
        return WRONG_INPUT;
    }

    private static String usage(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return String.valueOf(e.getMessage());
        }
        CommandLine command = e.getCommandLine();
        String word = unmatched.getUnmatched().get(0);
        if (unmatched.isUnknownOption()) {
            return "unknown option '" + word + "'; did you mean '"
                    + NearestName.of(word, command.getCommandSpec().optionsMap().keySet()) + "'?";
        }
        Set<String> commands = command.getSubcommands().keySet();
        return commands.isEmpty()
                ? "unexpected argument '" + word + "'"
                : "unknown command '" + word + "'; did you mean '" + NearestName.of(word, commands) + "'? Commands: "
                        + String.join(", ", commands);
    }

    /** A command threw. */
    @Override
    public int handleExecutionException(Exception e, CommandLine command, @Nullable ParseResult parsed) {
        if (e instanceof ParameterException usage) {
            return handleParseException(usage, new String[0]);
        }
        print(command, command.getCommandSpec().qualifiedName() + ": " + line(e));
        return isWrongInput(e) ? WRONG_INPUT : FAILED;
    }

    /**
     * The machine gave up: too little memory, a library that does not fit.
     *
     * @return the exit code
     */
    static int handle(Error e, PrintWriter err) {
        err.println(
                e instanceof OutOfMemoryError
                        ? "epsilonet: not enough memory (EPSILONET_JAVA_OPTS=-Xmx8g would allow 8 GiB): "
                                + e.getMessage()
                        : oneLine("epsilonet: internal error: " + e));
        return FAILED;
    }

    private static boolean isWrongInput(Exception e) {
        return e instanceof IllegalArgumentException
                || e instanceof IOException
                || e instanceof MalformedModelException;
    }

    private static String line(Exception e) {
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + ": no such file or folder";
        }
        if (e instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied";
        }
        if (e instanceof NotDirectoryException other) {
            return other.getFile() + ": not a folder";
        }
        if (e instanceof FileSystemException other && other.getReason() != null) {
            return other.getFile() + ": " + other.getReason();
        }
        String message = e.getMessage();
        return message != null && !message.isBlank() && explainsItself(e) ? message : "internal error: " + e;
    }

    private static boolean explainsItself(Exception e) {
        return isWrongInput(e) || e instanceof NotReachedException || e instanceof IllegalStateException;
    }

    private static void print(CommandLine command, String text) {
        command.getErr().println(oneLine(text));
        command.getErr().flush();
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
