package dev.annette.runtime.train;

import java.util.Objects;

/**
 * The name of a rate or strength that an annotation declares: {@code l2 of hidden}. Whether a
 * network has it is found when a run begins.
 *
 * @param layer the layer: {@code hidden}
 * @param attribute the annotation in lower camel case: {@code l2}, {@code weightDecay}
 */
public record Setting(String layer, String attribute) {

  /** Requires both names. */
  public Setting {
    Objects.requireNonNull(layer, "layer");
    Objects.requireNonNull(attribute, "attribute");
  }

  /** Names the strength of a layer's L2 penalty. */
  public static Setting l2(String layer) {
    return new Setting(layer, "l2");
  }

  /** Names the strength of a layer's L1 penalty. */
  public static Setting l1(String layer) {
    return new Setting(layer, "l1");
  }

  /** Names the strength of a layer's group lasso. */
  public static Setting groupLasso(String layer) {
    return new Setting(layer, "groupLasso");
  }

  /** Names a layer's dropout rate. */
  public static Setting dropout(String layer) {
    return new Setting(layer, "dropout");
  }

  /** Names a layer's decoupled weight decay. */
  public static Setting weightDecay(String layer) {
    return new Setting(layer, "weightDecay");
  }

  /** Returns how messages name it: {@code l2 of hidden}. */
  @Override
  public String toString() {
    return attribute + " of " + layer;
  }
}
