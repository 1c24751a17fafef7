package dev.annette.runtime.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annette.Loss;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.model.NetworkDescription;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gradient of one unit at a kink, by what a run has recorded of it. */
class ReplayTest {
  private static final double NEAR = 1e-9;

  private static NetworkDescription unit(String activation) {
    return NetworkDescription.network("Unit", 1)
        .loss(Loss.HALF_SQUARED_ERROR)
        .layer("unit", "dense")
        .with("units", 1)
        .with("activation", activation)
        .modifier("dropout")
        .with("value", 0.5)
        .weight("unit.weights", 1, 1)
        .bias("unit.bias", 1)
        .build();
  }

  /** Returns the derivative of ½·(output)² by the bias, divided by the output. */
  private static double slope(String activation, double input, Map<String, float[]> recorded) {
    NetworkDescription network = unit(activation);
    Tensors tensors = Tensors.zeros(network);
    tensors.get("unit.bias")[0] = input;
    Batch batch = Batch.of(new float[] {0}, 1, new Targets.Values(new float[] {-1}));
    Interpretation run = Interpreter.of(network).run(tensors, batch, recorded::get);
    return run.gradients().get("unit.bias")[0] / (run.outputs().values()[0] + 1);
  }

  @ParameterizedTest
  @CsvSource({
    "unit, 0.99, 0.16666667",
    "unit, 1, 0",
    "unit.hardSigmoid, 0.99, 0.16666667",
    "unit.hardSigmoid, 1, 0",
    "unit.dense, 2.99, 0.16666667",
    "unit.dense, 3, 0",
    "unit.dense, 3.01, 0"
  })
  void any_value_that_a_run_keeps_tells_the_side(String name, float value, double expected) {
    for (double input : new double[] {3 - NEAR, 3 + NEAR}) {
      assertEquals(expected, slope("hard_sigmoid", input, Map.of(name, new float[] {value})), 1e-7);
    }
  }

  @ParameterizedTest
  @CsvSource({"1.98, 0.33333333", "2, 0"})
  void outputs_are_compared_as_they_were_before_the_dropout(float value, double expected) {
    Map<String, float[]> recorded =
        Map.of("unit", new float[] {value}, "unit.mask", new float[] {2});
    assertEquals(expected, slope("hard_sigmoid", 3 - NEAR, recorded), 1e-7);
    assertEquals(expected, slope("hard_sigmoid", 3 + NEAR, recorded), 1e-7);
  }

  @ParameterizedTest
  @CsvSource({"-1e-9, 0", "1e-9, 1"})
  void a_value_that_is_not_recorded_lies_where_it_lies(double input, double expected) {
    assertEquals(expected, slope("relu", input, Map.of()), 1e-7);
  }
}
