package dev.annette.processor.pass;

import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.Declaration;
import dev.annette.processor.ir.LayerDeclaration;
import dev.annette.processor.ir.ModifierSpec;
import dev.annette.processor.ir.Parameter;
import dev.annette.processor.ir.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Follows the shape of a row through the layers: {@code [784] -> [128] -> [10]}. */
public final class ShapeInference {
  /** The most numbers that a Java array is sure to hold. */
  static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8L;

  private ShapeInference() {}

  /** Returns the declaration with the shapes of its layers; reports arrays that cannot exist. */
  public static ShapedNetwork infer(Declaration declaration, Diagnostics problems) {
    List<Shape> outputs = new ArrayList<>();
    Shape shape = declaration.input();
    for (LayerDeclaration layer : declaration.layers()) {
      Shape output = layer.spec().outputShape(shape);
      if (layer.spec().roles().contains(Parameter.Role.WEIGHT)) {
        requireRoom(layer, shape, output, problems);
      }
      checkModifiers(layer, output, problems);
      outputs.add(output);
      shape = output;
    }
    return new ShapedNetwork(declaration, outputs);
  }

  private static void checkModifiers(LayerDeclaration layer, Shape output, Diagnostics problems) {
    for (ModifierSpec modifier : layer.modifiers()) {
      modifier
          .objection(output.size())
          .ifPresent(
              clause ->
                  problems.report(
                      Problem.CONFLICT,
                      modifier.origin(),
                      modifier.source() + " on " + layer.name() + ": " + clause));
    }
  }

  private static void requireRoom(
      LayerDeclaration layer, Shape input, Shape output, Diagnostics problems) {
    long weights = input.size() * output.size();
    if (weights <= LARGEST_ARRAY) {
      return;
    }
    problems.report(
        Problem.TOO_LARGE,
        layer.shapeOrigin(),
        layer.name()
            + " needs "
            + input.size()
            + " x "
            + output.size()
            + " weights ("
            + gibibytes(weights)
            + " GiB), but a Java array holds at most "
            + LARGEST_ARRAY
            + " numbers. Take fewer units: at most "
            + LARGEST_ARRAY / input.size()
            + " with "
            + input.size()
            + " inputs.");
  }

  private static String gibibytes(long floats) {
    return String.format(Locale.ROOT, "%.1f", floats * 4.0 / (1L << 30));
  }
}
