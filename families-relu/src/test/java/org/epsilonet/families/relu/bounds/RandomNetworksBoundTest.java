package org.epsilonet.families.relu.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.model.Certificate;
import org.epsilonet.api.model.InputBox;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.NetworkModel;
import org.epsilonet.families.relu.ReluNetwork;
import org.junit.jupiter.api.Test;

/** No bound is violated by any of ten thousand random networks; the tightest ratios are written to target. */
class RandomNetworksBoundTest {
    private static final int NETWORKS = 10_000;
    private static final int POINTS = 24;
    private static final ReluLipschitzAnalysis ANALYSIS = new ReluLipschitzAnalysis();

    private final Map<String, Double> tightest = new ConcurrentSkipListMap<>();
    /**
     * The same over networks of depth 3 and more with three and more neurons in every hidden layer and weights of ordinary
     * size: where they are tiny, the last bias is all there is, and where they are huge, the first layer.
     */
    private final Map<String, Double> tightestDeep = new ConcurrentSkipListMap<>();

    private final Map<String, Integer> finite = new ConcurrentSkipListMap<>();

    @Test
    void differenceOfTwoNetworks() throws IOException {
        LongStream.range(0, NETWORKS).parallel().forEach(seed -> {
            RandomNetworks random = new RandomNetworks(seed);
            ReluNetwork first = random.network();
            ReluNetwork second = random.neighbour(first);
            InputBox box = random.box();
            LpNorm norm = norm(seed);
            check(
                    seed,
                    first,
                    second,
                    box,
                    norm,
                    random,
                    ANALYSIS.difference(NetworkModel.of(first), NetworkModel.of(second), box, norm));
        });
        report("difference");
        // The worst of ten thousand comes near every bound that knows the weights: a loose bound is a wrong one.
        requireTight(List.of("path metric"));
    }

    @Test
    void distanceToAllNetworksNearby() throws IOException {
        LongStream.range(0, NETWORKS).parallel().forEach(seed -> {
            RandomNetworks random = new RandomNetworks(-1 - seed);
            ReluNetwork first = random.network();
            double delta = first.largestWeight() * Math.pow(2, -random.random().nextInt(24));
            ReluNetwork second = random.within(first, delta);
            InputBox box = random.box();
            LpNorm norm = norm(seed);
            List<Certificate> all = ANALYSIS.perturbation(NetworkModel.of(first), delta, box, norm);
            assertEquals("architecture", all.get(0).method());
            check(-1 - seed, first, second, box, norm, random, all);
        });
        report("perturbation");
        requireTight(List.of());
    }

    /** Slopes between random points never exceed a bound on the Lipschitz constant. */
    @Test
    void slopesOfANetwork() throws IOException {
        LongStream.range(0, NETWORKS).parallel().forEach(seed -> {
            RandomNetworks random = new RandomNetworks(1_000_000 + seed);
            ReluNetwork network = random.network();
            InputBox box = random.box();
            Exponent q = Exponent.values()[(int) (seed % 3)];
            checkSlopes(seed, network, box, q, random, new InputLipschitz(network, box, q).all());
        });
        report("input");
        for (String method :
                List.of("product of norms", "path norm", "interval Jacobian", "linear relaxation", "slopes")) {
            // A network of one layer and one input attains every one of them.
            assertTrue(tightest.get(method) > 0.99, method + " " + tightest);
        }
    }

    /** The search among slopes is for networks of one input, of which there are few among the others. */
    @Test
    void slopesOfNetworksOfOneInput() throws IOException {
        LongStream.range(0, NETWORKS).parallel().forEach(seed -> {
            RandomNetworks random = new RandomNetworks(2_000_000 + seed);
            ReluNetwork network = random.network(1);
            InputBox box = random.box();
            Exponent q = Exponent.values()[(int) (seed % 3)];
            double slopes = new InputLipschitz(network, box, q).slopes();
            checkSlopes(seed, network, box, q, random, List.of(new Certificate("slopes", slopes)));
        });
        report("input-slopes");
        assertTrue(finite.get("slopes") > 0.9 * NETWORKS, finite.toString());
        assertTrue(tightest.get("slopes") > 0.99, tightest.toString());
    }

    private void checkSlopes(
            long seed,
            ReluNetwork network,
            InputBox box,
            Exponent q,
            RandomNetworks random,
            List<Certificate> certificates) {
        double[] points = random.points(box, network.inputs(), POINTS);
        double error = 2 * new RunningError(network, box).inNorm(q);
        for (Certificate certificate : certificates) {
            if (certificate.bound() < Double.POSITIVE_INFINITY) {
                finite.merge(certificate.method(), 1, Integer::sum);
            }
            for (int p = 1; p < POINTS; p++) {
                double[] x = Arrays.copyOfRange(points, (p - 1) * network.inputs(), p * network.inputs());
                double[] y = Arrays.copyOfRange(points, p * network.inputs(), (p + 1) * network.inputs());
                double moved = distance(x, y, q) * (1 + 1e-12);
                double measured = distance(network.at(x), network.at(y), q) * (1 - 1e-12);
                int step = p;
                assertTrue(
                        !(measured - error > certificate.bound() * moved),
                        () -> "seed " + seed + ", q = " + q + " on " + box + ", step " + step + ": " + certificate);
                boolean tells = error < 1e-9 * measured && certificate.bound() < Double.POSITIVE_INFINITY;
                if (tells && moved > 0) {
                    record(network, certificate.method(), measured / moved / certificate.bound());
                }
            }
        }
    }

    private static double distance(double[] a, double[] b, Exponent q) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = Math.abs(a[i] - b[i]);
        }
        return norm(difference, new LpNorm(q.q()));
    }

    private static double norm(double[] values, LpNorm norm) {
        double largest = Arrays.stream(values).max().orElse(0);
        if (norm.isSup() || largest == 0 || Double.isInfinite(largest)) {
            return largest;
        }
        double sum = 0;
        for (double v : values) {
            sum += Math.pow(v / largest, norm.p());
        }
        return largest * Math.pow(sum, 1 / norm.p());
    }

    /** The worst of ten thousand comes near every bound: a loose bound is a wrong one. */
    private void requireTight(List<String> more) {
        List<String> methods = new ArrayList<>(more);
        methods.addAll(List.of("componentwise", "interval", "linear relaxation"));
        methods.addAll(List.of("norm recursion q=1", "norm recursion q=inf"));
        for (String method : methods) {
            assertTrue(tightest.get(method) > 0.99, method + " " + tightest);
        }
        assertTrue(tightest.get("norm recursion q=2") > 0.7, tightest.toString());
        assertTrue(tightest.get("architecture") > 0.2, tightest.toString());
    }

    private static LpNorm norm(long seed) {
        return seed % 4 == 0 ? LpNorm.L1 : seed % 4 == 1 ? LpNorm.L2 : LpNorm.SUP;
    }

    /** For every norm the largest value over points is tested, which is more than the mean that is asked for. */
    private void check(
            long seed,
            ReluNetwork first,
            ReluNetwork second,
            InputBox box,
            LpNorm norm,
            RandomNetworks random,
            List<Certificate> all) {
        double[] points = random.points(box, first.inputs(), POINTS);
        double[] a = first.atAll(points);
        double[] b = second.atAll(points);
        int m = first.outputs();
        double measured = 0;
        double error =
                new RunningError(first, box).inNorm(Exponent.ONE) + new RunningError(second, box).inNorm(Exponent.ONE);
        double[] difference = new double[m];
        for (int p = 0; p < POINTS; p++) {
            for (int i = 0; i < m; i++) {
                difference[i] = Math.abs(a[p * m + i] - b[p * m + i]);
            }
            measured = Math.max(measured, norm(difference, norm) * (1 - 1e-12));
        }
        for (Certificate certificate : all) {
            double bound = certificate.bound();
            // What the evaluation in doubles may lose is no violation.
            assertTrue(
                    !(measured - error > bound),
                    () -> "seed " + seed + ", " + norm + " on " + box + ": " + certificate + " for " + first);
            if (bound < Double.POSITIVE_INFINITY && bound > 0) {
                finite.merge(certificate.method(), 1, Integer::sum);
                if (error < 1e-9 * measured) {
                    record(first, certificate.method(), measured / bound);
                }
            }
        }
    }

    private void record(ReluNetwork network, String method, double ratio) {
        tightest.merge(method, ratio, Math::max);
        List<AffineMap> maps = network.maps();
        boolean wide =
                maps.stream().limit(maps.size() - 1).mapToInt(AffineMap::rows).allMatch(width -> width >= 3);
        double size = network.largestWeight();
        if (maps.size() >= 3 && wide && size > 0.125 && size < 8) {
            tightestDeep.merge(method, ratio, Math::max);
        }
    }

    /** What evaluation in doubles may lose. */
    private record RunningError(ReluNetwork network, InputBox box) {
        double inNorm(Exponent q) {
            double[] errors = FloatEvaluation.errors(network, box.radius(), 0x1p-53, Double.MIN_NORMAL);
            return MatrixNorms.ofVector(errors, q);
        }
    }

    private void report(String name) throws IOException {
        // No bound escapes being tested where layers multiply.
        assertEquals(tightest.keySet(), tightestDeep.keySet());
        String text = tightest.entrySet().stream()
                .map(e -> String.format(
                        Locale.ROOT,
                        "%-22s tightest ratio %.6f, %.6f for depth and widths >= 3, finite for %d of %d networks%n",
                        e.getKey(),
                        e.getValue(),
                        tightestDeep.getOrDefault(e.getKey(), Double.NaN),
                        finite.get(e.getKey()),
                        NETWORKS))
                .collect(Collectors.joining());
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "lipschitz-" + name + ".txt"), text);
    }
}
