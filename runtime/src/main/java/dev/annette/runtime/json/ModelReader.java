package dev.annette.runtime.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.Provenance;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.zip.ZipException;

/** Reads the file of a network, in one pass, and gives a model only if every rule is kept. */
final class ModelReader {
  /** Null for whatever network the file describes. */
  private final NetworkDescription expected;

  private long limit; // bytes of the document
  private TokenReader reader;

  /** What the file says the network is made of: the expected topology, perhaps other modifiers. */
  private NetworkDescription saved;

  private Provenance provenance;
  private float[][] tensors;
  private String checksum;

  private ModelReader(NetworkDescription expected, long limit) {
    this.expected = expected;
    this.limit = limit;
  }

  /** Returns a reader for files of one network. */
  static ModelReader of(NetworkDescription expected) {
    return new ModelReader(expected, ModelLimits.documentBytes(expected));
  }

  /** Returns a reader for files of any network. */
  static ModelReader ofAny() {
    return new ModelReader(null, ModelLimits.descriptionBytes());
  }

  ModelContent read(InputStream in) throws IOException {
    try {
      reader = new TokenReader(ModelText.open(in, () -> limit));
      readFields();
      reader.end();
    } catch (JsonProcessingException e) {
      throw refused(e.getOriginalMessage(), e);
    } catch (CharacterCodingException e) {
      throw refused("the bytes are not valid UTF-8 from here on", e);
    } catch (EOFException | ZipException e) {
      throw refused("the compressed data are damaged or end too early", e);
    }
    requireChecksum(new ModelContent(saved, provenance, tensors));
    return new ModelContent(network(), provenance, tensors);
  }

  private void readFields() throws IOException {
    String network = "";
    ObjectFields fields =
        reader.object(
            "format", "version", "network", "topology", "provenance", "tensors", "checksum");
    for (String field = fields.next(); field != null; field = fields.next()) {
      if (!field.equals("format")) {
        fields.requireBefore("format");
      }
      switch (field) {
        case "format" -> requireFormat();
        case "version" -> requireVersion();
        case "network" -> network = reader.text();
        case "topology" -> {
          fields.requireBefore("network");
          saved = new TopologyReader(reader).read(network);
          if (expected == null) {
            requireFewNumbers();
          } else {
            requireSameTopology();
          }
        }
        case "provenance" -> provenance = new ProvenanceReader(reader).read();
        case "tensors" -> {
          fields.requireBefore("topology");
          limit = ModelLimits.documentBytes(network());
          tensors = new TensorReader(reader).readAll(network().tensors());
        }
        default -> checksum = reader.text();
      }
    }
  }

  /** Returns what the model is made of. */
  private NetworkDescription network() {
    return expected == null ? saved : expected;
  }

  private void requireFormat() throws IOException {
    String format = reader.text();
    if (!format.equals(ModelWriter.FORMAT)) {
      throw reader.problem("\"" + format + "\" is not \"" + ModelWriter.FORMAT + "\"");
    }
  }

  private void requireVersion() throws IOException {
    long version = reader.integer(1, Integer.MAX_VALUE);
    if (version > ModelWriter.VERSION) {
      throw reader.problem(
          "the file has version %d, this library reads up to %d; use a newer annette-runtime"
              .formatted(version, ModelWriter.VERSION));
    }
  }

  private void requireFewNumbers() throws ModelFormatException {
    long numbers = ModelLimits.numbers(saved);
    if (numbers > ModelLimits.NUMBERS_WITHOUT_CLASS) {
      throw new ModelFormatException(
          "/topology",
          "%d numbers; a file is read without its class only up to %d"
              .formatted(numbers, ModelLimits.NUMBERS_WITHOUT_CLASS));
    }
  }

  private void requireSameTopology() throws ModelFormatException {
    List<String> differences = expected.topologyDifferences(saved);
    if (!differences.isEmpty()) {
      throw new ModelFormatException(
          "/topology",
          "the file is of another network than %s: %s"
              .formatted(expected.network(), String.join("; ", differences)));
    }
  }

  private void requireChecksum(ModelContent content) throws IOException {
    String computed = ModelWriter.checksum(content);
    if (!computed.equals(checksum)) {
      throw new ModelFormatException(
          "/checksum",
          "the content has %s, the file says %s; it was changed after saving"
              .formatted(computed, checksum));
    }
  }

  private ModelFormatException refused(String problem, Exception cause) {
    return new ModelFormatException(reader == null ? "" : reader.pointer(), problem, cause);
  }
}
