package dev.annette.examples.mnist;

import dev.annette.runtime.Annette;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/** Trains {@link Mnist}, measures it on the test images and saves it. */
public final class MnistJob {
  private MnistJob() {}

  /** Runs the job; the first argument, if any, is the folder of the files. */
  public static void main(String[] arguments) throws IOException {
    Optional<MnistFiles> files = MnistFiles.find(arguments.length > 0 ? arguments[0] : null);
    if (files.isEmpty()) {
      System.err.println(MnistFiles.how());
      System.exit(1);
    }
    System.out.println(Annette.environment());
    MnistModel model = train(files.get(), Training.epochs(20), System.out);
    Path saved = Path.of("target/mnist.json");
    model.save(saved);
    System.out.println(Evaluation.of(MnistModel.load(saved), files.get().test()));
  }

  /** Returns the model after a run of these epochs. */
  static MnistModel train(MnistFiles files, Training training, PrintStream out) throws IOException {
    MnistTrainer trainer = MnistTrainer.create(1);
    trainer.fit(files.training(), training.batchSize(128).optimizer(Adam.of(0.001)).progress(out));
    return trainer.model();
  }
}
