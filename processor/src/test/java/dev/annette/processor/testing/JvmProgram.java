package dev.annette.processor.testing;

import com.fasterxml.jackson.core.JsonFactory;
import dev.annette.Network;
import dev.annette.runtime.Annette;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program of the tests in a JVM of its own, with compiled networks on its class path. */
public final class JvmProgram {
  private final Class<?> main;
  private final Path classes;

  /**
   * Writes the networks down.
   *
   * @param main the class with the program
   * @param classes an empty directory
   */
  public JvmProgram(Class<?> main, Compilation networks, Path classes) throws IOException {
    this.main = main;
    this.classes = classes;
    for (Map.Entry<String, byte[]> file : networks.outputs().entrySet()) {
      Path path = classes.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  /**
   * Runs it to its end and returns the lines that it prints.
   *
   * @throws AssertionError with what it says of its failure
   */
  public List<String> run(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
    command.add(
        classes
            + File.pathSeparator
            + ClassPaths.of(main, Network.class, Annette.class, JsonFactory.class));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    Path errors = classes.resolve("errors.txt");
    try {
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      byte[] output = process.getInputStream().readAllBytes();
      if (process.waitFor() != 0) {
        throw new AssertionError(command + "\n" + Files.readString(errors));
      }
      return new String(output, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
