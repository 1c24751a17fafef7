package dev.annette.runtime.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.Provenance;
import dev.annette.runtime.text.Excerpt;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.ZipException;

/** Reads the file of a network, in one pass, and gives a model only if every rule is kept. */
final class ModelReader {
  private static final int DIFFERENCES = 5; // shown

  /** Null for whatever network the file describes. */
  private final NetworkDescription expected;

  private final boolean keepsNumbers;

  private long limit; // bytes of the document
  private TokenReader reader;

  /** What the file says the network is made of: the expected topology, perhaps other modifiers. */
  private NetworkDescription saved;

  private Provenance provenance;
  private float[][] tensors;
  private String checksum;

  private ModelReader(NetworkDescription expected, boolean keepsNumbers, long limit) {
    this.expected = expected;
    this.keepsNumbers = keepsNumbers;
    this.limit = limit;
  }

  /** Returns a reader for files of one network. */
  static ModelReader of(NetworkDescription expected) {
    return new ModelReader(expected, true, ModelLimits.documentBytes(expected));
  }

  /** Returns a reader for files of any network. */
  static ModelReader ofAny() {
    return new ModelReader(null, true, ModelLimits.descriptionBytes());
  }

  /** Returns a reader that describes files of any network. */
  static ModelReader describing() {
    return new ModelReader(null, false, ModelLimits.descriptionBytes());
  }

  /** Reads a model with its numbers. */
  ModelContent read(InputStream in) throws IOException {
    readAll(in);
    requireChecksum(new ModelContent(saved, provenance, tensors));
    return new ModelContent(network(), provenance, tensors);
  }

  /** Reads all of a model and keeps what describes it. */
  FileDescription describe(InputStream in) throws IOException {
    readAll(in);
    return new FileDescription(saved, provenance, checksum);
  }

  private void readAll(InputStream in) throws IOException {
    try (ModelText text = ModelText.open(in, () -> limit)) {
      reader = new TokenReader(text.reader());
      readDocument();
    } catch (EOFException | ZipException e) {
      throw new ModelFormatException(
          ModelRule.COMPRESSION, JsonPlace.FILE, "data compressed by gzip", "damaged or cut data");
    }
  }

  private void readDocument() throws IOException {
    try {
      reader.start();
      readFields();
      reader.end();
    } catch (JsonProcessingException e) {
      throw new ModelFormatException(
          ModelRule.JSON,
          e.getLocation() == null ? reader.reached() : reader.place(e.getLocation()),
          "JSON that keeps the limits",
          JsonProblem.of(e));
    }
  }

  private void readFields() throws IOException {
    String network = "";
    ObjectFields fields =
        reader.object(
            "format", "version", "network", "topology", "provenance", "tensors", "checksum");
    for (String field = fields.next(); field != null; field = fields.next()) {
      if (!fields.has("format")) {
        throw notOurs("\"" + field + "\" as the first field");
      }
      switch (field) {
        case "format" -> requireFormat();
        case "version" -> requireVersion();
        case "network" -> network = reader.text();
        case "topology" -> {
          fields.requireBefore("network");
          reader.limitMemory(ModelLimits.description(expected));
          saved = new TopologyReader(reader).read(network);
          if (expected == null) {
            requireFewNumbers();
          } else {
            requireSameTopology();
          }
        }
        case "provenance" -> {
          reader.limitMemory(ModelLimits.provenance());
          provenance = new ProvenanceReader(reader).read();
        }
        case "tensors" -> {
          fields.requireBefore("topology");
          limit = ModelLimits.documentBytes(network());
          reader.limitMemory(ModelLimits.tensors(network()));
          tensors = tensorReader().readAll(network().tensors());
        }
        default -> checksum = reader.text();
      }
    }
  }

  private TensorReader tensorReader() {
    return keepsNumbers ? TensorReader.keeping(reader) : TensorReader.checking(reader);
  }

  /** Returns what the model is made of. */
  private NetworkDescription network() {
    return expected == null ? saved : expected;
  }

  private void requireFormat() throws IOException {
    String format = reader.text();
    if (!format.equals(ModelWriter.FORMAT)) {
      throw notOurs("\"" + Excerpt.of(format) + "\"");
    }
  }

  private ModelFormatException notOurs(String found) {
    return reader.refusal(
        ModelRule.FORMAT,
        "\"format\":\"" + ModelWriter.FORMAT + "\" first",
        found,
        "this is a file of another program");
  }

  private void requireVersion() throws IOException {
    long version = reader.integer(1, Integer.MAX_VALUE);
    if (version > ModelWriter.VERSION) {
      throw reader.refusal(
          ModelRule.VERSION,
          "at most " + ModelWriter.VERSION,
          String.valueOf(version),
          "a newer annette-runtime reads it");
    }
  }

  private void requireFewNumbers() throws ModelFormatException {
    long numbers = ModelLimits.numbers(saved);
    if (keepsNumbers && numbers > ModelLimits.NUMBERS_WITHOUT_CLASS) {
      throw reader.refusal(
          ModelRule.SHAPE,
          "at most %d numbers in a file that is read without its class"
              .formatted(ModelLimits.NUMBERS_WITHOUT_CLASS),
          String.valueOf(numbers));
    }
  }

  private void requireSameTopology() throws ModelFormatException {
    List<String> differences = expected.topologyDifferences(saved);
    if (!differences.isEmpty()) {
      int shown = Math.min(differences.size(), DIFFERENCES);
      String rest = differences.size() > shown ? ", and %d more" : "";
      throw reader.refusal(
          ModelRule.NETWORK,
          "the network of " + expected.network(),
          "another: "
              + String.join("; ", differences.subList(0, shown))
              + rest.formatted(differences.size() - shown));
    }
  }

  private void requireChecksum(ModelContent content) throws IOException {
    String computed = ModelWriter.checksum(content);
    if (!computed.equals(checksum)) {
      throw new ModelFormatException(
          ModelRule.CHECKSUM,
          new JsonPlace("/checksum", 0, 0),
          computed,
          Excerpt.of(checksum),
          "the file was changed after it was saved");
    }
  }
}
