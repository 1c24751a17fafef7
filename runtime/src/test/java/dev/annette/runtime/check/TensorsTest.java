package dev.annette.runtime.check;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.annette.runtime.model.NetworkDescription;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TensorsTest {
  private static final NetworkDescription NETWORK =
      NetworkDescription.network("Two", 1)
          .layer("only", "dense")
          .with("units", 2)
          .with("activation", "elu")
          .weight("only.weights", 1, 2)
          .bias("only.bias", 2)
          .build();

  private static String message(Map<String, double[]> numbers) {
    return assertThrows(IllegalArgumentException.class, () -> Tensors.of(NETWORK, numbers::get))
        .getMessage();
  }

  @Test
  void arrays_must_be_there_and_have_the_size_of_the_tensor() {
    double[] two = new double[2];
    double[] three = new double[3];
    assertEquals(
        "only.bias needs 2 numbers, but there are none", message(Map.of("only.weights", two)));
    assertEquals(
        "only.weights needs 2 numbers, but there are 3",
        message(Map.of("only.weights", three, "only.bias", two)));
  }

  @Test
  void arrays_are_copies() {
    double[] numbers = {1, 2};
    Tensors tensors = Tensors.of(NETWORK, name -> numbers);
    Tensors copy = tensors.copy();
    numbers[0] = 5;
    tensors.get("only.bias")[1] = 7;
    assertArrayEquals(new double[] {1, 7}, tensors.get("only.bias"));
    assertArrayEquals(new double[] {1, 2}, copy.get("only.bias"));
    assertEquals(List.of("only.weights", "only.bias"), List.copyOf(copy.names()));
  }

  @Test
  void a_name_that_is_not_there_is_answered_with_those_that_are() {
    Tensors tensors = Tensors.zeros(NETWORK);
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> tensors.get("only.weight"));
    assertEquals(
        "There is no tensor named only.weight. Tensors here: only.weights, only.bias",
        error.getMessage());
  }
}
