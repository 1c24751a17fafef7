package dev.annette.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Activation;
import dev.annette.Initializer;
import dev.annette.L1Method;
import dev.annette.Loss;
import dev.annette.PenaltyScaling;
import dev.annette.processor.testing.InMemoryCompiler;
import dev.annette.processor.testing.InMemoryCompiler.Compiled;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Any declaration either compiles or is refused by messages that are written for it. */
class RandomDeclarationsTest {
  private static final int CASES = 300;

  @Test
  void every_declaration_compiles_or_is_refused_in_words() {
    Map<String, String> sources = new TreeMap<>();
    for (int seed = 0; seed < CASES; seed++) {
      sources.put("random/R" + seed + ".java", new Declaration(seed).source());
    }
    Compiled checked = InMemoryCompiler.withAnnette().options("-proc:only").compile(sources);
    Set<String> said = new HashSet<>();
    Map<String, String> sound = new TreeMap<>(sources);
    for (Diagnostic<? extends JavaFileObject> diagnostic : checked.diagnostics()) {
      String file = diagnostic.getSource().getName().substring(1);
      String message = diagnostic.getMessage(Locale.ENGLISH);
      assertTrue(message.startsWith("[annette/"), () -> message + sources.get(file));
      assertTrue(!message.startsWith("[annette/internal"), () -> message + sources.get(file));
      assertTrue(said.add(diagnostic.toString()), () -> "twice: " + diagnostic);
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
        sound.remove(file);
      }
    }
    assertTrue(sound.size() > CASES / 10 && sound.size() < CASES / 2, "sound: " + sound.size());
    Compiled compiled = InMemoryCompiler.withAnnette().compile(sound);
    assertTrue(compiled.succeeded(), () -> compiled.messages().toString());
    assertEquals(compiled.annetteMessages(), compiled.messages());
    assertEquals(2 * sound.size(), compiled.sources().size());
  }

  /** A declaration that is often, but not always, legal. */
  private static final class Declaration {
    private final int seed;
    private final Random random;

    Declaration(int seed) {
      this.seed = seed;
      this.random = new Random(seed);
    }

    String source() {
      List<String> layers = new ArrayList<>();
      int count = random.nextInt(6);
      for (int i = 0; i < count; i++) {
        layers.add("  " + field(i));
      }
      if (random.nextInt(4) > 0) {
        layers.add("  @Dense(units = " + (2 + random.nextInt(3)) + ") Layer output;");
      }
      return "package random;\n"
          + "import dev.annette.*;\n"
          + mostly("", "@Allow(\"selu-initializer\") ", "@Allow(\"nothing\") ")
          + network()
          + mostly("class", "public class", "abstract class", "final class")
          + " R"
          + seed
          + mostly("", "<T>")
          + " {\n"
          + String.join("\n", layers)
          + "\n}\n";
    }

    private String network() {
      String input = mostly("4", "{2, 3}", "1", "0", "-3", "{}", "{70000, 70000}", "{2, -1}");
      String delta = mostly("", ", delta = " + number());
      String scaling = mostly("", ", scaling = PenaltyScaling." + any(PenaltyScaling.values()));
      return "@Network(input = "
          + input
          + ", loss = Loss."
          + any(Loss.values())
          + delta
          + scaling
          + ")\n";
    }

    private String field(int i) {
      String layer =
          mostly(
              dense(),
              "@Standardize ",
              i == 0 ? "@Standardize " : dense(),
              "",
              dense() + "@Standardize ");
      StringBuilder field = new StringBuilder(layer);
      field.append(mostly("", "@Dropout(" + number() + ") ", "@Dropout(0.2) "));
      field.append(mostly("", "@L1(" + penalty(", method = L1Method." + any(L1Method.values()))));
      field.append(mostly("", "@L2(" + penalty("")));
      field.append(mostly("", "@Init(" + start()));
      field.append(mostly("", "@Allow(\"dropout-on-output\") ", "@Allow({\"x\", \"y\"}) "));
      field.append(mostly("", "private ", "final static "));
      String type = mostly("Layer", "int", "Layer[]");
      field.append(type).append(" field").append(i);
      return field
          .append(field.indexOf("final") < 0 ? ";" : type.equals("int") ? " = 1;" : " = null;")
          .toString();
    }

    private String dense() {
      return "@Dense(units = "
          + mostly("3", "1", "7", "0", "-2", "2_000_000_000")
          + mostly("", ", activation = Activation." + any(Activation.values()))
          + mostly("", ", bias = false")
          + mostly("", ", slope = " + number())
          + mostly("", ", alpha = " + number())
          + ") ";
    }

    private String penalty(String more) {
      return "value = "
          + number()
          + mostly("", ", scaling = PenaltyScaling." + any(PenaltyScaling.values()))
          + mostly("", ", bias = true")
          + mostly("", more)
          + ") ";
    }

    private String start() {
      return "value = Initializer."
          + any(Initializer.values())
          + mostly("", ", constant = " + number())
          + mostly("", ", bias = " + number())
          + ") ";
    }

    private String number() {
      return mostly("0.1", "0", "0.5", "1", "1.5", "-0.1", "1e300", "Double.NaN", "1 / 0.0");
    }

    /** Returns the first in nine of ten cases, else any other. */
    private String mostly(String first, String... others) {
      return random.nextInt(10) > 0 ? first : others[random.nextInt(others.length)];
    }

    private <T> T any(T[] constants) {
      return constants[random.nextInt(constants.length)];
    }
  }
}
