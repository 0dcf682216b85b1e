package org.epsilonet.codec.internal;

import org.epsilonet.api.symbol.CorruptCodeException;

/**
 * The quick code of signed integers, a tenth of the work of {@link MixedInteger}: an integer is whether it is zero, its
 * sign, its bitlength around the one expected, and its digits; each decision has one adaptive probability, in the row of a
 * {@link QuickScale}. Where there are very many integers, one well-chosen context says nearly as much as a mixture. Where
 * integers are large, zero is one of the bitlengths, and all digits but the first are raw, like the sign.
 */
final class QuickInteger {
    private static final int WINDOW = 15;
    private static final int TREE = 4;
    private static final int SYMBOLS = 1 << TREE;
    private static final int LENGTHS = 7;
    /** Integers of up to this bitlength have no raw digits. */
    private static final int SHORT = 3;

    private static final int LONGEST = 52;

    private final QuickScale scale = new QuickScale();
    private final int[] zeros = QuickBit.fresh(QuickScale.ROWS);
    private final int[] lengths = QuickBit.fresh(QuickScale.ROWS * SYMBOLS);
    private final int[] digits = QuickBit.fresh(4 * SYMBOLS);

    /**
     * Writes an integer.
     *
     * @param value of magnitude below 2^52
     * @param place where in the structure it stands, 0..63
     */
    void write(long value, int place, BlockWriter coder) {
        scale.at(place);
        if (scale.isSilent() && value == 0) {
            coder.decision(zeros, QuickScale.SILENT_ROW, 0);
            return;
        }
        int least = scale.least();
        int row = scale.row(least);
        long magnitude = Math.abs(value);
        if (!scale.isDense()) {
            coder.decision(zeros, row, value == 0 ? 0 : 1);
            if (value == 0) {
                scale.add(0);
                return;
            }
        }
        int length = QuickScale.bitLength(magnitude);
        int symbol = length == 0 ? 0 : length > least && length < least + WINDOW ? length - least : WINDOW;
        int node = row * SYMBOLS + 1;
        for (int level = TREE - 1; level >= 0; level--) {
            int bit = symbol >>> level & 1;
            coder.decision(lengths, node, bit);
            node += node - row * SYMBOLS + bit;
        }
        if (symbol == WINDOW) {
            coder.bits(length, LENGTHS);
        }
        if (length > 0) {
            writeDigits(magnitude, length, 4 * symbol, coder);
            coder.bits(value >>> Long.SIZE - 1, 1);
        }
        scale.add(magnitude);
    }

    private void writeDigits(long magnitude, int length, int first, BlockWriter coder) {
        int left = length - 1;
        if (left > 0) {
            left--;
            coder.decision(digits, first + 1, (int) (magnitude >>> left) & 1);
        }
        if (length == SHORT) {
            left--;
            coder.decision(digits, first + (int) (magnitude >>> 1), (int) magnitude & 1);
        }
        coder.bits(magnitude & (1L << left) - 1, left);
    }

    /**
     * Reads an integer.
     *
     * @param place where in the structure it stands, 0..63
     * @return the integer, of magnitude below 2^52
     * @throws CorruptCodeException if the block has ended, or no writer produces such a block
     */
    long read(int place, BlockReader coder) throws CorruptCodeException {
        scale.at(place);
        boolean silent = scale.isSilent();
        if (silent && coder.decision(zeros, QuickScale.SILENT_ROW) == 0) {
            return 0;
        }
        int least = scale.least();
        int row = scale.row(least);
        if (!silent && !scale.isDense() && coder.decision(zeros, row) == 0) {
            scale.add(0);
            return 0;
        }
        int node = 1;
        for (int level = 0; level < TREE; level++) {
            node = 2 * node + coder.decision(lengths, row * SYMBOLS + node);
        }
        int symbol = node - SYMBOLS;
        int length = symbol == 0 ? 0 : symbol == WINDOW ? (int) coder.bits(LENGTHS) : least + symbol;
        if (length > LONGEST) {
            throw new CorruptCodeException("an integer of a block has " + length + " bits");
        }
        if (length == 0) {
            scale.add(0);
            return 0;
        }
        long magnitude = readDigits(length, 4 * symbol, coder);
        scale.add(magnitude);
        long negative = -coder.bits(1);
        return (magnitude ^ negative) - negative;
    }

    private long readDigits(int length, int first, BlockReader coder) throws CorruptCodeException {
        long head = 1;
        int left = length - 1;
        if (left > 0) {
            left--;
            head = 2 + coder.decision(digits, first + 1);
        }
        if (length == SHORT) {
            left--;
            head = 2 * head + coder.decision(digits, first + (int) head);
        }
        return head << left | coder.bits(left);
    }
}
