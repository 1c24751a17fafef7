package dev.annette.examples.digits;

import static dev.annette.Activation.RELU;

import dev.annette.Dense;
import dev.annette.Dropout;
import dev.annette.Layer;
import dev.annette.Loss;
import dev.annette.MaskScope;
import dev.annette.Network;

/** One network with a mask for each row, and with one for each batch: the second trains faster. */
final class DropoutMasks {
  private DropoutMasks() {}

  @Network(input = 64, loss = Loss.CROSS_ENTROPY)
  static class Rows {
    @Dense(units = 128, activation = RELU)
    @Dropout(0.5)
    Layer first;

    @Dense(units = 128, activation = RELU)
    @Dropout(0.5)
    Layer second;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 64, loss = Loss.CROSS_ENTROPY)
  static class Batches {
    @Dense(units = 128, activation = RELU)
    @Dropout(value = 0.5, mask = MaskScope.PER_BATCH)
    Layer first;

    @Dense(units = 128, activation = RELU)
    @Dropout(value = 0.5, mask = MaskScope.PER_BATCH)
    Layer second;

    @Dense(units = 10)
    Layer output;
  }
}
