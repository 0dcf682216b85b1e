package org.epsilonet.families.splines.wedgelet;

/** What is found out about a target once, for all budgets. Thread-safe. */
interface Decomposition {
    /**
     * The wedgelets of a budget.
     *
     * @param pieces how many pieces there may be
     * @param code how the structure is written
     */
    Fitted fitted(int pieces, WedgeCode code);

    /**
     * A structure and its parameters.
     *
     * @param structure the structure
     * @param parameters the parameters
     */
    record Fitted(WedgeStructure structure, double[] parameters) {}
}
