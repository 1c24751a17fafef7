package dev.annette.runtime.check;

import dev.annette.runtime.data.Batch;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.TensorDescription;
import dev.annette.runtime.train.NetworkTrainer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A comparison of a trainer's data loss and gradients with those of the {@link Interpreter}, which
 * replays the trainer's dropout masks and branches. The derivative of a loss or penalty that the
 * user wrote is compared with finite differences of its value.
 *
 * @param network the name of the network
 * @param dataLoss the error of the data loss
 * @param gradients the worst error of the gradient of every learned tensor, in the order of the
 *     description
 * @param functions the worst error of the derivative of every loss and penalty that the user wrote
 */
public record GradientCheck(
    String network,
    GradientError dataLoss,
    List<GradientError> gradients,
    List<GradientError> functions) {
  /**
   * An array that is smaller than this share of the largest gradient is 0 but for the rounding of
   * doubles, as that of a bias is before batch normalisation; its error is relative to the largest.
   */
  private static final double CANCELLED = 1e-12;

  /** Copies the lists. */
  public GradientCheck {
    gradients = List.copyOf(gradients);
    functions = List.copyOf(functions);
  }

  /** Returns the comparison for one batch; the trainer learns nothing. */
  public static GradientCheck of(NetworkTrainer<?> trainer, Batch batch) {
    NetworkDescription network = trainer.description();
    float[] flat = new float[trainer.parameterCount()];
    double loss = trainer.gradients(batch, flat);
    Tensors tensors = Tensors.ofFloats(network, trainer::parameter);
    Interpretation expected =
        Interpreter.of(network).run(tensors, batch, TrainerReplay.of(trainer));
    double expectedLoss = expected.dataLoss();
    return new GradientCheck(
        network.network(),
        new GradientError(
            "data loss",
            List.of(),
            loss,
            expectedLoss,
            Math.abs(expectedLoss),
            GradientError.DOUBLE),
        errors(network, flat, expected.gradients()),
        FunctionCheck.of(network, tensors, expected.logits(), batch));
  }

  private static List<GradientError> errors(
      NetworkDescription network, float[] flat, Tensors expected) {
    List<GradientError> errors = new ArrayList<>();
    double largest = 0;
    for (TensorDescription tensor : network.tensors()) {
      if (tensor.isLearned()) {
        largest = Math.max(largest, magnitude(expected.get(tensor.name())));
      }
    }
    int from = 0;
    for (TensorDescription tensor : network.tensors()) {
      if (tensor.isLearned()) {
        double[] gradient = expected.get(tensor.name());
        double own = magnitude(gradient);
        double scale = own < CANCELLED * largest ? largest : own;
        errors.add(GradientError.of(tensor.name(), tensor.shape(), flat, from, gradient, scale));
        from += gradient.length;
      }
    }
    return errors;
  }

  private static double magnitude(double[] values) {
    return new Matrix(1, values.length, values).magnitude();
  }

  /** Returns the largest error of all, that of the data loss included. */
  public GradientError worst() {
    List<GradientError> all = new ArrayList<>(gradients);
    all.add(dataLoss);
    all.addAll(functions);
    return all.stream().max(Comparator.comparingDouble(GradientError::relative)).orElseThrow();
  }

  /**
   * Requires that no error is larger than a share of the largest magnitude in the same array, or in
   * all arrays where everything in this one cancels. Floats keep 10⁻⁵ in all but very wide or deep
   * networks.
   *
   * @return this check
   * @throws AssertionError naming the worst place of every array that is farther off, with both
   *     values
   */
  public GradientCheck requireWithin(double tolerance) {
    List<String> failures = new ArrayList<>();
    for (GradientError error : functions) {
      if (!(error.relative() <= tolerance)) {
        failures.add(error.toString());
      }
    }
    if (!(dataLoss.relative() <= tolerance)) {
      failures.add(dataLoss.toString());
    }
    for (GradientError error : gradients) {
      if (!(error.relative() <= tolerance)) {
        failures.add("gradient of " + error);
      }
    }
    if (!failures.isEmpty()) {
      throw new AssertionError(
          String.format(Locale.ROOT, "%s is off by more than %.1e:%n  ", network, tolerance)
              + String.join(System.lineSeparator() + "  ", failures));
    }
    return this;
  }
}
