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

  @Test
  void units_that_all_rows_leave_out_are_not_computed() {
    Stages stages =
        Stages.of(
            "input = 4, loss = Loss.HUBER",
            "@Dropout(value = 0.2, mask = MaskScope.PER_BATCH) Layer x;",
            "@GaussianDropout(0.1) Layer noise;",
            "@Dense(units = 5, activation = RELU)"
                + " @Dropout(value = 0.5, mask = MaskScope.PER_BATCH) Layer h;",
            "@Dense(units = 3, activation = TANH) Layer g;",
            "@Dense(units = 1) Layer y;");
    assertEquals(
        """
        forward
          x = dropout(input, rate 0.2, one mask a batch)   training only
          noise = gaussianDropout(x, rate 0.1)   keeps mask   training only
          h.dense = dense(noise, h.weights, h.bias, kept inputs of x.mask, units of h.mask)   keeps input
          h.relu = relu(h.dense)   keeps output sign
          h = dropout(h.relu, rate 0.5, one mask a batch)   training only
          g.dense = dense(h, g.weights, g.bias, kept inputs of h.mask)   keeps input
          g = tanh(g.dense)   keeps output
          y = dense(g, y.weights, y.bias)   keeps input
          loss = huber(y, targets)
        """,
        Stages.section(stages.fused(), "forward"));
    assertEquals(
        """
        forward
          x = dropout(input, rate 0.2)   keeps mask   training only
          noise = gaussianDropout(x, rate 0.1)   keeps mask   training only
          h.dense = dense(noise, h.weights, h.bias)   keeps input
          h.relu = relu(h.dense)   in place   keeps output sign
          h = dropout(h.relu, rate 0.5)   in place   keeps mask   training only
          g.dense = dense(h, g.weights, g.bias)   keeps input
          g = tanh(g.dense)   in place   keeps output
          y = dense(g, y.weights, y.bias)   keeps input
        """,
        Stages.section(stages.sampling(), "forward"));
  }

  @Test
  void units_are_computed_that_others_look_at() {
    String dropout = " @Dropout(value = 0.5, mask = MaskScope.PER_BATCH) Layer ";
    Stages stages =
        Stages.of(
            "input = 4, loss = Loss.HUBER",
            "@Dense(units = 3, activation = RELU) @BatchNorm" + dropout + "a;",
            "@GaussianNoise(0.1) Layer noise;",
            "@Dense(units = 3, activation = SOFTMAX)" + dropout + "b;",
            "@Dense(units = 3, activation = TANH) @DropConnect(0.1)" + dropout + "c;",
            "@Dropout(0.5) Layer d;",
            "@Dense(units = 3) Layer e;",
            "@Dropout(value = 0.5, mask = MaskScope.PER_BATCH) Layer f;",
            "@Dense(units = 1) @DropConnect(0.1) Layer y;");
    assertEquals(
        """
        forward
          a.dense = dense(input, a.weights, a.bias)   keeps input
          a.batchNorm = batchNorm(a.dense, a.gain, a.shift, a.mean, a.variance, epsilon 1.0E-5)   keeps input
          a.relu = relu(a.batchNorm)   keeps output sign
          a = dropout(a.relu, rate 0.5, one mask a batch)   training only
          noise = gaussianNoise(a, deviation 0.1)   training only
          b.dense = dense(noise, b.weights, b.bias)   keeps input
          b.softmax = softmax(b.dense)   keeps output
          b = dropout(b.softmax, rate 0.5, one mask a batch)   training only
          c.dropConnect = dropConnect(b, c.weights, c.bias, c.dropConnect, rate 0.1)   keeps input
          c.tanh = tanh(c.dropConnect)   keeps output
          c = dropout(c.tanh, rate 0.5, one mask a batch)   training only
          d = dropout(c, rate 0.5)   keeps mask   training only
          e = dense(d, e.weights, e.bias, kept inputs of c.mask)   keeps input
          f = dropout(e, rate 0.5, one mask a batch)   training only
          y = dropConnect(f, y.weights, y.bias, y.dropConnect, rate 0.1)   keeps input
          loss = huber(y, targets)
        """,
        Stages.section(stages.fused(), "forward"));
  }
}
