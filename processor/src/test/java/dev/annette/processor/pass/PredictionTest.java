package dev.annette.processor.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PredictionTest {
  @Test
  void what_only_trains_is_left_out_wherever_it_stands() {
    Stages stages =
        Stages.of(
            "input = 4, loss = Loss.BINARY_CROSS_ENTROPY",
            "@Dropout(0.2) Layer noise;",
            "@Dense(units = 3, activation = SIGMOID) @Dropout(0.5) Layer a;",
            "@Dropout(0.1) Layer between;",
            "@Dense(units = 3) @Dropout(0.5) Layer b;",
            "@Dense(units = 2, activation = SIGMOID) @Dropout(0.1) Layer y;");
    assertEquals(
        """
        network example.Sample   [4] -> [2]
          a.weights  [4, 3]  learned  glorot uniform
          a.bias  [3]  learned  zeros
          b.weights  [3, 3]  learned  glorot uniform
          b.bias  [3]  learned  zeros
          y.weights  [3, 2]  learned  glorot uniform
          y.bias  [2]  learned  zeros
        forward
          a.dense = dense(input, a.weights, a.bias)
          a = sigmoid(a.dense)   in place   keeps output
          b = dense(a, b.weights, b.bias)
          y = dense(b, y.weights, y.bias)
        arrays
          a  [B, 3]  also a.dense
          b  [B, 3]
          y  [B, 2]  also y.sigmoid
        """,
        stages.prediction().toString());
  }

  @Test
  void prediction_is_the_same_without_fusion() {
    Stages stages =
        Stages.of(
            "input = 4, loss = Loss.CROSS_ENTROPY",
            "@Dense(units = 3, activation = RELU) @Dropout(0.5) Layer h;",
            "@Dense(units = 2) Layer y;");
    assertEquals(
        stages.prediction().toString(),
        BufferPlanning.plan(Prediction.of(stages.lowered())).toString());
  }
}
