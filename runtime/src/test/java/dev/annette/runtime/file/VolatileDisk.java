package dev.annette.runtime.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A disk in memory that forgets: a power loss takes any of the changes to names that were not
 * forced, and of the bytes of a file that were not forced any end, or leaves zeros in their place.
 */
final class VolatileDisk implements Disk {
  private final boolean forcesBytes;
  private final Map<Path, Content> names = new TreeMap<>();
  private final Map<Path, Content> durable = new TreeMap<>();
  private final List<Change> changes = new ArrayList<>();

  /**
   * Creates an empty disk.
   *
   * @param forcesBytes whether it does when it is told to
   */
  VolatileDisk(boolean forcesBytes) {
    this.forcesBytes = forcesBytes;
  }

  /** The bytes of a file. */
  private static final class Content {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private int forced;
    private boolean open = true;
  }

  /** A name that was given to a file, or taken from one; a null path is none. */
  private record Change(Path removed, Path added, Content content) {
    void apply(Map<Path, Content> to) {
      if (removed != null) {
        to.remove(removed);
      }
      if (added != null) {
        to.put(added, content);
      }
    }
  }

  private void change(Path removed, Path added, Content content) {
    Change change = new Change(removed, added, content);
    change.apply(names);
    changes.add(change);
  }

  /** Returns the bytes of a file as programs see them; null if there is none. */
  byte[] read(Path file) {
    Content content = names.get(file);
    return content == null ? null : content.written.toByteArray();
  }

  /** Returns what a power loss may leave. */
  VolatileDisk afterPowerLoss(Random random) {
    Map<Path, Content> left = new TreeMap<>(durable);
    for (Change change : changes) {
      if (random.nextBoolean()) {
        change.apply(left);
      }
    }
    VolatileDisk disk = new VolatileDisk(true);
    left.forEach((path, content) -> disk.put(path, remains(content, random)));
    return disk;
  }

  private static byte[] remains(Content content, Random random) {
    byte[] bytes = content.written.toByteArray();
    int forced = content.forced;
    int end = forced + random.nextInt(bytes.length - forced + 1);
    if (random.nextBoolean()) {
      return Arrays.copyOf(bytes, end);
    }
    Arrays.fill(bytes, end, bytes.length, (byte) 0);
    return bytes;
  }

  private void put(Path file, byte[] bytes) {
    Content content = new Content();
    content.written.writeBytes(bytes);
    content.forced = bytes.length;
    content.open = false;
    names.put(file, content);
    durable.put(file, content);
  }

  @Override
  public Path target(Path file) {
    return file;
  }

  @Override
  public List<Path> list(Path directory) {
    return List.copyOf(names.keySet());
  }

  @Override
  public NewFile create(Path file, Path successorOf) throws IOException {
    if (names.containsKey(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    Content content = new Content();
    change(null, file, content);
    return new NewFile() {
      @Override
      public void write(byte[] bytes, int from, int count) {
        content.written.write(bytes, from, count);
      }

      @Override
      public void force() {
        content.forced = forcesBytes ? content.written.size() : 0;
      }

      @Override
      public void close() {
        content.open = false;
      }
    };
  }

  @Override
  public void deleteAbandoned(Path file) {
    if (!names.get(file).open) {
      delete(file);
    }
  }

  @Override
  public void delete(Path file) {
    if (names.containsKey(file)) {
      change(file, null, null);
    }
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    if (!names.containsKey(from)) {
      throw new NoSuchFileException(from.toString());
    }
    change(from, to, names.get(from));
  }

  @Override
  public void force(Path directory) {
    durable.clear();
    durable.putAll(names);
    changes.clear();
  }
}
