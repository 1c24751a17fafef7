package dev.annette.runtime.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The files of the machine. */
final class FileSystemDisk implements Disk {
  private static final int LONGEST_CHAIN = 40;
  private static final int MOVES = 10;
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);
  private static final FileAttribute<?>[] NONE = {};
  private static final FileAttribute<?> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  /** What this program is writing: a lock holds off other programs only. */
  private final Set<Path> open = ConcurrentHashMap.newKeySet();

  @Override
  public Path target(Path file) throws IOException {
    Path target = file.toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == LONGEST_CHAIN) {
        throw new FileSystemLoopException(file.toString());
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    if (Files.isDirectory(target)) {
      throw new FileSystemException(file.toString(), null, "it is a directory, not a file");
    }
    if (!Files.isDirectory(target.getParent())) {
      throw new NoSuchFileException(
          file.toString(), null, "there is no directory " + target.getParent());
    }
    return target;
  }

  @Override
  public List<Path> list(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  @Override
  public NewFile create(Path file, Path successorOf) throws IOException {
    boolean inherits = isPosix(file) && Files.exists(successorOf);
    open.add(file);
    try {
      FileChannel channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              inherits ? new FileAttribute<?>[] {PRIVATE} : NONE);
      try {
        lock(channel);
        if (inherits) {
          Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(successorOf);
          Files.setPosixFilePermissions(file, permissions);
        }
        return new OpenFile(file, channel);
      } catch (IOException | RuntimeException failure) {
        channel.close();
        throw failure;
      }
    } catch (IOException | RuntimeException failure) {
      open.remove(file);
      throw failure;
    }
  }

  /** Returns the lock of a file; null where there are no locks, or somebody else has it. */
  private static FileLock lock(FileChannel channel) throws ClosedByInterruptException {
    try {
      return channel.tryLock();
    } catch (ClosedByInterruptException interrupt) {
      throw interrupt;
    } catch (IOException | OverlappingFileLockException none) {
      return null;
    }
  }

  @Override
  public void deleteAbandoned(Path file) throws IOException {
    if (open.contains(file)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      if (lock(channel) != null) {
        Files.deleteIfExists(file);
      }
    }
  }

  @Override
  public void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
  }

  /** Tries again where another program has the old file open, which Windows does not allow. */
  @Override
  public void move(Path from, Path to) throws IOException {
    for (int left = MOVES - 1; ; left--) {
      try {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        return;
      } catch (AccessDeniedException denied) {
        if (left == 0 || isPosix(to)) {
          throw denied;
        }
        LockSupport.parkNanos(PAUSE);
      }
    }
  }

  /** Forces a directory where that can be done: on POSIX systems. */
  @Override
  public void force(Path directory) throws IOException {
    if (isPosix(directory)) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** A file that holds a lock while it is open. */
  private final class OpenFile implements NewFile {
    private final Path file;
    private final FileChannel channel;

    OpenFile(Path file, FileChannel channel) {
      this.file = file;
      this.channel = channel;
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      ByteBuffer rest = ByteBuffer.wrap(bytes, from, count);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    }

    @Override
    public void force() throws IOException {
      channel.force(true);
    }

    @Override
    public void close() throws IOException {
      try {
        channel.close();
      } finally {
        open.remove(file);
      }
    }
  }
}
