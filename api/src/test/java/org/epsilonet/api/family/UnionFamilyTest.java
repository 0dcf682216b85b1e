package org.epsilonet.api.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.epsilonet.api.encodability.Growth;
import org.epsilonet.api.function.Cube;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolTape;
import org.junit.jupiter.api.Test;

class UnionFamilyTest {
    private static final Samples RAMP = Formula.of("ramp", x -> x).sampledOn(16);

    /** The constants k/M, and the powers x^k, k = 0..M. */
    private static final FiniteFamily CONSTANTS = FiniteFamily.of(
            "test.constants",
            "constants",
            1,
            Growth.LOG,
            m -> IntStream.rangeClosed(0, m)
                    .mapToObj(k -> Formula.of("constant " + k, x -> (double) k / m))
                    .toList());

    private static final FiniteFamily POWERS = FiniteFamily.of(
            "test.powers",
            "powers",
            1,
            new Growth(3, 0),
            m -> IntStream.rangeClosed(0, m)
                    .mapToObj(k -> Formula.of("power " + k, x -> Math.pow(x, k)))
                    .toList());

    private static final UnionFamily UNION = UnionFamily.of("test.union", "both", List.of(CONSTANTS, POWERS));

    @Test
    void aFiniteFamilyIsItsOwnCodeBook() {
        Codebook book = CONSTANTS.codebook(Cube.INTERVAL, 4, LpNorm.SUP, 1e-9);
        assertEquals(0, book.coveringRadius());
        assertEquals(3, book.bits());
        assertEquals(
                List.of(0.0, 0.25, 0.5, 0.75, 1.0),
                book.codewords().map(c -> c.at(0.3)).toList());
        Approximant found = CONSTANTS.approximate(RAMP, 4, LpNorm.L2).approximant();
        assertEquals(0.5, found.at(0.9));
        assertEquals(BigInteger.TWO, book.index(book.nearest(found)));
        assertThrows(IllegalArgumentException.class, () -> book.codeword(BigInteger.valueOf(5)));
        assertThrows(
                IllegalArgumentException.class,
                () -> book.index(CONSTANTS.approximate(RAMP, 5, LpNorm.L2).approximant()));
    }

    @Test
    void aUnionGivesTheBestOfItsParts() throws CorruptCodeException {
        Approximation best = UNION.approximate(RAMP, 4, LpNorm.L2);
        assertEquals(0, best.distance().value());
        assertEquals(1, UNION.partOf(best.approximant()));
        assertEquals(Set.of(1), UNION.dimensions());
        Parametrization p = assertInstanceOf(ParametrizedFamily.class, UNION).parametrization(Grid.of(16), 4);
        assertEquals(Math.log(10) / Math.log(2), p.log2Structures(), 1e-12);
        SymbolTape tape = SymbolTape.of(best.approximant().structure()::write);
        Structure read = p.read(tape.reader());
        assertEquals(tape, SymbolTape.of(read::write));
        assertEquals(0.3, read.realize(new double[0]).at(0.3));
    }

    @Test
    void theStructuresOfAUnionAreNumberedAsTheyAreEnumerated() {
        Parametrization p = ((ParametrizedFamily) UNION).parametrization(Grid.of(16), 2);
        StructureNumbering numbering = p.numbering().orElseThrow();
        StructureEnumeration found = StructureEnumeration.of(p);
        assertTrue(found.complete());
        assertEquals(BigInteger.valueOf(found.structures().size()), numbering.count());
        for (int i = 0; i < 6; i++) {
            assertEquals(BigInteger.valueOf(i), numbering.rank(numbering.unrank(BigInteger.valueOf(i))));
        }
    }

    @Test
    void theVerdictOfAUnionIsThatOfItsWorstPart() {
        var verdict = UNION.encodability(Cube.INTERVAL, LpNorm.L2).verdict();
        assertEquals(2, verdict.h());
        assertEquals(POWERS.encodability(Cube.INTERVAL, LpNorm.L2).verdict().kind(), verdict.kind());
    }

    @Test
    void partsNeedACommonDimension() {
        FiniteFamily planar =
                FiniteFamily.of("test.planar", "planar", 2, Growth.ZERO, m -> List.of(Formula.of("zero", 2, x -> 0)));
        assertThrows(
                IllegalArgumentException.class, () -> UnionFamily.of("test.none", "none", List.of(planar, POWERS)));
        assertFalse(UNION.supports(new Cube(2)));
    }
}
