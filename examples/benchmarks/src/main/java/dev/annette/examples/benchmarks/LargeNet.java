package dev.annette.examples.benchmarks;

import static dev.annette.Activation.RELU;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Loss;
import dev.annette.Network;

/** W5: 1024-4096-4096-1000. */
@Network(input = 1024, loss = Loss.CROSS_ENTROPY)
class LargeNet {
  @Dense(units = 4096, activation = RELU)
  Layer first;

  @Dense(units = 4096, activation = RELU)
  Layer second;

  @Dense(units = 1000)
  Layer output;
}
