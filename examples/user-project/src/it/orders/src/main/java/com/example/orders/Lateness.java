package com.example.orders;

import static dev.annette.Activation.RELU;

import dev.annette.Dense;
import dev.annette.Layer;
import dev.annette.Network;

/** Says whether a delivery will be late. */
@Network(rows = Delivery.class)
public final class Lateness {
  @Dense(units = 8, activation = RELU) Layer hidden;

  @Dense Layer output;
}
