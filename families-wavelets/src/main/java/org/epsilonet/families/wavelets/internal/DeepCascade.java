package org.epsilonet.families.wavelets.internal;

/**
 * The transform of \(2^{50}\) samples of [0, 1] (at which cells have centres that are doubles), of which only the
 * part that is asked for is ever computed. Scale \(j\) has \(2^j\) low-pass coefficients and as many details; the
 * coarsest scale \(c\) is the system's. Atoms are numbered like a heap: the \(2^c\) coarsest, then detail \(k\) of scale
 * \(j\) as \(2^j + k\), so that the tree parent of atom \(i\) is \(\lfloor i/2 \rfloor\).
 *
 * <p>Where a function is smooth, its low-pass coefficient is computed from few values by a rule that is exact on
 * polynomials: the functional \(2^{j/2} a_{jk}\) is a mean of samples whose moments follow from those one scale finer
 * and the filter. The values are those around its centre of mass, which for long asymmetric filters is several cells from
 * cell \(k\): so the weights are of order 1, and where the function is rough the rule errs no more than its values vary.
 */
final class DeepCascade {
    /** Scale of the samples: the last whose cell centres are doubles, with two bits for places between. */
    static final int FINEST = 50;

    private static final double HALF_ROOT = Math.sqrt(0.5);

    private final WaveletSystem system;
    private final Cascade cascade;
    private final int coarsest;
    private final LocalLevel[] levels;
    private final double[][] rules = new double[FINEST][];
    private final int[] centres = new int[FINEST];
    private final int radius;
    private final InsideSynthesis inside;

    DeepCascade(WaveletSystem system) {
        this.system = system;
        this.cascade = system.cascade(1L << FINEST);
        this.coarsest = FINEST - cascade.depth();
        this.levels = new LocalLevel[FINEST];
        for (int j = coarsest; j < FINEST; j++) {
            levels[j] = LocalLevel.of(cascade.level(FINEST - 1 - j), 1L << j + 1, system.reach());
        }
        this.radius = Math.max(2, (system.moments() + 1) / 2);
        findRules();
        this.inside = new InsideSynthesis(levels, system.interpolationPoints(), coarsest + 1);
    }

    WaveletSystem system() {
        return system;
    }

    /** \(c\). */
    int coarsest() {
        return coarsest;
    }

    /** The step between scale j + 1 and scale j. */
    LocalLevel level(int j) {
        return levels[j];
    }

    /** The synthesis away from the ends. */
    InsideSynthesis inside() {
        return inside;
    }

    /** Whether a low-pass coefficient is one of those inside, for which there is a {@link #rule}. */
    boolean hasRule(int j, long k) {
        return j < FINEST && levels[j].low().repeats(k);
    }

    /** Half the number of further cells whose centres a rule uses. */
    int radius() {
        return radius;
    }

    /** The cell \(m_j\), counted from cell \(k\), with the centre of mass of \(a_{jk}\). */
    int centre(int j) {
        return centres[j];
    }

    /** Weights of the values at the centres of the cells \(k + m_j - r, ..., k + m_j + r\) in \(2^{j/2} a_{jk}\). */
    double[] rule(int j) {
        return rules[j];
    }

    /** From scale \(j\) in place to the details of the coarser scales and the coarsest part, in the order of atoms. */
    void analyze(double[] lows, int j) {
        double[] scratch = new double[lows.length];
        for (int scale = j - 1; scale >= coarsest; scale--) {
            cascade.level(FINEST - 1 - scale).analyze(lows, 0, scratch);
        }
        cascade.analyzeCoarse(lows, 0, scratch);
    }

    /** From the coarsest atoms to the low-pass coefficients of the coarsest scale, in place. */
    void synthesizeCoarse(double[] lows) {
        cascade.synthesizeCoarse(lows, 0, new double[lows.length]);
    }

    /** The scale of an atom; of the coarsest ones \(c - 1\). */
    int scale(long atom) {
        return atom < 1L << coarsest ? coarsest - 1 : 63 - Long.numberOfLeadingZeros(atom);
    }

    /** The largest values of the atoms of a scale by \(2^{j/2}\), of the coarsest by 1. */
    AtomSizes sizes(int j) {
        AxisSizes sizes = system.sizes(1L << FINEST);
        return j < coarsest ? sizes.coarse() : sizes.of(FINEST - j, true).withCount(1L << j);
    }

    /** Bound on the synthesis from the details of one scale (or the coarsest atoms) in the supremum norm. */
    double sup(int j) {
        AxisNorms norms = system.norms(1L << FINEST);
        double root = 0x1p25 * (1 + 0x1p-50);
        return root * (j < coarsest ? norms.coarseSup() : norms.sup(FINEST - j, true));
    }

    /** The same in \(L^2\). */
    double two(int j) {
        if (system.isOrthonormal()) {
            return 1;
        }
        AxisNorms norms = system.norms(1L << FINEST);
        return j < coarsest ? norms.two(cascade.depth(), false) : norms.two(FINEST - j, true);
    }

    /** Moments, in units of a cell from the centre of cell \(k + m_j\), from the finest scale down; and rules that have them. */
    private void findRules() {
        double[] moments = new double[2 * radius + 1];
        moments[0] = 1;
        int centre = 0;
        for (int j = FINEST - 1; j >= coarsest; j--) {
            long middle = 1L << j - 1;
            if (!levels[j].low().repeats(middle)) {
                continue;
            }
            double mean = coarserMoments(levels[j].low(), middle, moments, centre, 0)[1];
            centres[j] = (int) Math.rint(mean);
            moments = coarserMoments(levels[j].low(), middle, moments, centre, centres[j]);
            centre = centres[j];
            rules[j] = ruleWith(moments);
        }
    }

    /**
     * Moments of the functional one scale coarser.
     *
     * @param low the filter
     * @param k its row
     * @param finer the moments about the centre of cell {@code finerCentre} of the finer scale
     * @param finerCentre counted from a functional's own cell
     * @param centre the same for the result
     */
    private static double[] coarserMoments(BandRows low, long k, double[] finer, int finerCentre, int centre) {
        double[] weights = low.weights(k);
        double[] moments = new double[finer.length];
        for (int m = 0; m < weights.length; m++) {
            double place = (low.start(k) + m - 2 * k + finerCentre) / 2.0 - 0.25 - centre;
            for (int q = 0; q < moments.length; q++) {
                double moment = 0;
                for (int r = 0; r <= q; r++) {
                    moment += Side.binomial(q, r) * power(place, q - r) * Math.scalb(finer[r], -r);
                }
                moments[q] += weights[m] * HALF_ROOT * moment;
            }
        }
        return moments;
    }

    private static double power(double x, int n) {
        double product = 1;
        for (int i = 0; i < n; i++) {
            product *= x;
        }
        return product;
    }

    /** The integrals of the Lagrange polynomials of the nodes -r, ..., r. */
    private double[] ruleWith(double[] moments) {
        int count = moments.length;
        double[] rule = new double[count];
        for (int i = 0; i < count; i++) {
            double[] polynomial = new double[count];
            polynomial[0] = 1;
            int degree = 0;
            for (int k = 0; k < count; k++) {
                if (k != i) {
                    multiply(polynomial, degree++, k - radius, i - k);
                }
            }
            for (int q = 0; q < count; q++) {
                rule[i] += polynomial[q] * moments[q];
            }
        }
        return rule;
    }

    /** By \((x - root)/divisor\). */
    private static void multiply(double[] polynomial, int degree, double root, double divisor) {
        for (int q = degree + 1; q >= 0; q--) {
            double lower = q > 0 ? polynomial[q - 1] : 0;
            polynomial[q] = (lower - root * polynomial[q]) / divisor;
        }
    }
}
