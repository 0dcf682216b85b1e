package org.epsilonet.quantization.model;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.epsilonet.api.model.Certificate;

/**
 * A quantized model and every certified bound on its distance from the model that was rounded.
 *
 * @param quantized the quantized model
 * @param certificates one bound per method, all valid; not empty
 */
public record CertifiedQuantization(QuantizedModel quantized, List<Certificate> certificates) {
    /**
     * Copies the certificates.
     *
     * @throws IllegalArgumentException if there are none
     */
    public CertifiedQuantization {
        certificates = List.copyOf(certificates);
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("the Lipschitz analysis gave no certificate at all");
        }
    }

    /** The smallest bound; of several the first. */
    public Certificate best() {
        return certificates.stream()
                .min(Comparator.comparingDouble(Certificate::bound))
                .orElseThrow();
    }

    /** Whether the certified error is at most this. */
    public boolean reaches(double error) {
        return best().bound() <= error;
    }

    /** The bound by one method, absent if it gave none. */
    public OptionalDouble by(String method) {
        return certificates.stream()
                .filter(c -> c.method().equals(method))
                .mapToDouble(Certificate::bound)
                .min();
    }
}
