package dev.annette.runtime.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;

/** The text of a model file: inflated if it is compressed, bounded, and strict UTF-8. */
final class ModelText implements AutoCloseable {
  private static final int START = 8; // bytes that tell what a file is

  private final GzipMember compressed;
  private final Reader text;

  private ModelText(GzipMember compressed, Reader text) {
    this.compressed = compressed;
    this.text = text;
  }

  /**
   * Opens the text.
   *
   * @param limit how many bytes the file may have so far, before and after inflation
   */
  static ModelText open(InputStream in, LongSupplier limit) throws IOException {
    PushbackInputStream document = startingAt(new BoundedInput(in, limit, ModelRule.SIZE));
    byte[] start = peek(document);
    if (!FileSignature.isGzip(start)) {
      return new ModelText(null, text(start, document));
    }
    GzipMember member = new GzipMember(document);
    document = startingAt(new BoundedInput(member, limit, ModelRule.COMPRESSION));
    return new ModelText(member, text(peek(document), document));
  }

  /** Returns the characters. */
  Reader reader() {
    return text;
  }

  /** Frees what inflating took; the file itself stays open. */
  @Override
  public void close() {
    if (compressed != null) {
      compressed.close();
    }
  }

  private static Reader text(byte[] start, InputStream document) throws ModelFormatException {
    FileSignature.requireJson(start);
    return new InputStreamReader(new Utf8Input(document), StandardCharsets.UTF_8);
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
