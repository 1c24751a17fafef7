package dev.annette.processor.fuzz;

import static dev.annette.processor.fuzz.Sections.section;

import dev.annette.processor.column.ColumnKind;
import dev.annette.processor.read.Kinds;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;

/** The type of typed rows: columns with sensible encodings, and with any. */
final class RandomRows {
  private static final List<Class<? extends Annotation>> COLUMNS =
      Kinds.load().columns().stream()
          .<Class<? extends Annotation>>map(ColumnKind::annotation)
          .toList();

  /** Columns as they are meant. */
  private static final List<String> SENSIBLE =
      List.of(
          "float",
          "int",
          "boolean",
          "short",
          "byte",
          "long",
          "Integer",
          "Kind",
          "java.util.OptionalDouble",
          "@Standardize double",
          "@Standardize Float",
          "@MinMax int",
          "@Log1p float",
          "@Log1p @Standardize float",
          "@Impute(Imputation.MEAN) Double",
          "@Impute(value = Imputation.CONSTANT, constant = -1) Long",
          "@Impute(Imputation.MEDIAN) @Standardize Float",
          "@Categories({\"a\", \"b\"}) String",
          "@Categories({\"$L\", \"\\\"\", \"\\n\"}) String",
          "@Hashed(5) String",
          "@Cyclic({Cycle.HOUR_OF_DAY, Cycle.DAY_OF_YEAR}) java.time.LocalDateTime",
          "@Cyclic(Cycle.DAY_OF_WEEK) java.time.LocalDate",
          "@Bucketize({1, 2.5}) short",
          "@Embedding(3) @Hashed(9) String",
          "@Embedding(2) Kind",
          "@Embedding(2) @Categories({\"a\", \"b\"}) java.util.Optional<String>",
          "@Weight double",
          "@Ignore java.util.List<String>",
          "java.util.Optional<Kind>",
          "java.util.OptionalInt");

  private static final List<String> TYPES =
      List.of(
          "float",
          "double",
          "int",
          "long",
          "short",
          "byte",
          "boolean",
          "char",
          "Float",
          "Double",
          "Integer",
          "Long",
          "Short",
          "Byte",
          "Boolean",
          "Character",
          "String",
          "Kind",
          "Empty",
          "java.time.LocalDate",
          "java.time.LocalDateTime",
          "java.time.Instant",
          "java.util.Date",
          "java.util.Optional<String>",
          "java.util.Optional<Float>",
          "java.util.Optional<Kind>",
          "java.util.Optional<?>",
          "java.util.Optional<java.util.Optional<Float>>",
          "java.util.OptionalInt",
          "java.util.OptionalLong",
          "java.util.OptionalDouble",
          "java.util.List<Float>",
          "float[]",
          "Kind[]",
          "Object",
          "Void",
          "Comparable<? super String>",
          "java.util.Map.Entry<String, Kind>",
          "Row",
          "Thread.State");

  private static final List<String> LABELS =
      List.of(
          "Kind",
          "boolean",
          "float",
          "double",
          "@Standardize double",
          "@MinMax float",
          "Kind",
          "Boolean",
          "@Categories({\"a\", \"b\", \"c\"}) String",
          "int");

  private RandomRows() {}

  /** Draws a type {@code Row} with the enums that its columns may be of. */
  static String of(Draw draw) {
    String kind =
        draw.chance(75)
            ? "record Row"
            : draw.any(
                "static class Row",
                "static class Row",
                "class Row",
                "record Row<T>",
                "abstract static class Row",
                "interface Row",
                "enum Row",
                "static final class Row");
    boolean isRecord = kind.contains("record");
    List<String> taken = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    int count = draw.below(5);
    for (int i = 0; i < count; i++) {
      columns.add(column(draw, name(draw, i, taken), isRecord));
    }
    String label = draw.mostly("@Label " + draw.any(LABELS) + " ", "");
    if (!label.isEmpty()) {
      columns.add(draw.below(columns.size() + 1), label + name(draw, count, taken));
    }
    if (!label.isEmpty() && draw.chance(15)) {
      columns.add(label + name(draw, count + 1, taken));
    }
    String body =
        isRecord
            ? "(\n  " + String.join(",\n  ", columns) + ") {}\n"
            : kind.startsWith("interface")
                ? " {}\n"
                : (kind.startsWith("enum") ? " {;\n" : " {\n") + fields(columns) + "}\n";
    return "enum Kind { ZULU, ALPHA { }, gr\u00f6\u00dfe }\nenum Empty {}\n" + kind + body;
  }

  private static String name(Draw draw, int i, List<String> taken) {
    String name = Names.column(draw, i, taken);
    taken.add(name);
    return name;
  }

  private static String fields(List<String> columns) {
    StringBuilder fields = new StringBuilder();
    columns.stream()
        .filter(column -> !column.isBlank())
        .forEach(column -> fields.append(section("  " + column + ";\n")));
    return fields.toString();
  }

  private static String column(Draw draw, String name, boolean isRecord) {
    String modifiers =
        isRecord ? "" : draw.mostly("", "private ", "static ", "public ", "transient ");
    if (draw.chance(85)) {
      String sensible = draw.any(SENSIBLE);
      int type = sensible.lastIndexOf(' ') + 1;
      return sensible.substring(0, type) + modifiers + sensible.substring(type) + " " + name;
    }
    AnnotationDraw annotations = new AnnotationDraw(draw, "Object.class");
    StringBuilder text = new StringBuilder();
    List<Class<? extends Annotation>> left = new ArrayList<>(COLUMNS);
    while (draw.chance(50) && !left.isEmpty()) {
      Class<? extends Annotation> kind = draw.any(left);
      left.remove(kind);
      text.append(section(annotations.of(kind)));
    }
    return text + modifiers + draw.any(TYPES) + " " + name;
  }
}
