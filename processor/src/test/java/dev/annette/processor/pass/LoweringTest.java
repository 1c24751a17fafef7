package dev.annette.processor.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LoweringTest {
  @Test
  void a_classifier_ends_in_softmax_and_cross_entropy() {
    Stages stages =
        Stages.of(
            "input = {8, 8}, loss = Loss.CROSS_ENTROPY",
            "@Standardize Layer pixels;",
            "@Dense(units = 16, activation = RELU) @L2(1) @Dropout(0.5) Layer hidden;",
            "@Dense(units = 10, activation = SOFTMAX) @Init(value = ZEROS, bias = 0.1)"
                + " Layer output;");
    assertEquals(
        """
        network example.Sample   [8, 8] -> [10]
          pixels.mean  [64]  statistic
          pixels.scale  [64]  statistic
          hidden.weights  [64, 16]  learned  he normal  l2 1.0 textbook
          hidden.bias  [16]  learned  zeros
          output.weights  [16, 10]  learned  zeros
          output.bias  [10]  learned  constant 0.1
        forward
          pixels = standardize(input, pixels.mean, pixels.scale)
          hidden.dense = dense(pixels, hidden.weights, hidden.bias)   keeps input
          hidden.relu = relu(hidden.dense)   keeps output sign
          hidden = dropout(hidden.relu, rate 0.5)   keeps mask   training only
          output = dense(hidden, output.weights, output.bias)   keeps input
          output.softmax = softmax(output)   keeps output
          loss = crossEntropy(output.softmax, targets)
        """,
        stages.lowered().toString());
  }

  @Test
  void penalties_take_the_scaling_of_the_network_unless_they_say_otherwise() {
    Stages stages =
        Stages.of(
            "input = 6, loss = Loss.HUBER, scaling = PenaltyScaling.KERAS",
            "@Dropout(0.2) Layer noise;",
            "@Dense(units = 5, activation = ELU, alpha = 0.5, bias = false) @L1(0.1) Layer hidden;",
            "@Dense(units = 2) @L2(value = 0.3, bias = true, scaling = PenaltyScaling.PYTORCH)"
                + " @L1(value = 0.2, method = L1Method.SUBGRADIENT) Layer output;");
    assertEquals(
        """
        network example.Sample   [6] -> [2]
          hidden.weights  [6, 5]  learned  he normal  l1 0.1 keras proximal
          output.weights  [5, 2]  learned  glorot uniform  l2 0.3 pytorch  l1 0.2 keras subgradient
          output.bias  [2]  learned  zeros  l2 0.3 pytorch
        forward
          noise = dropout(input, rate 0.2)   keeps mask   training only
          hidden.dense = dense(noise, hidden.weights)   keeps input
          hidden = elu(hidden.dense, 0.5)   keeps output
          output = dense(hidden, output.weights, output.bias)   keeps input
          loss = huber(output, targets)
        """,
        stages.lowered().toString());
  }

  @Test
  void weights_start_as_their_activation_needs() {
    Stages stages =
        Stages.of(
            "input = 2, loss = Loss.MEAN_SQUARED_ERROR",
            "@Dense(units = 2, activation = SELU) Layer selu;",
            "@Dense(units = 2, activation = LEAKY_RELU) Layer leaky;",
            "@Dense(units = 2, activation = TANH) Layer tanh;",
            "@Dense(units = 1) @Init(ORTHOGONAL) Layer output;");
    assertEquals(
        """
        network example.Sample   [2] -> [1]
          selu.weights  [2, 2]  learned  lecun normal
          selu.bias  [2]  learned  zeros
          leaky.weights  [2, 2]  learned  he normal
          leaky.bias  [2]  learned  zeros
          tanh.weights  [2, 2]  learned  glorot uniform
          tanh.bias  [2]  learned  zeros
          output.weights  [2, 1]  learned  orthogonal
          output.bias  [1]  learned  zeros
        """,
        Stages.section(stages.lowered(), "network example.Sample   [2] -> [1]"));
  }
}
