package org.epsilonet.families.wavelets.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.core.DD;

/**
 * A pair of filters as a sequence of lifting steps on the even and the odd samples, then scaling. The Euclidean algorithm
 * reduces the even and the odd part of the low-pass filter of reconstruction to a constant and zero, by subtracting
 * multiples of one part from the other: two taps at once from the longer part, symmetric for symmetric filters. What the
 * same steps leave of the high-pass filter is one more step, and its scale.
 *
 * @param steps in the order of decomposition
 * @param low even samples multiplied by it are the low-pass coefficients
 * @param high odd samples divided by it are the high-pass coefficients
 * @see <a href="https://doi.org/10.1007/BF02476026">Daubechies, Sweldens, Factoring wavelet transforms into lifting
 *     steps, 1998</a>
 */
public record LiftingFactors(List<LiftingStep> steps, double low, double high) {
    /** Less is rounding of 31 digits. */
    private static final double ZERO = 1e-20;

    /** The factors of a symmetric pair of filters. */
    public static LiftingFactors of(FilterBank bank) {
        DD[] h = bank.low();
        int first = 0;
        while (h[first].isZero()) {
            first++;
        }
        int end = h.length;
        while (h[end - 1].isZero()) {
            end--;
        }
        int middle = (first + end - 1) / 2;
        Part even = Part.of(h, middle, 0).significant();
        Part odd = Part.of(h, middle, 1).significant();
        Part evenHigh = Part.of(bank.high(), middle, 0);
        Part oddHigh = Part.of(bank.high(), middle, 1);
        List<LiftingStep> steps = new ArrayList<>();
        while (odd.length() > 0) {
            boolean reduceOdd = odd.length() > even.length() || even.length() == 1;
            Part multiple = reduceOdd ? odd.quotient(even) : even.quotient(odd);
            if (reduceOdd) {
                odd = odd.minusEnds(multiple, even);
                oddHigh = oddHigh.minus(multiple, evenHigh);
            } else {
                even = even.minusEnds(multiple, odd);
                evenHigh = evenHigh.minus(multiple, oddHigh);
            }
            steps.add(multiple.subtracting(reduceOdd));
        }
        if (even.length() != 1 || even.first() != 0) {
            throw new IllegalStateException("the low-pass filter has no lifting scheme without a shift");
        }
        Part scale = oddHigh.significant();
        Part last = evenHigh.significant().dividedBy(scale);
        if (last.length() > 0) {
            steps.add(last.subtracting(false));
        }
        return new LiftingFactors(steps, even.taps()[0].reciprocal().doubleValue(), scale.taps()[0].doubleValue());
    }

    /** A Laurent polynomial: taps at the places {@code first}, {@code first + 1}, and so on. */
    private record Part(int first, DD[] taps) {
        /** Every second tap of a filter whose tap {@code origin} is at place 0. */
        static Part of(DD[] filter, int origin, int parity) {
            int begin = Math.floorMod(origin + parity, 2);
            List<DD> taps = new ArrayList<>();
            for (int k = begin; k < filter.length; k += 2) {
                taps.add(filter[k]);
            }
            return new Part((begin - origin - parity) / 2, taps.toArray(new DD[0]));
        }

        int length() {
            return taps.length;
        }

        /** What removes both ends if this is longer by one, and one end if it is as long. */
        Part quotient(Part divisor) {
            DD atFirst = taps[0].divide(divisor.taps[0]);
            DD atLast = taps[taps.length - 1].divide(divisor.taps[divisor.length() - 1]);
            if (length() > divisor.length()) {
                return new Part(first - divisor.first, new DD[] {atFirst, atLast});
            }
            int shift = first + length() - divisor.first - divisor.length();
            return Math.abs(atFirst.hi()) < Math.abs(atLast.hi())
                    ? new Part(first - divisor.first, new DD[] {atFirst})
                    : new Part(shift, new DD[] {atLast});
        }

        /** The difference without the taps that are zero by the choice of the multiple. */
        Part minusEnds(Part multiple, Part other) {
            return minus(multiple, other).significant();
        }

        Part minus(Part multiple, Part other) {
            DD[] product = Filters.product(multiple.taps, other.taps);
            int from = multiple.first + other.first;
            int begin = Math.min(first, from);
            int end = Math.max(first + taps.length, from + product.length);
            DD[] difference = new DD[end - begin];
            for (int k = 0; k < difference.length; k++) {
                difference[k] = at(taps, begin + k - first).subtract(at(product, begin + k - from));
            }
            return new Part(begin, difference);
        }

        private static DD at(DD[] taps, int k) {
            return k >= 0 && k < taps.length ? taps[k] : DD.ZERO;
        }

        Part significant() {
            int begin = 0;
            int end = taps.length;
            while (begin < end && Math.abs(taps[begin].hi()) < ZERO) {
                begin++;
            }
            while (begin < end && Math.abs(taps[end - 1].hi()) < ZERO) {
                end--;
            }
            return new Part(first + begin, Arrays.copyOfRange(taps, begin, end));
        }

        /** Divided by a monomial. */
        Part dividedBy(Part monomial) {
            if (monomial.length() != 1) {
                throw new IllegalStateException("the filters have no perfect reconstruction");
            }
            return new Part(first - monomial.first, Filters.times(taps, monomial.taps[0].reciprocal()));
        }

        /**
         * The step of decomposition that subtracts this multiple: \(y_k\) loses \(\sum_l t_l x_{k-l}\), the taps come
         * in reverse order.
         */
        LiftingStep subtracting(boolean odd) {
            DD[] reversed = Filters.reversed(Filters.times(taps, DD.ONE.negate()));
            return new LiftingStep(odd, -(first + taps.length - 1), Filters.rounded(reversed));
        }
    }
}
