package dev.annette.runtime.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The calls that replacing a file consists of; each of them may fail, and so may the machine. */
interface Disk {
  /** Returns the file that is meant: where a symbolic link leads, also if nothing is there yet. */
  Path target(Path file) throws IOException;

  /** Returns the files of a directory, in any order. */
  List<Path> list(Path directory) throws IOException;

  /**
   * Creates a file for the bytes of another, with the permissions of that one if it is there, and
   * locks it for as long as it is open.
   *
   * @throws java.nio.file.FileAlreadyExistsException if there is such a file
   */
  NewFile create(Path file, Path successorOf) throws IOException;

  /** Deletes a file that no program has open, if it can be known that none has. */
  void deleteAbandoned(Path file) throws IOException;

  /** Deletes a file, if it is there. */
  void delete(Path file) throws IOException;

  /** Puts a file in the place of another in one step. */
  void move(Path from, Path to) throws IOException;

  /** Makes the names in a directory survive a power loss. */
  void force(Path directory) throws IOException;

  /** A file that is being written. */
  interface NewFile extends Closeable {
    /** Adds bytes at its end. */
    void write(byte[] bytes, int from, int count) throws IOException;

    /** Makes its bytes and permissions survive a power loss. */
    void force() throws IOException;
  }
}
