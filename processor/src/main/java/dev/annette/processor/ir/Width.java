package dev.annette.processor.ir;

/**
 * How many numbers a row of some value has, and the constant that says so in generated code.
 *
 * @param constant the name of the constant: {@code HIDDEN_UNITS}
 * @param size at least 1
 */
public record Width(String constant, int size) {}
