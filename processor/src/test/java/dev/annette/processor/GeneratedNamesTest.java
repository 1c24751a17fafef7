package dev.annette.processor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.processor.testing.InMemoryCompiler;
import dev.annette.processor.testing.InMemoryCompiler.Compiled;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.train.NetworkTrainer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a user calls layers and classes, the generated code compiles and means the same. */
class GeneratedNamesTest {
  private static final String IMPORTS =
      """
      import static dev.annette.Activation.*;
      import static dev.annette.Initializer.*;

      import dev.annette.Dense;
      import dev.annette.Dropout;
      import dev.annette.Init;
      import dev.annette.L1;
      import dev.annette.L2;
      import dev.annette.Loss;
      import dev.annette.Standardize;
      """;

  /** What a layer of these tests carries, so that it has every kind of field and constant. */
  private static final List<String> LAYERS =
      List.of(
          "@Standardize dev.annette.Layer %s;",
          "@Dense(units = 3, activation = RELU) @L1(0.1) @Dropout(0) dev.annette.Layer %s;",
          "@Dense(units = 4, activation = LEAKY_RELU, slope = 0.2) @L2(1) dev.annette.Layer %s;",
          "@Dense(units = 5, activation = ELU, alpha = 0.5) @Init(value = CONSTANT, constant = 0.1,"
              + " bias = 0.2) dev.annette.Layer %s;",
          "@Dense(units = 3, activation = SOFTMAX) @L1(0.1) @L2(1) @Dropout(0) dev.annette.Layer"
              + " %s;",
          "@Dropout(0) dev.annette.Layer %s;");

  private static float[] plainNumbers;

  @BeforeAll
  static void compute_with_plain_names() throws Exception {
    String source = source("Plain", "CROSS_ENTROPY", plainNames(LAYERS.size()));
    plainNumbers = numbers(compile("Plain", source), "names.Plain");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CROSS_ENTROPY", "BINARY_CROSS_ENTROPY", "HUBER"})
  void every_word_of_the_generated_code_can_name_a_layer(String loss) {
    Compiled plain = compile("Plain", source("Plain", loss, plainNames(LAYERS.size())));
    Set<String> words = new TreeSet<>();
    plain.sources().values().forEach(source -> words.addAll(identifiers(source)));
    words.remove("theLast");
    assertTrue(
        words.containsAll(Set.of("DenseKernel", "LAYER1_UNITS", "compareWithTargets", "SUMMARY")));
    compile("Words", source("Words", loss, new ArrayList<>(words)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a A",
        "hidden hiddenWeights hiddenWeightsParameter hiddenGradient hiddenMask hiddenL1 Hidden",
        "hidden HIDDEN HIDDEN_UNITS hidden_units hidden_ hidden__",
        "batch state update andBackward AndBackward part1 forward input probabilities loss",
        "d g dg softmax dense relu dropout dense2",
        "var record yield sealed permits when module open exports with to",
        "$ $a a$b $L $T $1 a$ $$",
        "gr\u00f6\u00dfe \u5c42 \u03b1\u03b2 \u0130 i \u0131 \u01c6 \ud835\udcb3 a\u200bb",
        "Math System String Override Object Float Digits forwardHidden"
      })
  void odd_names_of_layers_compile_and_mean_the_same(String names) throws Exception {
    List<String> layers = List.of(names.split(" "));
    Map<String, String> sources = new TreeMap<>();
    sources.put("names/Odd.java", source("Odd", "CROSS_ENTROPY", layers));
    sources.put("names/Plain.java", source("Plain", "CROSS_ENTROPY", plainNames(layers.size())));
    Compiled compiled = clean(sources);
    assertArrayEquals(numbers(compiled, "names.Plain"), numbers(compiled, "names.Odd"));
  }

  @Test
  void a_network_can_have_the_name_of_any_class() throws Exception {
    List<String> types =
        List.of(
            ("Batch Scratch Forward Predictor NetworkTrainer Annette Generated Relu DenseKernel"
                    + " Math String Override Object System Double Path NumberRule Trainer Model"
                    + " My$Net $ A_B lower Gr\u00f6\u00dfe \u5c42")
                .split(" "));
    Map<String, String> sources = new TreeMap<>();
    for (int i = 0; i < types.size(); i++) {
      String source = source(types.get(i), "CROSS_ENTROPY", plainNames(LAYERS.size()));
      sources.put(
          "names" + i + "/" + types.get(i) + ".java",
          source.replace("package names;", "package names" + i + ";"));
    }
    Compiled compiled = clean(sources);
    for (int i = 0; i < types.size(); i++) {
      assertArrayEquals(
          plainNumbers, numbers(compiled, "names" + i + "." + types.get(i)), types.get(i));
    }
  }

  @Test
  void a_network_can_live_in_the_unnamed_package() throws Exception {
    String source =
        source("Homeless", "CROSS_ENTROPY", plainNames(6)).replace("package names;", "");
    Compiled compiled = clean(Map.of("Homeless.java", source));
    assertArrayEquals(plainNumbers, numbers(compiled, "Homeless"));
  }

  @ParameterizedTest
  @CsvSource({
    "public class Outer, static",
    "class Outer, public static",
    "class Outer, protected static",
    "interface Outer, ''",
    "enum Outer, static",
    "@interface Outer, static",
    "class Outer<T>, static final",
    "final class Outer, static"
  })
  void a_network_can_be_nested(String outer, String modifiers) throws Exception {
    String source = source("Inner", "CROSS_ENTROPY", plainNames(6));
    int start = source.indexOf("@dev.annette.Network");
    String nested =
        source.substring(0, start)
            + outer
            + " {"
            + (outer.startsWith("enum") ? ";" : "")
            + source.substring(start).replace("class Inner", modifiers + " class Inner")
            + "}";
    Compiled compiled = clean(Map.of("names/Outer.java", nested));
    assertArrayEquals(plainNumbers, numbers(compiled, "names.Outer_Inner"));
  }

  /** Returns the outputs and the gradients of a network whose parameters are set by rule. */
  private static float[] numbers(Compiled compiled, String name) throws Exception {
    Class<?> type = compiled.loader().loadClass(name + "Trainer");
    NetworkTrainer<?> trainer =
        (NetworkTrainer<?>) open(type.getMethod("create", long.class)).invoke(null, 1L);
    float[] parameters = new float[trainer.parameterCount()];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = (float) Math.sin(i + 1);
    }
    trainer.setParameters(parameters);
    float[] features = {0.1f, -0.2f, 0.3f, 0.5f, 0.4f, -0.6f};
    int[] classes = {0, 1};
    trainer.fitInputs(Dataset.ofClasses(features, 2, classes));
    float[] gradients = new float[parameters.length];
    trainer.gradients(Batch.of(features, 2, new Targets.Classes(classes)), gradients);
    float[] outputs = new float[2 * trainer.description().outputs()];
    trainer.model().predictor().predict(features, 2, outputs);
    float[] numbers = new float[gradients.length + outputs.length];
    System.arraycopy(gradients, 0, numbers, 0, gradients.length);
    System.arraycopy(outputs, 0, numbers, gradients.length, outputs.length);
    return numbers;
  }

  private static java.lang.reflect.Method open(java.lang.reflect.Method method) {
    method.setAccessible(true);
    return method;
  }

  private static Compiled compile(String type, String source) {
    return clean(Map.of("names/" + type + ".java", source));
  }

  private static Compiled clean(Map<String, String> sources) {
    Compiled compiled = InMemoryCompiler.withAnnette().options("-Werror").compile(sources);
    assertEquals(List.of(), compiled.messages());
    return compiled;
  }

  private static String source(String type, String loss, List<String> names) {
    StringBuilder source = new StringBuilder("package names;\n" + IMPORTS);
    source.append("@dev.annette.Network(input = 3, loss = Loss.").append(loss).append(")\n");
    source.append("class ").append(type).append(" {\n");
    for (int i = 0; i < names.size(); i++) {
      String layer = LAYERS.get(i == 0 ? 0 : 1 + (i - 1) % (LAYERS.size() - 1));
      source.append("  ").append(layer.formatted(names.get(i))).append('\n');
    }
    return source.append("  @Dense(units = 2) dev.annette.Layer theLast;\n}\n").toString();
  }

  private static List<String> plainNames(int count) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add("layer" + i);
    }
    return Collections.unmodifiableList(names);
  }

  private static Set<String> identifiers(String source) {
    String code = source.replaceAll("(?s)/\\*.*?\\*/|//[^\n]*|\"[^\"\n]*\"", " ");
    Matcher words =
        Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*").matcher(code);
    Set<String> identifiers = new LinkedHashSet<>();
    while (words.find()) {
      if (SourceVersion.isIdentifier(words.group()) && !SourceVersion.isKeyword(words.group())) {
        identifiers.add(words.group());
      }
    }
    return identifiers;
  }
}
