package dev.annette.examples.wisconsin;

import static dev.annette.Activation.RELU;

import dev.annette.Dense;
import dev.annette.Dropout;
import dev.annette.L2;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;
import dev.annette.Standardize;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.data.csv.Csv;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Tells malignant tumours from benign ones. */
@Network(rows = Wisconsin.Sample.class)
public class Wisconsin {
  /** What is predicted. */
  public enum Diagnosis {
    BENIGN,
    MALIGNANT
  }

  /** A row: the ten measurements of the three largest nuclei of a sample, and the diagnosis. */
  public record Sample(
      @Standardize float worstRadius,
      @Standardize float worstTexture,
      @Standardize float worstPerimeter,
      @Standardize float worstArea,
      @Standardize float worstSmoothness,
      @Standardize float worstCompactness,
      @Standardize float worstConcavity,
      @Standardize float worstConcavePoints,
      @Standardize float worstSymmetry,
      @Standardize float worstFractalDimension,
      @Label Diagnosis diagnosis) {}

  @Dense(units = 16, activation = RELU)
  @L2(2)
  @Dropout(0.2)
  Layer hidden;

  @Dense
  @L2(2)
  Layer output;

  /** Trains on four fifths of the file named first, and saves the model where the second says. */
  public static void main(String[] files) throws IOException {
    List<Sample> samples = Csv.file(Path.of(files[0])).rows(WisconsinTrainer.rows());
    Dataset.Split split = WisconsinTrainer.dataset(samples).stratifiedSplit(0.2, 1);
    WisconsinTrainer trainer = WisconsinTrainer.create(42);
    trainer.fit(split.train(), Training.epochs(100).optimizer(Adam.of(0.005)));
    System.out.println("unseen: " + trainer.evaluate(split.validation()));

    WisconsinModel model = trainer.model();
    model.save(Path.of(files[1]));
    Sample sample = samples.get(0);
    System.out.println(
        sample.diagnosis() + ": " + model.predict(sample) + " of " + model.probabilities(sample));
  }
}
