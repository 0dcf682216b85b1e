import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.epsilonet.api.family.ApproximationFamily;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.function.Grid;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.codec.Decoder;
import org.epsilonet.codec.Encoder;
import org.epsilonet.codec.EncoderOptions;
import org.epsilonet.codec.EncodingProgress;

/**
 * `epsilonet encode` and `decode` for many files in one virtual machine, for rate.py. Each line of the standard input is
 *
 *     shape (4096 or 128x128), norm (l2 or sup), error relative to the range, family or auto, raw doubles in, file, raw doubles out
 *
 * (little-endian, row-major), separated by tabs; each line of the standard output tells the family taken, the bits of the
 * header, of the structure and of the parameters, the number of parameters and the seconds of encoding and decoding.
 */
final class RateCodec {
    private static final Families FAMILIES = Families.installed();

    /** Threads, effort, and a regular expression for the ids of families to leave out. */
    public static void main(String[] arguments) throws Exception {
        List<ApproximationFamily> families = FAMILIES.all().stream()
                .filter(f -> !f.id().matches(arguments[2]))
                .toList();
        int threads = Integer.parseInt(arguments[0]);
        int effort = Integer.parseInt(arguments[1]);
        var lines = new BufferedReader(new InputStreamReader(System.in));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            System.out.println(answer(line.split("\t"), families, threads, effort));
        }
    }

    private static String answer(String[] job, List<ApproximationFamily> families, int threads, int effort) throws Exception {
        int[] shape = Arrays.stream(job[0].split("x")).mapToInt(Integer::parseInt).toArray();
        LpNorm norm = job[1].equals("sup") ? LpNorm.SUP : LpNorm.L2;
        double error = Double.parseDouble(job[2]);
        Samples data = Samples.of("data", Grid.of(shape), read(Path.of(job[4])));
        var options = new EncoderOptions(error, true, norm, threads, EncodingProgress.NONE, effort);
        long start = System.nanoTime();
        var encoding = job[3].equals("auto")
                ? Encoder.shortest(data, options, families)
                : Encoder.encode(data, options, List.<ApproximationFamily>of(FAMILIES.get(job[3])));
        long encoded = System.nanoTime();
        if (!encoding.reached()) {
            return "-\t0\t0\t0\t0\t" + 1e-9 * (encoded - start) + "\t0";
        }
        Files.write(Path.of(job[5]), encoding.bytes());
        long written = System.nanoTime();
        double[] decoded = Decoder.decode(Files.readAllBytes(Path.of(job[5])), FAMILIES, data.size())
                .samples()
                .values();
        long done = System.nanoTime();
        write(Path.of(job[6]), decoded);
        return String.join(
                "\t",
                encoding.family(),
                "" + encoding.headerBits(),
                "" + encoding.structureBits(),
                "" + encoding.parameterBits(),
                "" + encoding.parameters(),
                "" + 1e-9 * (encoded - start),
                "" + 1e-9 * (done - written));
    }

    private static double[] read(Path file) throws IOException {
        var doubles = ByteBuffer.wrap(Files.readAllBytes(file))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer();
        double[] values = new double[doubles.remaining()];
        doubles.get(values);
        return values;
    }

    private static void write(Path file, double[] values) throws IOException {
        var bytes = ByteBuffer.allocate(Double.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        Files.write(file, bytes.array());
    }
}
