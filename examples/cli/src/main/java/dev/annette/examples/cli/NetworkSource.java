package dev.annette.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The Java source of a row type and a network for a table: what somebody would write who knows the
 * columns, to be read, changed and carried into a project.
 *
 * @param packageName the package; empty for none
 * @param typeName the name of the class
 * @param table what the table is called
 * @param columns what is known of its columns
 * @param label the column that is predicted
 * @param task how it is predicted
 */
record NetworkSource(
    String packageName,
    String typeName,
    String table,
    List<ColumnProfile> columns,
    ColumnProfile label,
    Task task) {
  private static final int HASHED = 32;

  /** The most characters of a line. */
  private static final int LINE = 100;

  /** The most characters of a name in the table that a comment repeats. */
  private static final int LONGEST = 40;

  /** Returns the source, in ASCII. */
  String text() {
    return ascii(source());
  }

  private String source() {
    return (packageName.isEmpty() ? "" : "package " + packageName + ";\n\n")
        + """
        import static dev.annette.Activation.RELU;

        import dev.annette.*;
        %s
        /** Predicts %s from the columns of %s. */
        @Network(rows = %s.Row.class)
        public final class %s {
        %s  /** A line of the table. */
          public record Row(
        %s) {}

          @Dense(units = 32, activation = RELU)
          @L2(1)
          Layer first;

          @Dense(units = 16, activation = RELU)
          @L2(1)
          Layer second;

          @Dense Layer output;
        }
        """
            .formatted(
                columns.stream().anyMatch(column -> column.kind() == ColumnKind.DATE)
                    ? "import java.time.LocalDate;\n"
                    : "",
                plain(label.header()),
                plain(table),
                typeName,
                typeName,
                constants(),
                components().stream()
                    .map(component -> "      " + component)
                    .collect(Collectors.joining(",\n")));
  }

  private String constants() {
    List<String> constants = enumConstants();
    return constants.isEmpty()
        ? ""
        : """
          /** What is predicted. */
          public enum %s {
            %s
          }

        """
            .formatted(enumName(), String.join(",\n    ", constants));
  }

  private List<String> enumConstants() {
    return task == Task.CLASSES ? JavaNames.constants(label.values()) : List.of();
  }

  private String enumName() {
    String name = JavaNames.type(label.header(), "Class");
    return name.equals(typeName) ? name + "Class" : name;
  }

  private List<String> components() {
    List<String> components = new ArrayList<>();
    for (ColumnProfile column : columns) {
      components.add(column.equals(label) ? labelled() : component(column));
    }
    return components;
  }

  private String labelled() {
    String name = " " + label.name();
    return "@Label "
        + switch (task) {
          case YES_OR_NO -> "boolean" + name;
          case NUMBER -> "@Standardize float" + name;
          case CLASSES ->
              enumConstants().isEmpty()
                  ? categories(label.values()) + " String" + name
                  : enumName() + name;
        };
  }

  private static String component(ColumnProfile column) {
    String name = " " + column.name();
    String zeros = column.hasMissing() ? "@Impute(Imputation.ZEROS) " : "";
    return switch (column.kind()) {
      case NUMBER ->
          column.hasMissing()
              ? "@Impute(Imputation.MEDIAN) @Standardize Float" + name
              : "@Standardize float" + name;
      case BOOLEAN -> zeros + (column.hasMissing() ? "Boolean" : "boolean") + name;
      case CATEGORY -> zeros + categories(column.values()) + " String" + name;
      case TEXT -> zeros + "@Hashed(" + HASHED + ") String" + name;
      case DATE -> zeros + "@Cyclic({Cycle.DAY_OF_WEEK, Cycle.DAY_OF_YEAR}) LocalDate" + name;
      case USELESS -> "@Ignore String" + name;
    };
  }

  /** Returns the annotation that lists texts, in lines that can be read. */
  private static String categories(List<String> values) {
    List<String> literals = values.stream().map(text -> ascii(literal(text))).toList();
    String inOneLine = String.join(", ", literals);
    if (inOneLine.length() <= LINE - 50) {
      return "@Categories({" + inOneLine + "})";
    }
    StringBuilder lines = new StringBuilder("@Categories({");
    int width = LINE;
    for (String literal : literals) {
      boolean fits = width + literal.length() + 2 <= LINE;
      lines.append(fits ? " " : "\n        ").append(literal).append(',');
      width = (fits ? width + 1 : 8) + literal.length() + 1;
    }
    return lines.append("\n      })\n     ").toString();
  }

  /** Returns a text as Java writes it. */
  static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"', '\\' -> literal.append('\\').append(c);
        case '\n' -> literal.append("\\n");
        case '\r' -> literal.append("\\r");
        case '\t' -> literal.append("\\t");
        default -> literal.append(c);
      }
    }
    return literal.append('"').toString();
  }

  /** Returns a name as a comment can repeat it: nothing in it ends the comment or is an escape. */
  private static String plain(String name) {
    String words = name.replaceAll("[^\\p{L}\\p{N} ._()%+-]+", " ").strip();
    int length = words.codePointCount(0, words.length());
    return length <= LONGEST
        ? words
        : words.substring(0, words.offsetByCodePoints(0, LONGEST)) + "...";
  }

  /** Returns source with an escape for each character that does not print in ASCII. */
  private static String ascii(String source) {
    StringBuilder ascii = new StringBuilder();
    for (char c : source.toCharArray()) {
      boolean isPlain = c == '\n' || c >= ' ' && c <= '~';
      ascii.append(isPlain ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
    }
    return ascii.toString();
  }
}
