package dev.annette.processor.testing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Another JDK of this machine, in a process of its own. It is the one that {@code
 * -Dannette.otherJdk} or the environment's {@code JAVA_HOME_25} names, else the newest of another
 * version beside the JDK that runs the tests.
 */
public final class SecondJdk {
  /** What a test says that is skipped because there is none. */
  public static final String MISSING =
      "no second JDK: name one by -Dannette.otherJdk=… or JAVA_HOME_25";

  private final Path home;

  private SecondJdk(Path home) {
    this.home = home;
  }

  /** Returns the other JDK, if there is one. */
  public static Optional<SecondJdk> find() {
    String named = System.getProperty("annette.otherJdk", System.getenv("JAVA_HOME_25"));
    return Optional.ofNullable(named)
        .filter(name -> !name.isBlank())
        .map(Path::of)
        .or(SecondJdk::neighbour)
        .map(SecondJdk::new);
  }

  private static Optional<Path> neighbour() {
    Path parent = Path.of(System.getProperty("java.home")).getParent();
    try (Stream<Path> homes = Files.list(Objects.requireNonNull(parent))) {
      return homes
          .filter(home -> Files.isRegularFile(home.resolve("release")) && feature(home) > 17)
          .filter(home -> feature(home) != Runtime.version().feature())
          .max(java.util.Comparator.comparingInt(SecondJdk::feature));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Returns the version of a JDK, 0 where it does not say. */
  private static int feature(Path home) {
    Properties release = new Properties();
    try (Reader reader = Files.newBufferedReader(home.resolve("release"))) {
      release.load(reader);
      String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
      return Integer.parseInt(version.split("\\D")[0]);
    } catch (IOException | NumberFormatException unreadable) {
      return 0;
    }
  }

  /** Returns the directory that this JDK is installed in. */
  public Path home() {
    return home;
  }

  /** Compiles sources with this JDK's javac, which finds the processor on its processor path. */
  public Compilation compile(List<String> options, String... sources) {
    try (Workspace workspace = Workspace.create()) {
      List<String> command = new ArrayList<>();
      command.add(home.resolve("bin").resolve("javac").toString());
      command.addAll(options);
      command.addAll(workspace.options());
      command.addAll(List.of("-encoding", "UTF-8", "-classpath", ClassPaths.ofUser()));
      command.addAll(List.of("-processorpath", ClassPaths.ofProcessor()));
      workspace.write(sources).forEach(file -> command.add(file.toString()));
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = read(process);
      return workspace.result(process.waitFor() == 0, List.of(), output);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static String read(Process process) throws IOException {
    try (BufferedReader reader = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
      return reader.lines().collect(Collectors.joining("\n"));
    }
  }

  @Override
  public String toString() {
    return home.getFileName() + File.separator + "bin";
  }
}
