package org.epsilonet.testkit.internal;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;

/**
 * What an approximation consumes grows modestly: the bytes allocated near-linearly with the number of samples, and the
 * evaluations of a formula at most quadratically with the budget (best terms are sought among polynomially many, and
 * \(M^2\) of them are usual).
 *
 * <p>Both are counts, the same on every machine, and no clock is read. What is not counted: arithmetic that neither
 * evaluates the target nor allocates. In plain Java it leaves no trace but time, so that a family that is quadratic in
 * place is left to the benchmarks.
 */
record WorkGrowsModestly() implements Law {
    /** Between one size and 16 times that, \(n\log n\) grows less than 32-fold, \(n^{3/2}\) 64-fold, \(n^2\) 256-fold. */
    private static final double ALLOWED_BYTES = 48;

    /** From budgets 16, 64, 256 the second increment is 4 times the first if linear, 16 if quadratic, 64 if cubic. */
    private static final double ALLOWED_INCREMENT = 24;

    /**
     * A grid of a power of two for the fit, or a quadrature of 2^14 panels of 17 nodes, may start somewhere; and that shares no
     * panel with the 2^12 of the target alone, which are evaluated too.
     */
    private static final long FREE_EVALUATIONS = (1 << 18) + (1 << 17);

    private static final long FREE_BYTES = 1 << 20;
    private static final int BUDGET = 16;
    private static final int SAMPLES = 1 << 8;
    private static final int FACTOR = 16;

    @Override
    public String check(Subject subject) {
        List<String> counted = new ArrayList<>();
        if (subject.dimensions().contains(1)
                && subject.family().supports(new Cube(1))
                && subject.family().largestBudget(new Cube(1)) >= 16 * BUDGET) {
            long first = evaluations(subject, BUDGET);
            long second = evaluations(subject, 4 * BUDGET);
            long third = evaluations(subject, 16 * BUDGET);
            LawBroken.unless(
                    third - second <= FREE_EVALUATIONS + ALLOWED_INCREMENT * Math.max(0, second - first),
                    "a formula is evaluated %d, %d and %d times for the budgets %d, %d and %d",
                    first,
                    second,
                    third,
                    BUDGET,
                    4 * BUDGET,
                    16 * BUDGET);
            counted.add(first + ", " + second + " and " + third + " evaluations for the budgets 16, 64 and 256");
        }
        if (subject.family().supports(Grid.of(SAMPLES)) && subject.family().supports(Grid.of(SAMPLES * FACTOR))) {
            long few = allocated(subject, SAMPLES);
            long many = allocated(subject, SAMPLES * FACTOR);
            LawBroken.unless(
                    many <= FREE_BYTES + ALLOWED_BYTES * few,
                    "%d bytes are allocated for %d samples and %d bytes for %d",
                    few,
                    SAMPLES,
                    many,
                    SAMPLES * FACTOR);
            counted.add(few + " and " + many + " bytes for " + SAMPLES + " and " + SAMPLES * FACTOR + " samples");
        }
        if (counted.isEmpty()) {
            throw new NotApplicable("the family takes no formula with large budgets and no data of one dimension");
        }
        return String.join("; ", counted);
    }

    private static long evaluations(Subject subject, int budget) {
        AtomicLong count = new AtomicLong();
        Formula smooth = Subject.smooth(1);
        Formula counting = Formula.of("counting", x -> {
            count.incrementAndGet();
            return smooth.at(x);
        });
        subject.family().approximate(counting, budget, LpNorm.L2);
        return count.get();
    }

    /** Of two runs the one that allocated less: the first may load classes. */
    private static long allocated(Subject subject, int n) {
        Samples samples = Subject.smooth(1).sampledOn(n);
        return Math.min(allocated(subject, samples), allocated(subject, samples));
    }

    private static long allocated(Subject subject, Samples samples) {
        if (!(ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads)
                || !threads.isThreadAllocatedMemorySupported()) {
            throw new NotApplicable("this virtual machine does not count allocated bytes");
        }
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        subject.family().approximate(samples, BUDGET, LpNorm.L2);
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
}
