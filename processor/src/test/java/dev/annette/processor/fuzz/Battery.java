package dev.annette.processor.fuzz;

import dev.annette.processor.testing.InMemoryCompiler;
import dev.annette.processor.testing.InMemoryCompiler.Compiled;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Compiles drawn sources and counts what became of them: a source that is legal compiles without a
 * warning, and any other has a named problem. The processor never fails, no error is inside a
 * generated file, and of a source that is no Java it says nothing that only its own fault explains.
 */
final class Battery {
  private int sound;
  private int refused;
  private int broken;

  /** Compiles sources. */
  void run(List<RandomSource> sources) {
    Map<String, String> legal = new TreeMap<>();
    for (RandomSource source : sources) {
      if (source.isBroken()) {
        requireNoFault(source);
        broken++;
      } else {
        legal.put(source.path(), Sections.whole(source.text()));
      }
    }
    Map<String, String> remaining = new TreeMap<>(legal);
    try {
      withoutRefused(remaining);
      refused += legal.size() - remaining.size();
      sound += remaining.size();
      requireClean(remaining);
    } catch (AssertionError | RuntimeException fault) {
      sources.forEach(Battery::requireNoFault);
      throw new AssertionError("only together: " + fault.getMessage(), fault);
    }
  }

  private static void withoutRefused(Map<String, String> sources) {
    Compiled checked = InMemoryCompiler.withAnnette().options("-proc:only").compile(sources);
    Set<String> said = new HashSet<>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : checked.diagnostics()) {
      require(diagnostic.getSource() != null && isNamed(diagnostic), diagnostic.toString());
      require(said.add(diagnostic.toString()), "twice: " + diagnostic);
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
        sources.remove(diagnostic.getSource().getName().substring(1));
      }
    }
  }

  private static void requireClean(Map<String, String> sources) {
    Compiled compiled = InMemoryCompiler.withAnnette().compile(sources);
    require(compiled.succeeded(), compiled.messages().toString());
    require(compiled.annetteMessages().equals(compiled.messages()), compiled.messages().toString());
    Set<String> homes = new HashSet<>();
    compiled.sources().keySet().forEach(path -> homes.add(path.substring(0, path.indexOf('/'))));
    require(homes.size() == sources.size(), "not for every network: " + homes);
  }

  /**
   * Requires that a source has no fault.
   *
   * @throws AssertionError with the fault and the least source that has it
   */
  static void requireNoFault(RandomSource source) {
    Optional<String> fault = fault(source, source.text());
    if (fault.isPresent()) {
      String kind = kind(fault.get());
      String least =
          Sections.shrink(
              source.text(),
              less -> fault(source, less).filter(f -> kind(f).equals(kind)).isPresent());
      throw new AssertionError(
          "seed %d: %s%n%s"
              .formatted(source.seed(), fault(source, least).orElseThrow(), Sections.whole(least)));
    }
  }

  /** Returns what a fault has in common with those of a smaller source. */
  private static String kind(String fault) {
    return fault.substring(0, Math.min(fault.length(), fault.indexOf(':') + 1));
  }

  private static Optional<String> fault(RandomSource source, String text) {
    Compiled compiled;
    try {
      compiled = InMemoryCompiler.withAnnette().compile(source.path(), Sections.whole(text));
    } catch (RuntimeException | StackOverflowError thrown) {
      return Optional.of("thrown: " + thrown + " " + thrown.getCause());
    }
    List<String> foreign = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : compiled.diagnostics()) {
      String message = diagnostic.getMessage(Locale.ENGLISH);
      if (message.startsWith("[annette/internal]") || message.startsWith("[annette/not-written]")) {
        return Optional.of("internal: " + message);
      }
      if (diagnostic.getSource() == null) {
        return Optional.of("placeless: " + diagnostic);
      }
      if (!diagnostic.getSource().getName().endsWith(source.path())) {
        return Optional.of("generated: " + diagnostic);
      }
      if (!isNamed(diagnostic)) {
        foreign.add(diagnostic.toString());
      }
    }
    if (source.isBroken()) {
      return compiled.succeeded() ? Optional.of("broken: it compiles") : Optional.empty();
    }
    if (!foreign.isEmpty()) {
      return Optional.of("foreign: " + foreign);
    }
    boolean isWritten = compiled.sources().size() >= 2;
    return isWritten == compiled.succeeded()
        ? Optional.empty()
        : Optional.of("written: " + compiled.sources().keySet());
  }

  private static boolean isNamed(Diagnostic<? extends JavaFileObject> diagnostic) {
    String message = diagnostic.getMessage(Locale.ENGLISH);
    return message.startsWith("[annette/")
        && !message.startsWith("[annette/internal]")
        && !message.startsWith("[annette/not-written]");
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new AssertionError(message);
    }
  }

  /** Returns how many sources were tried. */
  int count() {
    return sound + refused + broken;
  }

  /** Returns how many sources compiled. */
  int sound() {
    return sound;
  }

  /** Returns how many had a named problem. */
  int refused() {
    return refused;
  }

  /** Returns how many were no Java. */
  int broken() {
    return broken;
  }
}
