package org.epsilonet.codec.internal;

import java.util.Arrays;
import org.epsilonet.api.symbol.CorruptCodeException;

/**
 * Binary decisions whose probability is mixed from several models: each model is a table of adaptive probabilities, one
 * per context of its own, and the mixture is linear on the {@linkplain Logistic logistic} scale,
 * \[ p = \mathrm{st}^{-1}\Bigl(\sum_j w_j\, \mathrm{st}(p_j)\Bigr) , \]
 * with weights that follow the gradient of the code length. A context seen for the first time says one half, which is 0
 * on that scale, and so stays silent. All of it is integer arithmetic.
 *
 * @see <a href="https://doi.org/10.1109/DCC.2012.36">Mattern, Mixing strategies in data compression, 2012</a>
 */
final class MixedBit {
    private static final int PRECISION = 22;
    private static final int COUNT_BITS = 10;
    private static final int COUNT_MASK = (1 << COUNT_BITS) - 1;
    private static final int HALF = 1 << (PRECISION - 1) << COUNT_BITS;

    /** Weights are in units of 2^-16. Models agree much at first: together they should not be surer than one alone. */
    private static final int FIRST_WEIGHT = 1 << 14;

    private static final int RATE_SHIFT = 20;
    private static final int FIRST_RATE = 96;
    private static final int LAST_RATE = 4;

    /** {@code 2^16 / (n + 3/2)}: the weight of the next bit after n bits. */
    private static final int[] SHARE = new int[COUNT_MASK + 1];

    static {
        for (int n = 0; n <= COUNT_MASK; n++) {
            SHARE[n] = (1 << 17) / (2 * n + 3);
        }
    }

    private final int models;
    private final int[][] probabilities;
    private final int[] limits;
    private final int[] weights;
    private final int[] rates;
    private final int[] inputs;
    private final int[] slots;

    /**
     * @param sizes for each model the number of its contexts
     * @param limits for each model after how many bits it begins to forget, at most 1023
     * @param sets the number of sets of weights
     */
    MixedBit(int[] sizes, int[] limits, int sets) {
        this.models = sizes.length;
        this.limits = limits.clone();
        this.probabilities = new int[models][];
        for (int j = 0; j < models; j++) {
            probabilities[j] = new int[sizes[j]];
            Arrays.fill(probabilities[j], HALF);
        }
        this.weights = new int[sets * models];
        Arrays.fill(weights, FIRST_WEIGHT);
        this.rates = new int[sets];
        Arrays.fill(rates, FIRST_RATE << 4);
        this.inputs = new int[models];
        this.slots = new int[models];
    }

    private MixedBit(MixedBit other) {
        this.models = other.models;
        this.limits = other.limits;
        this.probabilities = other.probabilities.clone();
        Arrays.setAll(probabilities, j -> other.probabilities[j].clone());
        this.weights = other.weights.clone();
        this.rates = other.rates.clone();
        this.inputs = new int[models];
        this.slots = new int[models];
    }

    /** The same in all that was learned. */
    MixedBit copy() {
        return new MixedBit(this);
    }

    /** Forgets all contexts of a model, but not what weight it has. */
    void forget(int model) {
        Arrays.fill(probabilities[model], HALF);
    }

    /** Takes contexts as seen at most so often, and weights as half as far from where they began and never changed. */
    void doubt(int most) {
        for (int[] states : probabilities) {
            for (int i = 0; i < states.length; i++) {
                states[i] = states[i] & ~COUNT_MASK | Math.min(states[i] & COUNT_MASK, most);
            }
        }
        Arrays.setAll(weights, i -> weights[i] + FIRST_WEIGHT >> 1);
        Arrays.fill(rates, FIRST_RATE << 4);
    }

    /** How often bits were seen in the context named for a model, up to its limit. */
    int seen(int model) {
        return probabilities[model][slots[model]] & COUNT_MASK;
    }

    /** Names the context of a model for the next decision. */
    void context(int model, int slot) {
        slots[model] = slot;
    }

    /**
     * Codes a decision in the contexts named.
     *
     * @param coder writes or reads it
     * @param bit what to write
     * @param set which weights
     * @return the bit
     * @throws CorruptCodeException if the stream has ended
     */
    int code(TwoWayCoder coder, int bit, int set) throws CorruptCodeException {
        long sum = 0;
        int first = set * models;
        for (int j = 0; j < models; j++) {
            int p = probabilities[j][slots[j]] >>> (COUNT_BITS + PRECISION - 16);
            inputs[j] = Logistic.stretched(Math.max(p, 1));
            sum += (long) weights[first + j] * inputs[j];
        }
        int zero = Logistic.squashed(sum >> 16);
        int coded = coder.bit(bit, zero);
        learn(coded, zero, set);
        return coded;
    }

    private void learn(int bit, int zero, int set) {
        int first = set * models;
        long miss = (long) ((bit == 0 ? Logistic.ONE : 0) - zero) * (rates[set] >> 4);
        for (int j = 0; j < models; j++) {
            weights[first + j] += (int) ((inputs[j] * miss + (1 << (RATE_SHIFT - 1))) >> RATE_SHIFT);
            int state = probabilities[j][slots[j]];
            int n = state & COUNT_MASK;
            int p = state >>> COUNT_BITS;
            int target = bit == 0 ? (1 << PRECISION) - 1 : 0;
            p += (int) ((long) (target - p) * SHARE[n] >> 16);
            probabilities[j][slots[j]] = p << COUNT_BITS | (n < limits[j] ? n + 1 : n);
        }
        if (rates[set] > LAST_RATE << 4) {
            rates[set]--;
        }
    }
}
