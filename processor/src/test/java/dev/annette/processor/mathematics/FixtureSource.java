package dev.annette.processor.mathematics;

import com.fasterxml.jackson.databind.JsonNode;
import dev.annette.processor.testing.Declarations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The source of a class whose annotations say what a case of a fixture file says. */
final class FixtureSource {
  private FixtureSource() {}

  static String of(String className, JsonNode json) {
    String network = "input = " + json.get("input") + ", loss = Loss." + json.get("loss").asText();
    if (json.has("delta")) {
      network += ", delta = " + json.get("delta");
    }
    List<String> layers = new ArrayList<>();
    json.get("layers").forEach(layer -> layers.add(layer(layer)));
    return Declarations.source(className, network, layers.toArray(String[]::new));
  }

  private static String layer(JsonNode layer) {
    StringBuilder text = new StringBuilder("@Dense(units = " + layer.get("units"));
    text.append(", activation = ").append(layer.get("activation").asText());
    text.append(", bias = ").append(layer.get("bias"));
    for (String number : new String[] {"slope", "alpha"}) {
      if (layer.has(number)) {
        text.append(", ").append(number).append(" = ").append(layer.get(number));
      }
    }
    text.append(")");
    for (String kind : new String[] {"L1", "L2"}) {
      if (layer.has(kind.toLowerCase(Locale.ROOT))) {
        text.append(penalty(kind, layer.get(kind.toLowerCase(Locale.ROOT))));
      }
    }
    return text + " Layer " + layer.get("name").asText() + ";";
  }

  private static String penalty(String kind, JsonNode penalty) {
    String text = " @" + kind + "(value = " + penalty.get("value");
    text += ", scaling = PenaltyScaling." + penalty.get("scaling").asText();
    if (penalty.has("method")) {
      text += ", method = L1Method." + penalty.get("method").asText();
    }
    return text + ")";
  }
}
