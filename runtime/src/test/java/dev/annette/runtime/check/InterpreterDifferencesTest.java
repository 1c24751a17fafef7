package dev.annette.runtime.check;

import static dev.annette.runtime.check.Closeness.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Activation;
import dev.annette.Loss;
import dev.annette.PenaltyScaling;
import dev.annette.runtime.model.LayerDescription;
import dev.annette.runtime.model.ModifierDescription;
import dev.annette.runtime.model.NetworkDescription;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the gradients of the interpreter with differences of its own values. */
class InterpreterDifferencesTest {
  private static final double TOLERANCE = 1e-7;
  private static final double EXAMPLES = 7.5;

  /** Networks whose values keep away from every kink. */
  static Stream<Fixture> networks() {
    return Fixture.networks("activations.json");
  }

  @ParameterizedTest
  @MethodSource("networks")
  void gradients_of_the_data_loss_are_its_differences(Fixture fixture) {
    Interpreter interpreter = Interpreter.of(fixture.network());
    Tensors actual = interpreter.run(fixture.tensors(), fixture.batch(), Replay.none()).gradients();
    Tensors expected =
        FiniteDifferences.gradients(
            fixture.tensors(), at -> interpreter.dataLoss(at, fixture.batch(), Replay.none()));
    for (String name : expected.names()) {
      assertClose(expected.get(name), actual.get(name), TOLERANCE, name);
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void gradients_of_every_penalty_are_its_differences(Fixture fixture) {
    int rows = fixture.batch().rows();
    for (List<ModifierDescription> penalties : penalties(fixture.network().loss())) {
      Interpreter interpreter = Interpreter.of(penalised(fixture.network(), penalties));
      Tensors at = awayFromZero(fixture.tensors());
      Tensors actual = interpreter.penalty(at, EXAMPLES, rows).gradients();
      Tensors expected =
          FiniteDifferences.gradients(at, t -> interpreter.penalty(t, EXAMPLES, rows).value());
      assertTrue(Closeness.magnitude(expected) > 0, "a penalty has a gradient");
      for (String name : expected.names()) {
        assertClose(
            expected.get(name),
            actual.get(name),
            TOLERANCE,
            Closeness.magnitude(expected),
            penalties + " of " + name);
      }
    }
  }

  @Test
  void every_activation_meets_every_loss() {
    Set<Activation> activations = EnumSet.allOf(Activation.class);
    List<Loss> losses = new ArrayList<>(List.of(Loss.values()));
    losses.remove(Loss.CUSTOM);
    for (Loss loss : losses) {
      Set<Activation> met =
          networks()
              .filter(fixture -> fixture.network().loss() == loss)
              .map(fixture -> fixture.network().layers().get(0))
              .map(InterpreterDifferencesTest::activation)
              .collect(Collectors.toSet());
      assertEquals(activations, met, loss.name());
    }
  }

  private static Activation activation(LayerDescription layer) {
    String name = (String) layer.attributes().get("activation");
    return Activation.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static List<List<ModifierDescription>> penalties(Loss loss) {
    List<List<ModifierDescription>> penalties = new ArrayList<>();
    for (PenaltyScaling scaling : PenaltyScaling.values()) {
      for (boolean bias : new boolean[] {false, true}) {
        ModifierDescription l1 = penalty("l1", 0.3, scaling, bias);
        ModifierDescription l2 = penalty("l2", 0.7, scaling, bias);
        if (scaling.fits(loss) && scaling.definesL2()) {
          penalties.add(List.of(l2));
        }
        if (scaling.fits(loss) && scaling.definesL1()) {
          penalties.add(List.of(l1));
          penalties.add(List.of(l1, l2));
        }
      }
    }
    return penalties;
  }

  private static ModifierDescription penalty(
      String kind, double lambda, PenaltyScaling scaling, boolean bias) {
    return new ModifierDescription(
        kind,
        new TreeMap<>(
            Map.of(
                "value",
                lambda,
                "scaling",
                scaling.name().toLowerCase(Locale.ROOT),
                "bias",
                bias)));
  }

  private static NetworkDescription penalised(
      NetworkDescription network, List<ModifierDescription> penalties) {
    List<LayerDescription> layers =
        network.layers().stream()
            .map(
                layer ->
                    new LayerDescription(
                        layer.name(), layer.kind(), layer.attributes(), penalties, layer.tensors()))
            .toList();
    return new NetworkDescription(
        network.network(),
        network.input(),
        network.outputs(),
        network.loss(),
        network.delta(),
        network.customLoss(),
        network.columns(),
        layers);
  }

  /** Returns the tensors with numbers near 0, the kink of L1, moved off it. */
  private static Tensors awayFromZero(Tensors tensors) {
    Tensors moved = tensors.copy();
    for (String name : moved.names()) {
      double[] values = moved.get(name);
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.abs(values[i]) < 0.01 ? 0.01 : values[i];
      }
    }
    return moved;
  }
}
