package org.epsilonet.cli;

/** The module by name. */
public final class ModuleName {
    private ModuleName() {}
}
