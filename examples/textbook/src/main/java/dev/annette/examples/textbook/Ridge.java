package dev.annette.examples.textbook;

import dev.annette.Dense;
import dev.annette.Init;
import dev.annette.Initializer;
import dev.annette.L2;
import dev.annette.Layer;
import dev.annette.Loss;
import dev.annette.Network;

/** Linear regression without intercept: J(θ) = 1/(2m)·Σ(Xθ − y)² + λ/(2m)·Σθ², λ = 0.1. */
@Network(input = 10, loss = Loss.HALF_SQUARED_ERROR)
class Ridge {
  @Dense(units = 1, bias = false)
  @Init(Initializer.ZEROS)
  @L2(0.1)
  Layer theta;
}
