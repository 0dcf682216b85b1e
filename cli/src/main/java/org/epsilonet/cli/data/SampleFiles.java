package org.epsilonet.cli.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.epsilonet.api.function.Samples;
import org.epsilonet.comparator.study.SampleReader;

/** The formats of the command line, for studies. */
public final class SampleFiles implements SampleReader {
    @Override
    public boolean knows(Path file) {
        String name = SampleFormat.nameOf(file).toLowerCase(Locale.ROOT);
        return SampleFormat.ALL.stream().anyMatch(format -> name.endsWith(format.ending()));
    }

    @Override
    public Samples read(Path file) throws IOException {
        return SampleFormat.of(file).read(file);
    }
}
