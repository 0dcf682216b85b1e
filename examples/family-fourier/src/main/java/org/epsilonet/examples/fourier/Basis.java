package org.epsilonet.examples.fourier;

import java.util.Set;

/**
 * Waves in one variable, from which products make atoms in more. Atom 0 is the constant.
 *
 * <p>An atom is a cosine or sine in the <em>phase</em> \(u\): \(x\) itself, or for Chebyshev polynomials the angle that
 * \(x = \sin^2\frac{\pi u}2\) is the projection of. Atoms are orthonormal in \(du\).
 */
enum Basis {
    /** \(1, \sqrt2\cos2\pi x, \sqrt2\sin2\pi x, \sqrt2\cos4\pi x, \dots\) */
    FOURIER("fourier", "Fourier", "sines and cosines") {
        @Override
        int frequency(int index) {
            return (index + 1) / 2;
        }

        @Override
        int indices(int highest) {
            return 2 * highest + 1;
        }

        @Override
        double wave(int index, double u) {
            double turns = frequency(index) * u;
            double angle = 2 * Math.PI * (turns - Math.rint(turns));
            return index % 2 == 0 && index > 0 ? StrictMath.sin(angle) : StrictMath.cos(angle);
        }

        @Override
        LineTransform line(int n) {
            return new FourierLine(n);
        }

        @Override
        int reflected(int place, int n) {
            return Math.floorMod(place, n);
        }
    },
    /** \(1, \sqrt2\cos\pi x, \sqrt2\cos2\pi x, \dots\): the Fourier series of the even extension, which does not jump. */
    COSINE("cosine", "Cosines", "cosines"),
    /** \(1, \sqrt2T_1, \sqrt2T_2, \dots\), \(T_k(\cos\theta) = \cos k\theta\) with \(1 - 2x = \cos\theta\). */
    CHEBYSHEV("chebyshev", "Chebyshev polynomials", "Chebyshev polynomials") {
        @Override
        double phase(double x) {
            return x < 0.5
                    ? 2 * StrictMath.asin(Math.sqrt(x)) / Math.PI
                    : 1 - 2 * StrictMath.asin(Math.sqrt(1 - x)) / Math.PI;
        }

        @Override
        double place(double u) {
            double sine = StrictMath.sin(0.5 * Math.PI * u);
            return sine * sine;
        }

        /** \(dx = \frac\pi2\sin\pi u\,du\); on a grid the large sieve counts how many points crowd in \(u\). */
        @Override
        double energy(int terms, int samples) {
            return samples == 0 ? Math.PI / 2 : Math.PI + (2.0 * terms + 2) / samples;
        }

        @Override
        int determined(int samples) {
            return Math.min(samples, (int) (2 * Math.sqrt(samples)));
        }

        @Override
        Set<Integer> dimensions(Selection selection) {
            return Set.of(1);
        }
    };

    private final String word;
    private final String title;
    private final String atoms;

    Basis(String word, String title, String atoms) {
        this.word = word;
        this.title = title;
        this.atoms = atoms;
    }

    String word() {
        return word;
    }

    String title() {
        return title;
    }

    String atoms() {
        return atoms;
    }

    /** The frequency of an atom: full or half periods in the phase. */
    int frequency(int index) {
        return index;
    }

    /** How many atoms have at most this frequency. */
    int indices(int highest) {
        return highest + 1;
    }

    /** The factor before the wave, which is also the largest value of the atom. */
    static double amplitude(int index) {
        return index == 0 ? 1 : Math.sqrt(2);
    }

    /** Cosine or sine in the phase; bit-exact. */
    double wave(int index, double u) {
        double turns = 0.5 * index * u;
        return StrictMath.cos(2 * Math.PI * (turns - Math.rint(turns)));
    }

    double phase(double x) {
        return x;
    }

    /** The inverse of {@link #phase}. */
    double place(double u) {
        return u;
    }

    /** The transform on a line whose cell centres are equally spaced in the phase. */
    LineTransform line(int n) {
        return new CosineLine(n);
    }

    /** Where the value lies that continues a line beyond its ends. */
    int reflected(int place, int n) {
        int turn = Math.floorMod(place, 2 * n);
        return turn < n ? turn : 2 * n - 1 - turn;
    }

    /**
     * \(B^2\) in \(\|\sum c_k\varphi_k\|_2^2 \le B^2\sum c_k^2\).
     *
     * @param terms how many atoms at most
     * @param samples the number of grid points, 0 on the interval
     */
    double energy(int terms, int samples) {
        return 1;
    }

    /** The dimensions in which there are products of these waves. */
    Set<Integer> dimensions(Selection selection) {
        return selection.dimensions();
    }

    /** How many coefficients equispaced samples determine without amplifying their errors. */
    int determined(int samples) {
        return samples;
    }
}
