package org.epsilonet.cli.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** The data of a plot as the page's script reads them. */
final class ChartData {
    private ChartData() {}

    /** JSON that may stand inside a script element: no {@code <} is left in it. */
    static String json(LogLogPlot plot) throws IOException {
        Map<String, Object> chart = new LinkedHashMap<>();
        chart.put("x", axis(plot.x(), plot.xTitle()));
        chart.put("y", axis(plot.y(), plot.yTitle()));
        chart.put("curves", plot.curves().stream().map(ChartData::curve).toList());
        plot.guide()
                .ifPresent(g -> chart.put(
                        "guide",
                        Map.of(
                                "label",
                                plot.guideLabel(),
                                "points",
                                List.of(List.of(g.x1(), g.y1()), List.of(g.x2(), g.y2())))));
        return JSON.std.asString(chart).replace("<", "\\u003c");
    }

    private static Map<String, Object> axis(Axis axis, String title) {
        return Map.of(
                "title",
                title,
                "min",
                axis.min(),
                "max",
                axis.max(),
                "ticks",
                axis.ticks().stream().map(t -> List.of(t.value(), t.label())).toList());
    }

    private static Map<String, Object> curve(LogLogPlot.Curve curve) {
        List<List<Double>> points = new ArrayList<>();
        for (int i = 0; i < curve.x().length; i++) {
            points.add(List.of(curve.x()[i], curve.y()[i]));
        }
        return Map.of(
                "family",
                curve.family(),
                "style",
                curve.style().name(),
                "light",
                curve.style().light(),
                "dark",
                curve.style().dark(),
                "shape",
                curve.style().marker().chartStyle,
                "rotation",
                curve.style().marker().rotation,
                "points",
                points);
    }
}
