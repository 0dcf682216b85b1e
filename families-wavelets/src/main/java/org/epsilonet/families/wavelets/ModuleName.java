package org.epsilonet.families.wavelets;

/** The module by name. */
public final class ModuleName {
    private ModuleName() {}
}
