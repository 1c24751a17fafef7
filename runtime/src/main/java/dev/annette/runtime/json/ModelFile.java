package dev.annette.runtime.json;

import dev.annette.runtime.file.AtomicFile;
import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.NetworkDescription;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A model as a JSON file, described in {@code docs/model-format.md}.
 *
 * <p>Loading gives exactly the model that was saved, or a {@link ModelFormatException} naming the
 * place and the rule: whatever the bytes are, no code of theirs runs, and no memory is taken for
 * sizes they merely claim.
 */
public final class ModelFile {
  private ModelFile() {}

  /**
   * Saves a model. The file is replaced as a whole: if saving fails, the old one is still there.
   *
   * @throws IllegalArgumentException if a number of a tensor is not finite
   */
  public static void save(ModelContent content, Path file) throws IOException {
    AtomicFile.replace(file, out -> save(content, out));
  }

  /**
   * Writes a model; the stream stays open.
   *
   * @throws IllegalArgumentException if a number of a tensor is not finite
   */
  public static void save(ModelContent content, OutputStream out) throws IOException {
    ModelWriter.write(content, out);
  }

  /**
   * Returns the bytes of a model's file. The same content always gives the same bytes.
   *
   * @throws IllegalArgumentException if a number of a tensor is not finite
   */
  public static byte[] toBytes(ModelContent content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ModelWriter.write(content, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /**
   * Loads a model, plain or compressed with gzip.
   *
   * @param expected what the class declares; the file must describe the same network
   * @throws ModelFormatException if the file breaks a rule of the format or is of another network
   * @throws IOException if the file cannot be read
   */
  public static ModelContent load(Path file, NetworkDescription expected) throws IOException {
    try (InputStream in = RegularFile.open(file, ModelLimits.documentBytes(expected))) {
      return load(in, expected);
    }
  }

  /**
   * Loads a model up to the end of the stream, which stays open.
   *
   * @param expected what the class declares; the stream must describe the same network
   * @throws ModelFormatException if the bytes break a rule of the format or are of another network
   * @throws IOException if the stream cannot be read
   */
  public static ModelContent load(InputStream in, NetworkDescription expected) throws IOException {
    return ModelReader.of(expected).read(in);
  }

  /**
   * Reads a model of any network, plain or compressed with gzip, to look at it or to compare it
   * with another: the class that the network was generated from need not be there. The same rules
   * hold as for loading, but for those that compare with the class; memory grows with the bytes
   * that come and not with what they claim.
   *
   * @throws ModelFormatException if the file breaks a rule of the format, or has more than 2^28
   *     numbers
   * @throws IOException if the file cannot be read
   */
  public static ModelContent read(Path file) throws IOException {
    try (InputStream in = RegularFile.open(file, ModelLimits.documentBytesWithoutClass())) {
      return read(in);
    }
  }

  /**
   * Reads a model of any network up to the end of the stream, which stays open.
   *
   * @throws ModelFormatException if the bytes break a rule of the format, or have more than 2^28
   *     numbers
   * @throws IOException if the stream cannot be read
   */
  public static ModelContent read(InputStream in) throws IOException {
    return ModelReader.ofAny().read(in);
  }

  /**
   * Describes a model of any network, plain or compressed with gzip, in little memory: the numbers
   * of its tensors are counted and checked, but not kept, and so not compared with the checksum.
   *
   * @throws ModelFormatException if the file breaks a rule of the format
   * @throws IOException if the file cannot be read
   */
  public static FileDescription describe(Path file) throws IOException {
    try (InputStream in = RegularFile.open(file, Long.MAX_VALUE)) {
      return describe(in);
    }
  }

  /**
   * Describes a model of any network up to the end of the stream, which stays open.
   *
   * @throws ModelFormatException if the bytes break a rule of the format
   * @throws IOException if the stream cannot be read
   */
  public static FileDescription describe(InputStream in) throws IOException {
    return ModelReader.describing().describe(in);
  }

  /**
   * Loads a model.
   *
   * @param expected what the class declares; the bytes must describe the same network
   * @throws ModelFormatException if the bytes break a rule of the format or are of another network
   */
  public static ModelContent load(byte[] bytes, NetworkDescription expected)
      throws ModelFormatException {
    try {
      return load(new ByteArrayInputStream(bytes), expected);
    } catch (ModelFormatException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
