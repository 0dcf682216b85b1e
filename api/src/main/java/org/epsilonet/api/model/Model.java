package org.epsilonet.api.model;

import java.util.List;

/**
 * A function \(R_\theta : \mathbb R^d \to \mathbb R^m\) read from outside, with named blocks of parameters
 * \(\theta\). Immutable and thread-safe. Its {@code toString} says what it costs.
 */
public interface Model {
    /** The dimension \(d\) of the input. */
    int inputs();

    /** The dimension \(m\) of the output. */
    int outputs();

    /** The parameters, in the order of evaluation. */
    List<ParameterBlock> blocks();

    /**
     * The same architecture with other parameters.
     *
     * @param blocks as many as {@link #blocks()}, of the same names and shapes
     * @throws IllegalArgumentException if names or shapes differ
     */
    Model with(List<ParameterBlock> blocks);

    /**
     * The values at several points, in doubles.
     *
     * @param points \(n\) points of \(\mathbb R^d\), one after the other
     * @return \(n\) values of \(\mathbb R^m\), one after the other
     * @throws IllegalArgumentException if the length is not a multiple of {@link #inputs()}
     */
    double[] atAll(double[] points);
}
