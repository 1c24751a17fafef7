package dev.annette.processor.mathematics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Loss;
import dev.annette.processor.testing.CustomParts;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.GeneratedNetwork;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.check.GradientCheck;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Losses that users write. */
class CustomLossTest {
  private static final int ROWS = 9;
  private static final int INPUT = 4;
  private static final String HIDDEN = "@Dense(units = 6, activation = TANH) Layer hidden;";

  /**
   * The 90 % quantile: an underestimate costs nine times an overestimate (Koenker, Bassett 1978).
   */
  private static final String PINBALL =
      loss(
          "double e = targets[0] - outputs[0]; return Math.max(0.9 * e, -0.1 * e);",
          "derivative[0] = targets[0] > outputs[0] ? -0.9 : 0.1;",
          "");

  /** Cross-entropy of softmax, by its textbook formula, of classes. */
  private static final String SOFTMAX =
      loss(
          "double sum = 0; double inner = 0;"
              + " for (int i = 0; i < outputs.length; i++) {"
              + " sum += Math.exp(outputs[i]); inner += targets[i] * outputs[i]; }"
              + " return Math.log(sum) - inner;",
          "double sum = 0; for (double output : outputs) { sum += Math.exp(output); }"
              + " for (int i = 0; i < outputs.length; i++) {"
              + " derivative[i] = Math.exp(outputs[i]) / sum - targets[i]; }",
          "@Override public boolean takesClasses() { return true; }");

  private static String loss(String value, String derivative, String more) {
    return "static final class Own implements dev.annette.runtime.custom.LossFunction {"
        + " @Override public double value(double[] outputs, double[] targets) {"
        + value
        + "} @Override public void derivative("
        + "double[] outputs, double[] targets, double[] derivative) {"
        + derivative
        + "} "
        + more
        + "}";
  }

  private static GeneratedNetwork network(int outputs, String loss) {
    return SourceCompiler.javac()
        .with("-Xlint:all", "-Werror")
        .compileCleanly(
            Declarations.source(
                "example.Custom",
                "input = " + INPUT + ", customLoss = Custom.Own.class",
                HIDDEN,
                "@Dense(units = " + outputs + ") Layer output;",
                loss))
        .network("example.Custom");
  }

  private static GeneratedNetwork library(Loss loss, int outputs) {
    return SourceCompiler.javac()
        .compileCleanly(
            Declarations.source(
                "example.Custom",
                "input = " + INPUT + ", loss = Loss." + loss,
                HIDDEN,
                "@Dense(units = " + outputs + ") Layer output;"))
        .network("example.Custom");
  }

  private static NetworkTrainer<?> prepared(GeneratedNetwork network) {
    NetworkTrainer<?> trainer = network.create(5);
    trainer.prepare(Training.online().optimizer(Sgd.of(0.1)));
    return trainer;
  }

  private static Batch batch(int outputs, boolean weighted) {
    return Sample.batch(new Random(3), Loss.HALF_SQUARED_ERROR, ROWS, INPUT, outputs, weighted);
  }

  @Test
  void written_by_a_user_it_trains_as_the_library_s_own() {
    String own = CustomParts.LOSS.replace("OwnLoss", "Own");
    NetworkTrainer<?> custom = prepared(network(2, own));
    NetworkTrainer<?> library = prepared(library(Loss.HALF_SQUARED_ERROR, 2));
    for (int i = 0; i < 20; i++) {
      Batch batch = batch(2, i % 2 == 0);
      assertEquals(library.step(batch), custom.step(batch), 1e-6);
    }
    assertSameParameters(library, custom);
  }

  @Test
  void classes_are_a_one_among_zeros_and_measured_as_classes() {
    NetworkTrainer<?> custom = prepared(network(3, SOFTMAX));
    NetworkTrainer<?> library = prepared(library(Loss.CROSS_ENTROPY, 3));
    Random random = new Random(3);
    Batch batch = Sample.batch(random, Loss.CROSS_ENTROPY, ROWS, INPUT, 3, true);
    for (int i = 0; i < 20; i++) {
      assertEquals(library.step(batch), custom.step(batch), 1e-6);
    }
    GradientCheck.of(custom, batch).requireWithin(1e-5);
    assertSameParameters(library, custom);
    Dataset rows =
        Dataset.ofClasses(batch.features(), ROWS, ((Targets.Classes) batch.targets()).indices());
    Evaluation expected = library.evaluate(rows);
    Evaluation found = custom.evaluate(rows);
    assertEquals(expected.metrics(), found.metrics());
    assertEquals(expected.dataLoss(), found.dataLoss(), 1e-6);
    assertTrue(found.confusion().isPresent());
  }

  private static void assertSameParameters(NetworkTrainer<?> expected, NetworkTrainer<?> found) {
    float[] one = new float[expected.parameterCount()];
    float[] other = new float[one.length];
    expected.getParameters(one);
    found.getParameters(other);
    assertArrayEquals(one, other, 1e-5f);
  }

  @Test
  void its_gradient_check_passes_with_weights_and_without() {
    NetworkTrainer<?> trainer = prepared(network(1, PINBALL));
    GradientCheck.of(trainer, batch(1, false)).requireWithin(1e-5);
    GradientCheck.of(trainer, batch(1, true)).requireWithin(1e-5);
  }

  @Test
  void a_wrong_derivative_is_found_at_its_output() {
    String wrong =
        CustomParts.LOSS
            .replace("OwnLoss", "Own")
            .replace(
                "= outputs[i] - targets[i];", "= (i == 1 ? 2 : 1) * (outputs[i] - targets[i]);");
    NetworkTrainer<?> trainer = prepared(network(3, wrong));
    GradientCheck check = GradientCheck.of(trainer, batch(3, false));
    AssertionError error = assertThrows(AssertionError.class, () -> check.requireWithin(1e-5));
    assertTrue(
        error
            .getMessage()
            .matches(
                "(?s)example\\.Custom is off by more than 1\\.0e-05:\\s+derivative of"
                    + " example\\.Custom\\.Own by output 1 in row \\d is \\S+, but \\S+ by finite"
                    + " differences of its value: off by \\S+ of the largest magnitude, \\S+"),
        error.getMessage());
  }

  @Test
  void a_derivative_that_is_not_written_is_found() {
    String forgetful = loss("return outputs[0] * outputs[0];", "", "");
    GradientCheck check = GradientCheck.of(prepared(network(1, forgetful)), batch(1, false));
    String message =
        assertThrows(AssertionError.class, () -> check.requireWithin(1e-5)).getMessage();
    assertTrue(message.contains("by output 0 in row 0 is NaN, but "), message);
  }

  /** At its kink any slope between those beside it is one; others are not. */
  @Test
  void a_kink_allows_the_slopes_between_its_sides() {
    String absolute = "return Math.abs(outputs[0] - targets[0]);";
    for (String slope : new String[] {"-1", "0", "0.5", "1"}) {
      assertTrue(worstAtKink(loss(absolute, "derivative[0] = " + slope + ";", "")) < 1e-9, slope);
    }
    assertTrue(worstAtKink(loss(absolute, "derivative[0] = 1.25;", "")) > 0.1);
  }

  private static double worstAtKink(String loss) {
    NetworkTrainer<?> trainer = prepared(network(1, loss));
    Batch zeros = Batch.of(new float[INPUT], 1, new Targets.Values(new float[1]));
    return GradientCheck.of(trainer, zeros).functions().get(0).relative();
  }

  /** Of constant rows the best output is the 90 % quantile: 9 of 10 targets lie below. */
  @Test
  void the_pinball_loss_ends_at_the_quantile() {
    NetworkTrainer<?> trainer = network(1, PINBALL).create(1);
    int rows = 1000;
    float[] targets = new float[rows];
    for (int i = 0; i < rows; i++) {
      targets[i] = (float) Math.sqrt((i + 0.5) / rows); // density 2x on [0, 1]
    }
    Dataset data = Dataset.ofValues(new float[rows * INPUT], rows, targets);
    trainer.fit(data, Training.epochs(400).batchSize(rows).optimizer(Sgd.of(0.05)));
    float[] output = new float[1];
    trainer.model().predictor().predict(new float[INPUT], output);
    assertEquals(Math.sqrt(0.9), output[0], 0.01);
  }

  @Test
  void validation_measures_it() {
    NetworkTrainer<?> trainer = prepared(network(1, PINBALL));
    Batch batch = batch(1, false);
    double loss = trainer.gradients(batch, new float[trainer.parameterCount()]);
    Dataset rows =
        Dataset.ofValues(batch.features(), ROWS, ((Targets.Values) batch.targets()).values());
    Evaluation evaluation = trainer.evaluate(rows);
    assertEquals(loss, evaluation.dataLoss(), 1e-6);
    assertEquals("[mae, mse, r2]", evaluation.metrics().keySet().toString());
  }

  @Test
  void a_file_names_its_class_and_no_other_is_loaded() {
    GeneratedNetwork network = network(1, PINBALL);
    NetworkModel model = network.create(3).model();
    String json = new String(model.toJson(), java.nio.charset.StandardCharsets.UTF_8);
    assertTrue(json.contains("\"loss\":\"custom\",\n"), json);
    assertTrue(json.contains("\"customLoss\":\"example.Custom.Own\",\n"), json);
    NetworkModel loaded = network.load(model.toJson());
    assertArrayEquals(model.toJson(), loaded.toJson());
    byte[] renamed = json.replace("Custom.Own", "Custom.Other").getBytes();
    String refusal =
        assertThrows(AssertionError.class, () -> network.load(renamed)).getCause().getMessage();
    assertTrue(
        refusal.contains(
            "customLoss \"example.Custom.Other\" in the file, \"example.Custom.Own\" in the"
                + " class"),
        refusal);
    byte[] unnamed = json.replaceFirst(".*\"customLoss\".*\n", "").getBytes();
    assertTrue(
        assertThrows(AssertionError.class, () -> network.load(unnamed))
            .getCause()
            .getMessage()
            .contains("expected field \"customLoss\", found none"));
  }

  @Test
  void classes_are_refused_by_a_loss_of_numbers() {
    NetworkTrainer<?> trainer = prepared(network(1, PINBALL));
    Batch classes = Batch.of(new float[INPUT], 1, new Targets.Classes(new int[1]));
    assertEquals(
        "example.Custom: its loss example.Custom.Own takes 1 numbers a row as targets, not class"
            + " indices.",
        assertThrows(IllegalArgumentException.class, () -> trainer.step(classes)).getMessage());
  }
}
