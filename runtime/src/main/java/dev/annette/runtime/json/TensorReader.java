package dev.annette.runtime.json;

import dev.annette.runtime.model.TensorDescription;
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
        throw reader.problem("the network has only %d tensors".formatted(arrays.length));
      }
      arrays[index] = read(tensors.get(index));
      index++;
    }
    if (index < arrays.length) {
      throw reader.problem(
          "expected %d tensors, found %d; %s is missing"
              .formatted(arrays.length, index, tensors.get(index).name()));
    }
    return arrays;
  }

  private float[] read(TensorDescription tensor) throws IOException {
    values = new float[Math.min(tensor.size(), FIRST_ROOM)];
    count = 0;
    ObjectFields fields = reader.object(List.of("name"), List.of("numbers", "base64"));
    String pointer = reader.pointer();
    for (String field = fields.next(); field != null; field = fields.next()) {
      if (field.equals("name")) {
        requireName(tensor);
      } else if (fields.has("numbers") && fields.has("base64")) {
        throw reader.problem("a tensor has either \"numbers\" or \"base64\", not both");
      } else if (field.equals("numbers")) {
        readNumbers(tensor);
      } else {
        readChunks(tensor);
      }
    }
    if (!fields.has("numbers") && !fields.has("base64")) {
      throw new ModelFormatException(pointer, "\"numbers\" or \"base64\" is missing");
    }
    return values;
  }

  private void requireName(TensorDescription tensor) throws IOException {
    String name = reader.text();
    if (!name.equals(tensor.name())) {
      throw reader.problem("\"%s\" found where %s belongs".formatted(name, tensor.name()));
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
    } catch (IllegalArgumentException e) {
      throw new ModelFormatException(
          reader.pointer(), "not base64 (RFC 4648): " + e.getMessage(), e);
    }
    if (bytes.length == 0 || bytes.length % Float.BYTES != 0) {
      throw reader.problem(
          "%d bytes; a chunk holds whole floats of 4 bytes, and at least one"
              .formatted(bytes.length));
    }
    return bytes;
  }

  private void requireFinite(int numbers) throws ModelFormatException {
    for (int i = count; i < count + numbers; i++) {
      if (!Float.isFinite(values[i])) {
        throw reader.problem("number %d is %s; numbers are finite".formatted(i, values[i]));
      }
    }
  }

  /** Makes room for more numbers, twice as much as before, or refuses them as too many. */
  private void reserve(int more, TensorDescription tensor) throws ModelFormatException {
    if (more > tensor.size() - count) {
      throw reader.problem("more than " + expected(tensor));
    }
    if (count + more > values.length) {
      long room = Math.max(2L * values.length, count + (long) more);
      values = Arrays.copyOf(values, (int) Math.min(room, tensor.size()));
    }
  }

  private void requireComplete(TensorDescription tensor) throws ModelFormatException {
    if (count != tensor.size()) {
      throw reader.problem("expected %s, found %d".formatted(expected(tensor), count));
    }
  }

  private static String expected(TensorDescription tensor) {
    return "%d numbers of %s %s".formatted(tensor.size(), tensor.name(), tensor.shape());
  }
}
