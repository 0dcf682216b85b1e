package org.epsilonet.comparator;

/** How the approximation speed measured for a family on a class compares with the encoding speed of the class. */
public enum PairVerdict {
    /** The whole interval is below. */
    BELOW_LIMIT("the measured approximation speed is below the encoding speed: bits are left unused"),
    /** The interval reaches the encoding speed, within a tenth (of it, if it is larger than 1) or what logarithms make of that. */
    ATTAINS_LIMIT(
            "the measured approximation speed reaches the encoding speed: no code of any kind has a better exponent"),
    /** Above, which a family that is not ∞-encodable may be. */
    EXCEEDS_NOT_ENCODABLE(
            "the measured speed exceeds the encoding speed; the family is not established to be infinity-encodable, so"
                    + " its parameters need more bits than their number suggests"),
    /** Above, on the instances measured only. */
    EXCEEDS_ON_INSTANCES(
            "the measured speed exceeds the encoding speed on these instances, which are easier for this family than the"
                    + " class; no infinity-encodable family exceeds it on the whole class"),
    /** The measurement does not decide. */
    INCONCLUSIVE("the measurement does not decide"),
    /**
     * An error exceeds a proven upper bound, or fewer bits than a packing of functions allows serve it, or the interval misses
     * the cited speed on an instance as hard as the class by more than 0.1 (0.2 where the citation has a logarithm).
     */
    CONTRADICTS_THEORY("a measurement contradicts a proven bound or the cited speed: one of them is wrong");

    private final String explanation;

    PairVerdict(String explanation) {
        this.explanation = explanation;
    }

    /** What the verdict means, in a sentence. */
    public String explanation() {
        return explanation;
    }
}
