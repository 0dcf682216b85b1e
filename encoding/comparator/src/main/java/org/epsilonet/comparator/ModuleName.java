package org.epsilonet.comparator;

/** The module by name. */
public final class ModuleName {
    private ModuleName() {}
}
