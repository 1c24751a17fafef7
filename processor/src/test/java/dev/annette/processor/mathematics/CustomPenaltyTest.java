package dev.annette.processor.mathematics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.CustomPenalty;
import dev.annette.PenaltyScaling;
import dev.annette.processor.testing.CustomParts;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.GeneratedNetwork;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.check.FiniteDifferences;
import dev.annette.runtime.check.GradientCheck;
import dev.annette.runtime.check.Interpreter;
import dev.annette.runtime.check.Penalty;
import dev.annette.runtime.check.Tensors;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.model.PenaltyRecord;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Optimizer;
import dev.annette.runtime.train.Setting;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Penalties that users write. */
class CustomPenaltyTest {
  private static final int ROWS = 7;
  private static final int EXAMPLES = 40;
  private static final String OWN = "@CustomPenalty(value = 0.3, penalty = Custom.OwnPenalty.class";

  private static GeneratedNetwork network(String penalty, String... more) {
    String[] lines = new String[2 + more.length];
    lines[0] = "@Dense(units = 5, activation = TANH) " + penalty + " Layer hidden;";
    lines[1] = "@Dense(units = 2) Layer output;";
    System.arraycopy(more, 0, lines, 2, more.length);
    return SourceCompiler.javac()
        .with("-Xlint:all", "-Werror")
        .compileCleanly(
            Declarations.source(
                "example.Custom", "input = 3, loss = Loss.HALF_SQUARED_ERROR", lines))
        .network("example.Custom");
  }

  private static NetworkTrainer<?> prepared(GeneratedNetwork network, Optimizer optimizer) {
    NetworkTrainer<?> trainer = network.create(5);
    trainer.prepare(Training.online().optimizer(optimizer).examples(EXAMPLES).batchSize(ROWS));
    return trainer;
  }

  private static Batch batch() {
    return Sample.batch(new Random(3), dev.annette.Loss.HALF_SQUARED_ERROR, ROWS, 3, 2, false);
  }

  static List<Optimizer> optimizers() {
    return List.of(Sgd.of(0.1), Sgd.momentum(0.1, 0.9), Adam.of(0.01));
  }

  /** λ·½Σw² as a function is what L2 adds under PyTorch's convention. */
  @ParameterizedTest
  @MethodSource("optimizers")
  void written_by_a_user_it_trains_as_the_library_s_own(Optimizer optimizer) {
    NetworkTrainer<?> custom =
        prepared(
            network(OWN + ", scaling = PenaltyScaling.PYTORCH)", CustomParts.PENALTY), optimizer);
    NetworkTrainer<?> library =
        prepared(network("@L2(value = 0.3, scaling = PenaltyScaling.PYTORCH)"), optimizer);
    for (int i = 0; i < 30; i++) {
      custom.step(batch());
      library.step(batch());
    }
    float[] one = new float[library.parameterCount()];
    float[] other = new float[one.length];
    library.getParameters(one);
    custom.getParameters(other);
    assertArrayEquals(one, other, 1e-5f);
    assertEquals(library.penalty(), custom.penalty(), 1e-6);
  }

  @ParameterizedTest
  @EnumSource(
      value = PenaltyScaling.class,
      names = {"TEXTBOOK", "KERAS", "PYTORCH", "SKLEARN_LASSO"})
  void its_strength_follows_the_scaling_as_that_of_l1(PenaltyScaling scaling) {
    GeneratedNetwork network =
        network(OWN + ", scaling = PenaltyScaling." + scaling + ")", CustomParts.PENALTY);
    NetworkTrainer<?> trainer = prepared(network, Sgd.of(0.1));
    Penalty expected =
        Interpreter.of(trainer.description()).penalty(tensors(trainer), EXAMPLES, ROWS);
    double effective = scaling == PenaltyScaling.TEXTBOOK ? 0.3 / (2 * EXAMPLES) : 0.3;
    double squares = 0;
    for (float weight : trainer.parameter("hidden.weights")) {
      squares += 0.5 * weight * weight;
    }
    assertEquals(effective * squares, trainer.penalty(), 1e-9);
    assertEquals(expected.value(), trainer.penalty(), 1e-12);
    assertEquals(Map.of("hidden.weights.customPenalty", expected.value()), trainer.penalties());
    PenaltyRecord record = trainer.model().provenance().penalties().get(0);
    assertEquals("customPenalty", record.kind());
    assertEquals(effective, record.effective(), 1e-12);
  }

  private static Tensors tensors(NetworkTrainer<?> trainer) {
    return Tensors.ofFloats(trainer.description(), trainer::parameter);
  }

  @Test
  void its_gradient_is_the_slope_of_its_value() {
    NetworkTrainer<?> trainer = prepared(network(OWN + ")", CustomParts.PENALTY), Sgd.of(0.1));
    GradientCheck check = GradientCheck.of(trainer, batch()).requireWithin(1e-5);
    assertEquals("gradient of example.Custom.OwnPenalty by hidden.weights", name(check));
    Interpreter interpreter = Interpreter.of(trainer.description());
    Tensors slopes =
        FiniteDifferences.gradients(
            tensors(trainer), point -> interpreter.penalty(point, EXAMPLES, ROWS).value());
    double[] gradient = new double[trainer.parameterCount()];
    trainer.addPenaltyGradients(gradient);
    double[] expected = slopes.get("hidden.weights");
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], gradient[i], 1e-9);
    }
  }

  private static String name(GradientCheck check) {
    return check.functions().get(0).name();
  }

  @Test
  void a_wrong_gradient_is_found_at_its_weight() {
    String wrong =
        CustomParts.PENALTY.replace(
            "System.arraycopy(weights, 0, gradient, 0, in * out);",
            "System.arraycopy(weights, 0, gradient, 0, in * out); gradient[2 * out + 3] += 1;");
    NetworkTrainer<?> trainer = prepared(network(OWN + ")", wrong), Sgd.of(0.1));
    GradientCheck check = GradientCheck.of(trainer, batch());
    String message =
        assertThrows(AssertionError.class, () -> check.requireWithin(1e-5)).getMessage();
    assertTrue(
        message.contains("gradient of example.Custom.OwnPenalty by hidden.weights[2, 3] is "),
        message);
    assertEquals(1, message.lines().count() - 1, message);
  }

  @Test
  void a_run_overrides_and_schedules_it() {
    NetworkTrainer<?> trainer = network(OWN + ")", CustomParts.PENALTY).create(1);
    float[] targets = new float[2 * ROWS];
    dev.annette.runtime.data.Dataset rows =
        dev.annette.runtime.data.Dataset.ofValues(batch().features(), ROWS, targets);
    trainer.fit(rows, Training.epochs(1).override("hidden", CustomPenalty.class, 0));
    assertEquals(0, trainer.state().history().get(0).penalty());
    trainer.fit(
        rows,
        Training.epochs(1)
            .override("hidden", CustomPenalty.class, 2)
            .schedule(
                Setting.of("hidden", CustomPenalty.class),
                dev.annette.runtime.train.Constant.of(0.5)));
    assertEquals(
        1, trainer.model().provenance().penalties().get(0).lambda(), "declared times schedule");
  }
}
