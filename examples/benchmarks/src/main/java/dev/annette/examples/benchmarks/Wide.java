package dev.annette.examples.benchmarks;

import static dev.annette.Activation.RELU;

import dev.annette.Dense;
import dev.annette.Dropout;
import dev.annette.L2;
import dev.annette.Layer;
import dev.annette.Loss;
import dev.annette.MaskScope;
import dev.annette.Network;

/** 784-512-512-10 with L2, as W4: without dropout, with a mask for each row, and for each batch. */
final class Wide {
  private Wide() {}

  @Network(input = 784, loss = Loss.CROSS_ENTROPY)
  static class Plain {
    @Dense(units = 512, activation = RELU)
    @L2(1)
    Layer first;

    @Dense(units = 512, activation = RELU)
    @L2(1)
    Layer second;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 784, loss = Loss.CROSS_ENTROPY)
  static class WithDropout {
    @Dense(units = 512, activation = RELU)
    @L2(1)
    @Dropout(0.5)
    Layer first;

    @Dense(units = 512, activation = RELU)
    @L2(1)
    @Dropout(0.5)
    Layer second;

    @Dense(units = 10)
    Layer output;
  }

  @Network(input = 784, loss = Loss.CROSS_ENTROPY)
  static class WithSharedDropout {
    @Dense(units = 512, activation = RELU)
    @L2(1)
    @Dropout(value = 0.5, mask = MaskScope.PER_BATCH)
    Layer first;

    @Dense(units = 512, activation = RELU)
    @L2(1)
    @Dropout(value = 0.5, mask = MaskScope.PER_BATCH)
    Layer second;

    @Dense(units = 10)
    Layer output;
  }
}
