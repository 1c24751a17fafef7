package dev.annette.runtime.file;

import java.io.IOException;
import java.nio.file.Path;

/** A program that replaces a file, and dies or waits in the midst, at the n-th call of the disk. */
final class OtherProgram {
  private static final int DIED = 137;

  private OtherProgram() {}

  /** Takes the file, the generation, n, and {@code halt} or {@code wait}. */
  public static void main(String[] arguments) throws IOException {
    FaultyDisk.Fault fault =
        arguments[3].equals("halt")
            ? call -> Runtime.getRuntime().halt(DIED)
            : call -> waitForInput();
    Disk disk = new FaultyDisk(new FileSystemDisk(), Integer.parseInt(arguments[2]), fault);
    Generation.save(Integer.parseInt(arguments[1]), Path.of(arguments[0]), disk);
  }

  private static void waitForInput() throws IOException {
    System.out.println("waiting");
    System.in.read();
  }
}
