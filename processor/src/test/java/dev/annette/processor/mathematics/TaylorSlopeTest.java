package dev.annette.processor.mathematics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annette.Loss;
import dev.annette.runtime.check.Tensors;
import dev.annette.runtime.model.NetworkDescription;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TaylorSlopeTest {
  private static final NetworkDescription NETWORK =
      NetworkDescription.network("test.Net", 2)
          .loss(Loss.HALF_SQUARED_ERROR)
          .layer("output", "dense")
          .with("units", 1)
          .weight("output.weights", 2, 1)
          .bias("output.bias", 1)
          .outputs(1)
          .build();

  private static final double[] WEIGHTS = {0.7, -1.3};

  @Test
  void the_gradient_has_power_2_and_a_gradient_off_by_3_percent_has_1() {
    assertEquals(2, power(1, true), 0.01);
    assertEquals(1, power(1.03, true), 0.1);
  }

  @Test
  void a_linear_function_leaves_no_remainder() {
    assertEquals(2, power(1, false), 0);
    assertEquals(1, power(1.03, false), 1e-6);
  }

  /** Returns the power for exp(w₀)·w₁ or w₁, of whose gradient the last term is multiplied. */
  private static double power(double factor, boolean isCurved) {
    Tensors point = Tensors.of(NETWORK, name -> name.endsWith("bias") ? new double[1] : WEIGHTS);
    Tensors gradient = Tensors.zeros(NETWORK);
    double[] terms = gradient.get("output.weights");
    terms[0] = isCurved ? Math.exp(WEIGHTS[0]) * WEIGHTS[1] : 0;
    terms[1] = factor * (isCurved ? Math.exp(WEIGHTS[0]) : 1);
    TaylorSlope slope =
        new TaylorSlope(
            at -> {
              double[] weights = at.get("output.weights");
              return (isCurved ? Math.exp(weights[0]) : 1) * weights[1];
            },
            gradient);
    return slope.at(point, new Random(1));
  }
}
