package dev.annette.runtime.json;

import dev.annette.runtime.model.TensorDescription;
import dev.annette.runtime.text.Excerpt;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Reads the numbers of tensors in either encoding. How many there must be is the class's to say;
 * memory grows with the numbers that have come.
 */
final class TensorReader {
  private static final int FIRST_ROOM = 1024; // numbers
  private static final float[] NONE = {};
  private static final String NUMBERS_OR_BASE64 = "either \"numbers\" or \"base64\"";

  private final TokenReader reader;
  private final boolean keeps;
  private float[] values; // those that have come, or only the last ones
  private int count;

  private TensorReader(TokenReader reader, boolean keeps) {
    this.reader = reader;
    this.keeps = keeps;
  }

  /** Returns a reader that returns the numbers. */
  static TensorReader keeping(TokenReader reader) {
    return new TensorReader(reader, true);
  }

  /** Returns a reader that checks the numbers and returns none. */
  static TensorReader checking(TokenReader reader) {
    return new TensorReader(reader, false);
  }

  /** Reads one array per tensor, in their order; empty arrays if the numbers are not kept. */
  float[][] readAll(List<TensorDescription> tensors) throws IOException {
    float[][] arrays = new float[tensors.size()][];
    int index = 0;
    reader.array();
    while (reader.nextElement()) {
      if (index == arrays.length) {
        throw reader.refusal(ModelRule.LENGTH, tensorsOf(arrays.length), "one more");
      }
      arrays[index] = read(tensors.get(index));
      index++;
    }
    if (index < arrays.length) {
      throw reader.refusal(
          ModelRule.LENGTH,
          tensorsOf(arrays.length),
          "%d; %s is missing".formatted(index, Excerpt.of(tensors.get(index).name())));
    }
    return arrays;
  }

  private float[] read(TensorDescription tensor) throws IOException {
    values = new float[Math.min(tensor.size(), FIRST_ROOM)];
    count = 0;
    ObjectFields fields = reader.object(List.of("name"), List.of("numbers", "base64"));
    JsonPlace place = reader.place();
    for (String field = fields.next(); field != null; field = fields.next()) {
      if (field.equals("name")) {
        requireName(tensor);
      } else if (fields.has("numbers") && fields.has("base64")) {
        throw reader.refusal(ModelRule.UNKNOWN_FIELD, NUMBERS_OR_BASE64, "both");
      } else if (field.equals("numbers")) {
        readNumbers(tensor);
      } else {
        readChunks(tensor);
      }
    }
    if (!fields.has("numbers") && !fields.has("base64")) {
      throw new ModelFormatException(ModelRule.MISSING_FIELD, place, NUMBERS_OR_BASE64, "neither");
    }
    return keeps ? values : NONE;
  }

  private void requireName(TensorDescription tensor) throws IOException {
    String name = reader.text();
    if (!name.equals(tensor.name())) {
      throw reader.refusal(
          ModelRule.NETWORK,
          "tensor \"" + Excerpt.around(tensor.name(), name) + "\"",
          "\"" + Excerpt.around(name, tensor.name()) + "\"",
          "tensors are in the order of the topology");
    }
  }

  private void readNumbers(TensorDescription tensor) throws IOException {
    reader.array();
    while (reader.nextElement()) {
      int at = reserve(1, tensor);
      values[at] = reader.floatNumber();
      requireUsable(at, 1, tensor);
      count++;
    }
    requireComplete(tensor);
  }

  private void readChunks(TensorDescription tensor) throws IOException {
    reader.array();
    while (reader.nextElement()) {
      byte[] bytes = decoded(reader.text(ModelLimits.CHUNK_TEXT));
      int numbers = bytes.length / Float.BYTES;
      int at = reserve(numbers, tensor);
      ByteBuffer.wrap(bytes)
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(values, at, numbers);
      requireUsable(at, numbers, tensor);
      count += numbers;
    }
    requireComplete(tensor);
  }

  private byte[] decoded(String chunk) throws ModelFormatException {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(chunk);
    } catch (IllegalArgumentException notBase64) {
      throw reader.refusal(ModelRule.TYPE, "base64 (RFC 4648 §4)", "another text");
    }
    if (bytes.length == 0 || bytes.length % Float.BYTES != 0) {
      throw reader.refusal(
          ModelRule.LENGTH,
          "a chunk of whole floats of 4 bytes, at least one of them",
          bytes.length + " bytes");
    }
    return bytes;
  }

  /** Requires that numbers are finite, and at least 0 where they were measured to be. */
  private void requireUsable(int from, int numbers, TensorDescription tensor)
      throws ModelFormatException {
    boolean isPositive = isSpread(tensor);
    for (int i = from; i < from + numbers; i++) {
      if (!Float.isFinite(values[i])) {
        throw reader.refusal(ModelRule.NUMBER, "finite floats", values[i] + " among them");
      }
      if (isPositive && values[i] < 0) {
        throw reader.refusal(
            ModelRule.STATISTIC,
            Excerpt.of(tensor.name()) + " to be at least 0",
            String.valueOf(values[i]));
      }
    }
  }

  /** Returns whether a tensor holds variances, or scales, which come from deviations. */
  private static boolean isSpread(TensorDescription tensor) {
    String name = tensor.name();
    return !tensor.isLearned() && (name.endsWith(".variance") || name.endsWith(".scale"));
  }

  /**
   * Makes room for more numbers, twice as much as before, or refuses them as too many.
   *
   * @return where they go
   */
  private int reserve(int more, TensorDescription tensor) throws ModelFormatException {
    if (more > tensor.size() - count) {
      throw reader.refusal(ModelRule.LENGTH, expected(tensor), "more");
    }
    int at = keeps ? count : 0;
    if (at + more > values.length) {
      long room = Math.max(2L * values.length, at + (long) more);
      values = Arrays.copyOf(values, (int) Math.min(room, tensor.size()));
    }
    return at;
  }

  private void requireComplete(TensorDescription tensor) throws ModelFormatException {
    if (count != tensor.size()) {
      throw reader.refusal(ModelRule.LENGTH, expected(tensor), String.valueOf(count));
    }
  }

  private static String expected(TensorDescription tensor) {
    return "%d numbers of %s %s"
        .formatted(tensor.size(), Excerpt.of(tensor.name()), Excerpt.of(tensor.shape().toString()));
  }

  private static String tensorsOf(int count) {
    return count + " tensors";
  }
}
