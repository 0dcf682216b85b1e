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
        coder.symbol(lengths, row * SYMBOLS, TREE, symbol);
        if (symbol == WINDOW) {
            coder.bits(length, LENGTHS);
        }
        if (length > 0) {
            writeDigits(value, length, 4 * symbol, coder);
        }
        scale.add(magnitude);
    }

    private void writeDigits(long value, int length, int first, BlockWriter coder) {
        long magnitude = Math.abs(value);
        int left = length - 1;
        if (left > 0) {
            left--;
            coder.decision(digits, first + 1, (int) (magnitude >>> left) & 1);
        }
        if (length == SHORT) {
            left--;
            coder.decision(digits, first + (int) (magnitude >>> 1), (int) magnitude & 1);
        }
        long negative = value >>> Long.SIZE - 1;
        coder.bits(magnitude & (1L << left) - 1 | negative << left, left + 1);
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
        int symbol = coder.symbol(lengths, row * SYMBOLS, TREE);
        int length = symbol == 0 ? 0 : symbol == WINDOW ? (int) coder.bits(LENGTHS) : least + symbol;
        if (length > LONGEST) {
            throw new CorruptCodeException("an integer of a block has " + length + " bits");
        }
        if (length == 0) {
            scale.add(0);
            return 0;
        }
        long value = readDigits(length, 4 * symbol, coder);
        scale.add(Math.abs(value));
        return value;
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
        long raw = coder.bits(left + 1);
        long magnitude = head << left | raw & (1L << left) - 1;
        long negative = -(raw >>> left);
        return (magnitude ^ negative) - negative;
    }
}
