package dev.annette.examples.digits;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.metric.Evaluation;
import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.CosineDecay;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/** A mask for each row and one for each batch, on a fifth of the digits, read by the others. */
class DropoutMasksTest {
  private static final int SEEDS = 3;

  private static double meanAccuracy(LongFunction<NetworkTrainer<?>> network) throws IOException {
    double sum = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Dataset.Split digits = DigitsJob.digits().stratifiedSplit(0.8, seed);
      NetworkTrainer<?> trainer = network.apply(seed);
      trainer.fit(
          digits.train(),
          Training.epochs(100)
              .batchSize(32)
              .optimizer(Adam.of(2e-3))
              .learningRate(CosineDecay.overRun()));
      sum += Evaluation.of(trainer.model(), digits.validation()).metrics().get("accuracy");
    }
    return sum / SEEDS;
  }

  @Test
  void masks_per_batch_read_digits_about_as_well_as_masks_per_row() throws IOException {
    double rows = meanAccuracy(DropoutMasks_RowsTrainer::create);
    double batches = meanAccuracy(DropoutMasks_BatchesTrainer::create);
    assertTrue(rows > 0.93 && rows < 0.98, "per row: " + rows);
    assertTrue(Math.abs(batches - rows) < 0.015, "per batch: " + batches + ", per row: " + rows);
  }
}
