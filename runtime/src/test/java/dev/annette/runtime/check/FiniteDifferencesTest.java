package dev.annette.runtime.check;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annette.runtime.model.NetworkDescription;
import org.junit.jupiter.api.Test;

class FiniteDifferencesTest {
  private static final NetworkDescription NETWORK =
      NetworkDescription.network("Numbers", 1)
          .layer("only", "dense")
          .weight("only.weights", 1, 3)
          .build();

  private static Tensors numbers(double... values) {
    return Tensors.of(NETWORK, name -> values);
  }

  private static double[] weights(Tensors tensors) {
    return tensors.get("only.weights");
  }

  @Test
  void polynomials_of_fourth_degree_are_exact_but_for_rounding() {
    Tensors at = numbers(0.5, -3, 1000);
    Tensors actual =
        FiniteDifferences.gradients(
            at,
            t -> {
              double[] w = weights(t);
              return Math.pow(w[0], 4) + 2 * Math.pow(w[1], 3) + 0.001 * w[2] * w[2];
            });
    assertArrayEquals(new double[] {0.5, 54, 2}, weights(actual), 1e-8);
  }

  @Test
  void steps_reach_no_farther_than_two_of_8192_parts() {
    Tensors at = numbers(0.5, -3, 1000);
    double[] farthest = new double[3];
    FiniteDifferences.gradients(
        at,
        t -> {
          for (int i = 0; i < 3; i++) {
            double distance = Math.abs(weights(t)[i] - weights(at)[i]);
            farthest[i] = Math.max(farthest[i], distance);
          }
          return 0;
        });
    assertArrayEquals(new double[] {2 / 8192.0, 4 / 8192.0, 1024 / 8192.0}, farthest);
  }

  @Test
  void the_point_does_not_change() {
    Tensors at = numbers(0.1, 0.2, 0.3);
    FiniteDifferences.gradients(at, t -> weights(t)[0]);
    assertArrayEquals(new double[] {0.1, 0.2, 0.3}, weights(at));
    assertEquals(1, at.names().size());
  }
}
