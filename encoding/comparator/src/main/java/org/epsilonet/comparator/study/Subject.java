package org.epsilonet.comparator.study;

import java.util.Map;
import org.epsilonet.comparator.study.internal.CanonicalJson;

/** What a cell is measured on. A value: names and numbers that mean the same everywhere. */
public sealed interface Subject {
    /**
     * The instances of a function class.
     *
     * @param id id of the class
     * @param seed the seed as the study names it
     * @param repetition which draw from this seed, {@code >= 0}
     */
    record OfClass(String id, long seed, int repetition) implements Subject {
        /**
         * The seed of the instances: the seed itself for repetition 0, so that a cell repeats what {@code compare --seed}
         * measured; a hash of both for the others, so that no two draws are alike.
         */
        public long instanceSeed() {
            return repetition == 0
                    ? seed
                    : Key.of(CanonicalJson.text(Map.of("repetition", repetition, "seed", seed)))
                            .a();
        }

        @Override
        public String toString() {
            return id + " (seed " + seed + (repetition == 0 ? ")" : ", repetition " + repetition + ")");
        }
    }

    /**
     * The samples of a data file.
     *
     * @param file the file as the study names it, relative to the folder of the study
     * @param sha256 SHA-256 of its bytes, hexadecimal: a file that changes is another subject
     */
    record OfData(String file, String sha256) implements Subject {
        @Override
        public String toString() {
            return file;
        }
    }
}
