package dev.annette.processor.fuzz;

import static dev.annette.processor.fuzz.Sections.section;

import dev.annette.Activation;
import dev.annette.Categories;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Annotations with values that are often, but not always, legal. What attributes there are is read
 * from the annotation itself, so that a new one is drawn like all others.
 *
 * @param draw chooses
 * @param penalty the class that stands for a custom penalty
 */
record AnnotationDraw(Draw draw, String penalty) {
  /** Returns an annotation with a space behind it. */
  String of(Class<? extends Annotation> type) {
    List<String> written = new ArrayList<>();
    Method[] attributes = type.getDeclaredMethods();
    Arrays.sort(attributes, Comparator.comparing(Method::getName));
    for (Method attribute : attributes) {
      if (attribute.getDefaultValue() == null) {
        written.add(attribute.getName() + " = " + value(type, attribute));
      } else if (draw.chance(25)) {
        written.add(section(attribute.getName() + " = " + value(type, attribute)));
      }
    }
    // a comma after the last value is wrong Java, and one before a section that is left out, too
    return "@" + type.getSimpleName() + "(" + joined(written) + ") ";
  }

  private static String joined(List<String> written) {
    StringBuilder text = new StringBuilder();
    // those that may be left out come last and take their comma along
    List<String> sorted = new ArrayList<>(written);
    sorted.sort(Comparator.comparing(value -> value.charAt(0) < ' '));
    for (String value : sorted) {
      boolean isSection = value.charAt(0) < ' ';
      String comma = text.isEmpty() ? "" : ", ";
      text.append(isSection && !comma.isEmpty() ? section(comma + value) : comma + value);
    }
    return text.toString();
  }

  private String value(Class<? extends Annotation> annotation, Method attribute) {
    Class<?> type = attribute.getReturnType();
    if (type == String[].class) {
      return annotation == Categories.class
          ? draw.mostly(
              "{\"a\", \"b\", \"\u00f6\"}", "{}", "\"a\"", "{\"a\", \"a\"}", "{\"$L\", \"\\\"\"}")
          : draw.mostly("\"dropout-on-output\"", "{}", "\"nothing\"", "{\"\", \"$T\"}");
    }
    if (type.isArray()) {
      return "{"
          + one(type.getComponentType())
          + draw.mostly("", ", " + one(type.getComponentType()))
          + "}";
    }
    return one(type);
  }

  private String one(Class<?> type) {
    if (type == double.class) {
      return number();
    }
    if (type == int.class) {
      return draw.mostly(
          "" + (1 + draw.below(9)),
          "0",
          "-1",
          "java.lang.Integer.MAX_VALUE",
          "java.lang.Integer.MIN_VALUE",
          "2_000_000_000",
          "100_000",
          "'a'",
          "1 + 1");
    }
    if (type == boolean.class) {
      return draw.any("true", "false");
    }
    if (type == Class.class) {
      return draw.mostly(
          penalty,
          "int.class",
          "Object.class",
          "int[].class",
          "void.class",
          "java.util.List.class",
          "Thread.State.class");
    }
    if (type.isEnum()) {
      Object[] constants = type.getEnumConstants();
      boolean isCommon = type == Activation.class && draw.chance(50);
      return type.getSimpleName() + "." + (isCommon ? "RELU" : draw.any(constants));
    }
    throw new IllegalArgumentException("no value of " + type + " is known; add one here");
  }

  /** Returns a number that most rules allow, or one that a rule is written against. */
  String number() {
    return draw.chance(90)
        ? draw.any("0.1", "0.5", "0.25", "1e-3", "0.05f")
        : draw.any(
            "0",
            "1",
            "-0.0",
            "-0.1",
            "1.5",
            "1e300",
            "1e-300",
            "java.lang.Double.MIN_VALUE",
            "java.lang.Float.MAX_VALUE",
            "java.lang.Double.NaN",
            "0.0 / 0",
            "1 / 0.0",
            "java.lang.Double.NEGATIVE_INFINITY",
            "java.lang.Long.MAX_VALUE",
            "'x'",
            "1e-45",
            "java.lang.Double.MAX_VALUE",
            "3.4028236e38");
  }
}
