package dev.annette.processor.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class FusionTest {
  @Test
  void softmax_and_cross_entropy_become_one_step() {
    Stages stages = Stages.of("input = 4, loss = Loss.CROSS_ENTROPY", "@Dense(units = 3) Layer y;");
    assertEquals(
        """
        forward
          y = dense(input, y.weights, y.bias)   keeps input
          y.softmax = softmax(y)   keeps output
          loss = crossEntropy(y.softmax, targets)
        """,
        Stages.section(stages.lowered(), "forward"));
    assertEquals(
        """
        forward
          y = dense(input, y.weights, y.bias)   keeps input
          loss = softmaxCrossEntropy(y, targets)
        """,
        Stages.section(stages.fused(), "forward"));
  }

  @Test
  void sigmoid_and_binary_cross_entropy_become_one_step() {
    Stages stages =
        Stages.of(
            "input = 4, loss = Loss.BINARY_CROSS_ENTROPY",
            "@Dense(units = 3, activation = SIGMOID) Layer hidden;",
            "@Dense(units = 1, activation = SIGMOID) Layer y;");
    assertEquals(
        """
        forward
          hidden.dense = dense(input, hidden.weights, hidden.bias)   keeps input
          hidden = sigmoid(hidden.dense)   keeps output
          y = dense(hidden, y.weights, y.bias)   keeps input
          loss = sigmoidBinaryCrossEntropy(y, targets)
        """,
        Stages.section(stages.fused(), "forward"));
  }

  @Test
  void a_softmax_under_another_loss_stays() {
    Stages stages =
        Stages.of(
            "input = 4, loss = Loss.MEAN_SQUARED_ERROR",
            "@Dense(units = 3, activation = SOFTMAX) Layer y;");
    assertSame(stages.lowered(), stages.fused());
  }
}
