package dev.annette.runtime.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.annette.runtime.reliability.ReliabilityFigure;
import dev.annette.runtime.reliability.TestProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every call of a save fails once, and the program dies once at every call. */
class FaultTest {
  private static final int DIED = 137;

  @TempDir Path directory;

  /** Which calls there are, in order: a save that leaves one out is another. */
  private static final List<String> CALLS =
      List.of(
          "target",
          "list",
          "create",
          "write",
          "write",
          "force",
          "move",
          "close",
          "force directory");

  @Test
  void every_call_that_fails_leaves_a_whole_file_and_says_so() throws IOException {
    long start = System.nanoTime();
    Path file = directory.resolve("model.json");
    Disk real = new FileSystemDisk();
    for (int failing = 1; failing <= CALLS.size(); failing++) {
      Generation.save(1, file, real);
      IOException full = new IOException("No space left on device");
      FaultyDisk disk =
          new FaultyDisk(
              real,
              failing,
              call -> {
                throw full;
              });
      String call = CALLS.get(failing - 1);
      boolean isSweep = call.equals("list");
      if (isSweep) {
        Generation.save(2, file, disk);
      } else {
        IOException thrown =
            assertThrows(IOException.class, () -> Generation.save(2, file, disk), call);
        assertSame(full, thrown);
        assertEquals(0, thrown.getSuppressed().length);
      }
      assertEquals(call, disk.calls().get(failing - 1));
      boolean isRenamed = failing > CALLS.indexOf("move") + 1 || isSweep;
      assertEquals(isRenamed ? 2 : 1, Generation.of(Files.readAllBytes(file)), call);
      assertEquals(List.of(file), files(), call);
    }
    figure("failed-io-calls", CALLS.size(), start);
  }

  @Test
  void a_save_that_fails_and_cannot_clean_up_says_both() throws IOException {
    Path file = directory.resolve("model.json");
    FaultyDisk.Fault fault =
        call -> {
          throw new IOException(call);
        };
    Disk stubborn = new FaultyDisk(new FileSystemDisk(), 6, fault);
    Disk disk = new FaultyDisk(stubborn, 8, fault);
    IOException thrown = assertThrows(IOException.class, () -> Generation.save(2, file, disk));
    assertEquals("force", thrown.getMessage());
    assertEquals("delete", thrown.getSuppressed()[0].getMessage());
    Generation.save(3, file, new FileSystemDisk());
    assertEquals(List.of(file), files());
  }

  @Test
  void a_program_that_dies_at_any_call_leaves_a_whole_file_and_the_next_save_nothing_beside_it()
      throws Exception {
    long start = System.nanoTime();
    Path file = directory.resolve("model.json");
    Disk real = new FileSystemDisk();
    int beside = 0;
    for (int failing = 1; failing <= CALLS.size() + 1; failing++) {
      Generation.save(1, file, real);
      boolean survives = failing > CALLS.size();
      assertEquals(survives ? 0 : DIED, program(file, failing, "halt").start().waitFor());
      boolean isRenamed = failing > CALLS.indexOf("move") + 1;
      assertEquals(isRenamed ? 2 : 1, Generation.of(Files.readAllBytes(file)), "call " + failing);
      beside += files().size() - 1;
      Generation.save(3, file, real);
      assertEquals(3, Generation.of(Files.readAllBytes(file)));
      assertEquals(List.of(file), files());
    }
    assertEquals(4, beside, "files that were left to sweep");
    figure("halted-saves", CALLS.size(), start);
  }

  @Test
  void what_another_program_is_writing_stays() throws Exception {
    Path file = directory.resolve("model.json");
    int atForce = CALLS.indexOf("force") + 1;
    ProcessBuilder program = program(file, atForce, "wait");
    Process other = program.redirectOutput(ProcessBuilder.Redirect.PIPE).start();
    assertEquals('w', other.getInputStream().read());
    Generation.save(1, file, new FileSystemDisk());
    assertEquals(1, Generation.of(Files.readAllBytes(file)));
    assertEquals(2, files().size());
    other.getOutputStream().close();
    assertEquals(0, other.waitFor());
    assertEquals(2, Generation.of(Files.readAllBytes(file)));
    assertEquals(List.of(file), files());
  }

  private ProcessBuilder program(Path file, int failing, String fault) {
    return TestProgram.of(
        OtherProgram.class, List.of(), file.toString(), "2", Integer.toString(failing), fault);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  private static void figure(String name, int count, long start) throws IOException {
    double seconds = (System.nanoTime() - start) / 1e9;
    new ReliabilityFigure(name, count, 0, 0, 0, seconds).write();
  }
}
