package dev.annette.processor.mathematics;

import static org.junit.jupiter.api.Assertions.assertAll;

import dev.annette.Loss;
import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.SourceCompiler;
import java.util.List;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that can be declared together, against double precision. */
class CombinationTest {
  @ParameterizedTest
  @EnumSource
  void predictions_gradients_penalties_and_steps_are_those_of_the_description(Loss loss) {
    List<Combination> combinations = Combination.of(loss);
    String[] sources = combinations.stream().map(Combination::source).toArray(String[]::new);
    Compilation compilation = SourceCompiler.javac().compileCleanly(sources);
    assertAll(combinations.stream().map(combination -> check(combination, compilation)));
  }

  private static Executable check(Combination combination, Compilation compilation) {
    return () -> {
      try {
        TrainerCheck.of(combination, compilation.network(combination.className())).require();
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError(combination + ": " + failure.getMessage(), failure);
      }
    };
  }
}
