package org.epsilonet.codec.internal;

/** What is expected of the next integer of a code. */
interface Expectation {
    /** Turns to a parameter, which stands in a context of the structure. */
    void turnTo(int i, int context);

    /** The integer itself. */
    long prediction();

    /** How far off that will be by the last few integers, in units of 2^-7. */
    long fast();

    /** The same by many. */
    long slow();

    /** Tells what came. */
    void learn(long integer);

    /** One that has learned the same. */
    Expectation copy();
}
