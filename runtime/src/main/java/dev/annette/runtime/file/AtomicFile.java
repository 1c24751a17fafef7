package dev.annette.runtime.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A file that is replaced as a whole: at every moment it holds all of its old bytes or all of its
 * new ones, also after a crash.
 *
 * <p>The bytes go to a new file in the same directory, are forced to the disk, and take the place
 * of the old file by a rename, which is forced too (Pillai et al. 2014). The permissions of the old
 * file stay, its owner does not; what a symbolic link leads to is replaced, and the link stays.
 *
 * <p>Any number of threads and programs may replace one file: each time it is whole, and the last
 * one wins. What a program leaves behind that dies in the midst, {@code digits.json.….annette-tmp},
 * goes when the file is replaced the next time. An interrupt waits until the file is replaced.
 */
public final class AtomicFile {
  private static final String SUFFIX = ".annette-tmp";
  private static final int ATTEMPTS = 10;
  private static final int BUFFER = 1 << 16;
  private static final Disk DISK = new FileSystemDisk();

  private AtomicFile() {}

  /** What writes the new bytes. */
  public interface Body {
    /** Writes all of them; after an interrupt they may be asked for again. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Replaces the file, or leaves it as it was and throws what went wrong. Only what fails after the
   * rename, such as forcing it to the disk, throws with the new file in its place.
   */
  public static void replace(Path file, Body body) throws IOException {
    replace(file, body, DISK);
  }

  /** Replaces a file of this disk. */
  static void replace(Path file, Body body, Disk disk) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      Path target = disk.target(file);
      int left = ATTEMPTS;
      while (!isReplaced(target, body, disk, --left > 0)) {
        interrupted |= Thread.interrupted();
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Returns whether it was done; false if something came in between that may pass. */
  private static boolean isReplaced(Path target, Body body, Disk disk, boolean mayTryAgain)
      throws IOException {
    deleteAbandoned(target, disk);
    Path temporary = target.resolveSibling(prefix(target) + UUID.randomUUID() + SUFFIX);
    try (Disk.NewFile file = disk.create(temporary, target)) {
      OutputStream out = new BufferedOutputStream(new Bytes(file), BUFFER);
      body.writeTo(out);
      out.flush();
      file.force();
      disk.move(temporary, target);
    } catch (IOException | RuntimeException | Error failure) {
      deleteAfter(failure, temporary, disk);
      if (mayTryAgain && mayPass(failure, temporary)) {
        return false;
      }
      throw failure;
    }
    disk.force(target.getParent());
    return true;
  }

  /** An interrupt closes files; a program that sweeps may see a file before it is locked. */
  private static boolean mayPass(Throwable failure, Path temporary) {
    return failure instanceof ClosedByInterruptException
        || failure instanceof NoSuchFileException missing
            && temporary.toString().equals(missing.getFile());
  }

  private static void deleteAfter(Throwable failure, Path temporary, Disk disk) {
    try {
      disk.delete(temporary);
    } catch (IOException undeleted) {
      failure.addSuppressed(undeleted);
    }
  }

  /**
   * Deletes what programs that died have left of this file. What cannot be deleted takes nothing
   * from the file, and is left for the next time.
   */
  private static void deleteAbandoned(Path target, Disk disk) {
    try {
      for (Path file : disk.list(target.getParent())) {
        String name = file.getFileName().toString();
        if (name.startsWith(prefix(target)) && name.endsWith(SUFFIX)) {
          disk.deleteAbandoned(file);
        }
      }
    } catch (IOException later) {
      // The next time.
    }
  }

  private static String prefix(Path target) {
    return target.getFileName() + ".";
  }

  /** The bytes of a new file. */
  private static final class Bytes extends OutputStream {
    private final Disk.NewFile file;

    Bytes(Disk.NewFile file) {
      this.file = file;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      file.write(bytes, from, count);
    }
  }
}
