package org.epsilonet.codec.internal;

import org.epsilonet.api.symbol.CorruptCodeException;

/** The integers of a block of version 3, which is read and no longer written: as {@link QuickInteger}, but more decisions. */
final class QuickIntegerThree implements CodedBlock.Source {
    private static final int WINDOW = 15;
    private static final int TREE = 4;
    private static final int SYMBOLS = 1 << TREE;
    private static final int LENGTHS = 7;
    private static final int LONGEST = 52;

    private final RangeDecoder coder;
    private final QuickScale scale = new QuickScale();
    private final int[] zeros = QuickBit.fresh(QuickScale.ROWS);
    private final int[] lengths = QuickBit.fresh(QuickScale.ROWS * SYMBOLS);
    private final int[] digits = QuickBit.fresh(4 * SYMBOLS);

    QuickIntegerThree(RangeDecoder coder) {
        this.coder = coder;
    }

    @Override
    public long next(int place) throws CorruptCodeException {
        scale.at(place);
        int least = scale.least();
        long magnitude = magnitude(scale.row(least), least);
        boolean negative = magnitude > 0 && coder.bits(1) == 1;
        scale.add(magnitude);
        return negative ? -magnitude : magnitude;
    }

    private long magnitude(int row, int least) throws CorruptCodeException {
        if (decision(zeros, row) == 0) {
            return 0;
        }
        int node = 1;
        for (int level = TREE - 1; level >= 0; level--) {
            node = 2 * node + decision(lengths, row * SYMBOLS + node);
        }
        int symbol = node - SYMBOLS;
        int length = symbol == WINDOW ? (int) coder.bits(LENGTHS) : least + symbol;
        if (length < 1 || length > LONGEST) {
            throw new CorruptCodeException("an integer of a block has " + length + " bits");
        }
        int modelled = Math.min(2, length - 1);
        long head = 1;
        for (int k = 1; k <= modelled; k++) {
            head = 2 * head + decision(digits, 4 * symbol + (int) head);
        }
        int rest = length - 1 - modelled;
        return rest == 0 ? head : head << rest | coder.bits(rest);
    }

    private int decision(int[] states, int slot) throws CorruptCodeException {
        int state = states[slot];
        int bit = coder.decision(Math.max(QuickBit.mean(state), 1));
        states[slot] = QuickBit.after(state, bit - 1);
        return bit;
    }

    @Override
    public void finish() throws CorruptCodeException {
        coder.finish();
    }
}
