package dev.annette.runtime.train;

import dev.annette.Dropout;
import dev.annette.L1;
import dev.annette.L2;
import java.lang.annotation.Annotation;
import java.util.Objects;

/**
 * The name of a rate, strength or bound that an annotation declares: {@code l2 of hidden}. Whether
 * a network has it is found when a run begins.
 *
 * @param layer the layer: {@code hidden}
 * @param attribute the annotation in lower camel case: {@code l2}, {@code weightDecay}; or {@code
 *     momentum}, that of a normalisation's running statistics
 */
public record Setting(String layer, String attribute) {

  /** Requires both names. */
  public Setting {
    Objects.requireNonNull(layer, "layer");
    Objects.requireNonNull(attribute, "attribute");
  }

  /** Names the value of a layer's annotation: {@code Setting.of("hidden", WeightDecay.class)}. */
  public static Setting of(String layer, Class<? extends Annotation> annotation) {
    String name = annotation.getSimpleName();
    return new Setting(layer, Character.toLowerCase(name.charAt(0)) + name.substring(1));
  }

  /** Names the strength of a layer's L2 penalty. */
  public static Setting l2(String layer) {
    return of(layer, L2.class);
  }

  /** Names the strength of a layer's L1 penalty. */
  public static Setting l1(String layer) {
    return of(layer, L1.class);
  }

  /** Names a layer's dropout rate. */
  public static Setting dropout(String layer) {
    return of(layer, Dropout.class);
  }

  /** Returns how messages name it: {@code l2 of hidden}. */
  @Override
  public String toString() {
    return attribute + " of " + layer;
  }
}
