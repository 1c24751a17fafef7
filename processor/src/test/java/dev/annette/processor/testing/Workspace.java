package dev.annette.processor.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** The directories of one compilation: sources, generated sources and classes. */
record Workspace(Path root) implements AutoCloseable {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|enum|record) (\\w+)");

  static Workspace create() throws IOException {
    Workspace workspace = new Workspace(Files.createTempDirectory("annette-test"));
    Files.createDirectory(workspace.generated());
    Files.createDirectory(workspace.classes());
    return workspace;
  }

  /** Writes sources where their packages say, and returns the files. */
  List<Path> write(String... sources) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String source : sources) {
      Matcher home = PACKAGE.matcher(source);
      Path directory = root.resolve("src");
      if (home.find()) {
        directory = directory.resolve(home.group(1).replace('.', '/'));
      }
      Matcher type = TYPE.matcher(source);
      if (!type.find()) {
        throw new IllegalArgumentException("a source without a class: " + source);
      }
      Files.createDirectories(directory);
      files.add(Files.writeString(directory.resolve(type.group(1) + ".java"), source));
    }
    return files;
  }

  /** Returns the options that make a compiler write here. */
  List<String> options() {
    return List.of("-d", classes().toString(), "-s", generated().toString());
  }

  /** Returns what a compiler left here. */
  Compilation result(
      boolean succeeded, List<Diagnostic<? extends JavaFileObject>> diagnostics, String output)
      throws IOException {
    SortedMap<String, String> sources = new TreeMap<>();
    read(generated()).forEach((name, bytes) -> sources.put(name, text(bytes)));
    return new Compilation(succeeded, List.copyOf(diagnostics), output, sources, read(classes()));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Returns the files of a directory by their names relative to it, with slashes. */
  private static SortedMap<String, byte[]> read(Path directory) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = directory.relativize(path).toString().replace('\\', '/');
        files.put(name, Files.readAllBytes(path));
      }
    }
    return files;
  }

  private Path generated() {
    return root.resolve("generated");
  }

  private Path classes() {
    return root.resolve("classes");
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
