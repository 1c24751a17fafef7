package dev.annette.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of the runtime, which the build writes into a resource. */
final class RuntimeVersion {
  static final String TEXT = read();

  private RuntimeVersion() {}

  private static String read() {
    try (InputStream in = RuntimeVersion.class.getResourceAsStream("version.txt")) {
      if (in == null) {
        return "unknown";
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
