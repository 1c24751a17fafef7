package dev.annette.processor.testing;

import com.palantir.javapoet.JavaFile;
import dev.annette.Network;
import dev.annette.processor.AnnetteProcessor;
import dev.annette.runtime.Annette;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Where compilers and JVMs find Annette: the very classes that the tests run with. */
public final class ClassPaths {
  private ClassPaths() {}

  /** Returns what a user compiles against: annotations and runtime, not even Jackson. */
  public static String ofUser() {
    return of(Network.class, Annette.class);
  }

  /** Returns what the processor runs with. */
  static String ofProcessor() {
    return of(AnnetteProcessor.class, Network.class, JavaFile.class);
  }

  /** Returns where these classes come from. */
  public static String of(Class<?>... types) {
    return Arrays.stream(types)
        .map(ClassPaths::home)
        .map(Path::toString)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
