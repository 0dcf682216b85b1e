package org.epsilonet.examples.fourier;

/** The module by name. */
public final class ModuleName {
    private ModuleName() {}
}
