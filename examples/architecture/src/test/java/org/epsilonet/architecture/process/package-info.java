/**
 * The command as a user runs it: a process of its own, started on the built jars, judged by its exit code, its output
 * and the files it leaves.
 */
package org.epsilonet.architecture.process;
