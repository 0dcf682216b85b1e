package org.epsilonet.api.classes;

import java.util.List;

/** Service by which a module contributes function classes. Declared twice, as for {@code FamilyProvider}. */
public interface FunctionClassProvider {
    /** The classes of this module; ids are unique over all modules. */
    List<FunctionClass> classes();
}
