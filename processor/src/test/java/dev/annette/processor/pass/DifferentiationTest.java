package dev.annette.processor.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DifferentiationTest {
  @Test
  void gradients_go_back_to_the_first_weights_and_no_further() {
    Stages stages =
        Stages.of(
            "input = 6, loss = Loss.CROSS_ENTROPY",
            "@Standardize Layer pixels;",
            "@Dropout(0.2) Layer noise;",
            "@Dense(units = 5, activation = TANH) @Dropout(0.5) Layer hidden;",
            "@Dense(units = 2) Layer output;");
    assertEquals(
        """
        backward
          d output = softmaxCrossEntropy'(output, targets)
          d hidden, d output.weights, d output.bias = dense'(d output)
          d hidden.tanh = dropout'(d hidden)
          d hidden.dense = tanh'(d hidden.tanh)
          d hidden.weights, d hidden.bias = dense'(d hidden.dense)
        """,
        Stages.section(stages.differentiated(), "backward"));
  }

  @Test
  void without_fusion_the_gradient_passes_the_softmax() {
    Stages stages = Stages.of("input = 4, loss = Loss.CROSS_ENTROPY", "@Dense(units = 3) Layer y;");
    assertEquals(
        """
        backward
          d y.softmax = crossEntropy'(y.softmax, targets)
          d y = softmax'(d y.softmax)
          d y.weights, d y.bias = dense'(d y)
        """,
        Stages.section(
            ProgramCheck.verify(Differentiation.differentiate(stages.lowered())), "backward"));
  }

  @Test
  void dropout_on_the_output_is_passed_first() {
    Stages stages =
        Stages.of(
            "input = 6, loss = Loss.HUBER",
            "@Dense(units = 2, bias = false) @Dropout(0.1) Layer output;");
    assertEquals(
        """
        backward
          d output = huber'(output, targets)
          d output.dense = dropout'(d output)
          d output.weights = dense'(d output.dense)
        """,
        Stages.section(stages.differentiated(), "backward"));
  }
}
