package dev.annette.processor.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.BatchNorm;
import dev.annette.KlSparsity;
import dev.annette.processor.read.Kinds;
import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.CustomParts;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.GeneratedNetwork;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.check.GradientCheck;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Training;
import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind of layer and modifier keeps, those of tomorrow too: none is named here. */
class KindContractTest {
  private static final float[] FEATURES = {0.5f, -1, 2, 0.25f, -0.5f, 1, 1.5f, 0, -2};
  private static final float[] TARGETS = {1, 0, 0.5f, -1, 2, 0.25f};

  static List<Class<? extends Annotation>> kinds() {
    return Kinds.load().fieldAnnotations();
  }

  @Test
  void there_are_kinds() {
    assertTrue(kinds().size() >= 6, () -> kinds().toString());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void its_annotation_stays_in_class_files_of_fields(Class<? extends Annotation> kind) {
    assertEquals(RetentionPolicy.CLASS, kind.getAnnotation(Retention.class).value());
    List<ElementType> targets = new ArrayList<>(List.of(ElementType.FIELD));
    if (Kinds.load().columns().stream().anyMatch(column -> column.annotation() == kind)) {
      targets.add(ElementType.RECORD_COMPONENT);
    }
    assertEquals(targets, List.of(kind.getAnnotation(Target.class).value()));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void it_is_read_with_its_defaults(Class<? extends Annotation> kind) {
    assertTrue(compile(field(kind, "")).succeeded());
  }

  /** Another value gives other code, or is refused with a reason. */
  @ParameterizedTest
  @MethodSource("kinds")
  void every_attribute_is_read(Class<? extends Annotation> kind) {
    Compilation plain = compile(field(kind, ""));
    for (Method attribute : kind.getDeclaredMethods()) {
      String changed = attribute.getName() + " = " + otherThan(attribute);
      Compilation compilation = compile(field(kind, changed));
      if (compilation.succeeded()) {
        assertNotEquals(code(plain), code(compilation), changed);
      } else {
        assertTrue(compilation.messages().contains("[annette/"), compilation::messages);
        assertFalse(compilation.messages().contains("[annette/internal]"), compilation::messages);
      }
    }
  }

  /** Returns what the generated classes do, without texts that repeat the declaration. */
  private static List<String> code(Compilation compilation) {
    return compilation.sources().values().stream()
        .map(source -> source.replaceAll("(?s)/\\*.*?\\*/", ""))
        .map(source -> source.replaceAll("(?s) SUMMARY = .*?\\);\n", ""))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void its_network_lists_it_in_the_summary(Class<? extends Annotation> kind) {
    String model = compile(field(kind, "")).source("example.SampleModel");
    String name = kind.getSimpleName();
    String listed = isModifier(kind) ? "\\+ @" + name + "\\b" : "\"first +(?i:" + name + ") ";
    assertTrue(Pattern.compile(listed).matcher(model).find(), model);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void its_gradients_are_those_of_the_mathematics(Class<? extends Annotation> kind) {
    GradientCheck.of(prepared(network(kind), 7), batch()).requireWithin(1e-5);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void its_description_and_numbers_survive_a_file(Class<? extends Annotation> kind) {
    GeneratedNetwork network = network(kind);
    NetworkTrainer<?> trainer = prepared(network, 3);
    trainer.step(batch());
    NetworkModel model = trainer.model();
    NetworkModel loaded = network.load(model.toJson());
    assertEquals(model.description(), loaded.description());
    assertArrayEquals(outputs(model), outputs(loaded));
    assertArrayEquals(model.toJson(), loaded.toJson());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void the_same_seed_gives_the_same_bits(Class<? extends Annotation> kind) {
    GeneratedNetwork network = network(kind);
    NetworkTrainer<?> one = prepared(network, 11);
    NetworkTrainer<?> other = prepared(network, 11);
    for (int i = 0; i < 5; i++) {
      assertEquals(one.step(batch()), other.step(batch()));
    }
    assertArrayEquals(outputs(one.model()), outputs(other.model()));
  }

  static NetworkTrainer<?> prepared(GeneratedNetwork network, long seed) {
    NetworkTrainer<?> trainer = network.create(seed);
    float[][] rows = {{0, 1, 2}, {1, 1, 5}, {4, 2, -1}};
    trainer.fitInputs(Dataset.ofValues(rows, new float[][] {{0, 0}, {1, 0}, {0, 1}}));
    trainer.prepare(Training.online().examples(3));
    return trainer;
  }

  static Batch batch() {
    return Batch.of(FEATURES, 3, new Targets.Values(TARGETS));
  }

  static float[] outputs(NetworkModel model) {
    float[] outputs = new float[TARGETS.length];
    model.predictor().predict(FEATURES, 3, outputs);
    return outputs;
  }

  private static GeneratedNetwork network(Class<? extends Annotation> kind) {
    Compilation compilation = compile(field(kind, ""));
    assertTrue(compilation.succeeded(), compilation::messages);
    return compilation.network("example.Sample");
  }

  /** Compiles a field of the kind between the features and an output layer. */
  private static Compilation compile(String field) {
    return SourceCompiler.javac().compile(source(field));
  }

  private static String source(String field) {
    return Declarations.source(
        "example.Sample",
        "input = 3, loss = Loss.MEAN_SQUARED_ERROR",
        field,
        "@Dense(units = 2) Layer output;",
        CustomParts.PENALTY,
        CustomParts.PENALTY.replace("OwnPenalty", "OtherPenalty"));
  }

  /** Returns the source of {@code example.Sample}, which has a field of the kind. */
  static String source(Class<? extends Annotation> kind) {
    return source(field(kind, ""));
  }

  /** Returns a field with the kind's annotation, beside a layer if it is a modifier. */
  private static String field(Class<? extends Annotation> kind, String changed) {
    StringBuilder attributes = new StringBuilder(changed);
    for (Method attribute : kind.getDeclaredMethods()) {
      // units may be left out in the last layer of typed rows alone
      boolean isRequired =
          attribute.getDefaultValue() == null || attribute.getName().equals("units");
      if (isRequired && !changed.startsWith(attribute.getName() + " =")) {
        attributes.append(attributes.isEmpty() ? "" : ", ");
        attributes.append(attribute.getName()).append(" = ").append(some(attribute));
      }
    }
    // the exact gradient of a bias before batch normalisation is 0, to which no error is relative
    String bias = kind == BatchNorm.class ? ", bias = false" : "";
    // means of outputs between 0 and 1
    String activation = kind == KlSparsity.class ? "SIGMOID" : "TANH";
    return (isModifier(kind) ? "@Dense(units = 4, activation = " + activation + bias + ") " : "")
        + "@"
        + kind.getSimpleName()
        + "("
        + attributes
        + ") Layer first;";
  }

  private static boolean isModifier(Class<? extends Annotation> kind) {
    return Kinds.load().modifiers().stream().anyMatch(modifier -> modifier.annotation() == kind);
  }

  /** Returns a legal value of an attribute. */
  private static String some(Method attribute) {
    Class<?> type = attribute.getReturnType();
    if (type.isEnum()) {
      return type.getSimpleName() + "." + type.getEnumConstants()[0];
    }
    if (type == Class.class) {
      return "Sample.OwnPenalty.class";
    }
    return type == int.class ? "3" : type == boolean.class ? "true" : "0.25";
  }

  /** Returns a value that an attribute has neither by default nor from {@link #some}. */
  private static String otherThan(Method attribute) {
    Class<?> type = attribute.getReturnType();
    if (type.isEnum()) {
      Object[] constants = type.getEnumConstants();
      Object last = constants[constants.length - 1];
      Object other = last == attribute.getDefaultValue() ? constants[0] : last;
      return type.getSimpleName() + "." + other;
    }
    if (type == Class.class) {
      return "Sample.OtherPenalty.class";
    }
    if (type == boolean.class) {
      return String.valueOf(!Boolean.TRUE.equals(attribute.getDefaultValue()));
    }
    assertTrue(
        Arrays.asList(int.class, double.class).contains(type),
        () -> "teach this test a value of " + type);
    return type == int.class ? "5" : "0.375";
  }
}
