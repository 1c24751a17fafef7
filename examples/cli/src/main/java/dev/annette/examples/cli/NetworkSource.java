package dev.annette.examples.cli;

import java.util.ArrayList;
import java.util.List;
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

  /** Returns the source. */
  String text() {
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
                label.header(),
                table,
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
    String name = JavaNames.type(label.header());
    return name.equals(typeName) || name.equals("Row") ? name + "Class" : name;
  }

  private List<String> components() {
    List<String> components = new ArrayList<>();
    for (ColumnProfile column : columns) {
      components.add(column == label ? labelled() : component(column));
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

  private static String categories(List<String> values) {
    return values.stream()
        .map(NetworkSource::literal)
        .collect(Collectors.joining(", ", "@Categories({", "})"));
  }

  /** Returns a text as Java writes it, in ASCII. */
  static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        literal.append('\\').append(c);
      } else if (c < 32 || c > 126) {
        literal.append("\\u%04x".formatted((int) c));
      } else {
        literal.append(c);
      }
    }
    return literal.append('"').toString();
  }
}
