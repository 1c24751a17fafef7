package dev.annette.runtime.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Loss;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NetworkDescriptionTest {

  private static NetworkDescriptionBuilder digits(int units, double lambda) {
    return NetworkDescription.network("com.example.Digits", 64)
        .loss(Loss.CROSS_ENTROPY)
        .layer("pixels", "input")
        .modifier("standardize")
        .statistic("pixels.mean", 64)
        .statistic("pixels.scale", 64)
        .layer("hidden", "dense")
        .with("units", units)
        .with("activation", "relu")
        .with("bias", true)
        .modifier("l2")
        .with("value", lambda)
        .with("scaling", "textbook")
        .modifier("dropout")
        .with("value", 0.5)
        .weight("hidden.weights", 64, units)
        .bias("hidden.bias", units)
        .layer("output", "dense")
        .with("units", 10)
        .weight("output.weights", units, 10)
        .bias("output.bias", 10);
  }

  @Test
  void a_description_counts_what_is_learned() {
    NetworkDescription digits = digits(128, 1).build();
    assertEquals(64 * 128 + 128 + 128 * 10 + 10, digits.parameterCount());
    assertEquals(64, digits.inputSize());
    assertEquals(10, digits.outputs());
    assertEquals(6, digits.tensors().size());
    assertEquals("hidden.weights", digits.tensors().get(2).name());
    assertEquals(List.of(64, 128), digits.tensors().get(2).shape());
    assertFalse(digits.tensors().get(0).isLearned());
    assertTrue(digits.outputsAreClasses());
  }

  @Test
  void outputs_that_are_given_win_over_units() {
    assertEquals(7, digits(128, 1).outputs(7).build().outputs());
  }

  @Test
  void equal_descriptions_have_no_differences() {
    assertEquals(List.of(), digits(32, 1).build().differences(digits(32, 1).build()));
    assertEquals(digits(32, 1).build(), digits(32, 1).build());
  }

  @Test
  void every_difference_is_told_with_both_values() {
    NetworkDescription saved = digits(16, 0.5).loss(Loss.HUBER).delta(2).build();
    assertEquals(
        List.of(
            "loss HUBER in the file, CROSS_ENTROPY in the class",
            "delta 2.0 in the file, 1.0 in the class",
            "layers[1] hidden: units 16 in the file, 32 in the class",
            "layers[1] hidden: l2 value 0.5 in the file, 1.0 in the class",
            "layers[1] hidden: shape of hidden.weights [64, 16] in the file, [64, 32] in the class",
            "layers[1] hidden: shape of hidden.bias [16] in the file, [32] in the class",
            "layers[2] output: shape of output.weights [16, 10] in the file, [32, 10] in the class"),
        digits(32, 1).build().differences(saved));
  }

  @Test
  void what_only_training_knows_is_no_difference_in_topology() {
    assertEquals(List.of(), digits(32, 1).build().topologyDifferences(digits(32, 0.5).build()));
    assertEquals(4, digits(32, 1).build().topologyDifferences(digits(16, 1).build()).size());
  }

  @Test
  void missing_parts_are_told_too() {
    NetworkDescription expected = digits(32, 1).build();
    NetworkDescription saved =
        NetworkDescription.network("com.example.Other", 8, 8)
            .loss(Loss.CROSS_ENTROPY)
            .layer("pixels", "noise")
            .with("value", 0.2)
            .build();
    assertEquals(
        List.of(
            "network \"com.example.Other\" in the file, \"com.example.Digits\" in the class",
            "input [8, 8] in the file, [64] in the class",
            "outputs 64 in the file, 10 in the class",
            "number of layers 1 in the file, 3 in the class",
            "layers[0] pixels: kind \"noise\" in the file, \"input\" in the class",
            "layers[0] pixels: value 0.2 in the file, absent in the class",
            "layers[0] pixels: modifiers [] in the file, [standardize] in the class",
            "layers[0] pixels: tensors [] in the file, [pixels.mean, pixels.scale] in the class"),
        expected.differences(saved));
  }

  @Test
  void the_summary_is_a_table() {
    assertEquals(
        """
        com.example.Digits
        64 inputs, 10 classes, loss cross entropy

        layer                kind                 outputs  parameters  modifiers
        pixels               input                     64           0  standardize
        hidden               dense relu               128       8,320  l2 1 textbook
                                                                       dropout 0.5
        output               dense                     10       1,290

        9,610 parameters
        """,
        digits(128, 1).build().summary());
  }

  @Test
  void no_line_of_a_summary_is_longer_than_80_columns() {
    String summary =
        NetworkDescription.network("com.example." + "Long".repeat(30), 1_000_000)
            .layer("l".repeat(50), "k".repeat(50))
            .modifier("m".repeat(100))
            .build()
            .summary();
    summary.lines().forEach(line -> assertTrue(line.length() <= 80, line));
  }

  @Test
  void broken_descriptions_are_refused() {
    assertRefused("more numbers than an array can hold", () -> digits(1 << 26, 1).build());
    assertRefused("every dimension must be at least 1", () -> digits(0, 1).build());
    assertRefused("two parts named hidden", () -> digits(4, 1).layer("hidden", "dense").build());
    assertRefused("attribute value is NaN", () -> digits(4, Double.NaN).build());
    assertThrows(
        IllegalStateException.class,
        () -> NetworkDescription.network("com.example.Early", 1).with("units", 1));
  }

  private static void assertRefused(String message, Runnable broken) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, broken::run);
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  @Test
  void descriptions_do_not_change_with_what_they_were_made_from() {
    TreeMap<String, Object> attributes = new TreeMap<>();
    ModifierDescription modifier = new ModifierDescription("l2", attributes);
    attributes.put("value", 1.0);
    assertTrue(modifier.attributes().isEmpty());
  }

  @Test
  void content_has_the_described_sizes() {
    NetworkDescription one =
        NetworkDescription.network("com.example.One", 2)
            .layer("output", "dense")
            .with("units", 1)
            .weight("output.weights", 2, 1)
            .build();
    Provenance none = Provenance.untrained(1);
    assertRefused("has 1 tensors, but 2 arrays", () -> content(one, none, 2, 1));
    assertRefused("shape [2, 1], so 2 numbers, but the array holds 3", () -> content(one, none, 3));
  }

  private static void content(NetworkDescription network, Provenance provenance, int... sizes) {
    float[][] tensors = new float[sizes.length][];
    for (int i = 0; i < sizes.length; i++) {
      tensors[i] = new float[sizes[i]];
    }
    new ModelContent(network, provenance, tensors);
  }
}
