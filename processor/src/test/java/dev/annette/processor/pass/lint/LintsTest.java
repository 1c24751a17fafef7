package dev.annette.processor.pass.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.diagnostic.Origin;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.Declaration;
import dev.annette.processor.ir.LayerDeclaration;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Noise;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.pass.ShapeInference;
import dev.annette.processor.testing.Declarations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What all lints keep; what each finds is shown by the sources of {@code bad}. */
class LintsTest {
  @Test
  void every_kind_of_warning_has_one_lint() {
    assertEquals(
        Arrays.stream(Problem.values()).filter(Problem::isLint).toList(),
        Lints.load().stream().map(Lint::problem).toList());
  }

  /** A kind that nobody knows yet is covered by what it says of itself. */
  @Test
  void noise_is_known_by_what_it_answers() {
    assertEquals(
        List.of("dropout-on-output", "selu-dropout"), keys(new OwnNoise(new Noise(0.1, false))));
    assertEquals(List.of("dropout-on-output"), keys(new OwnNoise(new Noise(0.1, true))));
    assertEquals(List.of(), keys(new OwnNoise(null)));
    String output = "@Dense(units = 2, activation = SELU) Layer output;";
    String text = warnings(new OwnNoise(new Noise(0, true)), output).list().get(0).text();
    assertTrue(text.contains("@OwnNoise on output disturbs outputs that the loss compares"), text);
  }

  @Test
  void normalisation_is_known_by_what_it_answers() {
    Diagnostics problems =
        warnings(
            new OwnNorm(),
            "@Dense(units = 4, activation = RELU) @Dropout(0.5) Layer hidden;",
            "@Dense(units = 2) Layer output;");
    assertEquals(List.of("dropout-before-batch-norm", "bias-before-batch-norm"), keys(problems));
    String text = problems.list().get(0).text();
    assertTrue(text.contains("makes the inputs of @OwnNorm on output vary more"), text);
  }

  @Test
  void a_decay_is_known_by_what_it_answers() {
    String output = "@Dense(units = 2) @L2(1) Layer output;";
    Diagnostics problems = warnings(new OwnDecay(), output);
    assertEquals(List.of("two-decays"), keys(problems));
    String text = problems.list().get(0).text();
    assertTrue(text.contains("@OwnDecay on output shrinks the weights that @L2(1) shrinks"), text);
    String bounded = "@Dense(units = 2) @UnitNorm Layer output;";
    assertEquals(List.of("penalty-of-unit-norm"), keys(warnings(new OwnDecay(), bounded)));
  }

  private static List<String> keys(ModifierSpec modifier) {
    return keys(warnings(modifier, "@Dense(units = 2, activation = SELU) Layer output;"));
  }

  private static List<String> keys(Diagnostics problems) {
    return problems.list().stream().map(found -> found.problem().key()).toList();
  }

  /** Returns what is said of a network with one more modifier on its last layer. */
  private static Diagnostics warnings(ModifierSpec modifier, String... layers) {
    Declaration plain = Declarations.of("input = 4, loss = Loss.HALF_SQUARED_ERROR", layers);
    LayerDeclaration output = plain.output();
    List<ModifierSpec> modifiers = new ArrayList<>(output.modifiers());
    modifiers.add(modifier);
    LayerDeclaration changed =
        new LayerDeclaration(
            output.name(), output.spec(), modifiers, output.allowed(), output.origin());
    List<LayerDeclaration> all = new ArrayList<>(plain.layers());
    all.set(all.size() - 1, changed);
    Declaration declaration =
        new Declaration(
            plain.type(),
            plain.input(),
            plain.rows(),
            plain.loss(),
            plain.scaling(),
            all,
            plain.allowed(),
            plain.origin());
    Diagnostics problems = new Diagnostics();
    Lints.check(ShapeInference.infer(declaration, problems), problems);
    return problems;
  }

  /** A modifier of a kind that the processor does not have. */
  private interface Own extends ModifierSpec {
    @Override
    default String kind() {
      return getClass().getSimpleName();
    }

    @Override
    default String source() {
      return "@" + getClass().getSimpleName();
    }

    @Override
    default SortedMap<String, Object> attributes() {
      return new TreeMap<>();
    }

    @Override
    default Origin origin() {
      return new Origin() {};
    }

    @Override
    default Set<Parameter.Role> roles() {
      return Set.of();
    }
  }

  private record OwnNoise(Noise declared) implements Own {
    @Override
    public Optional<Noise> noise() {
      return Optional.ofNullable(declared);
    }
  }

  private record OwnNorm() implements Own {
    @Override
    public boolean normalises() {
      return true;
    }

    @Override
    public Set<Parameter.Role> brings() {
      return Set.of(Parameter.Role.STATISTIC);
    }
  }

  private record OwnDecay() implements Own {
    @Override
    public boolean shrinksWeights() {
      return true;
    }
  }
}
