package org.epsilonet.families.relu.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.epsilonet.api.model.ParameterBlock;

/** Under what names parameters are written: their own, if a file can hold all of them and is read back in their order. */
final class BlockNames {
    /** What an entry of an archive may have, less an ending. */
    private static final int LONGEST = 60_000;

    private BlockNames() {}

    /**
     * The names to write.
     *
     * @param blocks weights and biases in turn
     * @param allowed whether a format can hold these distinct names, in this order
     * @return the names of the blocks, or W1, b1, W2, b2, ...
     */
    static List<String> of(List<ParameterBlock> blocks, Predicate<List<String>> allowed) {
        List<String> names = blocks.stream().map(ParameterBlock::name).toList();
        Set<String> distinct = new HashSet<>(names);
        boolean own = distinct.size() == names.size() && names.stream().allMatch(BlockNames::isText);
        return own && allowed.test(names) ? names : numbered(blocks.size());
    }

    private static List<String> numbered(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add((i % 2 == 0 ? "W" : "b") + (i / 2 + 1));
        }
        return names;
    }

    /** Whether a name survives UTF-8. */
    private static boolean isText(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return bytes.length > 0 && bytes.length <= LONGEST && name.equals(new String(bytes, StandardCharsets.UTF_8));
    }
}
