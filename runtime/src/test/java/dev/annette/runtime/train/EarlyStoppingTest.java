package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against Keras' own callbacks, run by early_stopping.py, and sequences worked out by hand. */
class EarlyStoppingTest {

  static Stream<JsonNode> stopping() throws IOException {
    return cases("stopping");
  }

  static Stream<JsonNode> plateau() throws IOException {
    return cases("plateau");
  }

  @ParameterizedTest
  @MethodSource("stopping")
  void stops_and_restores_as_keras_does(JsonNode expected) {
    JsonNode options = expected.get("options");
    EarlyStopping stopping =
        EarlyStopping.defaults()
            .withPatience(options.get("patience").asInt())
            .withMode(mode(options))
            .withMinDelta(options.path("min_delta").asDouble(0))
            .withBaseline(options.path("baseline").asDouble(Double.NaN))
            .withStartFromEpoch(options.path("start_from_epoch").asInt(0));
    EarlyStopping.State state = stopping.start();
    for (JsonNode value : expected.get("values")) {
      if (!state.stops()) {
        state = stopping.next(state, value.asDouble());
      }
    }
    assertEquals(expected.get("epochs").asInt(), state.epochs());
    assertEquals(expected.get("stopped").asBoolean(), state.stops());
    assertEquals(expected.get("weights").asInt(), state.bestEpoch());
  }

  @ParameterizedTest
  @MethodSource("plateau")
  void reduces_the_learning_rate_as_keras_does(JsonNode expected) {
    JsonNode options = expected.get("options");
    ReduceOnPlateau reduction =
        ReduceOnPlateau.defaults()
            .withPatience(options.get("patience").asInt())
            .withMode(mode(options))
            .withFactor(options.path("factor").asDouble(0.1))
            .withMinDelta(options.path("min_delta").asDouble(1e-4))
            .withCooldown(options.path("cooldown").asInt(0))
            .withMinRate(options.path("min_lr").asDouble(0));
    ReduceOnPlateau.State state = reduction.start();
    double rate = 0.1;
    for (int epoch = 0; epoch < expected.get("values").size(); epoch++) {
      state = reduction.next(state, expected.get("values").get(epoch).asDouble());
      rate = state.reduces() ? reduction.reduced(rate) : rate;
      assertEquals(expected.get("rates").get(epoch).asDouble(), rate, 1e-15, "epoch " + epoch);
    }
  }

  @Test
  void patience_counts_the_epochs_since_the_best() {
    EarlyStopping stopping = EarlyStopping.defaults().withPatience(2);
    EarlyStopping.State state = after(stopping, 3, 1, 2);
    assertEquals(new EarlyStopping.State(3, 1, 2, 1, false), state);
    assertEquals(new EarlyStopping.State(4, 1, 2, 2, true), stopping.next(state, 1));
    assertEquals(new EarlyStopping.State(4, 0.5, 4, 0, false), stopping.next(state, 0.5));
  }

  @Test
  void an_epoch_without_a_number_is_not_watched() {
    EarlyStopping stopping = EarlyStopping.defaults().withPatience(1);
    assertEquals(
        new EarlyStopping.State(2, 3, 1, 0, false), stopping.next(after(stopping, 3), Double.NaN));
  }

  @Test
  void the_best_below_the_baseline_is_kept_though_patience_runs_out() {
    EarlyStopping stopping = EarlyStopping.defaults().withPatience(3).withBaseline(0.1);
    assertEquals(new EarlyStopping.State(4, 1, 3, 4, true), after(stopping, 3, 2, 1, 1.5));
  }

  private static EarlyStopping.State after(EarlyStopping stopping, double... values) {
    EarlyStopping.State state = stopping.start();
    for (double value : values) {
      state = stopping.next(state, value);
    }
    return state;
  }

  private static Mode mode(JsonNode options) {
    return options.has("mode") ? Mode.MAX : Mode.AUTO;
  }

  private static Stream<JsonNode> cases(String kind) throws IOException {
    try (InputStream in = EarlyStoppingTest.class.getResourceAsStream("early-stopping.json")) {
      JsonNode all = new ObjectMapper().readTree(in).get(kind);
      return Stream.iterate(0, i -> i < all.size(), i -> i + 1).map(all::get);
    }
  }
}
