package dev.annette.runtime.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A disk of which one call fails. */
final class FaultyDisk implements Disk {
  private final Disk disk;
  private final int failing;
  private final Fault fault;
  private final List<String> calls = new ArrayList<>();

  /** What happens instead of a call. */
  interface Fault {
    /** Ends the call, or the program. */
    void strike(String call) throws IOException;
  }

  /**
   * Creates the disk.
   *
   * @param failing which call fails, from 1; 0 for none
   */
  FaultyDisk(Disk disk, int failing, Fault fault) {
    this.disk = disk;
    this.failing = failing;
    this.fault = fault;
  }

  /** Returns the calls so far, the one that failed included. */
  List<String> calls() {
    return calls;
  }

  private boolean fails(String call) {
    calls.add(call);
    return calls.size() == failing;
  }

  private void count(String call) throws IOException {
    if (fails(call)) {
      fault.strike(call);
    }
  }

  @Override
  public Path target(Path file) throws IOException {
    count("target");
    return disk.target(file);
  }

  @Override
  public List<Path> list(Path directory) throws IOException {
    count("list");
    return disk.list(directory);
  }

  @Override
  public NewFile create(Path file, Path successorOf) throws IOException {
    count("create");
    NewFile created = disk.create(file, successorOf);
    return new NewFile() {
      /** Writes half of the bytes where it fails, as a full disk does. */
      @Override
      public void write(byte[] bytes, int from, int count) throws IOException {
        boolean fails = fails("write");
        created.write(bytes, from, fails ? count / 2 : count);
        if (fails) {
          fault.strike("write");
        }
      }

      @Override
      public void force() throws IOException {
        count("force");
        created.force();
      }

      @Override
      public void close() throws IOException {
        created.close();
        count("close");
      }
    };
  }

  @Override
  public void deleteAbandoned(Path file) throws IOException {
    count("deleteAbandoned");
    disk.deleteAbandoned(file);
  }

  @Override
  public void delete(Path file) throws IOException {
    count("delete");
    disk.delete(file);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    count("move");
    disk.move(from, to);
  }

  @Override
  public void force(Path directory) throws IOException {
    count("force directory");
    disk.force(directory);
  }
}
