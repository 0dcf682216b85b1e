/**
 * The {@code epsilonet} command: one class per command, each of which reads its input, asks one library module, and
 * shows the answer as text or as one JSON document.
 *
 * <p>{@link org.epsilonet.cli.Main} starts it. Results go to standard output or to named files, progress and notes to
 * standard error. Exit codes: 0 done; 1 it failed or a tolerance could not be reached; 2 the input or the usage is
 * wrong. Every failure is one line; {@code FailureLines} is the one place where exceptions become lines and codes.
 * Speeds and errors that are infinite are printed as {@code inf}, unknown ones as {@code null} in JSON and {@code ?} in
 * tables. Families are found at run time only, on the module path and in the plug-ins of {@code --plugins}.
 */
package org.epsilonet.cli;
