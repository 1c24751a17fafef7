package dev.annette.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.Loss;
import dev.annette.PenaltyScaling;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.json.ModelFile;
import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.model.Provenance;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A model keeps what its run was told. */
class OptionTextsTest {
  private static final Dataset ROWS = Rows.regression(40, 3, 1);
  private static final Dataset CLASSES =
      Dataset.ofValues(
          new float[] {0, 1, 2, 1, 0, 2, 2, 2, 1, 0, 0, 1}, 4, new float[] {0, 1, 1, 1});

  @Test
  void a_run_that_says_nothing_keeps_its_batch_size() {
    assertEquals(Map.of(), LinearTrainer.halfSquared(3).model().provenance().options());
    assertEquals(Map.of("batchSize", "32"), options(Training.epochs(1)));
    assertEquals(Map.of("batchSize", "all rows"), options(Training.epochs(1).fullBatch()));
  }

  @Test
  void every_option_that_changes_numbers_is_kept() {
    Training training =
        Training.epochs(2)
            .batchSize(8)
            .shuffle(false)
            .validationSplit(0.25)
            .learningRate(WarmUp.over(4).perStep(), CosineDecay.overRun())
            .clipNorm(0.5)
            .averaging(Ema.of(0.9))
            .mixup(0.2)
            .earlyStopping(EarlyStopping.defaults())
            .reduceOnPlateau(ReduceOnPlateau.defaults())
            .l2("output", 0.125)
            .l2("output", ExponentialDecay.of(0.5));
    Map<String, String> expected =
        Map.ofEntries(
            Map.entry("batchSize", "8"),
            Map.entry("shuffle", "false"),
            Map.entry("validationSplit", "0.25"),
            Map.entry(
                "learningRate",
                "times WarmUp[length=4, from=0.2] by updates, times CosineDecay[length=0,"
                    + " floor=0.0]"),
            Map.entry("clipNorm", "0.5"),
            Map.entry("averaging", "Ema[decay=0.9]"),
            Map.entry("mixup", "0.2"),
            Map.entry("earlyStopping", EarlyStopping.defaults().toString()),
            Map.entry("reduceOnPlateau", ReduceOnPlateau.defaults().toString()),
            Map.entry("l2 of output", "0.125, times ExponentialDecay[gamma=0.5]"));
    assertEquals(new TreeMap<>(expected), options(training));
  }

  @Test
  void labels_and_classes_are_kept_as_they_acted() {
    LinearTrainer trainer = new LinearTrainer(3, 1, Loss.BINARY_CROSS_ENTROPY, 42);
    trainer.fit(CLASSES, Training.epochs(1).labelSmoothing(0.1).balancedClassWeights());
    Map<String, String> options = trainer.model().provenance().options();
    assertEquals("0.1", options.get("labelSmoothing"));
    assertEquals("2, 0.6667", options.get("classWeights"));
    trainer.prepare(Training.online().classWeights(1, 5));
    assertEquals("1, 5", trainer.model().provenance().options().get("classWeights"));
  }

  @Test
  void a_file_and_a_trainer_made_from_it_say_the_same() throws IOException {
    LinearTrainer trainer = LinearTrainer.halfSquared(3).l2(1, PenaltyScaling.TEXTBOOK);
    trainer.fit(ROWS, Training.epochs(1).mixup(0.2).learningRate(time -> 1 / (1.0 + time)));
    Provenance provenance = trainer.model().provenance();
    assertEquals("times a function of time", provenance.options().get("learningRate"));
    assertEquals(provenance, read(trainer.model()).provenance());
    assertEquals(provenance, trainer.fresh(42).restore(trainer.model()).model().provenance());
  }

  @Test
  void a_long_text_is_cut_so_that_it_can_be_saved() throws IOException {
    Schedule wordy =
        new Schedule() {
          @Override
          public double value(long time) {
            return 1;
          }

          @Override
          public String describe() {
            return "x" + "\uD83D\uDE00".repeat(5000);
          }
        };
    LinearTrainer trainer = LinearTrainer.halfSquared(3);
    trainer.fit(ROWS, Training.epochs(1).learningRate(wordy));
    String kept = trainer.model().provenance().options().get("learningRate");
    assertTrue(kept.length() <= 1000 && kept.endsWith("\uD83D\uDE00…"), kept);
    assertEquals(trainer.model().provenance(), read(trainer.model()).provenance());
  }

  private static Map<String, String> options(Training training) {
    LinearTrainer trainer = LinearTrainer.halfSquared(3).l2(1, PenaltyScaling.TEXTBOOK);
    trainer.fit(ROWS, training);
    return trainer.model().provenance().options();
  }

  private static ModelContent read(NetworkModel model) throws IOException {
    ModelContent content = model.content();
    return ModelFile.load(ModelFile.toBytes(content), content.description());
  }
}
