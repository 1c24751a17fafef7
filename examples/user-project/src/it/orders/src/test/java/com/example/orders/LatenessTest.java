package com.example.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.train.Adam;
import dev.annette.runtime.train.Training;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mapstruct.factory.Mappers;

class LatenessTest {
  @Test
  void orders_far_away_that_are_not_express_are_late() throws IOException {
    Random random = new Random(1);
    List<Delivery> deliveries = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      int distance = random.nextInt(1000);
      boolean express = random.nextBoolean();
      boolean late = !express && distance > 500;
      deliveries.add(new Delivery("n" + i, random.nextDouble() * 100, distance, express, late));
    }
    LatenessTrainer trainer = LatenessTrainer.create(1);
    trainer.fit(deliveries, Training.epochs(60).optimizer(Adam.of(0.01)));
    LatenessModel model = LatenessModel.load(trainer.model().toJson());
    assertTrue(trainer.evaluate(deliveries).metrics().get("accuracy") > 0.95);

    Deliveries rows = Mappers.getMapper(Deliveries.class);
    Order.OrderBuilder order = Order.builder().number("7").total(20).distance(900);
    assertTrue(model.predict(rows.of(order.express(false).build())));
    assertEquals(false, model.predict(rows.of(order.express(true).build())));
    assertEquals("com.example.orders", LatenessModel.class.getModule().getName());
  }
}
