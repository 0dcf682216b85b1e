package org.epsilonet.families.wavelets.internal;

import org.epsilonet.api.symbol.CorruptCodeException;
import org.epsilonet.api.symbol.SymbolSink;
import org.epsilonet.api.symbol.SymbolSource;

/** A code for sets of coefficients that form no tree: for each band how many, and the gaps between them. */
final class BandGaps {
    /** Contexts below belong to whoever writes something else before. */
    private static final int COUNTS = 128;

    private static final int GAPS = 192;

    private BandGaps() {}

    static void write(GridTransform transform, int[] chosen, SymbolSink sink) {
        int i = 0;
        for (Band band : transform.bands()) {
            int end = i;
            while (end < chosen.length && chosen[end] < band.offset() + band.size()) {
                end++;
            }
            sink.integer(COUNTS + context(transform, band), end - i);
            int next = band.offset();
            for (; i < end; i++) {
                sink.integer(GAPS + context(transform, band), chosen[i] - next);
                next = chosen[i] + 1;
            }
        }
    }

    static int[] read(GridTransform transform, int most, SymbolSource source) throws CorruptCodeException {
        LongList chosen = new LongList();
        for (Band band : transform.bands()) {
            long count = source.integer(COUNTS + context(transform, band));
            if (count > Math.min(band.size(), most - chosen.size())) {
                throw new CorruptCodeException("more than the allowed " + most + " wavelets are chosen");
            }
            long next = band.offset();
            for (long i = 0; i < count; i++) {
                long gap = source.integer(GAPS + context(transform, band));
                if (gap >= band.offset() + band.size() - next) {
                    throw new CorruptCodeException("a wavelet beyond its band");
                }
                chosen.add(next + gap);
                next += gap + 1;
            }
        }
        int[] atoms = new int[chosen.size()];
        for (int i = 0; i < atoms.length; i++) {
            atoms[i] = (int) chosen.get(i);
        }
        return atoms;
    }

    private static int context(GridTransform transform, Band band) {
        return band.level() == 0 ? 0 : Math.max(0, Math.min(63, transform.depth() - band.level() + 1));
    }
}
