package org.epsilonet.cli.report;

import java.util.Locale;
import org.epsilonet.api.encodability.EncodabilityVerdict;
import org.epsilonet.comparator.PairVerdict;

/** Verdicts in the few words that fit into a cell; a sign beside them, so that no cell speaks by colour alone. */
final class VerdictText {
    private VerdictText() {}

    static String shortly(PairVerdict verdict) {
        return switch (verdict) {
            case BELOW_LIMIT -> "below limit";
            case ATTAINS_LIMIT -> "attains limit";
            case EXCEEDS_NOT_ENCODABLE -> "exceeds, not encodable";
            case EXCEEDS_ON_INSTANCES -> "exceeds on instances";
            case INCONCLUSIVE -> "inconclusive";
            case CONTRADICTS_THEORY -> "contradicts theory";
        };
    }

    static String shortly(EncodabilityVerdict.Kind kind) {
        return switch (kind) {
            case ENCODABLE -> "yes";
            case NOT_ESTABLISHED -> "not established";
            case NOT_ENCODABLE -> "no";
        };
    }

    static String sign(PairVerdict verdict) {
        return switch (verdict) {
            case BELOW_LIMIT -> "<";
            case ATTAINS_LIMIT -> "=";
            case EXCEEDS_NOT_ENCODABLE, EXCEEDS_ON_INSTANCES -> ">";
            case INCONCLUSIVE -> "?";
            case CONTRADICTS_THEORY -> "!";
        };
    }

    /** The class of the style sheet that colours it. */
    static String style(PairVerdict verdict) {
        return "verdict-" + verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
