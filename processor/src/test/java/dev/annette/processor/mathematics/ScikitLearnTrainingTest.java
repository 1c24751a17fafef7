package dev.annette.processor.mathematics;

import static dev.annette.processor.mathematics.Closeness.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annette.Loss;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Optimizer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Linear models that generated trainers find from 0, against those that scikit-learn finds. */
class ScikitLearnTrainingTest {
  private static final double TOLERANCE = 2e-4;
  private static final List<Optimizer> OPTIMIZERS =
      List.of(Sgd.of(0.3), Sgd.momentum(0.1, 0.9), Sgd.nesterov(0.1, 0.9), Adam.of(0.01));

  static List<Arguments> runs() {
    return Fixture.compiled("sklearn.json").stream()
        .filter(fixture -> fixture.json().get("estimator").has("coefficients"))
        .flatMap(fixture -> OPTIMIZERS.stream().map(rule -> Arguments.of(fixture, rule)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void a_linear_model_ends_where_scikit_learn_does(Fixture fixture, Optimizer optimizer) {
    NetworkTrainer<?> trainer = fixture.trainer();
    trainer.setParameters(new float[trainer.parameterCount()]);
    trainer.fit(dataset(fixture), Training.steps(4000).fullBatch().threads(1).optimizer(optimizer));
    for (var entry : fixture.json().get("parameters").properties()) {
      String name = entry.getKey();
      double[] expected = Fixture.doubles(entry.getValue());
      float[] actual = trainer.parameter(name);
      assertEquals(zeros(expected), zeros(Fixture.widened(actual)), "zeros of " + name);
      if (fixture.loss() == Loss.CROSS_ENTROPY && name.equals("output.bias")) {
        centre(actual);
      }
      assertClose(expected, actual, TOLERANCE, name);
    }
  }

  /** Makes the sum 0: what all logits of a row have in common, a softmax does not see. */
  private static void centre(float[] biases) {
    float sum = 0;
    for (float bias : biases) {
      sum += bias;
    }
    for (int i = 0; i < biases.length; i++) {
      biases[i] -= sum / biases.length;
    }
  }

  private static Dataset dataset(Fixture fixture) {
    int rows = fixture.rows();
    return fixture.json().get("targets").has("classes")
        ? Dataset.ofClasses(fixture.features(), rows, fixture.classes())
        : Dataset.ofValues(
            fixture.features(), rows, Fixture.floats(fixture.json().at("/targets/values")));
  }

  private static List<Integer> zeros(double[] values) {
    return java.util.stream.IntStream.range(0, values.length)
        .filter(i -> values[i] == 0)
        .boxed()
        .toList();
  }
}
