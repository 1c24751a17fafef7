package com.example;

import static dev.annette.Activation.RELU;

import dev.annette.Dense;
import dev.annette.Dropout;
import dev.annette.L2;
import dev.annette.Layer;
import dev.annette.Loss;
import dev.annette.Network;
import dev.annette.Standardize;

@Network(input = 64, loss = Loss.CROSS_ENTROPY)
class Digits {
  @Standardize Layer pixels;
  @Dense(units = 128, activation = RELU) @L2(1) @Dropout(0.5) Layer hidden;
  @Dense(units = 10) Layer output;
}
