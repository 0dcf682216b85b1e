package org.epsilonet.codec.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToLongFunction;
import org.epsilonet.api.family.Structure;
import org.epsilonet.api.symbol.CorruptCodeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockCodeTest {
    /** Parameters in octaves, as the levels of a transform. */
    private static Structure levels(int size) {
        return new Contexts(size, i -> 32 - Integer.numberOfLeadingZeros(i));
    }

    private static List<CodedBlock> decoders(List<byte[]> blocks) {
        return blocks.stream()
                .map(b -> new CodedBlock(HeaderTwo.BLOCKED_APART, b, 0, b.length))
                .toList();
    }

    private static long[] integers(int n, IntToLongFunction f) {
        long[] integers = new long[n];
        Arrays.setAll(integers, f);
        return integers;
    }

    @ParameterizedTest(name = "{0} integers")
    @ValueSource(ints = {0, 1, 2, 1000, BlockCode.LENGTH, BlockCode.LENGTH + 1, 3 * BlockCode.LENGTH - 1})
    void whatIsWrittenIsRead(int n) throws CorruptCodeException {
        Random random = new Random(n);
        List<long[]> kinds = new ArrayList<>();
        kinds.add(integers(n, i -> 0));
        kinds.add(integers(n, i -> Math.round(3 * random.nextGaussian())));
        kinds.add(integers(n, i -> Math.round(Math.scalb(random.nextGaussian(), random.nextInt(40)))));
        kinds.add(integers(n, i -> random.nextInt(1000) == 0 ? (1L << 52) - 1 : i % 2));
        kinds.add(integers(n, i -> 1 - (1L << 52)));
        for (long[] kind : kinds) {
            List<byte[]> blocks = BlockCode.write(levels(n), kind);
            assertArrayEquals(kind, BlockCode.read(levels(n), decoders(blocks)), "seed " + n);
        }
    }

    /** Gaussian integers of deviation 20: the entropy is log2(20 sqrt(2 pi e)); learning and one context cost 1 %. */
    @Test
    void gaussianIntegersNeedTheirEntropy() {
        Random random = new Random(7);
        int n = 4 * BlockCode.LENGTH;
        long[] integers = integers(n, i -> Math.round(20 * random.nextGaussian()));
        long bytes = BlockCode.write(levels(n), integers).stream()
                .mapToLong(b -> b.length)
                .sum();
        double entropy = Math.log(20 * Math.sqrt(2 * Math.PI * Math.E)) / Math.log(2);
        assertEquals(entropy, 8.0 * bytes / n, 0.015 * entropy);
    }

    @Test
    void fewAmongManyZerosCostLittle() {
        int n = 16 * BlockCode.LENGTH;
        long[] integers = new long[n];
        integers[5] = 100;
        integers[n - 7] = -3;
        long bytes = BlockCode.write(levels(n), integers).stream()
                .mapToLong(b -> b.length)
                .sum();
        assertTrue(bytes < 120, bytes + " bytes");
    }

    @Test
    void blocksThatAreCutOrTooFewAreRefused() {
        Random random = new Random(9);
        int n = BlockCode.LENGTH + 100;
        List<byte[]> blocks = BlockCode.write(levels(n), integers(n, i -> random.nextInt(100)));
        List<byte[]> fewer = blocks.subList(0, 1);
        assertThrows(CorruptCodeException.class, () -> BlockCode.read(levels(n), decoders(fewer)));
        List<byte[]> cut = List.of(blocks.get(0), Arrays.copyOf(blocks.get(1), 40));
        assertThrows(CorruptCodeException.class, () -> BlockCode.read(levels(n), decoders(cut)));
        List<byte[]> longer = List.of(blocks.get(0), Arrays.copyOf(blocks.get(1), blocks.get(1).length + 10));
        assertThrows(CorruptCodeException.class, () -> BlockCode.read(levels(n), decoders(longer)));
    }

    /** Bytes at random, few and many: integers of at most 52 bits, or a refusal; never another exception. */
    @Test
    void garbageIsReadOrRefused() {
        Random random = new Random(10);
        int n = 5000;
        int refused = 0;
        for (int trial = 0; trial < 3000; trial++) {
            byte[] bytes = new byte[(int) Math.pow(2, 14 * random.nextDouble()) - 1];
            random.nextBytes(bytes);
            if (random.nextInt(3) == 0) {
                Arrays.fill(bytes, random.nextInt(bytes.length + 1), bytes.length, (byte) -random.nextInt(2));
            }
            try {
                for (long integer : BlockCode.read(levels(n), decoders(List.of(bytes)))) {
                    assertTrue(Math.abs(integer) < 1L << 52, "seed 10, trial " + trial);
                }
            } catch (CorruptCodeException e) {
                refused++;
            }
        }
        assertTrue(refused > 2000, refused + " of 3000");
    }

    /** A block in the middle of a file is read from its own bytes alone. */
    @Test
    void neighboursOfABlockDoNotMatter() throws CorruptCodeException {
        Random random = new Random(11);
        int n = 1000;
        long[] integers = integers(n, i -> Math.round(50 * random.nextGaussian()));
        byte[] block = BlockCode.write(levels(n), integers).get(0);
        byte[] file = new byte[block.length + 40];
        random.nextBytes(file);
        System.arraycopy(block, 0, file, 20, block.length);
        CodedBlock inside = new CodedBlock(HeaderTwo.BLOCKED_APART, file, 20, 20 + block.length);
        assertArrayEquals(integers, BlockCode.read(levels(n), List.of(inside)));
    }
}
