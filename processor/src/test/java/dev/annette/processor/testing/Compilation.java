package dev.annette.processor.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What came out of one compilation.
 *
 * @param succeeded whether there were no errors
 * @param diagnostics what the compiler had to say, in order; empty for a compiler of another
 *     process
 * @param output what the compiler printed
 * @param sources the generated sources, by path: {@code com/example/DigitsTrainer.java}
 * @param outputs class files and other files beside them, by path
 */
public record Compilation(
    boolean succeeded,
    List<Diagnostic<? extends JavaFileObject>> diagnostics,
    String output,
    SortedMap<String, String> sources,
    SortedMap<String, byte[]> outputs) {
  /** Returns everything the compiler said, for the message of a failed test. */
  public String messages() {
    return diagnostics.stream()
            .map(diagnostic -> diagnostic.getKind() + ": " + diagnostic.getMessage(Locale.ROOT))
            .collect(Collectors.joining("\n"))
        + output;
  }

  /** Returns the generated source of a class: {@code com.example.DigitsTrainer}. */
  public String source(String className) {
    return required(sources, className.replace('.', '/') + ".java");
  }

  /** Returns the text of a file beside the classes. */
  public String resource(String path) {
    return new String(required(outputs, path), StandardCharsets.UTF_8);
  }

  /** Returns the bytes of the compiled classes whose name starts so, by path. */
  public Map<String, byte[]> classes(String prefix) {
    return outputs.entrySet().stream()
        .filter(file -> file.getKey().endsWith(".class") && file.getKey().startsWith(prefix))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Returns a class loader that holds the compiled classes. */
  public ClassLoader loader() {
    return new CompiledClasses(outputs);
  }

  /** Returns what was generated for a network: {@code com.example.Digits}. */
  public GeneratedNetwork network(String className) {
    return new GeneratedNetwork(loader(), className);
  }

  private static <T> T required(Map<String, T> files, String path) {
    T file = files.get(path);
    if (file == null) {
      throw new AssertionError("no " + path + " among " + files.keySet());
    }
    return file;
  }

  /** Classes from bytes in memory. */
  private static final class CompiledClasses extends ClassLoader {
    private final Map<String, byte[]> files;

    CompiledClasses(Map<String, byte[]> files) {
      super(Compilation.class.getClassLoader());
      this.files = files;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = files.get(name.replace('.', '/') + ".class");
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
