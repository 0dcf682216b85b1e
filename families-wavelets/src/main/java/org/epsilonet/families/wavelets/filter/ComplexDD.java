package org.epsilonet.families.wavelets.filter;

import org.apache.commons.numbers.core.DD;

/**
 * A complex number with double-double parts: about 31 digits, the same bits on every machine.
 *
 * @param re real part
 * @param im imaginary part
 */
record ComplexDD(DD re, DD im) {
    static final ComplexDD ONE = real(DD.ONE);

    static ComplexDD real(DD x) {
        return new ComplexDD(x, DD.ZERO);
    }

    ComplexDD conjugate() {
        return new ComplexDD(re, im.negate());
    }

    ComplexDD plus(ComplexDD z) {
        return new ComplexDD(re.add(z.re), im.add(z.im));
    }

    ComplexDD minus(ComplexDD z) {
        return new ComplexDD(re.subtract(z.re), im.subtract(z.im));
    }

    ComplexDD times(ComplexDD z) {
        return new ComplexDD(
                re.multiply(z.re).subtract(im.multiply(z.im)), re.multiply(z.im).add(im.multiply(z.re)));
    }

    ComplexDD dividedBy(ComplexDD z) {
        DD square = z.squaredModulus();
        ComplexDD product = times(new ComplexDD(z.re, z.im.negate()));
        return new ComplexDD(product.re.divide(square), product.im.divide(square));
    }

    DD squaredModulus() {
        return re.square().add(im.square());
    }

    /** The square root with nonnegative real part, without cancellation. */
    ComplexDD squareRoot() {
        DD modulus = squaredModulus().sqrt();
        if (modulus.isZero()) {
            return this;
        }
        DD larger = modulus.add(re.abs()).multiply(0.5).sqrt();
        DD smaller = im.abs().divide(larger.multiply(2.0));
        boolean right = re.hi() >= 0;
        DD imaginary = right ? smaller : larger;
        return new ComplexDD(right ? larger : smaller, im.hi() < 0 ? imaginary.negate() : imaginary);
    }
}
