package com.example.orders;

import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Makes rows of orders; MapStruct writes the class. */
@Mapper
public interface Deliveries {
  /** Returns the row of an order. */
  @Mapping(target = "late", constant = "false")
  Delivery of(Order order);
}
