package org.epsilonet.families.relu.bounds;

import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;
import org.epsilonet.api.model.InputBox;

/** Branch and bound for the largest of a quantity that is bounded on intervals, the better the smaller they are. */
final class SlopeSearch {
    private static final int MOST_SPLITS = 20_000;
    /** Kinks never leave their interval: below this part of the box, splitting stops. */
    private static final double SMALLEST = 0x1p-40;

    private final ToDoubleFunction<InputBox> bound;
    private final InputBox box;

    SlopeSearch(ToDoubleFunction<InputBox> bound, InputBox box) {
        this.bound = bound;
        this.box = box;
    }

    private record Part(InputBox on, double bound) {}

    /** An upper bound: the largest bound of a part that cannot be split further with profit. */
    double largest() {
        PriorityQueue<Part> open = new PriorityQueue<>((a, b) -> Double.compare(b.bound, a.bound));
        open.add(new Part(box, bound.applyAsDouble(box)));
        double settled = 0;
        double smallest = (box.high() - box.low()) * SMALLEST;
        for (int splits = 0; splits < MOST_SPLITS; splits++) {
            Part worst = open.poll();
            if (worst == null || worst.bound <= settled) {
                return settled;
            }
            double middle = 0.5 * worst.on.low() + 0.5 * worst.on.high();
            boolean divisible = middle - worst.on.low() > smallest && worst.on.high() - middle > smallest;
            if (!divisible) {
                settled = Math.max(settled, worst.bound);
                continue;
            }
            InputBox left = new InputBox(worst.on.low(), middle);
            InputBox right = new InputBox(middle, worst.on.high());
            double leftBound = bound.applyAsDouble(left);
            double rightBound = bound.applyAsDouble(right);
            if (Math.max(leftBound, rightBound) >= worst.bound * (1 - 1e-9) && isSettled(left, right, worst.bound)) {
                settled = Math.max(settled, worst.bound);
                continue;
            }
            open.add(new Part(left, leftBound));
            open.add(new Part(right, rightBound));
        }
        Part worst = open.peek();
        return worst == null ? settled : Math.max(settled, worst.bound);
    }

    /** Whether some half of a half still has the bound at a point, so that splitting gains nothing: the slope is there. */
    private boolean isSettled(InputBox left, InputBox right, double bound) {
        double point = Math.max(at(left), at(right));
        return point >= bound * (1 - 1e-9);
    }

    private double at(InputBox part) {
        double middle = 0.5 * part.low() + 0.5 * part.high();
        double reach = (box.high() - box.low()) * 0x1p-45;
        return middle - reach < middle + reach
                ? bound.applyAsDouble(new InputBox(middle - reach, middle + reach))
                : bound.applyAsDouble(part);
    }
}
