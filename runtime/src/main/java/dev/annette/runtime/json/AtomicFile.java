package dev.annette.runtime.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that is replaced as a whole: at every moment it holds all of its old bytes or all of its
 * new ones, also after a crash.
 *
 * <p>The bytes go to a new file in the same directory, are forced to the disk, and take the place
 * of the old file by a rename (Pillai et al. 2014).
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** What writes the new bytes. */
  public interface Body {
    /** Writes all of them. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Replaces the file, or leaves it as it was and throws what went wrong. */
  public static void replace(Path file, Body body) throws IOException {
    Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
    if (!Files.isDirectory(target.getParent())) {
      throw new NoSuchFileException(
          file.toString(), null, "there is no directory " + target.getParent());
    }
    Path temporary =
        target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".annette-tmp");
    try {
      writeForced(temporary, body);
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException | Error failure) {
      deleteAfter(failure, temporary);
      throw failure;
    }
    forceDirectory(target.getParent());
  }

  private static void writeForced(Path file, Body body) throws IOException {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = Channels.newOutputStream(channel)) {
      body.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }

  private static void deleteAfter(Throwable failure, Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException undeleted) {
      failure.addSuppressed(undeleted);
    }
  }

  /** Makes the rename survive a power loss where a directory can be forced: on POSIX systems. */
  private static void forceDirectory(Path directory) throws IOException {
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
