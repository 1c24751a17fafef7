package dev.annette.runtime.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;
import java.util.zip.GZIPInputStream;

/** The text of a model file: inflated if it is compressed, bounded, and strict UTF-8. */
final class ModelText {
  private static final int START = 8; // bytes that tell what a file is

  private ModelText() {}

  /**
   * Opens the text.
   *
   * @param limit how many bytes the file may have so far, before and after inflation
   */
  static Reader open(InputStream in, LongSupplier limit) throws IOException {
    PushbackInputStream document = startingAt(new BoundedInput(in, limit));
    byte[] start = peek(document);
    if (FileSignature.isGzip(start)) {
      document = startingAt(new BoundedInput(new GZIPInputStream(document, 1 << 16), limit));
      start = peek(document);
    }
    FileSignature.requireJson(start);
    return new InputStreamReader(
        document,
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static PushbackInputStream startingAt(InputStream in) {
    return new PushbackInputStream(in, START);
  }

  private static byte[] peek(PushbackInputStream in) throws IOException {
    byte[] start = in.readNBytes(START);
    in.unread(start);
    return start;
  }
}
