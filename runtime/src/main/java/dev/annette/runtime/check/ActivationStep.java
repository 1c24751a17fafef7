package dev.annette.runtime.check;

import dev.annette.Activation;
import dev.annette.Loss;
import dev.annette.runtime.model.LayerDescription;
import java.util.Arrays;
import java.util.Locale;

/**
 * The activation of a layer, {@code y = f(z)} with z and y [rows, units].
 *
 * <p>A cross-entropy is computed from logits, so the softmax or sigmoid that belongs to it is not
 * applied in the layer that feeds it.
 */
final class ActivationStep {
  private static final String INPUT = "activation input";
  private static final String OUTPUT = "activation output";

  private ActivationStep() {}

  /** Returns {@code f(z)}. */
  static Matrix forward(LayerPass pass, Matrix z) {
    Activation activation = of(pass);
    double p = parameter(pass.layer(), activation);
    Matrix changed =
        activation.elementwise() && activation != Activation.LINEAR
            ? pass.activated(z, number -> activation.value(number, p))
            : null;
    if (changed != null) {
      return changed;
    }
    Matrix x = activation.elementwise() ? branched(pass, activation, p, z) : Softmax.logs(z);
    Matrix y = Matrix.zeros(z.rows(), z.width());
    for (int i = 0; i < y.values().length; i++) {
      y.values()[i] = activation.value(x.values()[i], p);
    }
    pass.keep(INPUT, x);
    pass.keep(OUTPUT, y);
    return y;
  }

  /** Returns the gradient by z. */
  static Matrix backward(LayerPass pass, Matrix gradient) {
    Activation activation = of(pass);
    if (!activation.elementwise()) {
      return Softmax.backward(pass.kept(OUTPUT), gradient);
    }
    double p = parameter(pass.layer(), activation);
    Matrix x = pass.kept(INPUT);
    Matrix dz = Matrix.zeros(gradient.rows(), gradient.width());
    for (int i = 0; i < dz.values().length; i++) {
      dz.values()[i] = gradient.values()[i] * activation.derivative(x.values()[i], p);
    }
    return dz;
  }

  private static Activation of(LayerPass pass) {
    LayerDescription layer = pass.layer();
    Activation declared = Attribute.choice(layer.attributes(), "activation", Activation.LINEAR);
    Loss loss = pass.fedLoss();
    if (loss == null || !loss.isCrossEntropy() || declared == Activation.LINEAR) {
      return declared;
    }
    Activation own = LossStep.probabilities(loss);
    if (declared != own) {
      throw new IllegalArgumentException(
          "%s feeds %s with the activation %s; a cross-entropy is computed from logits, so it must"
                  .formatted(layer.name(), loss, declared)
              + " be LINEAR or "
              + own);
    }
    return Activation.LINEAR;
  }

  private static double parameter(LayerDescription layer, Activation activation) {
    return switch (activation) {
      case LEAKY_RELU -> Attribute.number(layer.name(), layer.attributes(), "slope");
      case ELU -> Attribute.number(layer.name(), layer.attributes(), "alpha");
      default -> 0;
    };
  }

  /** Returns z, on the replayed run's side of the kinks. */
  private static Matrix branched(LayerPass pass, Activation activation, double p, Matrix z) {
    double[] kinks = activation.kinks();
    if (kinks.length == 0) {
      return z;
    }
    int size = z.values().length;
    float[] recorded = recordedOutput(pass, activation, size);
    double[] recordedKinks = Arrays.stream(kinks).map(x -> activation.value(x, p)).toArray();
    if (recorded == null) {
      recorded = pass.recorded(pass.activationInput(), size);
      recordedKinks = kinks;
    }
    return recorded == null
        ? z
        : new Matrix(
            z.rows(),
            z.width(),
            Branches.follow(z.values(), z.magnitude(), kinks, recorded, recordedKinks));
  }

  /**
   * Returns what the run's activation gave, NaN where dropout hides it; null if that is not known.
   */
  private static float[] recordedOutput(LayerPass pass, Activation activation, int size) {
    float[] output = pass.recorded(camelCase(activation), size);
    float[] handedOn = pass.blursOutput() ? null : pass.recorded(size);
    float[] mask = pass.recorded("mask", size);
    if (output != null || handedOn == null || mask == null) {
      return output != null ? output : handedOn;
    }
    float[] undropped = new float[size];
    for (int i = 0; i < size; i++) {
      undropped[i] = mask[i] == 0 ? Float.NaN : handedOn[i] / mask[i];
    }
    return undropped;
  }

  /** Returns the constant as names of values have it: {@code hardSigmoid}. */
  static String camelCase(Activation activation) {
    String[] words = activation.name().toLowerCase(Locale.ROOT).split("_");
    StringBuilder name = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
    }
    return name.toString();
  }
}
