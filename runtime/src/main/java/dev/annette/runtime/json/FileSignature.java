package dev.annette.runtime.json;

import java.util.List;

/** What a file is, told by its first bytes. */
final class FileSignature {
  private record Known(String kind, String hint, int... bytes) {}

  private static final String UTF_8 = "save it as UTF-8 without a byte order mark";

  private static final List<Known> KNOWN =
      List.of(
          new Known("JSON with a byte order mark", UTF_8, 0xEF, 0xBB, 0xBF),
          new Known("UTF-16 text", UTF_8, 0xFE, 0xFF),
          new Known("UTF-16 text", UTF_8, 0xFF, 0xFE),
          new Known("a zip archive", "PyTorch, Keras and NumPy write such files", 'P', 'K'),
          new Known("an HDF5 file", "Keras writes such files", 0x89, 'H', 'D', 'F'),
          new Known("a Java object stream", "", 0xAC, 0xED),
          new Known("a NumPy array", "", 0x93, 'N', 'U', 'M'),
          new Known("a Python pickle", "", 0x80),
          new Known("a compressed file in a compressed file", "compress it once", 0x1F, 0x8B));

  private FileSignature() {}

  /** Returns whether the bytes start as gzip does (RFC 1952). */
  static boolean isGzip(byte[] start) {
    return startsWith(start, 0x1F, 0x8B);
  }

  /**
   * Requires that the bytes start as a model does.
   *
   * @param start the first bytes of the document, fewer than a handful only if it is that short
   */
  static void requireJson(byte[] start) throws ModelFormatException {
    if (start.length == 0) {
      throw new ModelFormatException(
          ModelRule.SIZE, JsonPlace.FILE, "a model file, which starts with {", "an empty file");
    }
    if (start[0] == '{') {
      return;
    }
    for (Known known : KNOWN) {
      if (startsWith(start, known.bytes())) {
        throw refusal("what looks like " + known.kind(), known.hint());
      }
    }
    throw refusal("byte 0x%02X as the first".formatted(start[0]), "");
  }

  private static ModelFormatException refusal(String found, String hint) {
    return new ModelFormatException(
        ModelRule.KIND, JsonPlace.FILE, "a model file, which starts with {", found, hint);
  }

  private static boolean startsWith(byte[] start, int... bytes) {
    if (start.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((start[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
