package dev.annette.runtime.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.annette.Loss;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.NetworkDescriptionBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A network of a fixture file with a batch and the numbers expected of it. */
record Fixture(
    String name, NetworkDescription network, Tensors tensors, Batch batch, JsonNode expected) {

  static Stream<JsonNode> cases(String file) {
    try (InputStream in = Fixture.class.getResourceAsStream("/fixtures/" + file)) {
      JsonNode cases = new ObjectMapper().readTree(in).get("cases");
      return StreamSupport.stream(cases.spliterator(), false);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  static Stream<Fixture> networks(String file) {
    return cases(file).map(Fixture::of);
  }

  private static Fixture of(JsonNode json) {
    NetworkDescription network = description(json);
    JsonNode parameters = json.get("parameters");
    Tensors tensors = Tensors.of(network, name -> doubles(parameters.get(name)));
    return new Fixture(
        json.get("name").asText(), network, tensors, batch(json), json.get("expected"));
  }

  private static NetworkDescription description(JsonNode json) {
    int in = json.get("input").asInt();
    NetworkDescriptionBuilder network =
        NetworkDescription.network("fixture", in)
            .loss(Loss.valueOf(json.get("loss").asText()))
            .delta(json.path("delta").asDouble(1));
    for (JsonNode layer : json.get("layers")) {
      String name = layer.get("name").asText();
      int out = layer.get("units").asInt();
      network.layer(name, "dense").with("units", out).weight(name + ".weights", in, out);
      network.with("activation", layer.get("activation").asText().toLowerCase(Locale.ROOT));
      network.with("bias", layer.get("bias").asBoolean());
      for (String number : new String[] {"slope", "alpha"}) {
        if (layer.has(number)) {
          network.with(number, layer.get(number).asDouble());
        }
      }
      if (layer.get("bias").asBoolean()) {
        network.bias(name + ".bias", out);
      }
      addPenalties(network, layer);
      in = out;
    }
    return network.build();
  }

  private static void addPenalties(NetworkDescriptionBuilder network, JsonNode layer) {
    for (String kind : new String[] {"l1", "l2"}) {
      if (layer.has(kind)) {
        JsonNode penalty = layer.get(kind);
        network.modifier(kind).with("value", penalty.get("value").asDouble());
        network.with("scaling", penalty.get("scaling").asText().toLowerCase(Locale.ROOT));
      }
    }
  }

  private static Batch batch(JsonNode json) {
    JsonNode targets = json.get("targets");
    int rows = json.get("rows").asInt();
    float[] weights = json.has("weights") ? floats(json.get("weights")) : null;
    return Batch.of(
        floats(json.get("features")),
        rows,
        targets.has("classes")
            ? new Targets.Classes(ints(targets.get("classes")))
            : new Targets.Values(floats(targets.get("values"))),
        weights);
  }

  static double[] doubles(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  private static int[] ints(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }

  private static float[] floats(JsonNode array) {
    double[] numbers = doubles(array);
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
      if (floats[i] != numbers[i]) {
        throw new IllegalArgumentException(numbers[i] + " is not a float");
      }
    }
    return floats;
  }

  @Override
  public String toString() {
    return name;
  }
}
