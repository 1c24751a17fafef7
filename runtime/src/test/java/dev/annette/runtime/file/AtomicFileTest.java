package dev.annette.runtime.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.reliability.ReliabilityFigure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  private static final int SAVERS = 4;
  private static final int SAVES = 50;

  @TempDir Path directory;

  @Test
  void permissions_stay_and_no_wider_ones_are_given_meanwhile() throws IOException {
    Path file = Files.writeString(directory.resolve("model.json"), "old");
    for (String permissions : List.of("rw-------", "rw-r-----", "rw-rw-rw-")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
      AtomicFile.replace(
          file,
          out -> {
            out.write('n');
            for (Path other : files()) {
              assertEquals(permissions, permissions(other));
            }
          });
      assertEquals(permissions, permissions(file));
      assertEquals("n", Files.readString(file));
    }
  }

  @Test
  void a_new_file_has_the_permissions_of_any_new_file() throws IOException {
    Path file = directory.resolve("model.json");
    AtomicFile.replace(file, out -> {});
    assertEquals(permissions(Files.createFile(directory.resolve("other"))), permissions(file));
  }

  @Test
  void links_are_followed_to_their_end_also_where_nothing_is_yet() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("folder"));
    Path first = Files.createSymbolicLink(directory.resolve("first"), Path.of("folder", "second"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("model.json"));
    AtomicFile.replace(first, out -> out.write('a'));
    assertEquals("a", Files.readString(folder.resolve("model.json")));
    AtomicFile.replace(first, out -> out.write('b'));
    assertEquals("b", Files.readString(folder.resolve("model.json")));
    assertTrue(Files.isSymbolicLink(first) && Files.isSymbolicLink(second));
    assertEquals(2, files(folder).size());
  }

  @Test
  void links_in_a_circle_are_named() throws IOException {
    Path loop = directory.resolve("loop");
    Files.createSymbolicLink(loop, loop);
    FileSystemLoopException e =
        assertThrows(FileSystemLoopException.class, () -> AtomicFile.replace(loop, out -> {}));
    assertEquals(loop.toString(), e.getFile());
  }

  @Test
  void a_directory_is_not_replaced() {
    FileSystemException e =
        assertThrows(
            FileSystemException.class, () -> AtomicFile.replace(directory, out -> out.write(1)));
    assertEquals(directory + ": it is a directory, not a file", e.getMessage());
  }

  @Test
  void what_was_left_goes_and_what_is_locked_stays() throws IOException {
    Path file = directory.resolve("model.json");
    Path left = Files.writeString(directory.resolve("model.json.1.annette-tmp"), "half");
    Path own = Files.writeString(directory.resolve("model.json.notes"), "mine");
    Path ofAnother = Files.writeString(directory.resolve("other.json.1.annette-tmp"), "half");
    Path live = Files.createFile(directory.resolve("model.json.2.annette-tmp"));
    try (FileChannel channel = FileChannel.open(live, StandardOpenOption.WRITE)) {
      channel.lock();
      AtomicFile.replace(file, out -> out.write(1));
    }
    assertFalse(Files.exists(left));
    assertEquals(List.of(file, live, own, ofAnother), files());
  }

  @Test
  void an_interrupt_waits_until_the_file_is_replaced() throws IOException {
    Path file = directory.resolve("model.json");
    Thread.currentThread().interrupt();
    AtomicFile.replace(file, out -> out.write('a'));
    assertTrue(Thread.interrupted(), "the flag is set again");
    AtomicInteger asked = new AtomicInteger();
    AtomicFile.replace(
        file,
        out -> {
          if (asked.incrementAndGet() == 1) {
            Thread.currentThread().interrupt();
          }
          Generation.write(7, out);
        });
    assertTrue(Thread.interrupted(), "the flag is set again");
    assertEquals(2, asked.get());
    assertEquals(7, Generation.of(Files.readAllBytes(file)));
    assertEquals(List.of(file), files());
  }

  @Test
  void a_body_that_throws_leaves_the_old_file_and_nothing_else() throws IOException {
    Path file = Files.writeString(directory.resolve("model.json"), "old");
    for (Throwable failure : List.of(new IllegalStateException(), new OutOfMemoryError())) {
      Throwable thrown =
          assertThrows(
              failure.getClass(),
              () ->
                  AtomicFile.replace(
                      file,
                      out -> {
                        out.write(new byte[100_000]);
                        if (failure instanceof Error error) {
                          throw error;
                        }
                        throw (RuntimeException) failure;
                      }));
      assertEquals(failure, thrown);
      assertEquals("old", Files.readString(file));
      assertEquals(List.of(file), files());
    }
  }

  @Test
  void a_directory_that_vanishes_is_named_and_not_waited_for() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("folder"));
    Path file = folder.resolve("model.json");
    AtomicInteger asked = new AtomicInteger();
    assertThrows(
        NoSuchFileException.class,
        () ->
            AtomicFile.replace(
                file,
                out -> {
                  asked.incrementAndGet();
                  for (Path temporary : files(folder)) {
                    Files.delete(temporary);
                  }
                  Files.delete(folder);
                }));
    assertEquals(1, asked.get());
  }

  @Test
  void of_savers_at_the_same_time_the_last_wins_and_readers_see_whole_files() throws Exception {
    long start = System.nanoTime();
    Path file = directory.resolve("model.json");
    Generation.save(0, file, new FileSystemDisk());
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger reads = new AtomicInteger();
    List<Throwable> failures = new ArrayList<>();
    Thread reader =
        new Thread(
            () -> {
              while (!done.get()) {
                reads.incrementAndGet();
                check(failures, () -> assertTrue(Generation.of(Files.readAllBytes(file)) >= 0));
              }
            });
    List<Thread> savers = new ArrayList<>();
    for (int saver = 0; saver < SAVERS; saver++) {
      int first = saver * SAVES;
      savers.add(
          new Thread(
              () -> {
                for (int save = 0; save < SAVES; save++) {
                  int number = first + save;
                  check(
                      failures,
                      () -> AtomicFile.replace(file, out -> Generation.write(number, out)));
                }
              }));
    }
    reader.start();
    savers.forEach(Thread::start);
    for (Thread saver : savers) {
      saver.join();
    }
    done.set(true);
    reader.join();
    assertEquals(List.of(), failures);
    assertEquals(SAVES - 1, Generation.of(Files.readAllBytes(file)) % SAVES);
    assertEquals(List.of(file), files());
    assertTrue(reads.get() > 10, reads + " reads");
    double seconds = (System.nanoTime() - start) / 1e9;
    new ReliabilityFigure("concurrent-saves", SAVERS * SAVES, 0, 0, 0, seconds).write();
  }

  /** What may fail in any way. */
  private interface Action {
    void run() throws Exception;
  }

  private static void check(List<Throwable> failures, Action action) {
    try {
      action.run();
    } catch (Exception | AssertionError failure) {
      synchronized (failures) {
        failures.add(failure);
      }
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private List<Path> files() throws IOException {
    return files(directory);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
