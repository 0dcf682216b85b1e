package org.epsilonet.api.classes;

import java.util.List;

/** Service by which a module contributes function classes. Declared twice, as for {@code FamilyProvider}. */
public interface FunctionClassProvider {
    /** The classes of this module; ids are unique over all modules. */
    List<FunctionClass> classes();

    /**
     * Those of {@link #classes()} that stand for all, one or two for each kind of smoothness: what a quick comparison runs.
     * By default all.
     */
    default List<FunctionClass> representatives() {
        return classes();
    }
}
