package org.epsilonet.comparator.study;

/**
 * One of several parts of a study that are run apart and merged afterwards. A cell's part follows from its hash, so that all
 * parts are about equally hard, and a cell keeps its part when the study grows.
 *
 * @param number 1 to {@code of}
 * @param of how many parts there are
 */
public record Part(int number, int of) {
    /** The whole study. */
    public static final Part WHOLE = new Part(1, 1);

    /**
     * @throws IllegalArgumentException if the number is not one of 1..of
     */
    public Part {
        if (number < 1 || number > of) {
            throw new IllegalArgumentException(
                    "a part is named K/N with whole numbers 1 <= K <= N, was " + number + "/" + of);
        }
    }

    /**
     * The part named {@code K/N}.
     *
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static Part named(String text) {
        if (!text.matches("[0-9]{1,6}/[0-9]{1,6}")) {
            throw new IllegalArgumentException("a part is named K/N with whole numbers 1 <= K <= N, was " + text);
        }
        String[] numbers = text.split("/", -1);
        return new Part(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    }

    /** Whether a cell belongs to this part. */
    public boolean contains(Cell cell) {
        return of == 1 || Long.remainderUnsigned(cell.inputs().a(), of) == number - 1;
    }
}
