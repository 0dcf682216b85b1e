package org.epsilonet.api.family;

import java.util.List;
import java.util.Set;

/**
 * Service by which a module contributes approximation families. Declare it twice: {@code provides FamilyProvider with
 * ...} in {@code module-info.java}, and in {@code META-INF/services} for use on a class path.
 */
public interface FamilyProvider {
    /** All families of this module; ids are unique over all modules. Cheap: nothing is computed yet. */
    List<ApproximationFamily> families();

    /**
     * The families that a comparison runs when none are named.
     *
     * @param dimension the dimension \(d\)
     * @return ids of at most four of {@link #families()} that exist in this dimension; may be empty
     */
    Set<String> representatives(int dimension);
}
