package dev.annette.processor.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BufferPlanningTest {
  @Test
  void relu_and_dropout_share_an_array_because_dropout_keeps_signs() {
    assertEquals(
        """
        arrays
          h  [B, 3]  also h.dense, h.relu
          h.mask  [B, 3]
          y  [B, 2]
          d y  [B, 2]
          d h  [B, 3]  also d h.relu, d h.dense
        """,
        arrays("RELU"));
  }

  @Test
  void sigmoid_and_dropout_do_not_because_sigmoid_keeps_its_output() {
    assertEquals(
        """
        arrays
          h.sigmoid  [B, 3]  also h.dense
          h  [B, 3]
          h.mask  [B, 3]
          y  [B, 2]
          d y  [B, 2]
          d h  [B, 3]  also d h.sigmoid, d h.dense
        """,
        arrays("SIGMOID"));
  }

  @Test
  void gelu_keeps_its_input_and_shares_with_dropout() {
    assertEquals(
        """
        arrays
          h.dense  [B, 3]
          h  [B, 3]  also h.gelu
          h.mask  [B, 3]
          y  [B, 2]
          d y  [B, 2]
          d h  [B, 3]  also d h.gelu, d h.dense
        """,
        arrays("GELU"));
  }

  @Test
  void layers_do_not_share_and_gradients_do_where_a_layer_works_in_place() {
    Stages stages =
        Stages.of(
            "input = 4, loss = Loss.HUBER",
            "@Dense(units = 3) Layer h;",
            "@Dropout(0.5) Layer noise;",
            "@Dense(units = 2) Layer y;");
    assertEquals(
        """
        arrays
          h  [B, 3]
          noise  [B, 3]
          noise.mask  [B, 3]
          y  [B, 2]
          d y  [B, 2]
          d noise  [B, 3]  also d h
        """,
        Stages.section(stages.planned(), "arrays"));
  }

  @Test
  void prediction_keeps_nothing_and_shares_within_every_layer() {
    Stages stages =
        Stages.of(
            "input = 4, loss = Loss.CROSS_ENTROPY",
            "@Dense(units = 3, activation = GELU) @Dropout(0.5) Layer h;",
            "@Dense(units = 2) Layer y;");
    assertEquals(
        """
        arrays
          h  [B, 3]  also h.dense
          y  [B, 2]  also y.softmax
        """,
        Stages.section(stages.prediction(), "arrays"));
  }

  private static String arrays(String activation) {
    Stages stages =
        Stages.of(
            "input = 4, loss = Loss.HUBER",
            "@Dense(units = 3, activation = " + activation + ") @Dropout(0.5) Layer h;",
            "@Dense(units = 2) Layer y;");
    return Stages.section(stages.planned(), "arrays");
  }
}
