package org.epsilonet.cli.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.epsilonet.cli.report.LogLogPlot.Curve;

/**
 * Draws a plot as PNG, at twice the size of the SVG, on white: for slides and for programs that read no SVG. The picture is
 * drawn from the same model, in the same places.
 */
final class PngPlot {
    private static final int SCALE = 2;
    private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 17);
    private static final Color GRID = new Color(0xe3e6ea);
    private static final Color AXIS = new Color(0x8a9099);
    private static final Color INK = new Color(0x1c1e21);
    private static final Color LABEL = new Color(0x4c535d);
    private static final Color FORBIDDEN = new Color(0x5c, 0x66, 0x73, 41);
    private static final BasicStroke HAIR = new BasicStroke(1);
    private static final BasicStroke DASHED = dashed(1.8f, 7, 5);

    private final LogLogPlot plot;
    private final Frame frame = Frame.USUAL;
    private final Graphics2D ink;

    private PngPlot(LogLogPlot plot, Graphics2D ink) {
        this.plot = plot;
        this.ink = ink;
    }

    /** Why this Java runtime cannot label a picture; empty where it can. Small containers have no fonts. */
    static Optional<String> obstacle() {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        Graphics2D ink = image.createGraphics();
        try {
            ink.getFontMetrics(PLAIN).stringWidth("M");
            return Optional.empty();
        } catch (InternalError | RuntimeException e) {
            return Optional.of("no PNG plots: this Java runtime finds no font (" + e.getMessage() + ")");
        } finally {
            ink.dispose();
        }
    }

    /** The bytes of a PNG file. */
    static byte[] document(LogLogPlot plot) {
        int width = Frame.USUAL.documentWidth();
        int height = Frame.USUAL.documentHeight(plot);
        BufferedImage image = new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D ink = image.createGraphics();
        try {
            ink.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            ink.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            ink.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            ink.scale(SCALE, SCALE);
            ink.setColor(Color.WHITE);
            ink.fillRect(0, 0, width, height);
            new PngPlot(plot, ink).draw();
        } finally {
            ink.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", bytes)) {
                throw new IllegalStateException("this Java runtime writes no PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a picture in memory was not written", e);
        }
        return bytes.toByteArray();
    }

    private void draw() {
        ink.setFont(BOLD);
        text(plot.title(), frame.left(), 24, 0, INK);
        ink.setFont(PLAIN);
        ink.translate(0, frame.head());
        axes();
        plot.forbidden().ifPresent(this::forbidden);
        plot.curves().forEach(this::curve);
        plot.guide().ifPresent(g -> line(x(g.x1()), y(g.y1()), x(g.x2()), y(g.y2()), INK, DASHED));
        legend();
    }

    private void axes() {
        for (Axis.Tick tick : plot.x().ticks()) {
            line(x(tick.value()), frame.top(), x(tick.value()), frame.bottom(), GRID, HAIR);
            text(tick.label(), x(tick.value()), frame.bottom() + 18, 0.5, LABEL);
        }
        for (Axis.Tick tick : plot.y().ticks()) {
            line(frame.left(), y(tick.value()), frame.right(), y(tick.value()), GRID, HAIR);
            text(tick.label(), frame.left() - 8, y(tick.value()) + 4, 1, LABEL);
        }
        line(frame.left(), frame.bottom(), frame.right(), frame.bottom(), AXIS, HAIR);
        line(frame.left(), frame.top(), frame.left(), frame.bottom(), AXIS, HAIR);
        text(plot.xTitle(), (frame.left() + frame.right()) / 2.0, frame.bottom() + 38, 0.5, LABEL);
        AffineTransform upright = ink.getTransform();
        ink.translate(15, (frame.top() + frame.bottom()) / 2.0);
        ink.rotate(-Math.PI / 2);
        text(plot.yTitle(), 0, 0, 0.5, LABEL);
        ink.setTransform(upright);
    }

    private void forbidden(ForbiddenRegion region) {
        Path2D outline = new Path2D.Double();
        outline.moveTo(frame.left(), y(region.slabs().get(0).high()));
        double end = 0;
        for (double[] corner : region.outline()) {
            end = y(corner[1]);
            outline.lineTo(x(corner[0]), end);
        }
        outline.lineTo(frame.left(), end);
        outline.closePath();
        ink.setColor(FORBIDDEN);
        ink.fill(outline);
    }

    private void curve(Curve curve) {
        Path2D line = new Path2D.Double();
        for (int i = 0; i < curve.x().length; i++) {
            if (i == 0) {
                line.moveTo(x(curve.x()[i]), y(curve.y()[i]));
            } else {
                line.lineTo(x(curve.x()[i]), y(curve.y()[i]));
            }
        }
        ink.setColor(Color.decode(curve.style().light()));
        ink.setStroke(stroke(curve.style()));
        ink.draw(line);
        for (int i = 0; i < curve.x().length; i++) {
            marker(curve.style().marker(), x(curve.x()[i]), y(curve.y()[i]));
        }
    }

    private void legend() {
        double y = frame.top() + 8;
        for (Curve curve : plot.byLastError()) {
            ink.setColor(Color.decode(curve.style().light()));
            ink.setStroke(stroke(curve.style()));
            ink.draw(new Line2D.Double(frame.legend(), y, frame.legend() + 26, y));
            marker(curve.style().marker(), frame.legend() + 13, y);
            text(curve.family(), frame.legend() + 34, y + 4, 0, LABEL);
            y += frame.legendLine();
        }
        if (plot.guide().isPresent()) {
            line(frame.legend(), y + 4, frame.legend() + 26, y + 4, INK, DASHED);
        }
        text(plot.guideLabel(), frame.legend() + 34, y + 8, 0, LABEL);
        if (plot.forbidden().isPresent()) {
            ink.setColor(FORBIDDEN);
            ink.fill(new Rectangle2D.Double(frame.legend(), y + frame.legendLine() - 2, 26, 12));
            text(SvgPlot.FORBIDDEN, frame.legend() + 34, y + frame.legendLine() + 8, 0, LABEL);
        }
    }

    private void marker(Marker marker, double x, double y) {
        ink.setStroke(HAIR);
        Shape shape = switch (marker) {
            case CIRCLE -> new Ellipse2D.Double(x - 3, y - 3, 6, 6);
            case SQUARE -> new Rectangle2D.Double(x - 2.7, y - 2.7, 5.4, 5.4);
            case DIAMOND -> polygon(x, y - 3.8, x + 3.8, y, x, y + 3.8, x - 3.8, y);
            case TRIANGLE -> polygon(x, y - 3.9, x + 3.6, y + 2.3, x - 3.6, y + 2.3);
            case WEDGE -> polygon(x, y + 3.9, x + 3.6, y - 2.3, x - 3.6, y - 2.3);
            case CROSS -> polygon(x - 3, y - 3, x + 3, y + 3, x, y, x + 3, y - 3, x - 3, y + 3, x, y);
        };
        ink.fill(shape);
        ink.draw(shape);
    }

    private static Shape polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }

    private void line(double x1, double y1, double x2, double y2, Color colour, BasicStroke stroke) {
        ink.setColor(colour);
        ink.setStroke(stroke);
        ink.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    /** Text at a place: {@code anchor} 0 begins there, 1 ends there. */
    private void text(String text, double x, double y, double anchor, Color colour) {
        ink.setColor(colour);
        ink.drawString(text, (float) (x - anchor * ink.getFontMetrics().stringWidth(text)), (float) y);
    }

    private static BasicStroke stroke(Palette.Style style) {
        return style == Palette.BASELINE
                ? dashed(1.6f, 2, 4)
                : new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    private static BasicStroke dashed(float width, float on, float off) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {on, off}, 0);
    }

    private double x(double value) {
        return frame.x(plot.x().position(value));
    }

    private double y(double value) {
        return frame.y(plot.y().position(value));
    }
}
