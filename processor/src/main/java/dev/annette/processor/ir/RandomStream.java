package dev.annette.processor.ir;

/**
 * A stream of random numbers of its own.
 *
 * @param layer the layer it belongs to
 * @param purpose the constant of the runtime's {@code Purpose}: {@code DROPOUT}
 */
public record RandomStream(String layer, String purpose) {}
