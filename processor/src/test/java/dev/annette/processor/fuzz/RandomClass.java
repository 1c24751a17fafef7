package dev.annette.processor.fuzz;

import static dev.annette.processor.fuzz.Sections.section;

import dev.annette.Allow;
import dev.annette.Dense;
import dev.annette.processor.layer.LayerKind;
import dev.annette.processor.layer.ModifierKind;
import dev.annette.processor.read.Kinds;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;

/**
 * The class that declares a network.
 *
 * @param draw chooses
 * @param name its simple name
 * @param isNested whether it stands inside another
 * @param broken a member that does not compile, or nothing
 * @param rows a type of rows to stand inside, or nothing
 */
record RandomClass(Draw draw, String name, boolean isNested, String broken, String rows) {
  private static final Kinds KINDS = Kinds.load();
  private static final List<Class<? extends Annotation>> LAYERS =
      KINDS.layers().stream().<Class<? extends Annotation>>map(LayerKind::annotation).toList();
  private static final List<Class<? extends Annotation>> MODIFIERS =
      KINDS.modifiers().stream()
          .<Class<? extends Annotation>>map(ModifierKind::annotation)
          .toList();

  String text() {
    String kind = draw.mostly("class", "class", "interface", "enum", "record", "@interface");
    boolean isClass = kind.equals("class");
    boolean isConstant = kind.equals("interface") || kind.equals("@interface");
    StringBuilder text = new StringBuilder(isNested ? draw.mostly("static ", section("")) : "");
    if (isClass) {
      text.append(draw.mostly("", "public ", "abstract ", "final "));
    }
    text.append(kind).append(' ').append(name);
    text.append(
        isClass || isConstant && !kind.startsWith("@") || kind.equals("record")
            ? draw.mostly("", "<T>", "<T extends Comparable<T>, U>")
            : "");
    text.append(kind.equals("record") ? "()" : "");
    text.append(
        isClass
            ? draw.mostly("", " extends Thread", " implements Runnable { public void run() {} ")
            : "");
    text.append(text.indexOf("Runnable") < 0 ? " {" : "")
        .append(kind.equals("enum") ? ";\n" : "\n");
    List<String> taken = new ArrayList<>();
    int count = draw.below(5);
    for (int i = 0; i < count; i++) {
      String field = Names.of(draw, i, taken);
      taken.add(field);
      String fixed = kind.equals("record") ? "static " : isConstant ? "final " : "";
      text.append(section("  " + field(field, fixed) + "\n"));
    }
    if (!broken.isEmpty()) {
      text.append("  ")
          .append(isConstant ? broken.replace(" broken;", " broken = null;") : broken)
          .append('\n');
    }
    if (draw.chance(90)) {
      String output = taken.contains("output") ? "theOutput" : "output";
      text.append("  @Dense(")
          .append(draw.mostly("units = " + (2 + draw.below(3)), ""))
          .append(") ");
      text.append(kind.equals("record") ? "static " : "").append("Layer ").append(output);
      text.append(isConstant ? " = null;\n" : ";\n");
    }
    return text.append(rows).append(RandomSource.customParts()).append("}\n").toString();
  }

  private String field(String field, String fixed) {
    AnnotationDraw annotations = new AnnotationDraw(draw, name + ".OwnPenalty.class");
    StringBuilder text = new StringBuilder();
    if (draw.chance(85)) {
      text.append(dense(annotations));
    } else if (draw.chance(60)) {
      text.append(section(annotations.of(draw.any(LAYERS))));
    }
    List<Class<? extends Annotation>> left = new ArrayList<>(MODIFIERS);
    while (draw.chance(40) && !left.isEmpty()) {
      Class<? extends Annotation> modifier = draw.any(left);
      left.remove(modifier);
      if (text.indexOf("@" + modifier.getSimpleName() + "(") < 0) {
        text.append(section(annotations.of(modifier)));
      }
    }
    if (draw.chance(5)) {
      text.append(section(annotations.of(Allow.class)));
    }
    String modifiers =
        fixed
            + draw.mostly(
                "", "private ", "public ", "protected ", "transient ", "volatile ", "final ");
    if (fixed.equals("final ")) {
      modifiers = fixed;
    }
    String type =
        draw.chance(98)
            ? "Layer"
            : draw.any(
                "int",
                "Layer[]",
                "String",
                "java.util.List<Layer>",
                "java.util.Map<Layer, ? extends Layer[]>",
                "Object",
                "dev.annette.Layer",
                "Class<?>");
    String value = !modifiers.contains("final") ? ";" : type.equals("int") ? " = 1;" : " = null;";
    return text + modifiers + type + " " + field + value;
  }

  private String dense(AnnotationDraw annotations) {
    return draw.chance(70)
        ? "@Dense(units = "
            + (1 + draw.below(5))
            + section(draw.chance(50) ? ", activation = Activation.TANH" : "")
            + ") "
        : annotations.of(Dense.class);
  }
}
