package dev.annette.examples.mnist;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Minutes; run by {@code -Plong}. */
@Tag("long")
class RegularisersTest {
  @Test
  void dropout_with_a_bound_is_best_and_whatever_lacks_dropout_is_worst() throws IOException {
    Optional<MnistFiles> files = MnistFiles.find(null);
    assumeTrue(files.isPresent(), MnistFiles.how());
    Map<String, Double> errors = Regularisers.errors(files.get(), 2);
    System.out.println(errors);
    double best = errors.get("dropout + max-norm");
    assertTrue(best == Collections.min(errors.values()), errors::toString);
    assertTrue(best < 0.045, errors::toString);
    for (String without : new String[] {"L2", "L2 + L1", "max-norm"}) {
      assertTrue(errors.get(without) > errors.get("dropout + L2") + 0.005, errors::toString);
      assertTrue(errors.get(without) < 0.06, errors::toString);
    }
  }
}
