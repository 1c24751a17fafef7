package com.example.orders;

import dev.annette.Ignore;
import dev.annette.Label;
import dev.annette.Standardize;

/** What the network sees of an order. */
public record Delivery(
    @Ignore String number,
    @Standardize double total,
    @Standardize int distance,
    boolean express,
    @Label boolean late) {}
