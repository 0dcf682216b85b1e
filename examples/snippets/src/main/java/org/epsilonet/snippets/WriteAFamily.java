package org.epsilonet.snippets;

import java.util.List;
import java.util.Set;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.family.FamilyProvider;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.codec.Decoder;
import org.epsilonet.codec.Encoder;
import org.epsilonet.codec.EncoderOptions;
import org.epsilonet.codec.Encoding;
import org.epsilonet.codec.FormatException;

/** Registers the family {@link Cosines} and writes a certified file with it. */
public final class WriteAFamily {
    private WriteAFamily() {}

    // [provide a family]
    /** In a module of its own this class is named in {@code provides FamilyProvider with ...}; here it is passed by hand. */
    static final class Provider implements FamilyProvider {
        @Override
        public List<ApproximationFamily> families() {
            return List.of(new Cosines());
        }

        @Override
        public Set<String> representatives(int dimension) {
            return dimension == 1 ? Set.of("example.cosines") : Set.of();
        }
    }
    // [end]

    /** Prints the bits of a file written with the family, and whether the family is ∞-encodable. */
    public static void main(String[] args) throws FormatException {
        // [use a family]
        Families families = Families.of(List.of(new Provider()));
        Samples data =
                Formula.of("bell", x -> Math.exp(-20 * (x - 0.4) * (x - 0.4))).sampledOn(500);
        Encoding file = Encoder.encode(data, EncoderOptions.relative(1e-4, LpNorm.SUP), families.all());
        Samples decoded = Decoder.decode(file.bytes(), families, data.size()).samples();
        System.out.println(file.family() + ": " + file.bits() + " bits, " + decoded.size() + " samples");
        families.get(file.family())
                .encodability(data.domain(), LpNorm.SUP)
                .verdict()
                .derivation()
                .forEach(System.out::println);
        // [end]
    }
}
