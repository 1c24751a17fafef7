package dev.annette.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.processor.testing.InMemoryCompiler;
import dev.annette.processor.testing.InMemoryCompiler.Compiled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated classes never take the place of others, and may replace those of the build before. */
class NameClashTest {
  private static final String NETWORK =
      "@dev.annette.Network(input = 1, loss = dev.annette.Loss.HUBER) ";
  private static final String BODY = " { @dev.annette.Dense(units = 1) dev.annette.Layer output; }";

  @Test
  void a_nested_and_a_top_level_network_cannot_share_a_name() {
    Map<String, String> sources = new TreeMap<>();
    sources.put(
        "clash/Outer.java",
        "package clash; class Outer { " + NETWORK + "static class Inner" + BODY + "}");
    sources.put("clash/Outer_Inner.java", "package clash; " + NETWORK + "class Outer_Inner" + BODY);
    Compiled compiled = InMemoryCompiler.withAnnette().compile(sources);
    assertEquals(1, compiled.diagnostics().size(), compiled.messages().toString());
    String message = compiled.diagnostics().get(0).getMessage(Locale.ENGLISH);
    List<String> either =
        List.of(message("Outer_Inner", "clash.Outer.Inner"), message("Inner", "clash.Outer_Inner"));
    assertTrue(either.contains(message), message);
  }

  @Test
  void networks_of_one_name_in_two_packages_or_classes_do_not_clash() {
    Map<String, String> sources = new TreeMap<>();
    for (String home : List.of("one", "two")) {
      sources.put(home + "/Net.java", "package " + home + "; " + NETWORK + "class Net" + BODY);
      sources.put(
          home + "/A.java",
          "package " + home + "; class A { " + NETWORK + "static class Net" + BODY + "}");
    }
    assertEquals(List.of(), InMemoryCompiler.withAnnette().compile(sources).messages());
  }

  /** A folder of classes is often part of the class path, and holds what was generated before. */
  @Test
  void classes_of_the_build_before_are_replaced(@TempDir Path folder) throws IOException {
    Path source = Files.writeString(folder.resolve("Net.java"), NETWORK + "class Net" + BODY);
    Path classes = Files.createDirectory(folder.resolve("classes"));
    for (int build = 0; build < 2; build++) {
      JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
      String path = classes + java.io.File.pathSeparator + System.getProperty("java.class.path");
      JavaCompiler.CompilationTask task =
          javac.getTask(
              null,
              null,
              diagnostic -> {
                throw new AssertionError(diagnostic);
              },
              List.of("-d", classes.toString(), "-classpath", path),
              null,
              javac.getStandardFileManager(null, null, null).getJavaFileObjects(source));
      task.setProcessors(List.of(new AnnetteProcessor()));
      assertTrue(task.call());
      assertTrue(Files.exists(classes.resolve("NetTrainer.class")));
    }
  }

  private static String message(String network, String other) {
    return "[annette/name-clash] "
        + network
        + " is to be written as clash.Outer_InnerTrainer, but that is the name of what is written"
        + " for "
        + other
        + ". Rename one of the two.";
  }
}
