package dev.annette.processor.mathematics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.GeneratedNetwork;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.check.GradientCheck;
import dev.annette.runtime.check.Interpreter;
import dev.annette.runtime.check.Replay;
import dev.annette.runtime.check.Tensors;
import dev.annette.runtime.check.TrainerReplay;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.model.PenaltyRecord;
import dev.annette.runtime.train.Adadelta;
import dev.annette.runtime.train.AdamW;
import dev.annette.runtime.train.Constant;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Optimizer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What users of other libraries were surprised by, each as a test that it cannot happen here. The
 * comments say what happens there, and in which version.
 */
class PeerDefectsTest {
  private static Compilation networks;

  @BeforeAll
  static void compile() {
    networks =
        SourceCompiler.javac()
            .compileCleanly(
                linear("Both", "@L1(value = 1e-5, scaling = PenaltyScaling.KERAS) @L2(0.3)"),
                linear("Decayed", "@WeightDecay(0.5)"),
                linear("Plain", ""),
                linear("Strong", "@L2(value = 4, scaling = PenaltyScaling.PYTORCH)"),
                linear("Default", "@L2(2)"),
                linear("ByBatch", "@L2(value = 2, scaling = PenaltyScaling.SKLEARN_MLP)"),
                linear("Bias", "@L2(value = 1, bias = true, scaling = PenaltyScaling.PYTORCH)"),
                linear("Bounded", "@MaxNorm(2)"),
                dropped("Sigmoid", "SIGMOID", 0.5),
                dropped("Tanh", "TANH", 0.2),
                dropped("Linear", "LINEAR", 0.2));
  }

  private static String linear(String name, String modifiers) {
    return Declarations.source(
        "peers." + name,
        "input = 2, loss = Loss.HALF_SQUARED_ERROR",
        "@Dense(units = 3) " + modifiers + " Layer output;");
  }

  private static String dropped(String name, String activation, double rate) {
    return Declarations.source(
        "peers." + name,
        "input = 2, loss = Loss.HALF_SQUARED_ERROR",
        "@Dense(units = 40, activation = %s) @Dropout(%s) Layer hidden;"
            .formatted(activation, rate),
        "@Dense(units = 3) Layer output;");
  }

  private static GeneratedNetwork network(String name) {
    return networks.network("peers." + name);
  }

  /** Keras 3.15.1: the regulariser "l1l2" is taken and penalises nothing, "l1_l2" is refused. */
  @Test
  void row_1_no_penalty_is_declared_that_then_penalises_nothing() {
    for (String misspelt : List.of("@L1L2(0.1)", "@L1", "@L2", "@L1(\"0.1\")")) {
      assertFalse(SourceCompiler.javac().compile(linear("Net", misspelt)).succeeded(), misspelt);
    }
    NetworkTrainer<?> trainer = prepared("Both", Sgd.of(0.1));
    trainer.setParameter("output.weights", 1, -2, 3, 0.5f, 0, -1);
    assertEquals(1e-5 * 7.5 + 0.3 / 8 * 15.25, trainer.penalty(), 1e-12, "m = 4");
  }

  /** Keras 3.15.1: L1(1e-5) is saved as 9.999999747378752e-06, a rate of 0.1 likewise. */
  @Test
  void row_2_strengths_and_rates_are_saved_as_they_were_written() {
    NetworkTrainer<?> trainer = network("Both").create(0);
    trainer.fit(rows(4), Training.epochs(1).optimizer(Sgd.of(0.1)));
    byte[] json = trainer.model().toJson();
    NetworkModel loaded = network("Both").load(json);
    List<PenaltyRecord> penalties = loaded.provenance().penalties();
    assertEquals(1e-5, penalties.get(0).lambda());
    assertEquals(1e-5, penalties.get(0).effective());
    assertEquals(0.3, penalties.get(1).lambda());
    assertEquals("Sgd.of(0.1)", loaded.provenance().optimizer());
    String text = new String(json, StandardCharsets.UTF_8);
    assertFalse(text.contains("9.99999") || text.contains("0.30000001"), text);
  }

  /** Keras 3: SGD(0.1, weight_decay=0.5) takes kernel and bias from 1 to 0.95. */
  @Test
  void row_3_weight_decay_leaves_biases_alone() {
    for (NetworkTrainer<?> trainer :
        List.of(
            prepared("Plain", AdamW.of(0.1).withWeightDecay(0.5)),
            prepared("Decayed", Sgd.of(0.1)))) {
      trainer.setParameter("output.weights", 1, 1, 1, 1, 1, 1);
      trainer.setParameter("output.bias", 1, 1, 1);
      trainer.step(Batch.of(new float[8], 4, new Targets.Values(filled(12, 1))));
      assertArrayEquals(filled(6, 0.95f), trainer.parameter("output.weights"));
      assertArrayEquals(filled(3, 1), trainer.parameter("output.bias"));
    }
  }

  /** Keras: an LSTM with dropout=1.0 trains without dropout. */
  @Test
  void row_5_a_rate_of_1_is_refused_rather_than_switched_off() {
    Compilation compilation = SourceCompiler.javac().compile(dropped("Net", "TANH", 1));
    assertFalse(compilation.succeeded());
    String rule = "so it must be at least 0 and below 1";
    assertTrue(compilation.messages().contains(rule), compilation::messages);
    String message =
        assertThrows(IllegalArgumentException.class, () -> Training.epochs(1).dropout("hidden", 1))
            .getMessage();
    assertTrue(message.contains(rule), message);
  }

  /** Keras 3, before a review found it: dropout of the cuDNN path acted when predicting, too. */
  @ParameterizedTest
  @ValueSource(strings = {"Sigmoid", "Tanh", "Linear"})
  void row_6_predictions_and_validation_drop_nothing(String name) {
    NetworkTrainer<?> trainer = network(name).create(3);
    Dataset rows = rows(30);
    trainer.fit(rows, Training.epochs(2).validation(rows).optimizer(Sgd.of(0.01)));
    NetworkModel model = trainer.model();
    Batch batch = rows.toBatch();
    double[] expected =
        Interpreter.of(model.description())
            .run(Tensors.ofFloats(model.description(), trainer::parameter), batch, Replay.none())
            .outputs()
            .values();
    float[] actual = new float[expected.length];
    model.predictor().predict(batch.features(), batch.rows(), actual);
    Closeness.assertClose(expected, actual, 1e-5, "predictions");
    float[] again = new float[expected.length];
    model.predictor().predict(batch.features(), batch.rows(), again);
    assertArrayEquals(actual, again);
    assertEquals(
        Evaluation.of(model, rows).dataLoss(),
        model.provenance().history().get(1).validationLoss(),
        1e-6);
  }

  /** Keras 3.15.1: evaluate() of perfect predictions says loss 1.525, which is the penalty. */
  @Test
  void row_7_a_perfect_prediction_has_a_loss_of_0_whatever_the_penalty() {
    NetworkTrainer<?> trainer = prepared("Both", Sgd.of(0.1));
    trainer.setParameter("output.weights", 1, -2, 3, 0.5f, 0, -1);
    float[] features = {1, 0, 0, 1, 1, 1, 2, 0};
    float[] targets = {1, -2, 3, 0.5f, 0, -1, 1.5f, -2, 2, 2, -4, 6};
    Dataset rows = Dataset.ofValues(features, 4, targets);
    Evaluation perfect = Evaluation.of(trainer.model(), rows);
    assertEquals(0, perfect.dataLoss());
    assertEquals(0, perfect.metrics().get("mse"));
    assertEquals(0, trainer.step(rows.toBatch()), "the loss of a step is that of the data");
    assertTrue(trainer.penalty() > 0.5, "the penalty is reported apart");
  }

  /** Keras 3.15.1: OrthogonalRegularizer("columns") of a matrix that is not square raises. */
  @Test
  void row_8_an_orthogonal_penalty_takes_matrices_of_any_shape() {
    for (String between : List.of("INPUTS", "UNITS")) {
      String penalty = "@OrthogonalPenalty(value = 0.1, between = WeightGroup." + between + ")";
      NetworkTrainer<?> trainer =
          SourceCompiler.javac()
              .compileCleanly(linear("Net", penalty))
              .network("peers.Net")
              .create(0);
      trainer.setParameter("output.weights", 1, -2, 3, 0.5f, 0, -1);
      trainer.prepare(online(Sgd.of(0.1)));
      assertEquals(between.equals("UNITS") ? 0.08500724 : 0.05976143, trainer.penalty(), 1e-8);
      assertDoesNotThrow(() -> trainer.step(rows(4).toBatch()));
    }
  }

  /** Keras: MaxNorm multiplies by n/(n + 1e-7) in every step, within the bound as well. */
  @Test
  void row_9_weights_within_a_bound_keep_their_bits_however_often_it_is_checked() {
    float[] inside = {1, -1, 0.3f, 0.5f, 0, -0.7f};
    NetworkTrainer<?> trainer = prepared("Bounded", Sgd.of(0.1));
    trainer.setParameter("output.weights", inside);
    for (int step = 0; step < 1000; step++) {
      trainer.step(Batch.of(new float[8], 4, new Targets.Values(new float[12])));
    }
    assertArrayEquals(inside, trainer.parameter("output.weights"));
  }

  /** DL4J: a schedule of the rate is ignored by the cuDNN path. */
  @Test
  void row_12_a_scheduled_rate_acts_and_so_does_none() {
    for (double factor : new double[] {0, 0.5, 1, 1.5}) {
      NetworkTrainer<?> trainer = network("Sigmoid").create(1);
      trainer.fit(
          rows(400),
          Training.epochs(1)
              .fullBatch()
              .optimizer(Sgd.of(0.01))
              .dropout("hidden", Constant.of(factor)));
      double share = share(TrainerReplay.of(trainer).recorded("hidden.mask"));
      double rate = 0.5 * factor;
      assertEquals(rate, share, 4 * Math.sqrt(rate * (1 - rate) / (400 * 40)) + 1e-9);
    }
  }

  /** DL4J: the mask lies in the configuration, which several threads share. */
  @Test
  void row_12_trainers_of_one_network_share_no_masks() {
    float[] alone = trained(network("Sigmoid").create(1));
    List<CompletableFuture<float[]>> together =
        Stream.of(1, 1, 1, 1)
            .map(seed -> CompletableFuture.supplyAsync(() -> trained(network("Sigmoid").create(1))))
            .toList();
    together.forEach(other -> assertArrayEquals(alone, other.join()));
  }

  private static float[] trained(NetworkTrainer<?> trainer) {
    trainer.fit(rows(100), Training.epochs(20).threads(1).optimizer(Sgd.of(0.1)));
    float[] learned = new float[trainer.parameterCount()];
    trainer.getParameters(learned);
    return learned;
  }

  /**
   * Smile 6.3.0: a sigmoid's slope y·(1 − y) is taken of outputs that dropout has scaled; with y =
   * 0.8 and a rate of 0.5 it is −0.96 instead of 0.16.
   */
  @ParameterizedTest
  @ValueSource(strings = {"Sigmoid", "Tanh"})
  void row_13_the_slope_of_an_activation_is_that_before_dropout(String name) {
    NetworkTrainer<?> trainer = prepared(name, Sgd.of(0.1));
    trainer.setParameter("hidden.weights", new float[80]);
    float y = name.equals("Sigmoid") ? 0.8f : 0.6f;
    float z = (float) (name.equals("Sigmoid") ? Math.log(0.8 / 0.2) : 0.5 * Math.log(1.6 / 0.4));
    trainer.setParameter("hidden.bias", filled(40, z));
    float[] weights = new float[120];
    Arrays.fill(weights, 1);
    trainer.setParameter("output.weights", weights);
    float[] gradients = new float[trainer.parameterCount()];
    trainer.gradients(Batch.of(new float[2], 1, new Targets.Values(new float[3])), gradients);
    float[] mask = TrainerReplay.of(trainer).recorded("hidden.mask");
    double output = 0;
    for (float factor : mask) {
      output += factor * y;
    }
    double slope = name.equals("Sigmoid") ? y * (1 - y) : 1 - y * y;
    for (int unit = 0; unit < 40; unit++) {
      double expected = 3 * output * mask[unit] * slope;
      assertEquals(expected, gradients[80 + unit], 1e-4 * output, "bias of unit " + unit);
    }
    GradientCheck.of(trainer, rows(7).toBatch()).requireWithin(1e-5);
  }

  /** Smile MLP: IllegalStateException where a step takes more than a tenth off the weights. */
  @Test
  void row_14_a_strong_penalty_is_trained_with() {
    NetworkTrainer<?> trainer = prepared("Strong", Sgd.of(0.1));
    trainer.setParameter("output.weights", 1, 1, 1, 1, 1, 1);
    trainer.step(Batch.of(new float[8], 4, new Targets.Values(new float[12])));
    assertArrayEquals(filled(6, 0.6f), trainer.parameter("output.weights"), 1e-6f);
  }

  static Stream<Optimizer> optimizers() {
    return SettledRun.ALL.stream().map(SettledRun::optimizer);
  }

  /** Tribuo: the copy of a Pegasos has λ for its rate and its rate for λ. */
  @ParameterizedTest
  @MethodSource("optimizers")
  void row_15_a_copy_differs_in_nothing_but_what_was_asked_for(Optimizer optimizer)
      throws ReflectiveOperationException {
    int copies = 0;
    for (Method method : optimizer.getClass().getMethods()) {
      if (method.getName().startsWith("with")) {
        copies++;
        Object[] asked = Arrays.copyOf(new Object[] {0.375, 0.4375}, method.getParameterCount());
        Object copy = method.invoke(optimizer, asked);
        List<Object> changed = new ArrayList<>();
        for (RecordComponent number : optimizer.getClass().getRecordComponents()) {
          Object now = number.getAccessor().invoke(copy);
          if (!now.equals(number.getAccessor().invoke(optimizer))) {
            changed.add(now);
            String name = number.getName().toLowerCase(Locale.ROOT).replaceAll("[12]$", "");
            String asksFor = method.getName().toLowerCase(Locale.ROOT);
            assertTrue(asksFor.startsWith("with" + name), method + " changes " + number);
          }
        }
        assertEquals(List.of(asked), changed, method.toString());
      }
    }
    assertTrue(copies >= 2, copies + " ways to copy " + optimizer);
  }

  /** DJL: clipGrad bounds gradients from above only; Adadelta throws when it is used. */
  @Test
  void row_16_clipping_bounds_both_sides_and_every_optimizer_runs() {
    NetworkTrainer<?> trainer = network("Plain").create(0);
    trainer.setParameter("output.weights", new float[6]);
    trainer.prepare(online(Sgd.of(1)).clipValue(0.25));
    trainer.step(Batch.of(new float[] {1, 1}, 1, new Targets.Values(new float[] {8, -8, 0.125f})));
    assertArrayEquals(
        new float[] {0.25f, -0.25f, 0.125f, 0.25f, -0.25f, 0.125f},
        trainer.parameter("output.weights"));
    NetworkTrainer<?> other = prepared("Plain", Adadelta.defaults());
    assertDoesNotThrow(() -> other.step(rows(4).toBatch()));
  }

  /** DJL: Dropout.dropout(x) always trains, whoever calls it. */
  @Test
  void row_17_a_model_has_nothing_to_call_that_drops() {
    String model = networks.source("peers.SigmoidModel").toLowerCase(Locale.ROOT);
    assertFalse(model.contains("dropoutkernel") || model.contains("random"), model);
    for (Method method : network("Sigmoid").modelClass().getMethods()) {
      assertFalse(
          Arrays.asList(method.getParameterTypes()).contains(boolean.class), method.toString());
    }
  }

  /** tiny-dnn: units stay with the probability of the rate, and gradients miss the scale. */
  @ParameterizedTest
  @ValueSource(strings = {"Tanh", "Linear"})
  void row_18_a_rate_is_the_share_dropped_and_gradients_have_its_scale(String name) {
    NetworkTrainer<?> trainer = prepared(name, Sgd.of(0.1));
    trainer.gradients(rows(400).toBatch(), new float[trainer.parameterCount()]);
    float[] mask = TrainerReplay.of(trainer).recorded("hidden.mask");
    assertEquals(0.2, share(mask), 4 * Math.sqrt(0.2 * 0.8 / mask.length));
    double mean = 0;
    for (float factor : mask) {
      assertTrue(factor == 0 || Math.abs(factor - 1.25) < 1e-4, "factor " + factor);
      mean += factor / mask.length;
    }
    assertEquals(1, mean, 0.02, "what is expected of a unit");
    GradientCheck.of(trainer, rows(7).toBatch()).requireWithin(1e-5);
  }

  /** scikit-learn's MLP divides alpha by the rows of the batch, so the batch size regularises. */
  @Test
  void row_19_a_penalty_does_not_depend_on_the_batch_unless_its_scaling_says_so() {
    for (int rows : new int[] {1, 4, 32}) {
      assertEquals(2.0 / 40, effective("Default", rows), 1e-12);
      assertEquals(2.0 / rows, effective("ByBatch", rows), 1e-12);
    }
  }

  private static double effective(String name, int batchRows) {
    NetworkTrainer<?> trainer = network(name).create(0);
    trainer.prepare(Training.online().examples(40).batchSize(batchRows).optimizer(Sgd.of(0.1)));
    double[] gradient = new double[trainer.parameterCount()];
    trainer.setParameter("output.weights", 1, 1, 1, 1, 1, 1);
    trainer.addPenaltyGradients(gradient);
    return gradient[0];
  }

  /** burn: penalties act on biases too, there is no L1, and its text has the scale upside down. */
  @Test
  void row_20_biases_are_penalised_only_where_one_says_so() {
    for (String name : List.of("Both", "Bias")) {
      NetworkTrainer<?> trainer = prepared(name, Sgd.of(0.1));
      trainer.setParameter("output.bias", 1, 1, 1);
      trainer.setParameter("output.weights", new float[6]);
      assertEquals(name.equals("Bias") ? 1.5 : 0, trainer.penalty(), 1e-12, name);
    }
  }

  private static NetworkTrainer<?> prepared(String name, Optimizer optimizer) {
    NetworkTrainer<?> trainer = network(name).create(1);
    trainer.prepare(online(optimizer));
    return trainer;
  }

  private static Training online(Optimizer optimizer) {
    return Training.online().examples(4).batchSize(4).optimizer(optimizer);
  }

  private static Dataset rows(int count) {
    Random random = new Random(5);
    return Dataset.ofValues(
        Sample.numbers(random, count * 2, 1), count, Sample.numbers(random, count * 3, 1));
  }

  private static float[] filled(int length, float value) {
    float[] filled = new float[length];
    Arrays.fill(filled, value);
    return filled;
  }

  /** Returns the share of zeros. */
  private static double share(float[] mask) {
    int zeros = 0;
    for (float factor : mask) {
      zeros += factor == 0 ? 1 : 0;
    }
    return (double) zeros / mask.length;
  }
}
