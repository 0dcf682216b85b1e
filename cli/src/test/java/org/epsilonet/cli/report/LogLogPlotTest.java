package org.epsilonet.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.epsilonet.comparator.ComparisonResult;
import org.junit.jupiter.api.Test;

class LogLogPlotTest {
    @Test
    void axesAreLabelledWhereReadersExpect() {
        assertEquals(List.of("16", "32", "64", "128", "256", "512"), labels(LogAxis.octaves(16, 512)));
        assertEquals(List.of("16", "64", "256", "1024", "4096", "16384"), labels(LogAxis.octaves(16, 32768)));
        assertEquals(List.of("100", "200", "500", "1000", "2000", "5000"), labels(LogAxis.decades(95, 6000)));
        assertEquals(List.of("10²", "10³", "10⁴", "10⁵"), labels(LogAxis.decades(95, 600000)));
        assertEquals(List.of("10⁻⁶", "10⁻⁴", "10⁻²", "1"), every(2, labels(LogAxis.decades(1e-6, 2))));
        assertEquals(List.of("0.001", "0.01", "0.1", "1"), labels(LogAxis.decades(0.8e-3, 1)));
    }

    @Test
    void anAxisOfOnePointOrNoneIsLongEnoughToRead() {
        LogAxis one = LogAxis.decades(0.3);
        assertTrue(one.max() / one.min() >= 10, one.toString());
        assertEquals(0.5, one.position(0.3), 1e-12);
        assertTrue(one.ticks().size() >= 3, one.toString());
        assertTrue(LogAxis.decades().ticks().size() >= 3);
        assertTrue(LogAxis.octaves(7).ticks().size() >= 2);
    }

    @Test
    void theGuideHasTheSlopeOfTheLimitAndStaysInsideTheAxes() {
        ComparisonResult result = SyntheticComparison.usual();
        Palette palette =
                Palette.of(result.pairs().stream().map(p -> p.family()).toList());
        int guides = 0;
        for (ClassSection section : ClassSection.of(result, Background.NONE)) {
            for (LogLogPlot plot :
                    List.of(LogLogPlot.ofBudgets(section, palette), LogLogPlot.ofBits(section, palette))) {
                double limit = section.encodingSpeed().orElseThrow();
                assertEquals(Double.isFinite(limit), plot.guide().isPresent(), plot.name());
                if (plot.guide().isPresent()) {
                    guides++;
                    LogLogPlot.Guide guide = plot.guide().orElseThrow();
                    double slope = Math.log(guide.y2() / guide.y1()) / Math.log(guide.x2() / guide.x1());
                    assertEquals(-limit, slope, 1e-9, plot.name());
                    for (double position : new double[] {
                        plot.x().position(guide.x1()),
                        plot.x().position(guide.x2()),
                        plot.y().position(guide.y1()),
                        plot.y().position(guide.y2())
                    }) {
                        assertTrue(position > -1e-9 && position < 1 + 1e-9, plot.name() + " at " + position);
                    }
                }
            }
        }
        assertEquals(14, guides, "two plots of seven classes with a finite limit");
    }

    @Test
    void theGuideLiesBelowTheLeftHalfAndTouchesIt() {
        ComparisonResult result = SyntheticComparison.usual();
        Palette palette =
                Palette.of(result.pairs().stream().map(p -> p.family()).toList());
        LogLogPlot plot =
                LogLogPlot.ofBudgets(ClassSection.of(result, Background.NONE).get(1), palette);
        LogLogPlot.Guide guide = plot.guide().orElseThrow();
        double nearest = Double.POSITIVE_INFINITY;
        for (LogLogPlot.Curve curve : plot.curves()) {
            for (int i = 0; i < curve.x().length && plot.x().position(curve.x()[i]) <= 0.5; i++) {
                nearest = Math.min(nearest, curve.y()[i] / (guide.y1() * guide.x1() / curve.x()[i]));
            }
        }
        assertEquals(1, nearest, 1e-9, "the limit of this class has slope -1");
    }

    @Test
    void pointsThatHaveNoLogarithmAreLeftOut() {
        ComparisonResult result = SyntheticComparison.awkward();
        Palette palette = Palette.of(List.of(SyntheticComparison.AWKWARD_FAMILY));
        ClassSection section = ClassSection.of(result, Background.NONE).get(0);
        assertEquals(1, LogLogPlot.ofBudgets(section, palette).curves().get(0).x().length);
        assertEquals(2, LogLogPlot.ofBits(section, palette).curves().get(0).x().length);
    }

    @Test
    void everyFamilyHasAColourAndShapeOfItsOwn() {
        List<String> many = IntStream.range(0, 40)
                .mapToObj(i -> "kind" + i % 10 + ".member" + i / 10)
                .toList();
        for (List<String> families : List.of(many, many.subList(0, 7))) {
            Palette palette = Palette.of(families);
            long looks = palette.styles().values().stream()
                    .map(s -> s.light() + s.marker())
                    .distinct()
                    .count();
            assertEquals(families.size(), looks);
        }
    }

    private static List<String> labels(LogAxis axis) {
        return axis.ticks().stream().map(Axis.Tick::label).toList();
    }

    private static List<String> every(int step, List<String> labels) {
        return IntStream.range(0, labels.size())
                .filter(i -> i % step == 0)
                .mapToObj(labels::get)
                .toList();
    }
}
