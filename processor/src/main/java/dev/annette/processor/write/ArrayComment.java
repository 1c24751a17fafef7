package dev.annette.processor.write;

import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** What stands above an array that a step computes: its shape and the values it holds in turn. */
final class ArrayComment {
  private ArrayComment() {}

  /** Returns the comment of an array. */
  static String of(Value array, Program program) {
    List<String> held = new ArrayList<>();
    program
        .homes()
        .forEach(
            (value, home) -> {
              if (home.equals(array)) {
                held.add(value.name());
              }
            });
    String shape = "{@code " + Javadoc.shape(array) + "}";
    String holds =
        switch (array.role()) {
          case MASK -> meaning(array, program);
          case GRADIENT ->
              "the derivative of the loss by " + String.join(", then by ", withoutD(held));
          default -> String.join(", then ", held);
        };
    return Javadoc.wrap(shape + ": " + holds + ".");
  }

  private static String meaning(Value mask, Program program) {
    return program.forward().stream()
        .filter(step -> mask.equals(step.mask()))
        .map(step -> step.op().maskMeaning())
        .findFirst()
        .orElseThrow();
  }

  /** Returns the values that gradients, which are called {@code d hidden}, belong to. */
  private static List<String> withoutD(List<String> gradients) {
    return gradients.stream().map(name -> name.substring(2)).toList();
  }
}
