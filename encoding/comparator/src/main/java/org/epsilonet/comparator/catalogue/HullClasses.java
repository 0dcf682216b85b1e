package org.epsilonet.comparator.catalogue;

import java.util.List;
import org.epsilonet.api.classes.FunctionClass;
import org.epsilonet.api.classes.Smoothness;
import org.epsilonet.api.classes.Smoothness.Barron;
import org.epsilonet.api.classes.Smoothness.Other;
import org.epsilonet.api.function.LpNorm;

/** Closed convex hulls of dictionaries: what shallow networks approximate. */
final class HullClasses {
    private HullClasses() {}

    /** The classes. */
    static List<FunctionClass> all() {
        return List.of(ridges(2), ridges(3), steps(), spectral());
    }

    private static FunctionClass ridges(int d) {
        Smoothness smoothness = new Barron(d);
        return new StandardClass(
                "barron.d" + d,
                "ReLU variation (Barron) ball, d = " + d,
                smoothness,
                LpNorm.L2,
                UnitBall.of(
                        smoothness,
                        "closed convex hull in L2[0, 1]^" + d + " of +-max(0, w.x + b), |w| = 1 (Euclidean), |b| <= 2",
                        UnitBall.Entropy.UNKNOWN),
                seed -> CubeElements.ridges(d, seed));
    }

    private static FunctionClass steps() {
        UnitBall ball = UnitBall.inMean(
                "closed convex hull in L2[0, 1]^3 of the indicators of half spaces and their negatives",
                0.5 + 1.0 / 6,
                "1/2 + 1/(2d): Siegel and Xu, arXiv 2101.12365",
                UnitBall.Entropy.UNKNOWN);
        return new StandardClass(
                "barron-step.d3",
                "Hull of half spaces, d = 3",
                new Other(3, "barron-step"),
                LpNorm.L2,
                ball,
                CubeElements::halfSpaces);
    }

    private static FunctionClass spectral() {
        UnitBall ball = UnitBall.inMean(
                "restrictions to [0, 1]^2 of f with integral of (1 + |xi|) |f^(xi)| at most 1, f^ the Fourier transform",
                1,
                "likely: 1/2 + s/d with s = 1; Siegel and Xu, arXiv 2101.12365",
                UnitBall.Entropy.UNKNOWN);
        return new StandardClass(
                "spectral-barron.1.d2",
                "Spectral Barron ball, s = 1, d = 2",
                new Other(2, "spectral-barron.1"),
                LpNorm.L2,
                ball,
                CubeElements::planeWaves);
    }
}
