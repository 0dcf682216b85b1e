package org.epsilonet.codec;

/** The module by name. */
public final class ModuleName {
    private ModuleName() {}
}
