package org.epsilonet.cli.report;

/**
 * Where the parts of a plot are, in pixels: the same for all ways to draw it.
 *
 * @param width of the plot without its legend
 * @param height of the plot without its title
 * @param left margin of the axes, with their labels
 * @param top margin above the axes
 * @param head height of the title
 */
record Frame(int width, int height, int left, int top, int head) {
    static final Frame USUAL = new Frame(560, 380, 86, 12, 34);

    private static final int RIGHT_MARGIN = 26;
    private static final int BOTTOM_MARGIN = 48;
    private static final int LEGEND_WIDTH = 260;
    private static final int LEGEND_LINE = 19;

    /** Where the axes end on the right. */
    int right() {
        return width - RIGHT_MARGIN;
    }

    /** Where the axes end below. */
    int bottom() {
        return height - BOTTOM_MARGIN;
    }

    /** Where the legend begins. */
    int legend() {
        return width + 4;
    }

    /** Distance of the lines of the legend. */
    int legendLine() {
        return LEGEND_LINE;
    }

    /** The width with the legend. */
    int documentWidth() {
        return width + LEGEND_WIDTH;
    }

    /** The height with the title, long enough for the legend. */
    int documentHeight(LogLogPlot plot) {
        return head + Math.max(height, top + (plot.curves().size() + 3) * LEGEND_LINE);
    }

    /** The place of a position 0..1 on the horizontal axis. */
    double x(double position) {
        return left + position * (right() - left);
    }

    /** The place of a position 0..1 on the vertical axis. */
    double y(double position) {
        return bottom() - position * (bottom() - top);
    }
}
