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
  private static final String NUMBERS_OR_BASE64 = "either \"numbers\" or \"base64\"";

  private final TokenReader reader;
  private float[] values;
  private int count;

  TensorReader(TokenReader reader) {
    this.reader = reader;
  }

  /** Reads one array per tensor, in their order. */
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
    requireMeasurable(tensor, place);
    return values;
  }

  private void requireName(TensorDescription tensor) throws IOException {
    String name = reader.text();
    if (!name.equals(tensor.name())) {
      throw reader.refusal(
          ModelRule.NETWORK,
          "tensor \"" + tensor.name() + "\"",
          "\"" + Excerpt.around(name, tensor.name()) + "\"",
          "tensors are in the order of the topology");
    }
  }

  /** Requires that variances, and scales, which divide by deviations, are not negative. */
  private void requireMeasurable(TensorDescription tensor, JsonPlace place)
      throws ModelFormatException {
    String name = tensor.name();
    if (tensor.isLearned() || !(name.endsWith(".variance") || name.endsWith(".scale"))) {
      return;
    }
    for (int i = 0; i < count; i++) {
      if (values[i] < 0) {
        throw new ModelFormatException(
            ModelRule.STATISTIC,
            place,
            "numbers of " + name + " that are at least 0",
            values[i] + " as number " + i);
      }
    }
  }

  private void readNumbers(TensorDescription tensor) throws IOException {
    reader.array();
    while (reader.nextElement()) {
      reserve(1, tensor);
      values[count++] = reader.floatNumber();
    }
    requireComplete(tensor);
  }

  private void readChunks(TensorDescription tensor) throws IOException {
    reader.array();
    while (reader.nextElement()) {
      byte[] bytes = decoded(reader.text(ModelLimits.CHUNK_TEXT));
      int numbers = bytes.length / Float.BYTES;
      reserve(numbers, tensor);
      ByteBuffer.wrap(bytes)
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(values, count, numbers);
      requireFinite(numbers);
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

  private void requireFinite(int numbers) throws ModelFormatException {
    for (int i = count; i < count + numbers; i++) {
      if (!Float.isFinite(values[i])) {
        throw reader.refusal(ModelRule.NUMBER, "finite floats", values[i] + " as number " + i);
      }
    }
  }

  /** Makes room for more numbers, twice as much as before, or refuses them as too many. */
  private void reserve(int more, TensorDescription tensor) throws ModelFormatException {
    if (more > tensor.size() - count) {
      throw reader.refusal(ModelRule.LENGTH, expected(tensor), "more");
    }
    if (count + more > values.length) {
      long room = Math.max(2L * values.length, count + (long) more);
      values = Arrays.copyOf(values, (int) Math.min(room, tensor.size()));
    }
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
