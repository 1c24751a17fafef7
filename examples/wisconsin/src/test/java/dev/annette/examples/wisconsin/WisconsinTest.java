package dev.annette.examples.wisconsin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.examples.wisconsin.Wisconsin.Diagnosis;
import dev.annette.examples.wisconsin.Wisconsin.Sample;
import dev.annette.runtime.data.csv.Csv;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WisconsinTest {
  private static final int FOLDS = 5;

  @TempDir static Path folder;

  private static List<Sample> samples;

  @BeforeAll
  static void read() throws IOException {
    samples = Csv.file(data()).rows(WisconsinTrainer.rows());
    Collections.shuffle(samples, new Random(3));
  }

  /** Every sample is judged by a model that has not seen it; logistic regression has 0.977. */
  @Test
  void unseen_samples_are_judged_rightly_and_probabilities_come_true() {
    int right = 0;
    double logLoss = 0;
    double expected = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Sample> train = new ArrayList<>();
      List<Sample> unseen = new ArrayList<>();
      for (int i = 0; i < samples.size(); i++) {
        (i % FOLDS == fold ? unseen : train).add(samples.get(i));
      }
      WisconsinTrainer trainer = WisconsinTrainer.create(fold);
      trainer.fit(train, Training.epochs(100).optimizer(Adam.of(0.005)));
      Evaluation evaluation = trainer.evaluate(unseen);
      right += (int) Math.round(evaluation.metrics().get("accuracy") * unseen.size());
      logLoss += evaluation.dataLoss() * unseen.size();
      for (EnumMap<Diagnosis, Float> shares : trainer.model().probabilities(unseen)) {
        expected += shares.get(Diagnosis.MALIGNANT);
      }
    }
    double accuracy = right / (double) samples.size();
    assertTrue(accuracy > 0.955 && accuracy < 0.995, "accuracy " + accuracy);
    assertTrue(logLoss / samples.size() < 0.12, "log loss " + logLoss / samples.size());
    long malignant =
        samples.stream().filter(sample -> sample.diagnosis() == Diagnosis.MALIGNANT).count();
    assertEquals(212, malignant);
    assertEquals(malignant, expected, 12);
  }

  @Test
  void the_program_saves_a_model_that_answers_in_diagnoses() throws IOException {
    Path file = folder.resolve("wisconsin.json");
    Wisconsin.main(new String[] {data().toString(), file.toString()});
    WisconsinModel model = WisconsinModel.load(file);
    List<Diagnosis> diagnoses = model.predict(samples);
    int right = 0;
    for (int i = 0; i < samples.size(); i++) {
      right += diagnoses.get(i) == samples.get(i).diagnosis() ? 1 : 0;
    }
    assertTrue(right >= 545, "right: " + right);
  }

  private static Path data() {
    return Path.of(
        "src", "main", "resources", "dev", "annette", "examples", "wisconsin", "breast_cancer.csv");
  }
}
