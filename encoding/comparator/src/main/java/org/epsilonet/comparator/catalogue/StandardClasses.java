package org.epsilonet.comparator.catalogue;

import java.util.List;
import java.util.stream.Stream;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.classes.FunctionClassProvider;
import org.epsilonet.api.classes.Smoothness.Analytic;
import org.epsilonet.api.classes.Smoothness.Besov;
import org.epsilonet.api.classes.Smoothness.BoundedVariation;
import org.epsilonet.api.classes.Smoothness.Cartoon;
import org.epsilonet.api.classes.Smoothness.Hoelder;
import org.epsilonet.api.classes.Smoothness.Mixed;
import org.epsilonet.api.classes.Smoothness.Periodic;
import org.epsilonet.api.classes.Smoothness.PiecewiseSmooth;
import org.epsilonet.api.classes.Smoothness.Singleton;
import org.epsilonet.api.function.LpNorm;

/**
 * The catalogue: the classes on which approximation theory compares linear and nonlinear methods. Which instances are as
 * hard as the class ({@link org.epsilonet.api.classes.Instance#saturates()}) refers to the class's own norm: a jump is
 * hard for uniform knots in \(L^2\), not in \(L^1\). A source that begins with "likely" is believed, its hypotheses or
 * exponent not read again in the paper.
 */
public final class StandardClasses implements FunctionClassProvider {
    private static final List<FunctionClass> REPRESENTATIVES = List.of(
            hoelder(0.5),
            hoelder(1),
            new StandardClass(
                    "sobolev.2",
                    "Sobolev, s = 2, p = 2",
                    new Besov(1, 2, 2, 2),
                    LpNorm.L2,
                    seed -> Elements.besov(2, 2, seed)),
            besov(1, 1),
            besov(2, 1),
            besov(1, 2),
            new StandardClass(
                    "besov.critical",
                    "Besov, s = 1/2, p = 1, not compact",
                    new Besov(1, 0.5, 1, 1),
                    LpNorm.L2,
                    Elements::critical),
            new StandardClass(
                    "bv", "Bounded variation", new BoundedVariation(1), LpNorm.L2, Elements::boundedVariation),
            new StandardClass(
                    "piecewise-smooth.2",
                    "Piecewise C², at most 3 jumps",
                    new PiecewiseSmooth(2, 3),
                    LpNorm.L2,
                    Elements::piecewiseSmooth),
            new StandardClass(
                    "analytic.2",
                    "Analytic in the Bernstein ellipse of parameter 2",
                    new Analytic(1, 2),
                    LpNorm.SUP,
                    Elements::analytic),
            new StandardClass(
                    "takagi", "Takagi function", new Singleton(1, "takagi"), LpNorm.SUP, seed -> Elements.takagi()),
            new StandardClass(
                    "weierstrass",
                    "Weierstrass function, order 1/2",
                    new Singleton(1, "weierstrass"),
                    LpNorm.SUP,
                    seed -> PeriodicElements.weierstrass()),
            new StandardClass(
                    "sobolev-periodic.1",
                    "Sobolev on the circle, s = 1, p = 2",
                    new Periodic(new Besov(1, 1, 2, 2)),
                    LpNorm.L2,
                    PeriodicElements::sobolev),
            new StandardClass(
                    "mixed.1",
                    "Mixed smoothness on the torus, r = 1, d = 2",
                    new Periodic(new Mixed(2, 1)),
                    LpNorm.L2,
                    PeriodicElements::mixed),
            new StandardClass("cartoon.2", "Cartoon-like, C² edges", new Cartoon(2, 2), LpNorm.L2, Cartoons::of));

    private static final List<FunctionClass> CLASSES = Stream.of(
                    REPRESENTATIVES,
                    SmoothClasses.all(),
                    TorusClasses.all(),
                    ShapeClasses.all(),
                    JumpClasses.all(),
                    HullClasses.all())
            .flatMap(List::stream)
            .toList();

    /** Called by the service loader. */
    public StandardClasses() {}

    @Override
    public List<FunctionClass> classes() {
        return CLASSES;
    }

    @Override
    public List<FunctionClass> representatives() {
        return REPRESENTATIVES;
    }

    private static FunctionClass hoelder(double alpha) {
        String order = shown(alpha);
        return new StandardClass(
                "hoelder." + order,
                alpha == 1 ? "Lipschitz" : "Hölder, order " + order,
                new Hoelder(1, alpha),
                LpNorm.SUP,
                seed -> Elements.hoelder(alpha, seed));
    }

    private static FunctionClass besov(int s, int p) {
        return new StandardClass(
                "besov." + s + "." + p,
                "Besov, s = " + s + ", p = " + p,
                new Besov(1, s, p, p),
                LpNorm.L2,
                seed -> Elements.besov(s, p, seed));
    }

    private static String shown(double x) {
        return x == Math.rint(x) ? String.valueOf((long) x) : String.valueOf(x);
    }
}
