package dev.annette.processor.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SamplingTest {
  @Test
  void noise_stays_and_everything_else_predicts() {
    Program sampling =
        Stages.of(
                "input = 4, loss = Loss.CROSS_ENTROPY",
                "@Dense(units = 3, activation = RELU) @BatchNorm @ActivityL2(0.1) Layer a;",
                "@Dense(units = 3, activation = RELU) @Dropout(0.5) Layer b;",
                "@Dense(units = 3, activation = SIGMOID) @Dropout(0.5) Layer c;",
                "@Dense(units = 2) Layer y;")
            .sampling();
    assertEquals(
        """
        forward
          a.dense = dense(input, a.weights, a.bias)   keeps input
          a.batchNorm = batchNorm(a.dense, a.gain, a.shift, a.mean, a.variance, epsilon 1.0E-5)   in place
          a = relu(a.batchNorm)   in place   keeps output sign
          b.dense = dense(a, b.weights, b.bias)   keeps input
          b.relu = relu(b.dense)   in place   keeps output sign
          b = dropout(b.relu, rate 0.5)   keeps mask   training only
          c.dense = dense(b, c.weights, c.bias)   keeps input
          c.sigmoid = sigmoid(c.dense)   in place   keeps output
          c = dropout(c.sigmoid, rate 0.5)   in place   keeps mask   training only
          y = dense(c, y.weights, y.bias)   keeps input
        """,
        Stages.section(sampling, "forward"));
    assertEquals(
        """
        arrays
          a  [B, 3]  also a.dense, a.batchNorm
          b.relu  [B, 3]  also b.dense
          b  [B, 3]
          b.mask  [B, 3]
          c  [B, 3]  also c.dense, c.sigmoid
          c.mask  [B, 3]
          y  [B, 2]  also y.softmax
        """,
        Stages.section(sampling, "arrays"));
  }

  @Test
  void without_noise_it_draws_nothing() {
    Stages stages =
        Stages.of(
            "input = 4, loss = Loss.HUBER",
            "@Dense(units = 3) @ActivityL2(0.1) Layer h;",
            "@Dense(units = 1) Layer y;");
    assertFalse(stages.sampling().draws());
    assertEquals(2, stages.sampling().forward().size());
  }

  @Test
  void what_every_draw_starts_from_must_not_be_overwritten() {
    Program sampling =
        Stages.of(
                "input = 4, loss = Loss.HUBER",
                "@Dense(units = 3) @Dropout(0.5) Layer b;",
                "@Dense(units = 1) Layer y;")
            .sampling();
    Map<Value, Value> homes = new LinkedHashMap<>(sampling.homes());
    homes.replaceAll((value, home) -> home.name().equals("b.dense") ? named(homes, "b") : home);
    IllegalStateException refusal =
        assertThrows(
            IllegalStateException.class, () -> ProgramCheck.verify(sampling.withHomes(homes)));
    assertEquals("b = dropout: draws from b.dense, which is lost", refusal.getMessage());
  }

  private static Value named(Map<Value, Value> homes, String name) {
    return homes.keySet().stream().filter(value -> value.name().equals(name)).findFirst().get();
  }
}
