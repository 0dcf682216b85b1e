package org.epsilonet.examples.fourier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.IntStream;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.junit.jupiter.api.Test;

class DiscreteFourierTransformTest {
    @Test
    void agreesWithTheDefinitionForEveryLength() {
        for (int n = 1; n <= 100; n++) {
            Random random = new Random(n);
            double[] re = random.doubles(n, -1, 1).toArray();
            double[] im = random.doubles(n, -1, 1).toArray();
            double[] sumRe = new double[n];
            double[] sumIm = new double[n];
            for (int k = 0; k < n; k++) {
                for (int j = 0; j < n; j++) {
                    double angle = 2 * Math.PI * (j * k % n) / n;
                    sumRe[k] += re[j] * Math.cos(angle) + im[j] * Math.sin(angle);
                    sumIm[k] += im[j] * Math.cos(angle) - re[j] * Math.sin(angle);
                }
            }
            DiscreteFourierTransform.of(re.length).forward(re, im);
            // Values up to sqrt(n), rounded a few times; the chirp costs three transforms.
            assertArrayEquals(sumRe, re, 1e-12, "n = " + n);
            assertArrayEquals(sumIm, im, 1e-12, "n = " + n);
        }
    }

    /** Coefficients in the orthonormal system are inner products, keep the norm and give the values back. */
    @Test
    void dictionaryIsOrthonormalOnEveryGrid() {
        for (int n : IntStream.concat(IntStream.rangeClosed(1, 40), IntStream.of(1000, 1003, 4096))
                .toArray()) {
            double[] values = new Random(n).doubles(n, -1, 1).toArray();
            double[] coefficients = GridTransform.analyze(Basis.FOURIER, values, Grid.of(n));
            double energy = 0;
            for (double c : coefficients) {
                energy += c * c;
            }
            assertEquals(LpNorm.L2.of(values), Math.sqrt(energy), 1e-13, "Parseval, n = " + n);
            Atoms all = Atoms.all(Dictionary.of(Basis.FOURIER, Selection.FIRST, Grid.of(n), n));
            assertArrayEquals(values, GridTransform.synthesize(all, coefficients, Grid.of(n)), 1e-12, "n = " + n);
            AtomSum sum = new AtomSum(all, coefficients);
            for (int i = 0; i < n; i += 1 + n / 40) {
                assertEquals(values[i], sum.at((i + 0.5) / n), 1e-11, "n = " + n + ", i = " + i);
            }
        }
    }
}
