package dev.annette.runtime.check;

import dev.annette.runtime.custom.LossFunction;
import dev.annette.runtime.custom.PenaltyFunction;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.model.LayerDescription;
import dev.annette.runtime.model.ModifierDescription;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.TensorDescription;
import dev.annette.runtime.model.TensorDescription.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

/** The derivatives that a user wrote against finite differences of the values that they wrote. */
final class FunctionCheck {
  private static final String REFERENCE = "by finite differences of its value";

  /** The most weights by which a penalty is differentiated, spread evenly over the matrix. */
  private static final int WEIGHTS = 256;

  private FunctionCheck() {}

  /**
   * Returns the worst error of every loss and penalty that the user wrote.
   *
   * @param logits what came out of the last layer for the batch, [rows, outputs]
   */
  static List<GradientError> of(
      NetworkDescription network, Tensors tensors, Matrix logits, Batch batch) {
    List<GradientError> errors = new ArrayList<>();
    if (network.customLoss() != null) {
      errors.add(loss(network, logits, batch));
    }
    for (LayerDescription layer : network.layers()) {
      for (ModifierDescription modifier : layer.modifiers()) {
        if (modifier.kind().equals(CustomPenaltyModifier.KIND)) {
          layer.tensors().stream()
              .filter(tensor -> tensor.role() == Role.WEIGHT)
              .forEach(tensor -> errors.add(penalty(modifier, tensor, tensors)));
        }
      }
    }
    return errors;
  }

  private static GradientError loss(NetworkDescription network, Matrix logits, Batch batch) {
    LossFunction function = network.lossFunction();
    int width = logits.width();
    Matrix targets = LossStep.values(batch.targets(), logits.rows(), width);
    List<GradientError> errors = new ArrayList<>();
    for (int row = 0; row < logits.rows(); row++) {
      double[] outputs = Arrays.copyOfRange(logits.values(), row * width, (row + 1) * width);
      double[] target = Arrays.copyOfRange(targets.values(), row * width, (row + 1) * width);
      double[] derivative = unwritten(width);
      function.derivative(outputs, target, derivative);
      for (int i = 0; i < width; i++) {
        String name =
            "derivative of %s by output %d in row %d"
                .formatted(network.customLoss().className(), i, row);
        DoubleSupplier value = () -> function.value(outputs, target);
        errors.add(error(name, List.of(), derivative[i], outputs, i, value));
      }
    }
    return worst(errors);
  }

  private static GradientError penalty(
      ModifierDescription modifier, TensorDescription tensor, Tensors tensors) {
    PenaltyFunction function = CustomPenaltyModifier.function(modifier);
    int in = tensor.shape().get(0);
    int out = tensor.shape().get(1);
    double[] weights = tensors.get(tensor.name()).clone();
    double[] gradient = unwritten(weights.length);
    function.gradient(weights, in, out, gradient);
    String name =
        "gradient of %s by %s".formatted(modifier.attributes().get("penalty"), tensor.name());
    List<GradientError> errors = new ArrayList<>();
    int checked = Math.min(WEIGHTS, weights.length);
    for (int k = 0; k < checked; k++) {
      int i = (int) ((long) k * weights.length / checked);
      List<Integer> position = GradientError.position(tensor.shape(), i);
      DoubleSupplier value = () -> function.value(weights, in, out);
      errors.add(error(name, position, gradient[i], weights, i, value));
    }
    return worst(errors);
  }

  /** Returns an array of NaN, so that a number that is never written is found. */
  private static double[] unwritten(int length) {
    double[] array = new double[length];
    Arrays.fill(array, Double.NaN);
    return array;
  }

  private static GradientError error(
      String name,
      List<Integer> position,
      double written,
      double[] values,
      int i,
      DoubleSupplier value) {
    double expected = FiniteDifferences.nearest(written, values, i, value);
    return new GradientError(name, position, written, expected, 0, REFERENCE);
  }

  /** Returns the largest error, relative to the largest magnitude among all. */
  private static GradientError worst(List<GradientError> errors) {
    double magnitude = 0;
    GradientError worst = errors.get(0);
    for (GradientError error : errors) {
      magnitude = Math.max(magnitude, Math.abs(error.expected()));
      if (!(distance(error) <= distance(worst))) {
        worst = error;
      }
    }
    return new GradientError(
        worst.name(),
        worst.position(),
        worst.actual(),
        worst.expected(),
        magnitude,
        worst.reference());
  }

  private static double distance(GradientError error) {
    double distance = Math.abs(error.actual() - error.expected());
    return Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance;
  }
}
