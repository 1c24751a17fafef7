package dev.annette.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.annette.processor.ir.Column;
import dev.annette.processor.ir.Column.Role;
import dev.annette.processor.ir.ColumnType;
import dev.annette.processor.ir.ColumnType.Form;
import dev.annette.processor.ir.RowDeclaration;
import java.util.List;
import java.util.Locale;

/** Writes how a row is made of the cells of a table. */
final class RowReading {
  private final RowDeclaration rows;
  private final ClassName row;

  RowReading(RowDeclaration rows) {
    this.rows = rows;
    this.row = Names.of(rows.type());
  }

  void addTo(TypeSpec.Builder type) {
    CodeBlock names =
        rows.columns().stream()
            .filter(column -> column.role() != Role.IGNORED)
            .map(column -> CodeBlock.of("$S", column.name()))
            .collect(CodeBlock.joining(",$W"));
    type.addMethod(
        RowsWriter.override("columns", RowsWriter.TEXTS)
            .addStatement("return $T.of($L)", List.class, names)
            .build());
    CodeBlock answers =
        rows.columns().stream()
            .filter(RowReading::isAnswer)
            .map(column -> CodeBlock.of("$S", column.name()))
            .collect(CodeBlock.joining(",$W"));
    type.addMethod(
        RowsWriter.override("answers", RowsWriter.TEXTS)
            .addStatement("return $T.of($L)", List.class, answers)
            .build());
    MethodSpec.Builder read =
        RowsWriter.override("read", row).addParameter(RuntimeNames.CELLS, "cells");
    if (rows.isRecord()) {
      CodeBlock values = rows.columns().stream().map(this::value).collect(CodeBlock.joining(",\n"));
      read.addStatement("return new $T(\n$>$>$L$<$<)", row, values);
    } else {
      read.addStatement("$T row =$Wnew $T()", row, row);
      for (Column column : rows.columns()) {
        if (column.role() != Role.IGNORED) {
          read.addStatement("row.$L =$W$L", column.name(), value(column));
        }
      }
      read.addStatement("return row");
    }
    type.addMethod(read.build());
  }

  private CodeBlock value(Column column) {
    ColumnType type = column.type();
    if (column.role() == Role.IGNORED) {
      return CodeBlock.of("$L", nothing(type));
    }
    CodeBlock present = present(column);
    if (isAnswer(column)) {
      return CodeBlock.of("cells.leavesOut($S) ?$W$L :$W$L", column.name(), standIn(type), present);
    }
    if (type.isOptional()) {
      CodeBlock optional = CodeBlock.of("$T", RowNames.optional(column));
      return CodeBlock.of(
          "cells.isMissing($S) ?$W$L.empty() :$W$L.of($L)",
          column.name(),
          optional,
          optional,
          present);
    }
    if (column.filling().isEmpty()) {
      return present;
    }
    return CodeBlock.of("cells.isMissing($S) ?$W$L :$W$L", column.name(), missing(type), present);
  }

  /** Returns whether nobody knows a column where there is something to predict. */
  private static boolean isAnswer(Column column) {
    return column.role() == Role.LABEL || column.role() == Role.WEIGHT;
  }

  private static String standIn(ColumnType type) {
    return type.form() == Form.PRIMITIVE && !type.text().equals("boolean") ? "0" : nothing(type);
  }

  private static CodeBlock missing(ColumnType type) {
    return switch (type.primitive()) {
      case "float" -> CodeBlock.of("Float.NaN");
      case "double" -> CodeBlock.of("Double.NaN");
      default -> CodeBlock.of("null");
    };
  }

  private static String nothing(ColumnType type) {
    if (type.form() != Form.PRIMITIVE) {
      return "null";
    }
    return type.text().equals("boolean")
        ? "false"
        : type.text().equals("char") ? "'\\0'" : cast(type);
  }

  private static String cast(ColumnType type) {
    return "(" + type.text() + ") 0";
  }

  private CodeBlock text(Column column) {
    return column.categories().isEmpty()
        ? CodeBlock.of("cells.text($S)", column.name())
        : CodeBlock.of(
            "cells.category($S,$W$L)", column.name(), new RowNames(rows).encoderConstant(column));
  }

  private CodeBlock present(Column column) {
    ColumnType type = column.type();
    return switch (type.family()) {
      case NUMBER -> CodeBlock.of("cells.$LValue($S)", primitive(type), column.name());
      case BOOLEAN -> CodeBlock.of("cells.booleanValue($S)", column.name());
      case CATEGORY ->
          CodeBlock.of("cells.constant($S,$W$T.values())", column.name(), Names.of(type.value()));
      case TEXT -> text(column);
      case DATE -> CodeBlock.of("cells.date($S)", column.name());
      case TIME -> CodeBlock.of("cells.dateTime($S)", column.name());
      case OTHER -> throw new IllegalStateException(column.name() + " is not read");
    };
  }

  private static String primitive(ColumnType type) {
    String box = type.value().simpleName();
    return box.equals("Integer") ? "int" : box.toLowerCase(Locale.ROOT);
  }
}
