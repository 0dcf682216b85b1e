package org.epsilonet.codec;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.epsilonet.api.family.Families;
import org.junit.jupiter.api.Test;

/**
 * Golden files of all versions, damaged and sealed again by a stranger who computes the checksum: bits flipped, bytes set,
 * files cut, spliced with themselves and with each other. Each is decoded or refused with one of the three errors, soon.
 * The full run is the profile {@code mutations}, a million.
 */
class MutationTest {
    private static final int COUNT = Integer.getInteger("epsilonet.codec.mutations", 20_000);
    private static final long SEED = Long.getLong("epsilonet.codec.mutations.seed", 20261128);
    private static final Families FAMILIES = TestFamily.door(TestFamily.all());
    private static final int MOST_SAMPLES = 1 << 16;
    /** Generous: the machine may be busy. Decoding the most samples that are welcome takes a fraction of it. */
    private static final long LONGEST_NANOSECONDS = 10_000_000_000L;

    private static final List<String> GOLDEN = List.of(
            "version1/cartoon-u1",
            "version1/constant",
            "version1/noise-sup",
            "version1/placed-f4",
            "version1/smooth-l2",
            "version1/spike-l4",
            "version2/cartoon-u1",
            "version2/constant",
            "version2/exact",
            "version2/image",
            "version2/lattice",
            "version2/noise-sup",
            "version2/placed-f4",
            "version2/smooth-l2",
            "version2/spike-l4",
            "version3/noise-l2",
            "version4/noise-l2",
            "version5/cartoon-u1",
            "version5/differences",
            "version5/exact",
            "version5/image",
            "version5/lattice",
            "version5/least",
            "version5/repeated",
            "version5/smooth-l2",
            "version6/cartoon-u1",
            "version6/constant",
            "version6/differences",
            "version6/exact",
            "version6/far-offset",
            "version6/image",
            "version6/lattice",
            "version6/least",
            "version6/placed-f4",
            "version6/repeated",
            "version6/spike-l4",
            "version6/smooth-l2",
            "version6/tails",
            "version7/cartoon-u1",
            "version7/constant",
            "version7/differences",
            "version7/exact",
            "version7/far-offset",
            "version7/image",
            "version7/lattice",
            "version7/least",
            "version7/placed-f4",
            "version7/repeated",
            "version7/spike-l4",
            "version7/smooth-l2",
            "version7/tails",
            "version8/picture",
            "version8/placed-f4",
            "version8/spikes",
            "version8/spikes-i2",
            "version8/tight-f4",
            "version9/picture",
            "version9/powers-f4",
            "version9/powers-l2",
            "version9/waning-far",
            "version9/waning-sup");

    private final Random random = new Random(SEED);

    @Test
    void damagedFilesAreReadOrRefused() throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (String name : GOLDEN) {
            try (InputStream in = MutationTest.class.getResourceAsStream("golden/" + name + ".enet")) {
                assertNotNull(in, name);
                files.add(in.readAllBytes());
            }
        }
        int refused = 0;
        int read = 0;
        for (int n = 0; n < COUNT; n++) {
            byte[] mutant = mutated(files.get(random.nextInt(files.size())), files);
            boolean sealed = random.nextInt(8) > 0;
            String what = "seed " + SEED + ", mutation " + n;
            if (isRead(sealed ? Seal.sealed(mutant) : mutant, what)) {
                read++;
            } else {
                refused++;
            }
        }
        // Payloads without redundancy make something of most bytes, and headers refuse most.
        assertTrue(refused > COUNT / 20 && read > COUNT / 20, refused + " refused, " + read + " read, seed " + SEED);
    }

    private static boolean isRead(byte[] file, String what) {
        long start = System.nanoTime();
        boolean read = false;
        try {
            Decoded decoded = Decoder.decode(file, FAMILIES, MOST_SAMPLES);
            assertTrue(decoded.samples().size() <= MOST_SAMPLES, what);
            read = true;
        } catch (FormatException e) {
            assertNotNull(e.getMessage(), what);
        } catch (IllegalArgumentException e) {
            // The one other refusal: a family of that name is not installed.
            assertTrue(e.toString().contains("approximation family"), what + ": " + e);
        }
        assertTrue(System.nanoTime() - start < LONGEST_NANOSECONDS, what + " took too long");
        return read;
    }

    private byte[] mutated(byte[] file, List<byte[]> files) {
        byte[] mutant = file.clone();
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            // Every fourth change may touch magic and version.
            int first = random.nextInt(4) == 0 ? 0 : (mutant[0] & 0xFF) >= 0xCF ? 1 : 3;
            int at = first + random.nextInt(mutant.length - first);
            switch (random.nextInt(6)) {
                case 0, 1 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> mutant[at] = (byte) random.nextInt();
                case 3 -> mutant[at] = (byte) (random.nextBoolean() ? 0xFF : 0);
                case 4 -> mutant = Arrays.copyOf(mutant, Math.max(6, at));
                default -> mutant = spliced(mutant, at, files.get(random.nextInt(files.size())));
            }
        }
        return mutant;
    }

    /** The head of one file and the tail of another. */
    private byte[] spliced(byte[] head, int at, byte[] other) {
        int from = random.nextInt(other.length);
        byte[] spliced = Arrays.copyOf(head, Math.max(6, at + other.length - from));
        System.arraycopy(other, from, spliced, at, Math.min(other.length - from, spliced.length - at));
        return spliced;
    }
}
