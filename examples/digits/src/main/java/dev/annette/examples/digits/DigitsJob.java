package dev.annette.examples.digits;

import dev.annette.runtime.Annette;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.data.csv.Csv;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.report.Report;
import dev.annette.runtime.train.History;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Trains {@link Digits} on four fifths of the 1,797 digits, measures it on the fifth that it has
 * not seen, saves it, loads it, and asks the loaded model again.
 */
public final class DigitsJob {
  private static final List<String> DIGITS =
      List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

  private DigitsJob() {}

  /** Runs the job; the first argument, if any, is the file to save to. */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments.length > 0 ? arguments[0] : "digits.json");
    run(file, 42, System.out);
  }

  /** Runs the job with a seed and returns the share of unseen digits that it reads right. */
  static double run(Path file, long seed, PrintStream out) throws IOException {
    out.println(Annette.environment());
    out.println(DigitsModel.SUMMARY);
    Dataset.Split digits = digits().stratifiedSplit(0.2, seed);

    Training training =
        Training.epochs(200).batchSize(64).optimizer(Sgd.momentum(0.03, 0.9)).progress(out);
    DigitsTrainer trainer = DigitsTrainer.create(seed);
    History history = trainer.fit(digits.train(), training);
    DigitsModel model = trainer.model();
    Evaluation unseen = Evaluation.of(model, digits.validation());
    out.println(unseen);

    model.save(file);
    DigitsModel loaded = DigitsModel.load(file);
    Report.of(model, history).evaluation(unseen).write(file.resolveSibling("digits.html"));
    out.println("Saved to " + file + " and loaded again; digits.html beside it shows the run.");
    ask(model, loaded, digits.validation(), out);
    return unseen.metrics().get("accuracy");
  }

  /** Reads the digits that lie beside this class. */
  static Dataset digits() throws IOException {
    try (InputStream csv = DigitsJob.class.getResourceAsStream("digits.csv")) {
      return Csv.stream(csv, "digits.csv").header(true).label("digit", DIGITS).read();
    }
  }

  private static void ask(DigitsModel model, DigitsModel loaded, Dataset digits, PrintStream out) {
    for (int row = 0; row < digits.rows(); row++) {
      float[] pixels = digits.row(row);
      if (!Arrays.equals(model.logits(pixels), loaded.logits(pixels))) {
        throw new IllegalStateException("the loaded model answers differently for row " + row);
      }
    }
    out.println(
        "The loaded model gives the same bits for all %d unseen digits; the first is a %d, and it"
                .formatted(digits.rows(), digits.label(0))
            + " says "
            + loaded.classify(digits.row(0))
            + ".");
  }
}
