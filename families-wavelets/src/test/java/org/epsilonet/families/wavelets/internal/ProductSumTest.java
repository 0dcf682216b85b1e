package org.epsilonet.families.wavelets.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.apache.commons.numbers.core.DD;
import org.junit.jupiter.api.Test;

class ProductSumTest {
    private static final int TRIALS = 2000;
    private static final int TERMS = 20;

    /** Golden hashes of filters depend on it. */
    @Test
    void hasTheBitsOfTheOperationsOnObjects() {
        Random random = new Random(5);
        for (int trial = 0; trial < TRIALS; trial++) {
            DD expected = number(random);
            ProductSum sum = new ProductSum(expected);
            for (int term = 0; term < TERMS; term++) {
                DD a = number(random);
                DD b = number(random);
                boolean plus = random.nextBoolean();
                expected = plus ? expected.add(a.multiply(b)) : expected.subtract(a.multiply(b));
                if (plus) {
                    sum.add(a, b);
                } else {
                    sum.subtract(a, b);
                }
                assertEquals(expected, sum.value());
            }
        }
    }

    /** Of any size, a few of them zero, whole or without digits beyond a double. */
    private static DD number(Random random) {
        double head = Math.scalb(random.nextGaussian(), random.nextInt(60) - 30);
        return switch (random.nextInt(8)) {
            case 0 -> DD.ZERO;
            case 1 -> DD.of(Math.rint(head));
            case 2 -> DD.of(head);
            default -> DD.ofSum(head, head * 0x1p-54 * random.nextDouble());
        };
    }
}
