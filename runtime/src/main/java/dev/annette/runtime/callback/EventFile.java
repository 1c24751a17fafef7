package dev.annette.runtime.callback;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * A file of events that TensorBoard reads.
 *
 * <p>It is a sequence of TFRecords, each {@code length (8 bytes), checksum of the length, event,
 * checksum of the event}, all little-endian. An event is a message: {@code wall_time = 1, step = 2,
 * file_version = 3, summary = 5}; a summary has values of {@code tag = 1, simple_value = 2}. The
 * first event has a version alone.
 *
 * @see <a href="https://www.tensorflow.org/tutorials/load_data/tfrecord">TFRecord</a>
 */
final class EventFile implements Closeable {
  private static final int WALL_TIME = 1;
  private static final int STEP = 2;
  private static final int FILE_VERSION = 3;
  private static final int SUMMARY = 5;
  private static final int VALUE = 1;
  private static final int TAG = 1;
  private static final int SIMPLE_VALUE = 2;

  /** What is added to a checksum, so that a checksum of data with checksums in it is no trap. */
  private static final int MASK_DELTA = 0xa282ead8;

  private final Path file;
  private final OutputStream out;

  private EventFile(Path file, OutputStream out) {
    this.file = file;
    this.out = out;
  }

  /**
   * Creates a file that is read after those that are there already.
   *
   * @param seconds the time, since 1970
   */
  static EventFile create(Path directory, double seconds) throws IOException {
    Files.createDirectories(directory);
    for (int number = 0; ; number++) {
      Path file =
          directory.resolve(
              String.format(
                  Locale.ROOT, "events.out.tfevents.%010d.annette.%d", (long) seconds, number));
      if (!Files.exists(file)) {
        return start(file, seconds);
      }
    }
  }

  private static EventFile start(Path file, double seconds) throws IOException {
    EventFile events =
        new EventFile(file, Files.newOutputStream(file, StandardOpenOption.CREATE_NEW));
    try {
      events.write(new ProtoMessage().add(WALL_TIME, seconds).add(FILE_VERSION, "brain.Event:2"));
      return events;
    } catch (IOException failed) {
      events.close();
      throw failed;
    }
  }

  Path file() {
    return file;
  }

  /**
   * Adds numbers.
   *
   * @param seconds the time, since 1970
   * @param step what they are drawn over
   * @param numbers by tag
   */
  void write(double seconds, long step, Map<String, Double> numbers) throws IOException {
    ProtoMessage summary = new ProtoMessage();
    numbers.forEach(
        (tag, number) ->
            summary.add(
                VALUE, new ProtoMessage().add(TAG, tag).add(SIMPLE_VALUE, number.floatValue())));
    write(new ProtoMessage().add(WALL_TIME, seconds).add(STEP, step).add(SUMMARY, summary));
  }

  /** Adds a record, in one piece, so that it is there whole when the program dies. */
  private void write(ProtoMessage event) throws IOException {
    byte[] data = event.toByteArray();
    byte[] length = little(Long.BYTES).putLong(data.length).array();
    out.write(
        little(Long.BYTES + Integer.BYTES + data.length + Integer.BYTES)
            .put(length)
            .putInt(masked(length))
            .put(data)
            .putInt(masked(data))
            .array());
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int masked(byte[] data) {
    CRC32C checksum = new CRC32C();
    checksum.update(data, 0, data.length);
    return Integer.rotateRight((int) checksum.getValue(), 15) + MASK_DELTA;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
