package dev.annette.processor.rows;

import static dev.annette.processor.rows.TypedNetwork.ask;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.check.GradientCheck;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.sparsity.SparsityReport;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.Ema;
import dev.annette.runtime.train.Lbfgs;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers to predict that are far from 0 and 1: the network predicts them from their scale. */
class ScaledLabelTest {
  private static final TypedNetwork PRICES =
      TypedNetwork.of(
          "public record Row(float x, @Label @Standardize int price, @Label float plain,"
              + " @Label @Standardize double still) {}");

  private List<Object> rows;

  @BeforeEach
  void read() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      double x = i / 8.0 - 1;
      lines.add(
          "{\"x\":%s,\"price\":%s,\"plain\":%s,\"still\":7}"
              .formatted(x, Math.round(250_000 + 80_000 * x), 1 - x));
    }
    rows = PRICES.read(lines.toArray(String[]::new));
  }

  @Test
  void mean_and_deviation_of_the_training_rows_turn_outputs_into_answers() {
    NetworkTrainer<?> trainer = PRICES.create(1);
    trainer.fitInputs(PRICES.dataset(rows));
    assertArrayEquals(new float[] {245_000, 0, 7}, trainer.parameter("labels.mean"));
    float[] scale = trainer.parameter("labels.scale");
    assertEquals(80_000 * Math.sqrt(255 / 12.0) / 8, scale[0], 0.1);
    assertArrayEquals(new float[] {1, 1}, new float[] {scale[1], scale[2]});
  }

  @Test
  void answers_and_measures_are_in_the_unit_of_the_label() throws IOException {
    NetworkTrainer<?> trainer = PRICES.create(1);
    Dataset dataset = PRICES.dataset(rows);
    trainer.fit(dataset, Training.epochs(600).batchSize(16).optimizer(Adam.of(0.03)));
    NetworkModel model = trainer.model();
    Object answer = ask(model, "predict", 0.5f);
    assertEquals(290_000, (float) ask(answer, "price"), 100);
    assertEquals(0.5, (float) ask(answer, "plain"), 0.01);
    assertEquals(7, (float) ask(answer, "still"), 0.01);
    Evaluation evaluation = trainer.evaluate(dataset);
    assertTrue(evaluation.metrics().get("mae") < 50, evaluation::toString);
    Object loaded = ask(PRICES.load(model.toJson()), "predict", 0.5f);
    assertEquals((float) ask(answer, "price"), (float) ask(loaded, "price"));
    assertEquals((float) ask(answer, "still"), (float) ask(loaded, "still"));
  }

  @Test
  void what_has_learned_nothing_is_near_the_mean() {
    NetworkTrainer<?> trainer = PRICES.create(1);
    trainer.fitInputs(PRICES.dataset(rows));
    Object answer = ask(trainer.model(), "predict", 0f);
    assertEquals(245_000, (float) ask(answer, "price"));
    assertEquals(0, (float) ask(answer, "plain"));
    assertEquals(7, (float) ask(answer, "still"));
  }

  @Test
  void gradients_are_those_of_the_interpreter() {
    NetworkTrainer<?> trainer = PRICES.create(1);
    Dataset dataset = PRICES.dataset(rows);
    trainer.fitInputs(dataset);
    trainer.prepare(Training.online().examples(16));
    GradientCheck.of(trainer, dataset.toBatch()).requireWithin(1e-5);
  }

  @Test
  void a_step_before_anything_is_measured_is_refused() {
    NetworkTrainer<?> trainer = PRICES.create(1);
    trainer.prepare(Training.online().examples(16));
    Batch batch = PRICES.dataset(rows).toBatch();
    IllegalStateException refusal =
        assertThrows(IllegalStateException.class, () -> trainer.step(batch));
    assertEquals(
        "example.Net: @Standardize on a label has not measured its rows yet; call"
            + " fitInputs(dataset) before step, or fit.",
        refusal.getMessage());
  }

  @Test
  void rows_with_classes_are_not_measured() {
    NetworkTrainer<?> trainer = PRICES.create(1);
    Dataset classes = Dataset.ofClasses(new float[][] {{1}}, new int[] {0});
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> trainer.fitInputs(classes));
    assertEquals(
        "@Standardize on labels measures rows with 3 numbers to predict, not with classes.",
        refusal.getMessage());
  }

  @Test
  void a_model_of_a_label_that_is_not_scaled_is_refused() {
    TypedNetwork scaled =
        TypedNetwork.of("public record Row(float x, @Label @Standardize float y) {}");
    TypedNetwork plain = TypedNetwork.of("public record Row(float x, @Label float y) {}");
    byte[] json = plain.create(1).model().toJson();
    Exception refusal = assertThrows(IllegalStateException.class, () -> scaled.load(json));
    String message = refusal.getCause().getMessage();
    assertTrue(
        message.contains("column y: standardize absent in the file, true in the class"), message);
  }

  @Test
  void an_average_of_weights_learns_through_the_scale() {
    NetworkTrainer<?> trainer = PRICES.create(1);
    Training training = Training.epochs(600).batchSize(16).optimizer(Adam.of(0.03));
    trainer.fit(PRICES.dataset(rows), training.averaging(Ema.of(0.9)));
    assertPriced(trainer);
  }

  @Test
  void a_second_order_method_learns_through_the_scale() {
    NetworkTrainer<?> trainer = PRICES.create(1);
    Lbfgs.iterations(60).minimize(trainer, PRICES.dataset(rows));
    assertPriced(trainer);
  }

  private static void assertPriced(NetworkTrainer<?> trainer) {
    Object answer = ask(trainer.model(), "predict", 0.5f);
    assertEquals(290_000, (float) ask(answer, "price"), 400);
  }

  @Test
  void a_model_goes_on_and_is_pruned_with_the_scale_it_has() {
    NetworkTrainer<?> trainer = PRICES.create(1);
    trainer.fit(PRICES.dataset(rows), Training.epochs(5).optimizer(Adam.of(0.03)));
    NetworkModel model = trainer.model();
    NetworkTrainer<?> further = PRICES.from(model);
    assertArrayEquals(
        trainer.parameter("labels.scale"), further.parameter("labels.scale"), "restored");
    float before = (float) ask(ask(model, "predict", 0.5f), "price");
    assertEquals(before, (float) ask(ask(further.model(), "predict", 0.5f), "price"));
    assertEquals(before, (float) ask(ask(ask(model, "pruned"), "predict", 0.5f), "price"));
    further.fit(PRICES.dataset(rows.subList(0, 4)), Training.epochs(1).optimizer(Adam.of(0.03)));
    assertArrayEquals(trainer.parameter("labels.mean"), further.parameter("labels.mean"));
    assertEquals(1, SparsityReport.of(model).layers().size());
  }
}
