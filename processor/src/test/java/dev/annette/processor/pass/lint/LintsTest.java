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
    String text = warnings(new OwnNoise(new Noise(0, true))).list().get(0).text();
    assertTrue(text.contains("@OwnNoise on output disturbs outputs that the loss compares"), text);
  }

  private static List<String> keys(OwnNoise noise) {
    return warnings(noise).list().stream().map(found -> found.problem().key()).toList();
  }

  /** Returns what is said of a SELU output layer with this modifier. */
  private static Diagnostics warnings(OwnNoise noise) {
    Declaration plain =
        Declarations.of(
            "input = 4, loss = Loss.HALF_SQUARED_ERROR",
            "@Dense(units = 2, activation = SELU) Layer output;");
    LayerDeclaration output = plain.output();
    List<ModifierSpec> modifiers = new ArrayList<>(List.of(noise));
    LayerDeclaration noisy =
        new LayerDeclaration(
            output.name(), output.spec(), modifiers, output.allowed(), output.origin());
    Declaration declaration =
        new Declaration(
            plain.type(),
            plain.input(),
            plain.rows(),
            plain.loss(),
            plain.scaling(),
            List.of(noisy),
            plain.allowed(),
            plain.origin());
    Diagnostics problems = new Diagnostics();
    Lints.check(ShapeInference.infer(declaration, problems), problems);
    return problems;
  }

  /** A modifier of a kind that the processor does not have. */
  private record OwnNoise(Noise declared) implements ModifierSpec {
    @Override
    public String kind() {
      return "ownNoise";
    }

    @Override
    public String source() {
      return "@OwnNoise";
    }

    @Override
    public SortedMap<String, Object> attributes() {
      return new TreeMap<>();
    }

    @Override
    public Origin origin() {
      return new Origin() {};
    }

    @Override
    public Set<Parameter.Role> roles() {
      return Set.of();
    }

    @Override
    public Optional<Noise> noise() {
      return Optional.ofNullable(declared);
    }
  }
}
