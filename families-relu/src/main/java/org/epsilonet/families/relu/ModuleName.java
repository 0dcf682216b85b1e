package org.epsilonet.families.relu;

/** The module by name. */
public final class ModuleName {
    private ModuleName() {}
}
