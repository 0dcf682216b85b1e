package org.epsilonet.families.splines.internal;

import java.util.Optional;
import org.epsilonet.api.family.StructureNumbering;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/** A bijective, self-delimiting code for the partitions of one family, domain and budget. */
public interface PartitionCode {
    /** Writes a partition. */
    void write(Cells cells, SymbolSink sink);

    /** Reads it back. */
    Cells read(SymbolSource source) throws CorruptCodeException;

    /** \(\log_2\) of the number of partitions. */
    double log2Count();

    /** A numbering of the structures of polynomials of a degree on these partitions, where there is a formula for it. */
    default Optional<StructureNumbering> numbering(int degree) {
        return Optional.empty();
    }

    /** The code of the only partition: no symbols. */
    static PartitionCode only(Cells cells) {
        return new PartitionCode() {
            @Override
            public void write(Cells written, SymbolSink sink) {}

            @Override
            public Cells read(SymbolSource source) {
                return cells;
            }

            @Override
            public double log2Count() {
                return 0;
            }

            @Override
            public Optional<StructureNumbering> numbering(int degree) {
                return Optional.of(StructureNumbering.only(new PiecewiseStructure(cells, degree, this)));
            }
        };
    }
}
