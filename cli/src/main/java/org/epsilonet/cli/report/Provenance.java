package org.epsilonet.cli.report;

/**
 * Where a report comes from: enough to make it again.
 *
 * @param version the version of Epsilonet
 * @param commit the commit that was built
 * @param command the command line that was given
 * @param seed the seed of all random draws
 * @param jdk the Java runtime
 * @param machine processor, number of cores, heap, operating system
 * @param time when it was made, as it is to be shown
 */
public record Provenance(
        String version, String commit, String command, long seed, String jdk, String machine, String time) {}
