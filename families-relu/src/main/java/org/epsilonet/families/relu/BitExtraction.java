package org.epsilonet.families.relu;

import java.math.BigInteger;
import java.util.function.DoubleUnaryOperator;

/**
 * Very deep ReLU networks that store \(M^2\) values of a Lipschitz function in \(O(M)\) weights, by extracting many bits
 * from each of them. Immutable.
 *
 * <p>The values are a walk of integers \(F_0, F_1, \dots, F_{M^2-1}\) with steps \(t_n - 1 \in \{-1,0,1\}\); for a
 * Lipschitz function \(F_n = \lfloor M^2 f(n/M^2)\rfloor\). In block \(j\) of \(M\) values the digits \(t\) are those of
 * one ternary number \(w_j\) of \(1.585(M-1)\) bits. The network finds the block \(j\) and the place \(i\) of \(x\) in
 * it with steep ramps, looks up \(w_j\) and \(F_{jM}\), and in \(M-1\) rounds takes a digit off \(w_j\) and adds it if
 * \(i\) is not yet reached. It computes \(F_n\) on \([n, n+1)/M^2\), but for ramps that end at \((n+1)/M^2\): of length
 * \(M^{-5}\) inside a block, \(M^{-6}\) at its end. So \(|f - F/M^2| < 2M^{-2}\) off the ramps, which have measure
 * \(M^{-3}+M^{-5}\), and \(O(M^{-2})\) on those inside a block, where the value stays within 1 of
 * the walk; only on the others, of measure \(M^{-5}\), is it \(O(1/M)\): the error in \(L^p\) is
 * \(O(M^{-\min(2,1+5/p)})\), that is \(O(M^{-2})\) for \(p \le 5\), with \(35(M-1)+1\) weights, twice the speed at
 * which Lipschitz functions can be encoded. What pays for it are bits: \(1.585(M^2-1)\).
 *
 * @see <a href="https://arxiv.org/abs/1802.03620">Yarotsky: Optimal approximation of continuous functions by very deep
 *     ReLU networks, COLT 2018</a>
 * @see "docs/theory.md, G2"
 */
public final class BitExtraction {
    private static final int MOST_BLOCKS = 1 << 10;

    /** Relative error of a value that is not told from a steeper slope. */
    private static final double ROUNDING = 1e-12;

    private final int blocks;
    private final byte[] digits;
    private final int[] walk;

    private BitExtraction(int blocks, byte[] digits, int[] walk) {
        this.blocks = blocks;
        this.digits = digits;
        this.walk = walk;
    }

    /**
     * The network of a walk.
     *
     * @param blocks \(M\), 1..1024
     * @param start \(F_0\), of modulus at most 2^30
     * @param digits \(t_1, \dots, t_{M^2-1} \in \{0,1,2\}\); copied
     * @throws IllegalArgumentException if an argument is out of range or there are not \(M^2 - 1\) digits
     */
    public static BitExtraction of(int blocks, int start, byte[] digits) {
        if (blocks < 1 || blocks > MOST_BLOCKS || digits.length != blocks * blocks - 1) {
            throw new IllegalArgumentException("1 to " + MOST_BLOCKS
                    + " blocks need their square less one digits, were " + blocks + " and " + digits.length);
        }
        if (Math.abs((long) start) > 1 << 30) {
            throw new IllegalArgumentException("the first value must be at most 2^30, was " + start);
        }
        int[] walk = new int[digits.length + 1];
        walk[0] = start;
        for (int n = 1; n < walk.length; n++) {
            if (digits[n - 1] < 0 || digits[n - 1] > 2) {
                throw new IllegalArgumentException("a digit must be 0, 1 or 2, was " + digits[n - 1]);
            }
            walk[n] = walk[n - 1] + digits[n - 1] - 1;
        }
        return new BitExtraction(blocks, digits.clone(), walk);
    }

    /**
     * The network of a function.
     *
     * @param blocks \(M\), 1..1024
     * @param f a function on [0, 1] with Lipschitz constant 1 and values of modulus at most 1000
     * @throws IllegalArgumentException if an argument is out of range or the function is seen not to be Lipschitz
     */
    public static BitExtraction of(int blocks, DoubleUnaryOperator f) {
        if (blocks < 1 || blocks > MOST_BLOCKS) {
            throw new IllegalArgumentException("the number of blocks must be 1 to " + MOST_BLOCKS + ", was " + blocks);
        }
        int count = blocks * blocks;
        byte[] digits = new byte[count - 1];
        int start = 0;
        int walk = 0;
        double before = 0;
        for (int n = 0; n < count; n++) {
            double value = count * f.applyAsDouble((double) n / count);
            if (!(Math.abs(value) <= 1000.0 * count)
                    || (n > 0 && !(Math.abs(value - before) <= 1 + ROUNDING * count))) {
                throw new IllegalArgumentException("the function must have Lipschitz constant 1 and be bounded by 1000,"
                        + " but value " + n + " of " + count + " is " + value + " after " + before);
            }
            int floor = (int) Math.floor(value);
            if (n == 0) {
                start = floor;
                walk = floor;
            } else {
                // Of a step of length 1 rounding may make one of 2.
                int step = Math.max(-1, Math.min(1, floor - walk));
                digits[n - 1] = (byte) (step + 1);
                walk += step;
            }
            before = value;
        }
        return of(blocks, start, digits);
    }

    /** The number \(M\) of blocks. */
    public int blocks() {
        return blocks;
    }

    /** \(F_n\), for \(0 \le n < M^2\). */
    public int value(int n) {
        return walk[n];
    }

    /** The digit \(t_n = F_n - F_{n-1} + 1\), for \(0 < n < M^2\). */
    public int digit(int n) {
        return digits[n - 1];
    }

    /** Where the ramp that ends at \(n/M^2\) begins. */
    public double rampStart(int n) {
        double m = blocks;
        double length = n % blocks == 0 ? 1 / (m * m * m * m) : 1 / (m * m * m);
        return (n - length) / (m * m);
    }

    /**
     * \(M^2\) times the value of the network at a point of [0, 1], up to a few roundings; exact off the ramps. Ramps inside
     * a block have a closed form, those between blocks are computed with integers, for every digit magnifies rounding
     * threefold.
     */
    public double at(double x) {
        int count = walk.length;
        int n = Math.max(0, Math.min(count - 1, (int) (x * count)));
        // One rounding of the exact residual tells on which side of n / M^2 the point is.
        if (n > 0 && Math.fma(x, count, -n) < 0) {
            n--;
        } else if (n + 1 < count && Math.fma(x, count, -(n + 1)) >= 0) {
            n++;
        }
        if (n + 1 == count) {
            return walk[n];
        }
        double left = -Math.fma(x, count, -(n + 1));
        double m = blocks;
        if ((n + 1) % blocks == 0) {
            return left * (m * m * m * m) < 1 ? betweenBlocks(x, (n + 1) / blocks) : walk[n];
        }
        double b = 1 - left * (m * m * m);
        return b > 0 ? walk[n] + Math.max(0, digit(n + 1) + 2 * b - 2) - b : walk[n];
    }

    /** The value on the ramp from block k - 1 to block k: what the network computes, in units of a power of two. */
    private double betweenBlocks(double x, int k) {
        int exponent = Math.getExponent(x) - 52;
        BigInteger point = BigInteger.valueOf((long) Math.scalb(x, -exponent));
        BigInteger one = BigInteger.ONE.shiftLeft(-exponent);
        BigInteger m = BigInteger.valueOf(blocks);
        BigInteger share = clip(
                m.pow(6)
                        .multiply(point)
                        .subtract(m.pow(5).multiply(times(k, one)))
                        .add(one),
                one);
        BigInteger y = m.multiply(point).subtract(times(k - 1L, one)).subtract(share);
        BigInteger place = BigInteger.ZERO;
        for (int i = 1; i < blocks; i++) {
            BigInteger ramp = m.pow(4).multiply(y).subtract(m.pow(3).multiply(times(i, one)));
            place = place.add(clip(ramp.add(one), one));
        }
        BigInteger code = code(k - 1).multiply(one.subtract(share)).add(code(k).multiply(share));
        BigInteger sum = times(walk[(k - 1) * blocks], one.subtract(share)).add(times(walk[k * blocks], share));
        BigInteger unit = leadingUnit();
        BigInteger first = unit.multiply(one);
        for (int i = 1; i < blocks; i++) {
            BigInteger above = code.subtract(first).add(one);
            BigInteger t = clip(above, one).add(clip(above.subtract(first), one));
            BigInteger b = clip(place.subtract(times(i - 1L, one)), one);
            BigInteger product =
                    t.add(b.shiftLeft(1)).subtract(one.shiftLeft(1)).max(BigInteger.ZERO);
            sum = sum.add(product).subtract(b);
            code = times(3, code.subtract(unit.multiply(t))).max(BigInteger.ZERO);
        }
        return Math.scalb(sum.doubleValue(), exponent);
    }

    private static BigInteger times(long factor, BigInteger value) {
        return BigInteger.valueOf(factor).multiply(value);
    }

    private static BigInteger clip(BigInteger value, BigInteger one) {
        return value.max(BigInteger.ZERO).min(one);
    }

    /** \(3^{M-2}\), the unit of the leading digit of a code of \(M - 1\) digits. */
    private BigInteger leadingUnit() {
        return BigInteger.valueOf(3).pow(blocks - 2);
    }

    /** \(3^{M-1} w_j\), with the digits \(t_{jM+1}, \dots, t_{jM+M-1}\). */
    BigInteger code(int block) {
        BigInteger code = BigInteger.ZERO;
        for (int i = 1; i < blocks; i++) {
            code = times(3, code).add(BigInteger.valueOf(digit(block * blocks + i)));
        }
        return code;
    }

    /**
     * The network itself: it computes \(M^2\) times the function, that is \(F_n\) off the ramps. Depth \(2M+3\), width
     * \(\max(9, 3(M-1))\), \(15(M-1)+4\) neurons and \(35(M-1)+1\) weights besides those that hand a value on, the largest
     * of at most \(\max(M^6, 3^{M+1}, |F_0| + 2M^2)\).
     *
     * @throws IllegalArgumentException if there is only one block
     */
    public IntegerNetwork network() {
        return BitExtractionLayers.of(this);
    }
}
