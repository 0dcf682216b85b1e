package org.epsilonet.testkit;

/** The module by name. */
public final class ModuleName {
    private ModuleName() {}
}
