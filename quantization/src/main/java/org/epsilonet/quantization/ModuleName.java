package org.epsilonet.quantization;

/** The module by name. */
public final class ModuleName {
    private ModuleName() {}
}
