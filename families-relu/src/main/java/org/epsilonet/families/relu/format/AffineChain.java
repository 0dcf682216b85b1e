package org.epsilonet.families.relu.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.epsilonet.api.model.MalformedModelException;
import org.epsilonet.families.relu.AffineMap;
import org.epsilonet.families.relu.NetworkModel;
import org.epsilonet.families.relu.ReluNetwork;
import org.jspecify.annotations.Nullable;

/**
 * Affine operators and ReLUs one after the other, gathered into a network: what stands between two ReLUs is multiplied
 * into one affine map, in doubles. While only scalings and shifts have come, they are kept as vectors.
 */
final class AffineChain {
    /** Multiplications that a file may ask for, beyond some for each of its bytes. */
    private static final long WORK = 1L << 27;

    private static final long WORK_PER_BYTE = 128;

    /** Numbers that may be allocated, beyond some for each byte of the file: a node may repeat a constant. */
    private static final long ENTRIES = 1L << 20;

    private static final long ENTRIES_PER_BYTE = 4;

    private final ModelFile file;
    private long work;
    private long entries;
    private final List<AffineMap> maps = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    /** The map since the last ReLU is \(y \mapsto W\,diag(s)\,y + b\); without \(W\) it is \(diag(s)\,y + b\). */
    private @Nullable Tensor matrix;

    private double[] scale = {};
    private double[] shift = {};
    private boolean pending;
    private int factors;
    private String matrixName = "";
    private String shiftName = "";
    /** Values in the tensor that flows, -1 before the first operator that tells. */
    private int features = -1;

    AffineChain(ModelFile file) {
        this.file = file;
        this.work = WORK + WORK_PER_BYTE * file.length();
        this.entries = ENTRIES + ENTRIES_PER_BYTE * file.length();
    }

    /** The number of values that flow, -1 if not known yet. */
    int features() {
        return features;
    }

    /**
     * Applies a matrix.
     *
     * @param weights one row per output
     * @param where for messages
     */
    void multiply(Tensor weights, String where) throws MalformedModelException {
        int rows = weights.shape()[0];
        int columns = weights.shape()[1];
        requireFeatures(columns, where);
        if (rows < 1 || columns < 1) {
            throw file.malformed(where + ": the weights " + weights + " are empty");
        }
        requireFinite(weights, where);
        if (!pending) {
            reserve((long) rows * columns, (long) rows * columns, where);
            begin(rows);
            matrix =
                    new Tensor(weights.name(), weights.shape(), weights.values().clone());
            shift = new double[rows];
        } else {
            double[] newShift = product(weights.values(), rows, columns, shift, 1, where);
            matrix = matrix == null
                    ? columnsScaled(weights, where)
                    : new Tensor(
                            "",
                            new int[] {rows, matrix.shape()[1]},
                            product(weights.values(), rows, columns, matrix.values(), matrix.shape()[1], where));
            shift = newShift;
        }
        scale = new double[0];
        factors++;
        matrixName = weights.name();
        features = rows;
    }

    /** {@code left} (rows x inner) times {@code right} (inner x columns). */
    private double[] product(double[] left, int rows, int inner, double[] right, int columns, String where)
            throws MalformedModelException {
        reserve((long) rows * columns, (long) rows * inner * columns, where);
        double[] product = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < inner; k++) {
                double factor = left[i * inner + k];
                for (int j = 0; j < columns; j++) {
                    product[i * columns + j] += factor * right[k * columns + j];
                }
            }
        }
        return product;
    }

    private Tensor columnsScaled(Tensor weights, String where) throws MalformedModelException {
        reserve(weights.values().length, weights.values().length, where);
        double[] values = weights.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] *= scale[i % scale.length];
        }
        return new Tensor(weights.name(), weights.shape(), values);
    }

    /**
     * Multiplies every value by a factor and adds a number to it.
     *
     * @param factor one number for each value, or one for all
     * @param summand the same
     * @param name of the parameters
     * @param where for messages
     */
    void scaleAndShift(double[] factor, double[] summand, String name, String where) throws MalformedModelException {
        int n = Math.max(factor.length, summand.length);
        if (features < 0) {
            requireFeatures(n, where);
        }
        for (double[] vector : new double[][] {factor, summand}) {
            if (vector.length != 1 && vector.length != features) {
                throw file.malformed(where + ": " + vector.length + " numbers for " + features + " values");
            }
            for (double v : vector) {
                if (!Double.isFinite(v)) {
                    throw file.malformed(where + ": the number " + v + "; weights must be finite");
                }
            }
        }
        if (!pending) {
            reserve(2L * features, 2L * features, where);
            begin(features);
            scale = new double[features];
            Arrays.fill(scale, 1);
            shift = new double[features];
        }
        reserve(0, (long) (matrix == null ? 1 : matrix.shape()[1]) * features, where);
        for (int i = 0; i < features; i++) {
            double f = factor[factor.length == 1 ? 0 : i];
            shift[i] = f * shift[i] + summand[summand.length == 1 ? 0 : i];
            if (matrix == null) {
                scale[i] *= f;
            } else if (f != 1) {
                int columns = matrix.shape()[1];
                for (int j = 0; j < columns; j++) {
                    matrix.values()[i * columns + j] *= f;
                }
            }
        }
        boolean onlyShifts = factor.length == 1 && factor[0] == 1;
        factors += onlyShifts && shiftName.isEmpty() && matrix != null ? 0 : 1;
        shiftName = name;
    }

    private void begin(int size) {
        pending = true;
        factors = 0;
        matrix = null;
        scale = new double[0];
        shiftName = "";
        matrixName = "";
        features = size;
    }

    /** Ends the affine map; a ReLU of a ReLU is one. */
    void rectify(String where) throws MalformedModelException {
        if (features < 0) {
            throw file.malformed(where + ": nothing before it tells how many values the input has");
        }
        if (pending) {
            close(where);
        } else if (maps.isEmpty()) {
            identity(where);
            close(where);
        }
    }

    /** Requires a number of values. */
    void requireFeatures(long expected, String where) throws MalformedModelException {
        if (features >= 0 && features != expected) {
            throw file.malformed(where + ": " + expected + " values expected, " + features + " are there");
        }
        features = (int) expected;
    }

    private void identity(String where) throws MalformedModelException {
        int n = features;
        begin(n);
        reserve(2L * n, 2L * n, where);
        scale = new double[n];
        Arrays.fill(scale, 1);
        shift = new double[n];
        factors = 2;
    }

    private void close(String where) throws MalformedModelException {
        Tensor weights = matrix;
        if (weights == null) {
            reserve((long) features * features, features, where);
            double[] diagonal = new double[features * features];
            for (int i = 0; i < features; i++) {
                diagonal[i * features + i] = scale[i];
            }
            weights = new Tensor("", new int[] {features, features}, diagonal);
        }
        requireFinite(weights, where);
        requireFinite(new Tensor(weights.name(), new int[] {shift.length}, shift), where);
        reserve((long) weights.values().length + shift.length, weights.values().length, where);
        maps.add(AffineMap.of(weights.values(), weights.shape()[1], shift));
        boolean plain = factors == 1 && !matrixName.isEmpty();
        names.add(plain ? matrixName : "W" + maps.size());
        names.add(plain && !shiftName.isEmpty() ? shiftName : plain ? matrixName + ".bias" : "b" + maps.size());
        pending = false;
        matrix = null;
    }

    /** How many operators the affine map since the last ReLU has taken in. */
    int factors() {
        return pending ? factors : 0;
    }

    /** The network; one that ends in a ReLU gets the identity behind it. */
    NetworkModel model() throws MalformedModelException {
        if (!pending) {
            if (maps.isEmpty()) {
                throw file.malformed("there are no layers");
            }
            identity("the output");
        }
        close("the output");
        List<String> distinct = List.copyOf(new LinkedHashSet<>(names));
        ReluNetwork network = ReluNetwork.of(maps);
        return distinct.size() == names.size() ? NetworkModel.of(network, names) : NetworkModel.of(network);
    }

    private void requireFinite(Tensor tensor, String where) throws MalformedModelException {
        for (double v : tensor.values()) {
            if (!Double.isFinite(v)) {
                throw file.malformed(where + ": " + tensor + " holds " + v + "; weights must be finite");
            }
        }
    }

    /** Refuses what would take too much memory or time for a file of this size. */
    void reserve(long moreEntries, long moreWork, String where) throws MalformedModelException {
        entries -= moreEntries;
        work -= moreWork;
        if (entries < 0 || work < 0 || moreEntries > Integer.MAX_VALUE - 8) {
            throw file.malformed(
                    where + ": multiplying the affine maps takes too much for a file of " + file.length() + " bytes");
        }
    }
}
