package dev.annette.processor.mathematics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.annette.Loss;
import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.GeneratedNetwork;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.train.NetworkTrainer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/**
 * A case of a fixture file and the network that was generated for it.
 *
 * @param json the case; its format is described beside the scripts that write it
 * @param network what the processor wrote for the case's annotations
 */
record Fixture(JsonNode json, GeneratedNetwork network) {

  private static final Map<String, List<Fixture>> COMPILED = new ConcurrentHashMap<>();

  /** Returns all cases of a file, compiled in one call when first asked for. */
  static List<Fixture> compiled(String file) {
    return COMPILED.computeIfAbsent(file, Fixture::compile);
  }

  private static List<Fixture> compile(String file) {
    List<JsonNode> cases = new ArrayList<>();
    read(file).get("cases").forEach(cases::add);
    List<String> sources = new ArrayList<>();
    for (JsonNode json : cases) {
      sources.add(FixtureSource.of(className(sources.size()), json));
    }
    Compilation compilation = SourceCompiler.javac().compileCleanly(sources.toArray(String[]::new));
    List<Fixture> fixtures = new ArrayList<>();
    for (JsonNode json : cases) {
      fixtures.add(new Fixture(json, compilation.network(className(fixtures.size()))));
    }
    return fixtures;
  }

  static JsonNode read(String file) {
    try (InputStream in = Fixture.class.getResourceAsStream("/fixtures/" + file)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  private static String className(int index) {
    return "fixtures.Case" + index;
  }

  /** Returns a trainer with the case's parameters. */
  NetworkTrainer<?> trainer() {
    NetworkTrainer<?> trainer = network.create(1);
    json.get("parameters")
        .properties()
        .forEach(entry -> trainer.setParameter(entry.getKey(), floats(entry.getValue())));
    return trainer;
  }

  Loss loss() {
    return Loss.valueOf(json.get("loss").asText());
  }

  int rows() {
    return json.get("rows").asInt();
  }

  JsonNode expected() {
    return json.get("expected");
  }

  /** Returns an array of expected numbers; its name is a path of field names. */
  double[] expected(String... path) {
    JsonNode node = expected();
    for (String name : path) {
      node = node.get(name);
    }
    return doubles(node);
  }

  Batch batch() {
    JsonNode targets = json.get("targets");
    return Batch.of(
        features(),
        rows(),
        targets.has("classes")
            ? new Targets.Classes(classes())
            : new Targets.Values(floats(targets.get("values"))),
        json.has("weights") ? floats(json.get("weights")) : null);
  }

  /** Returns {@code [rows, input]}. */
  float[] features() {
    float[] features = floats(json.get("features"));
    float divisor = json.path("featureDivisor").asInt(1);
    for (int i = 0; i < features.length; i++) {
      features[i] /= divisor;
    }
    return features;
  }

  /** Returns {@code [rows]} class indices. */
  int[] classes() {
    JsonNode classes = json.get("targets").get("classes");
    return StreamSupport.stream(classes.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }

  static double[] doubles(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  static float[] floats(JsonNode array) {
    double[] numbers = doubles(array);
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }

  static double[] widened(float[] floats) {
    double[] doubles = new double[floats.length];
    for (int i = 0; i < floats.length; i++) {
      doubles[i] = floats[i];
    }
    return doubles;
  }

  @Override
  public String toString() {
    return json.get("name").asText();
  }
}
