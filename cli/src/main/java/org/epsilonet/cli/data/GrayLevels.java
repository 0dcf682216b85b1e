package org.epsilonet.cli.data;

import org.epsilonet.api.function.SampleType;
import org.epsilonet.api.function.Samples;

/** The gray levels that an image file needs for given samples. */
final class GrayLevels {
    private GrayLevels() {}

    /**
     * The type of pixels that holds an image: 8 bits if they came from 8 bits or suffice, else 16.
     *
     * @throws IllegalArgumentException if the samples are not an image, or a value is not a whole number in 0..65535
     */
    static SampleType of(Samples samples, String ending) {
        SampleFormat.requireDimension(samples, 2, ending);
        boolean eightBits = samples.type() != SampleType.U2;
        for (int i = 0; i < samples.size(); i++) {
            double v = samples.value(i);
            if (SampleType.U2.nearest(v) != v) {
                throw new IllegalArgumentException("value " + i + " is " + v + ", but a " + ending
                        + " file holds whole numbers in 0..255, or 0..65535; .npy holds any number");
            }
            eightBits &= v <= 255;
        }
        return eightBits ? SampleType.U1 : SampleType.U2;
    }
}
