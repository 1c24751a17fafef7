package dev.annette.runtime.check;

import static dev.annette.runtime.check.Closeness.assertClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Loss;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.NetworkDescriptionBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InterpreterTest {
  private static final float[] FEATURES = {1, -2, 0.5f, 3};
  private static final Targets TARGETS = new Targets.Values(new float[] {0.5f, 2});

  /** Two features, standardized, two tanh units with dropout, one output. */
  private static NetworkDescription dropped() {
    return NetworkDescription.network("Dropped", 2)
        .loss(Loss.MEAN_SQUARED_ERROR)
        .layer("pixels", "standardize")
        .statistic("pixels.mean", 2)
        .statistic("pixels.scale", 2)
        .layer("noise", "identity")
        .modifier("dropout")
        .with("value", 0.2)
        .layer("hidden", "dense")
        .with("units", 2)
        .with("activation", "tanh")
        .modifier("init")
        .with("value", "he_normal")
        .modifier("dropout")
        .with("value", 0.5)
        .weight("hidden.weights", 2, 2)
        .bias("hidden.bias", 2)
        .layer("output", "dense")
        .with("units", 1)
        .weight("output.weights", 2, 1)
        .bias("output.bias", 1)
        .build();
  }

  private static Tensors numbers() {
    Map<String, double[]> numbers =
        Map.of(
            "pixels.mean", new double[] {0.25, 1},
            "pixels.scale", new double[] {2, 0.5},
            "hidden.weights", new double[] {0.1, 0.2, -0.3, 0.4},
            "hidden.bias", new double[] {0.05, -0.05},
            "output.weights", new double[] {0.7, -0.6},
            "output.bias", new double[] {0.1});
    return Tensors.of(dropped(), numbers::get);
  }

  private static Replay replay(Map<String, float[]> values) {
    return values::get;
  }

  @Test
  void the_masks_of_a_run_are_replayed() {
    Batch batch = Batch.of(FEATURES, 2, TARGETS);
    Replay replay =
        replay(
            Map.of(
                "noise.mask", new float[] {1.25f, 0, 1.25f, 1.25f},
                "hidden.mask", new float[] {2, 0, 0, 2}));
    Interpretation actual = Interpreter.of(dropped()).run(numbers(), batch, replay);
    // row 0: standardized (1.5, −1.5), the second dropped; only the first hidden unit is kept
    double first = 0.7 * 2 * Math.tanh(1.25 * 1.5 * 0.1 + 0.05) + 0.1;
    // row 1: standardized (0.5, 1), both kept; only the second hidden unit is kept
    double second = -0.6 * 2 * Math.tanh(1.25 * (0.5 * 0.2 + 0.4) - 0.05) + 0.1;
    assertClose(new double[] {first, second}, actual.outputs().values(), 1e-15, "outputs");
    double loss = ((first - 0.5) * (first - 0.5) + (second - 2) * (second - 2)) / 2;
    assertEquals(loss, actual.dataLoss(), 1e-15);
  }

  @Test
  void without_a_replay_nothing_is_dropped() {
    Batch batch = Batch.of(FEATURES, 2, TARGETS);
    float[] ones = {1, 1, 1, 1};
    Interpreter interpreter = Interpreter.of(dropped());
    Interpretation plain = interpreter.run(numbers(), batch, Replay.none());
    Interpretation kept =
        interpreter.run(numbers(), batch, replay(Map.of("noise.mask", ones, "hidden.mask", ones)));
    assertArrayEquals(kept.outputs().values(), plain.outputs().values());
  }

  @Test
  void gradients_of_every_tensor_follow_the_masks() {
    float[] weights = {0.25f, 3};
    Batch batch = Batch.of(FEATURES, 2, TARGETS, weights);
    Interpreter interpreter = Interpreter.of(dropped());
    Replay replay =
        replay(
            Map.of(
                "noise.mask", new float[] {1.25f, 0, 1.25f, 1.25f},
                "hidden.mask", new float[] {2, 2, 0, 2}));
    Tensors actual = interpreter.run(numbers(), batch, replay).gradients();
    Tensors expected =
        FiniteDifferences.gradients(numbers(), at -> interpreter.dataLoss(at, batch, replay));
    for (String name : expected.names()) {
      assertTrue(Closeness.magnitude(expected.get(name)) > 0, name);
      assertClose(expected.get(name), actual.get(name), 1e-9, name);
    }
  }

  @Test
  void a_mask_of_another_size_is_refused() {
    Batch batch = Batch.of(FEATURES, 2, TARGETS);
    Replay replay = replay(Map.of("hidden.mask", new float[3]));
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> Interpreter.of(dropped()).run(numbers(), batch, replay));
    assertEquals(
        "hidden.mask has 4 numbers here, but the replayed run recorded 3", error.getMessage());
  }

  @Test
  void outputs_of_a_cross_entropy_are_probabilities() {
    Batch classes = Batch.of(new float[] {1}, 1, new Targets.Classes(new int[] {1}));
    Interpretation softmax = linear(Loss.CROSS_ENTROPY, "softmax", classes);
    double sum = 1 + Math.exp(1);
    assertArrayEquals(new double[] {1, 2}, softmax.logits().values());
    assertArrayEquals(new double[] {1 / sum, Math.exp(1) / sum}, softmax.outputs().values(), 1e-15);

    Batch values = Batch.of(new float[] {1}, 1, new Targets.Values(new float[] {0, 1}));
    Interpretation sigmoid = linear(Loss.BINARY_CROSS_ENTROPY, "sigmoid", values);
    double[] probabilities = {1 / (1 + Math.exp(-1)), 1 / (1 + Math.exp(-2))};
    assertArrayEquals(new double[] {1, 2}, sigmoid.logits().values());
    assertArrayEquals(probabilities, sigmoid.outputs().values(), 1e-15);
  }

  @Test
  void soft_labels_need_not_add_up_to_one() {
    Batch batch = Batch.of(new float[] {1}, 1, new Targets.Values(new float[] {0.5f, 1.25f}));
    NetworkDescription network = linearNetwork(Loss.CROSS_ENTROPY, "linear");
    Tensors weights = Tensors.of(network, name -> new double[] {1, 2});
    Interpreter interpreter = Interpreter.of(network);
    Tensors expected =
        FiniteDifferences.gradients(weights, at -> interpreter.dataLoss(at, batch, Replay.none()));
    assertClose(
        expected.get("output.weights"),
        interpreter.run(weights, batch, Replay.none()).gradients().get("output.weights"),
        1e-9,
        "weights");
  }

  @Test
  void an_activation_that_contradicts_the_cross_entropy_is_refused() {
    Batch batch = Batch.of(new float[] {1}, 1, new Targets.Classes(new int[] {1}));
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class, () -> linear(Loss.CROSS_ENTROPY, "sigmoid", batch));
    assertEquals(
        "output feeds CROSS_ENTROPY with the activation SIGMOID; a cross-entropy is computed from"
            + " logits, so it must be LINEAR or SOFTMAX",
        error.getMessage());
  }

  @Test
  void a_kind_is_found_by_its_service_entry() {
    NetworkDescription network =
        linearLayer(NetworkDescription.network("Squares", 1), "linear")
            .layer("squares", "square")
            .build();
    Batch batch = Batch.of(new float[] {3}, 1, new Targets.Values(new float[] {0, 0}));
    Interpretation actual =
        Interpreter.of(network)
            .run(Tensors.of(network, name -> new double[] {1, 2}), batch, Replay.none());
    assertArrayEquals(new double[] {9, 36}, actual.outputs().values());
    assertArrayEquals(
        new double[] {3 * 9 * 2 * 3, 3 * 36 * 2 * 6}, actual.gradients().get("output.weights"));
  }

  @Test
  void an_unknown_kind_is_refused_by_name() {
    NetworkDescription network =
        NetworkDescription.network("Odd", 2).layer("odd", "convolution").build();
    Batch batch = Batch.of(FEATURES, 2, new Targets.Values(FEATURES));
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> Interpreter.of(network).run(Tensors.zeros(network), batch, Replay.none()));
    assertEquals(
        "No layer of kind convolution can be interpreted. Kinds here: columns, dense, embedding,"
            + " identity, labels, square, standardize",
        error.getMessage());
  }

  @Test
  void a_batch_of_another_width_is_refused() {
    Batch batch = Batch.of(FEATURES, 1, new Targets.Values(new float[] {1}));
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> Interpreter.of(dropped()).run(numbers(), batch, Replay.none()));
    assertEquals("Dropped takes 2 features a row, but the batch has 4", error.getMessage());
  }

  private static Interpretation linear(Loss loss, String activation, Batch batch) {
    NetworkDescription network = linearNetwork(loss, activation);
    Tensors weights = Tensors.of(network, name -> new double[] {1, 2});
    return Interpreter.of(network).run(weights, batch, Replay.none());
  }

  private static NetworkDescription linearNetwork(Loss loss, String activation) {
    return linearLayer(NetworkDescription.network("Linear", 1).loss(loss), activation).build();
  }

  private static NetworkDescriptionBuilder linearLayer(
      NetworkDescriptionBuilder network, String activation) {
    return network
        .layer("output", "dense")
        .with("units", 2)
        .with("activation", activation)
        .weight("output.weights", 1, 2);
  }
}
