package org.epsilonet.families.relu.format;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.epsilonet.api.model.ImportedModel;
import org.epsilonet.api.model.MalformedModelException;
import org.epsilonet.api.model.Model;
import org.epsilonet.api.model.ModelFormat;
import org.epsilonet.api.model.ParameterBlock;
import org.epsilonet.families.relu.NetworkModel;

/**
 * NumPy's archives: {@code numpy.savez(file, W1=..., b1=..., W2=..., b2=...)}, or any names in order, a matrix before its
 * bias. Weights are one row per output; a bias may be missing.
 */
public final class NpzFormat implements ModelFormat {
    /** Numbered layers: W1, b1, W2, b2, ... */
    private static final Pattern NUMBERED = Pattern.compile("([Wb])(\\d{1,6})");

    private static final Comparator<String> BY_NUMBER =
            Comparator.comparingInt(NpzFormat::number).thenComparing(name -> name.charAt(0));

    private static final String ENDING = ".npy";
    private static final int MOST_ARRAYS = 1 << 10;

    /** An archive that inflates more is refused: memory is used for what a file holds. */
    private static final long MOST_INFLATION = 12;

    private static final long SMALL_FILE = 1 << 20;
    private static final long SMALL_INFLATED = 3 << 20;

    /** For the service loader. */
    public NpzFormat() {}

    @Override
    public String id() {
        return "npz";
    }

    @Override
    public List<String> endings() {
        return List.of("npz");
    }

    @Override
    public ImportedModel read(Path path) throws MalformedModelException, IOException {
        ModelFile file = ModelFile.of(path);
        List<Tensor> arrays = arrays(file);
        NamedArrays.requireDistinct(file, arrays);
        if (arrays.stream().allMatch(a -> NUMBERED.matcher(a.name()).matches())) {
            arrays.sort(Comparator.comparing(Tensor::name, BY_NUMBER));
        }
        return NamedArrays.network(file, arrays);
    }

    private static int number(String name) {
        Matcher matcher = NUMBERED.matcher(name);
        return matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
    }

    private static boolean readInOrder(List<String> names) {
        return !names.stream().allMatch(name -> NUMBERED.matcher(name).matches())
                || names.stream().sorted(BY_NUMBER).toList().equals(names);
    }

    private static List<Tensor> arrays(ModelFile file) throws MalformedModelException {
        List<Tensor> arrays = new ArrayList<>();
        long most = file.length() < SMALL_FILE ? SMALL_INFLATED : MOST_INFLATION * file.length();
        long left = most;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                byte[] bytes = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 16, left + 1));
                left -= bytes.length;
                if (left < 0) {
                    throw file.malformed("the archive of " + file.length() + " bytes inflates to more than " + most
                            + "; save it uncompressed (numpy.savez)");
                }
                if (arrays.size() == MOST_ARRAYS) {
                    throw file.malformed("more than " + MOST_ARRAYS + " arrays");
                }
                String bare = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
                arrays.add(NpyArray.read(file, bare, bytes));
            }
        } catch (EOFException e) {
            throw file.malformed("the archive is damaged: it ends too early");
        } catch (IOException | IllegalArgumentException e) {
            // The bytes are in memory: what fails is the archive itself, its checksums or its names.
            throw file.malformed("the archive is damaged: " + e.getMessage());
        }
        if (arrays.isEmpty()) {
            throw file.malformed("is no archive of arrays (.npz), or an empty one");
        }
        return arrays;
    }

    @Override
    public boolean supports(Model model) {
        return model instanceof NetworkModel;
    }

    @Override
    public void write(Model model, OutputStream out) throws IOException {
        if (!supports(model)) {
            throw new IllegalArgumentException("an .npz file is written for ReLU networks, was given " + model);
        }
        ZipOutputStream zip = new ZipOutputStream(out);
        List<ParameterBlock> blocks = model.blocks();
        List<String> names = BlockNames.of(blocks, NpzFormat::readInOrder);
        for (int i = 0; i < blocks.size(); i++) {
            ParameterBlock block = blocks.get(i);
            ZipEntry entry = new ZipEntry(names.get(i) + ENDING);
            // No clock: two files of one model are equal.
            entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
            zip.putNextEntry(entry);
            NpyArray.write(block.shape(), block.values(), zip);
            zip.closeEntry();
        }
        zip.finish();
    }
}
