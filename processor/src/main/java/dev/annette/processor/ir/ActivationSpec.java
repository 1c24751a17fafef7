package dev.annette.processor.ir;

import dev.annette.Activation;
import dev.annette.processor.diagnostic.Origin;

/**
 * The activation of a layer as declared.
 *
 * @param activation the function
 * @param attribute the attribute it reads, {@code slope} or {@code alpha}; empty for none
 * @param parameter the value of that attribute
 * @param source the declaration: {@code @Dense(activation = ELU)}
 * @param origin where it is declared
 */
public record ActivationSpec(
    Activation activation, String attribute, double parameter, String source, Origin origin) {
  /** Returns the linear activation in place of this one. */
  public ActivationSpec linear() {
    return new ActivationSpec(Activation.LINEAR, "", 0, source, origin);
  }
}
