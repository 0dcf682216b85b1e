package org.epsilonet.snippets;

import org.epsilonet.api.family.Approximation;
import org.epsilonet.api.family.Families;
import org.epsilonet.api.function.Formula;
import org.epsilonet.api.function.LpNorm;
import org.epsilonet.api.function.Samples;
import org.epsilonet.codec.Decoded;
import org.epsilonet.codec.Decoder;
import org.epsilonet.codec.Encoder;
import org.epsilonet.codec.EncoderOptions;
import org.epsilonet.codec.Encoding;
import org.epsilonet.codec.FormatException;

/** Approximate with one family, encode with the best of all, decode. */
public final class QuickStart {
    private QuickStart() {}

    /** Prints what each step found. */
    public static void main(String[] args) throws FormatException {
        // [quick start]
        Samples data =
                Formula.of("wave", x -> Math.exp(-3 * x) * Math.sin(20 * x)).sampledOn(4096);

        Approximation net = Families.named("relu.shallow").approximate(data, 32, LpNorm.L2);
        System.out.println(net.approximant() + " is " + net.distance().value() + " away");

        Encoding file = Encoder.encode(data, EncoderOptions.relative(1e-3, LpNorm.L2), Families.available());
        System.out.println(file.family() + " needs " + file.bits() + " bits for " + file.errorBound());

        Decoded decoded = Decoder.decode(file.bytes(), Families.installed(), data.size());
        System.out.println("f(0.5) is about " + decoded.at(0.5));
        // [end]
    }
}
