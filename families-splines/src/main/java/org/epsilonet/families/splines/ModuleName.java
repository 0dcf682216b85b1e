package org.epsilonet.families.splines;

/** The module by name. */
public final class ModuleName {
    private ModuleName() {}
}
