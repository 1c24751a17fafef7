package dev.annette.processor.fuzz;

import static dev.annette.processor.fuzz.Sections.section;

import dev.annette.Loss;
import dev.annette.PenaltyScaling;
import dev.annette.processor.testing.CustomParts;
import java.util.ArrayList;
import java.util.List;

/**
 * One source with a network, which is often, but not always, legal.
 *
 * @param seed what it was drawn from
 * @param path its file
 * @param isBroken whether it does not even compile without the processor
 * @param text the source in {@link Sections}
 */
record RandomSource(long seed, String path, boolean isBroken, String text) {
  /** Mistakes in the language itself, as members of the class that declares the network. */
  private static final List<String> BROKEN =
      List.of(
          "@Missing Layer broken;",
          "@Missing(1) @Dense(units = 2) Layer broken;",
          "@Dense(units = 2) Missing broken;",
          "@Dense(units = 2) Missing<Layer> broken;",
          "@Dense(units = 2) Missing.Layer broken;",
          "@Dense(units = MISSING) Layer broken;",
          "@Dense(units = Missing.UNITS) Layer broken;",
          "@Dense(units = 1.5) Layer broken;",
          "@Dense(units = \"2\") Layer broken;",
          "@Dense(units = {2, 3}) Layer broken;",
          "@Dense(units = 2, missing = 1) Layer broken;",
          "@Dense(units = 2, activation = Activation.MISSING) Layer broken;",
          "@Dense(units = 2, activation = null) Layer broken;",
          "@Dense(units = 1 / 0) Layer broken;",
          "@Dense(units = new Object().hashCode()) Layer broken;",
          "@Dense(units = 2) @Dense(units = 3) Layer broken;",
          "@Dense(units = 2) @L2 Layer broken;",
          "@Dense(units = 2) @L2(\"x\") Layer broken;",
          "@Dense(units = 2) @L2(0.1) @L2(0.2) Layer broken;",
          "@Dense(units = 2) @L2(broken) Layer broken;",
          "@Dense(units = 2) @CustomPenalty(value = 1, penalty = Missing.class) Layer broken;",
          "@Dense(units = 2) @CustomPenalty(value = 1, penalty = 2) Layer broken;",
          "@Dense(units = 2) @Allow(MISSING) Layer broken;",
          "@Dense(units = 2) @Allow(3) Layer broken;",
          "@Dense(units = 2) Layer broken, broken;",
          "@Dense(units = 2) Layer broken() {}",
          "@Network(input = 1) Layer broken;",
          "Missing broken(Missing other) { return other.missing(); }");

  /** Draws a source. */
  static RandomSource of(long seed) {
    Draw draw = new Draw(seed);
    String name =
        draw.mostly(
            "Net", "A_B", "lower", "My$Net", "$", "Gr\u00f6\u00dfe", "\u5c42", "Math", "Net1");
    boolean isBroken = draw.chance(5);
    boolean isNested = draw.chance(10);
    String rows = draw.chance(35) ? RandomRows.of(draw) : "";
    StringBuilder text = new StringBuilder("package r" + seed + ";\nimport dev.annette.*;\n");
    String nesting =
        draw.mostly(
            "class Outer",
            "interface Outer",
            "class Outer<T>",
            "class Outer { private static class Hidden",
            "enum Outer");
    if (isNested) {
      text.append(nesting).append(nesting.startsWith("enum") ? " {;\n" : " {\n");
    }
    text.append(network(draw, name, rows));
    text.append(
        new RandomClass(draw, name, isNested, isBroken ? draw.any(BROKEN) : "", rows).text());
    if (isNested) {
      text.append(nesting.contains("Hidden") ? "}}\n" : "}\n");
    }
    String file = isNested ? "Outer" : name;
    return new RandomSource(seed, "r" + seed + "/" + file + ".java", isBroken, text.toString());
  }

  private static String network(Draw draw, String name, String rows) {
    List<String> attributes = new ArrayList<>();
    if (!rows.isEmpty()) {
      attributes.add(
          "rows = "
              + draw.mostly(
                  name + ".Row.class",
                  name + ".Row[].class",
                  "int.class",
                  "Thread.class",
                  "void.class"));
    }
    if (rows.isEmpty() || draw.chance(3)) {
      attributes.add(
          "input = "
              + draw.mostly(
                  "4",
                  "{2, 3}",
                  "1",
                  "0",
                  "-3",
                  "{}",
                  "{70000, 70000}",
                  "{2, -1}",
                  "1_000_000",
                  "java.lang.Integer.MAX_VALUE"));
    }
    Loss loss = draw.any(Loss.values());
    if (rows.isEmpty() || draw.chance(20)) {
      attributes.add(
          loss == Loss.CUSTOM
              ? "customLoss = "
                  + draw.mostly(
                      name + ".OwnLoss.class", "Object.class", "int.class", name + ".class")
              : "loss = Loss." + loss);
    }
    if (loss == Loss.HUBER ? draw.chance(50) : draw.chance(3)) {
      attributes.add("delta = " + new AnnotationDraw(draw, "").number());
    }
    if (draw.chance(10)) {
      attributes.add("scaling = PenaltyScaling." + draw.any(PenaltyScaling.values()));
    }
    String allow =
        draw.chance(10)
            ? section(
                "@Allow("
                    + draw.any("\"selu-initializer\"", "\"nothing\"", "{}", "\"internal\"")
                    + ") ")
            : "";
    return allow + "@Network(" + String.join(", ", attributes) + ")\n";
  }

  /** Returns a loss and a penalty in which nothing is hidden by a field of the same name. */
  static String customParts() {
    String penalty = CustomParts.PENALTY.replace("System.", "java.lang.System.");
    return section(CustomParts.LOSS) + section(penalty);
  }
}
