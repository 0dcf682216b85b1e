package org.epsilonet.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One colour and one shape for every family, the same in all plots.
 *
 * <p>Few families: each has a hue of its own. Many: families of one kind (the part of the id before the first dot) share
 * a hue and its neighbour and differ in shape and lightness, so that splines are told from wavelets at a glance. The hues are those of
 * Okabe and Ito, which keep apart under the common forms of colour blindness.
 *
 * @param styles by family, in order of first appearance
 */
record Palette(Map<String, Style> styles) {
    /**
     * How a family's curves are drawn.
     *
     * @param name the name of the style, unique: {@code c0}, {@code c1}, ...
     * @param light its colour on a light ground, {@code #rrggbb}
     * @param dark its colour on a dark ground
     * @param marker its shape
     */
    record Style(String name, String light, String dark, Marker marker) {}

    /** The curve that is no family's: black and dotted. */
    static final Style BASELINE = new Style("baseline", "#1c1e21", "#e8eaed", Marker.CROSS);

    /** Blue, vermilion, bluish green, reddish purple, orange, sky blue, grey; darkened where white would drown them. */
    private static final int[] HUES = {0x0072B2, 0xC94F00, 0x008F68, 0xB0558A, 0xB87400, 0x2E8FC6, 0x6A6A6A};

    /** Beside each hue a related one, for every second family of a kind. */
    private static final int[] RELATED = {0x3B8FCC, 0xC07F00, 0x748F00, 0x7A62B8, 0x8C6D46, 0x2F9A93, 0x969696};

    /** Towards black (negative) or white, for the families of a kind in turn. */
    private static final double[] LIGHTNESS = {0, 0, -0.4, -0.4, 0.3, 0.3};

    static Palette of(List<String> families) {
        Set<String> distinct = new LinkedHashSet<>(families);
        boolean few = distinct.size() <= HUES.length;
        List<String> kinds = new ArrayList<>();
        int[] membersOfHue = new int[HUES.length];
        Map<String, Style> styles = new LinkedHashMap<>();
        for (String family : distinct) {
            String kind = few ? family : family.replaceFirst("\\..*", "");
            if (!kinds.contains(kind)) {
                kinds.add(kind);
            }
            int hue = kinds.indexOf(kind) % HUES.length;
            int member = membersOfHue[hue]++;
            String name = "c" + styles.size();
            styles.put(family, few ? style(name, hue, hue, 0) : style(name, hue, member, member));
        }
        return new Palette(styles);
    }

    Style of(String family) {
        Style style = styles.get(family);
        if (style == null) {
            throw new IllegalArgumentException("no style for family " + family + ", only for " + styles.keySet());
        }
        return style;
    }

    /** The style sheet by which curves take their dark colours inside the given media query. */
    String darkRules() {
        StringBuilder rules = new StringBuilder();
        List<Style> all = new ArrayList<>(styles.values());
        all.add(BASELINE);
        all.forEach(s -> rules.append(".%s{stroke:%s;color:%s}".formatted(s.name, s.dark, s.dark)));
        return rules.toString();
    }

    private static Style style(String name, int hue, int marker, int member) {
        // As many shades as shapes: the second round over both is shifted, so that no pair comes twice before 36.
        int shade = (member + member / LIGHTNESS.length) % LIGHTNESS.length;
        int base = shade % 2 == 0 ? HUES[hue] : RELATED[hue];
        Marker[] markers = Marker.values();
        return new Style(
                name,
                hex(mixed(base, LIGHTNESS[shade])),
                hex(mixed(mixed(base, 0.3), 0.6 * LIGHTNESS[shade])),
                markers[marker % markers.length]);
    }

    private static int mixed(int colour, double towardsWhite) {
        int end = towardsWhite > 0 ? 255 : 0;
        double weight = Math.abs(towardsWhite);
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int channel = colour >> shift & 255;
            mixed |= (int) Math.round(channel + weight * (end - channel)) << shift;
        }
        return mixed;
    }

    private static String hex(int colour) {
        return String.format(Locale.ROOT, "#%06x", colour);
    }
}
