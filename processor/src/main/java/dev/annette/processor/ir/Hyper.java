package dev.annette.processor.ir;

/**
 * A number of the declaration that a run can override.
 *
 * @param layer the layer it belongs to
 * @param attribute what it is called in overrides: {@code dropout}
 * @param constant its declared value
 * @param rule the constant of {@code NumberRule} that it keeps
 */
public record Hyper(String layer, String attribute, Constant constant, String rule) {}
