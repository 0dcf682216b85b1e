package org.epsilonet.families.relu.affine;

import java.util.HashMap;
import java.util.Map;
import org.epsilonet.families.relu.AffineExpansion;

/** From structures and coefficients to networks. */
final class Networks {
    private Networks() {}

    static AffineExpansion expansion(ExpansionStructure structure, double[] coefficients) {
        AtomLattice lattice = structure.lattice();
        AffineExpansion.Builder builder = new AffineExpansion.Builder();
        Map<Generator, Integer> numbers = new HashMap<>();
        add(builder, numbers, lattice.levels().get(0).generator(), lattice);
        double[] scale = new double[lattice.dimension()];
        double[] shift = new double[lattice.dimension()];
        for (int i = 0; i < coefficients.length; i++) {
            Level level = lattice.levels().get(lattice.levelOf(structure.atom(i)));
            long position = structure.atom(i) - level.offset();
            for (int axis = scale.length - 1; axis >= 0; axis--) {
                scale[axis] = Math.scalb(1.0, level.exponent(axis));
                shift[axis] = level.translate(axis, position % level.count(axis));
                position /= level.count(axis);
            }
            builder.add(add(builder, numbers, level.generator(), lattice), coefficients[i], scale, shift);
        }
        return builder.build();
    }

    private static int add(
            AffineExpansion.Builder builder,
            Map<Generator, Integer> numbers,
            Generator generator,
            AtomLattice lattice) {
        return numbers.computeIfAbsent(generator, g -> {
            if (lattice.dimension() == 1) {
                return builder.generator(g.network(), g.error());
            }
            // |P(a',b') - ab| <= error of P + |a' - a| |b'| + |a| |b' - b|.
            double error = lattice.product().error() + 2 * g.sup() * g.error();
            return builder.generator(g.network(lattice.product()), Math.nextUp(Math.nextUp(Math.nextUp(error))));
        });
    }
}
