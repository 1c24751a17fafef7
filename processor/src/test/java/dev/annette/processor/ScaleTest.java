package dev.annette.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.annette.processor.testing.ClassLimits;
import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.MethodSizes;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.reliability.ReliabilityFigure;
import dev.annette.runtime.reliability.Tier;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

/**
 * Networks of many layers and of a million units stay below the limits of a JVM, or are refused by
 * name. Constructors, which run once, may be longer than HotSpot compiles.
 */
class ScaleTest {
  private static final int HOTSPOT_COMPILES = 8_000;
  private static final int MOST_CONSTANTS = 65_535;
  private static final String PLAIN = "@Dense(units = 8, activation = Activation.RELU)";
  private static final String EVERYTHING =
      "@Dense(units = 8, activation = Activation.LEAKY_RELU, slope = 0.1) @L1(0.1)"
          + " @L2(value = 0.1, bias = true) @Init(value = ORTHOGONAL, bias = 0.01) @BatchNorm"
          + " @Dropout(0.01)";

  @Test
  void every_method_is_short_enough_to_be_compiled() throws IOException {
    long start = System.nanoTime();
    int methods = 0;
    int longest = 0;
    String where = "";
    for (Compilation compilation :
        List.of(
            SourceCompiler.javac().compileCleanly(deep(1, PLAIN)),
            SourceCompiler.javac().compileCleanly(deep(Tier.cases(60, 1_000), PLAIN)),
            SourceCompiler.javac().compileCleanly(deep(Tier.cases(15, 300), EVERYTHING)))) {
      Map<String, byte[]> classes = compilation.classes("scale/");
      ClassLimits limits = ClassLimits.of(classes.values());
      assertTrue(limits.constants() < MOST_CONSTANTS, limits::toString);
      for (byte[] classFile : classes.values()) {
        for (Map.Entry<String, Integer> method : MethodSizes.of(classFile).entrySet()) {
          if (!method.getKey().startsWith("<")) {
            methods++;
            where = method.getValue() > longest ? method.getKey() : where;
            longest = Math.max(longest, method.getValue());
          }
        }
      }
    }
    double seconds = (System.nanoTime() - start) * 1e-9;
    new ReliabilityFigure("generated-methods", methods, longest, 0, 0, seconds).write();
    assertTrue(longest < HOTSPOT_COMPILES, where + " has " + longest + " bytes");
    assertTrue(methods > 200, "methods: " + methods);
  }

  @Test
  void a_million_units_need_no_longer_code() {
    String small = "@Dense(units = 7) Layer hidden;";
    String large = small.replace("7", "1_000_000");
    assertEquals(limits(small).method(), limits(large).method(), 8);
    assertEquals(limits(small).constants(), limits(large).constants(), 8);
  }

  private static ClassLimits limits(String hidden) {
    String source =
        Declarations.source(
            "scale.Wide",
            "input = 3, loss = Loss.CROSS_ENTROPY",
            hidden,
            "@Dense(units = 2) Layer output;");
    return ClassLimits.of(SourceCompiler.javac().compileCleanly(source).classes("scale/").values());
  }

  @Test
  void layers_that_no_class_file_holds_are_refused_by_name() {
    String source = deep(450, EVERYTHING);
    Compilation compilation = SourceCompiler.javac().with("-proc:only").compile(source);
    List<Diagnostic<?>> errors = new ArrayList<>(compilation.diagnostics());
    errors.removeIf(one -> one.getKind() != Diagnostic.Kind.ERROR);
    assertEquals(1, errors.size(), compilation::messages);
    String message = errors.get(0).getMessage(Locale.ROOT);
    String expected =
        "[annette/too-large] Deep has 450 layers, for which scale.DeepTrainer would need about N"
            + " constants, but a Java class holds at most 65535. Take fewer layers.";
    assertEquals(expected, message.replaceAll("about \\d+", "about N"));
    int place = (int) errors.get(0).getPosition();
    assertTrue(source.indexOf("class Deep") <= place && place < source.indexOf('{', place));
    assertTrue(source.substring(place).matches("(?s)(class )?Deep.*"), "" + place);
  }

  /** Four times the layers take about four times as long, and would take 16 if it were a square. */
  @Test
  void time_grows_with_the_layers() {
    assumeTrue(Tier.current() == Tier.FULL, "times are compared by -Preliability alone");
    seconds(30);
    double few = seconds(30);
    double many = seconds(120);
    assertTrue(many < 9 * few, few + " s for 30 layers, " + many + " s for 120");
  }

  /** Returns how long this thread works on a network. */
  private static double seconds(int layers) {
    String source = deep(layers, EVERYTHING);
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    SourceCompiler.javac().with("-proc:only").compileCleanly(source);
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) * 1e-9;
  }

  private static String deep(int count, String layer) {
    List<String> layers = new ArrayList<>();
    for (int i = 1; i < count; i++) {
      layers.add(layer + " Layer hidden" + i + ";");
    }
    layers.add("@Dense(units = 3) Layer output;");
    return Declarations.source(
        "scale.Deep", "input = 8, loss = Loss.CROSS_ENTROPY", layers.toArray(String[]::new));
  }
}
