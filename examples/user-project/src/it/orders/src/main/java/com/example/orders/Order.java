package com.example.orders;

import lombok.Builder;
import lombok.Value;

/** An order as the shop has it; getters and builder are Lombok's. */
@Value
@Builder
public class Order {
  String number;
  double total;
  int distance;
  boolean express;
}
