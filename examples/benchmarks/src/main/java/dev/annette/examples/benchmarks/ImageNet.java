package dev.annette.examples.benchmarks;

import static dev.annette.Activation.RELU;

import dev.annette.Dense;
import dev.annette.Dropout;
import dev.annette.L2;
import dev.annette.Layer;
import dev.annette.Loss;
import dev.annette.Network;

/** W4: 784-512-512-10 with L2 and dropout 0.5. */
@Network(input = 784, loss = Loss.CROSS_ENTROPY)
class ImageNet {
  @Dense(units = 512, activation = RELU)
  @L2(1)
  @Dropout(0.5)
  Layer first;

  @Dense(units = 512, activation = RELU)
  @L2(1)
  @Dropout(0.5)
  Layer second;

  @Dense(units = 10)
  @L2(1)
  Layer output;
}
