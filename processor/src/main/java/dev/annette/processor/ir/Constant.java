package dev.annette.processor.ir;

/**
 * A number of the declaration, by name, as it stands in generated code.
 *
 * @param name {@code HIDDEN_UNITS}
 * @param value an Integer or a Double
 * @param source where it comes from: {@code @Dense(units = 128)}
 * @param layer the layer that it belongs to, or empty for the network
 */
public record Constant(String name, Number value, String source, String layer) {}
