package org.epsilonet.codec.internal;

/**
 * What is spent on finding few bits.
 *
 * @param level from 1, quick, to 9, thorough
 */
public record Effort(int level) {
    private static final double[] THOROUGH = {1, 1.06, 1.12, 1.25, 1.5, 2, 3, 5};
    private static final double[] QUICK = {1, 1.2, 2};
    private static final double[] HASTY = {1, 1.4};
    private static final double[] ANY = {1};
    private static final int[] FIELD = {12, 16, 24, 32, 48, 48, 64, 96, 1 << 16};
    private static final int[] FINALISTS = {1, 1, 1, 2, 2, 6, 8, 12, 24};
    private static final int[] LOG_EXCERPT = {12, 12, 12, 12, 13, 14, 14, 14, 14};
    /** The first level at which integers beside the rounded ones are searched. */
    private static final int LEAST_REFINING = 3;

    private static final int[] LOG_MANY = {14, 14, 14, 15, 15, 15, 17, 19, 30};

    /** How many families are left after the first heat: on large data, where each costs more, half of them. */
    int field(boolean large) {
        return large && level < 6 ? FIELD[level - 1] / 2 : FIELD[level - 1];
    }

    /** How many families are searched on all of large data. */
    int finalists() {
        return FINALISTS[level - 1];
    }

    /** Samples of an excerpt in the second heat. */
    int excerpt() {
        return 1 << LOG_EXCERPT[level - 1];
    }

    /** How one family is searched on data that stand for others. */
    Depth onExcerpts() {
        return new Depth(level >= 7 ? QUICK : HASTY, level >= 7, many(), Integer.MAX_VALUE);
    }

    /** How it is found out whether a budget of at most that meets a goal. */
    Depth onTrial(int largestBudget) {
        return new Depth(ANY, false, many(), largestBudget);
    }

    /** How one family is searched on all the data. */
    Depth onAll(boolean large) {
        return new Depth(level >= 7 || level >= 4 && !large ? THOROUGH : QUICK, true, many(), Integer.MAX_VALUE);
    }

    /** Whether integers beside the rounded ones are searched for the best codewords. */
    boolean refines() {
        return level >= LEAST_REFINING;
    }

    /** More parameters than this are written in blocks, which is quicker than mixing models. */
    private int many() {
        return 1 << LOG_MANY[level - 1];
    }

    /**
     * How one family is searched.
     *
     * @param budgetFactors the budgets to try, as multiples of the smallest, increasing
     * @param deadZones whether wider dead zones are tried
     * @param many more parameters than this are written in blocks, with their zeros, if they can be
     * @param largestBudget the largest budget that is tried
     */
    record Depth(double[] budgetFactors, boolean deadZones, int many, int largestBudget) {}
}
