package org.epsilonet.comparator.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.epsilonet.api.function.Distance;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.comparator.Point;
import org.epsilonet.comparator.study.Subject.OfClass;
import org.epsilonet.comparator.study.Subject.OfData;
import org.epsilonet.comparator.study.internal.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Values go out as text and come back as themselves; lines of one key form a lattice. */
class ResultLineTest {
    private static final Cell CELL =
            new Cell("a.b", new OfClass("bv", -3, 2), new LpNorm(4.5), new Goal.AtBudget(16, "certified"));
    private static final Point POINT =
            new Point(16, 1234, 0.1, Distance.Kind.ESTIMATED, 0.125, 5e-324, Double.POSITIVE_INFINITY);
    private static final Point UNCODED =
            new Point(16, -1, 1e300, Distance.Kind.CERTIFIED, Double.NaN, Double.NaN, Double.NaN);

    static List<ResultLine> lines() {
        Cell data = new Cell("a", new OfData("dir/x \"1\".csv", "00ff"), LpNorm.SUP, new Goal.Encoded(1e-3));
        Cell within = new Cell("a", new OfClass("bv", 1, 0), LpNorm.L2, new Goal.WithinError(0.1, 64, "theorem:0.5"));
        return List.of(
                new ResultLine("c", CELL, new Outcome.Measured(true, POINT)),
                new ResultLine("c", within, new Outcome.Measured(false, UNCODED)),
                new ResultLine("c", data, new Outcome.Encoded(true, 1e-4, Distance.Kind.MEASURED, 80, 8, 16, 3)),
                new ResultLine("c", data, new Outcome.Encoded(false, 2, Distance.Kind.MEASURED, -1, 0, 0, 0)),
                new ResultLine("c", CELL, new Outcome.Failed("said: \"no\" \\ \u20ac \ud83d\ude00 \ud83d")));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void linesComeBackAsThemselves(ResultLine line) {
        assertEquals(line, ResultLine.of(line.json()));
        assertEquals(line.cell(), Cell.of(line.cell().json()));
        assertEquals(line.json(), ResultLine.of(line.json()).json());
    }

    /** Computed by sha256sum: keys must not change with the version of Java, or a study would begin anew. */
    @Test
    void keysAreThoseOfCoreutils() {
        String cell =
                "{\"budget\":16,\"class\":\"bv\",\"family\":\"a.b\",\"norm\":\"l4.5\",\"quantization\":\"certified\","
                        + "\"repetition\":2,\"seed\":-3}";
        assertEquals(cell, CELL.json());
        assertEquals(
                "8336e260a3d60a5363ff84e4c10c7c79c4b3dd4a4a6cc387b43e5e10493fa9b2",
                CELL.inputs().toString());
        assertEquals(
                "cebcffc68c12b2f13b2efdb750a7609a67a7388e1be202e406e3a8c04b7db540",
                ResultLine.key(CELL, "c").toString());
    }

    /** Shortest decimals; 2.0E-3 and 2.2250738585072014E-308 are among those that older Javas print otherwise. */
    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "2.0E-3, 0.002",
        "1e23, 1E+23",
        "9007199254740993, 9007199254740992",
        "4.9E-324, 4.94065645841247E-324",
        "-0.0, 0",
        "1.7976931348623157E308, 1.7976931348623157E+308",
        "100, 1E+2",
        "0.30000000000000004, 0.30000000000000004"
    })
    void numbersHaveOneForm(double x, String text) {
        assertEquals(text, CanonicalJson.text(x));
        assertEquals(x + 0.0, Double.parseDouble(text));
    }

    @Test
    void aLineWithAnotherKeyIsRefused() {
        String line = lines().get(0).json();
        assertThrows(IllegalArgumentException.class, () -> ResultLine.of(line.replace("\"seed\":-3", "\"seed\":3")));
        assertThrows(IllegalArgumentException.class, () -> ResultLine.of(line + "x"));
        assertThrows(IllegalArgumentException.class, () -> ResultLine.of("[]"));
        assertThrows(IllegalArgumentException.class, () -> ResultLine.of("{}"));
    }

    @Test
    void resultsSupersedeFailuresInAnyOrder() {
        ResultLine result = new ResultLine("c", CELL, new Outcome.Measured(true, POINT));
        ResultLine first = new ResultLine("c", CELL, new Outcome.Failed("a"));
        ResultLine second = new ResultLine("c", CELL, new Outcome.Failed("b"));
        List<ResultLine> all = List.of(result, first, second);
        for (ResultLine x : all) {
            assertEquals(x, x.joined(x));
            for (ResultLine y : all) {
                assertEquals(x.joined(y), y.joined(x));
                for (ResultLine z : all) {
                    assertEquals(x.joined(y).joined(z), x.joined(y.joined(z)));
                }
            }
        }
        assertEquals(result, second.joined(result));
        assertEquals(first, second.joined(first));
    }

    @Test
    void contradictionsAreRefused() {
        ResultLine result = new ResultLine("c", CELL, new Outcome.Measured(true, POINT));
        ResultLine other = new ResultLine("c", CELL, new Outcome.Measured(false, POINT));
        String message = assertThrows(IllegalArgumentException.class, () -> result.joined(other))
                .getMessage();
        assertTrue(
                message.contains("contradicting results")
                        && message.contains(result.key().toString()),
                message);
        assertTrue(message.endsWith("budget 16, quantization certified): reached yes and no"), message);
        assertThrows(IllegalArgumentException.class, () -> result.joined(new ResultLine("d", CELL, result.outcome())));
    }

    @Test
    void onlyDataAreEncoded() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Cell("a", new OfClass("bv", 1, 0), LpNorm.L2, new Goal.Encoded(0.1)));
    }

    @Test
    void repetitionsAreDrawsOfTheirOwn() {
        assertEquals(7, new OfClass("bv", 7, 0).instanceSeed());
        long second = new OfClass("bv", 7, 1).instanceSeed();
        assertNotEquals(7, second);
        assertNotEquals(second, new OfClass("bv", 8, 1).instanceSeed());
        assertNotEquals(second, new OfClass("bv", 7, 2).instanceSeed());
    }

    /** The least of all budgets for every answer and every end: monotone predicates have no other. */
    @Test
    void theLeastBudgetIsFound() {
        for (int largest = 1; largest <= 40; largest++) {
            for (int answer = 1; answer <= 41; answer++) {
                int least = answer;
                assertEquals(answer <= largest ? answer : 0, LeastBudget.of(m -> m >= least, largest));
            }
        }
        assertEquals(1 << 30, LeastBudget.of(m -> m >= 1 << 30, Integer.MAX_VALUE));
    }
}
