package dev.annette.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.annette.processor.ir.Column;
import dev.annette.processor.ir.Column.Role;
import dev.annette.processor.ir.ColumnPart;
import dev.annette.processor.ir.RowDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes what the columns of typed rows are, as it stands in model files. */
final class ColumnDescriptions {
  private final Names names;
  private final RowDeclaration rows;
  private final RowNames rowNames;

  ColumnDescriptions(Names names, RowDeclaration rows) {
    this.names = names;
    this.rows = rows;
    this.rowNames = new RowNames(rows);
  }

  /** Returns a call for each column that predictions depend on. */
  List<CodeBlock> list() {
    List<CodeBlock> calls = new ArrayList<>();
    for (Column column : rows.columns()) {
      if (column.role() == Role.FEATURE || column.role() == Role.LABEL) {
        calls.add(describe(column));
      }
    }
    return calls;
  }

  private CodeBlock describe(Column column) {
    String family = column.type().family().name().toLowerCase(Locale.ROOT);
    String kind = column.role() == Role.LABEL ? "label " + family : family;
    CodeBlock.Builder call =
        CodeBlock.builder()
            .add("network.column($S,$W$S,$W$L", column.name(), kind, categories(column));
    for (ColumnPart part : column.parts()) {
      part.attributes()
          .forEach(
              (name, value) ->
                  call.add(value instanceof String ? ",$W$S,$W$S" : ",$W$S,$W$L", name, value));
    }
    return call.add(")").build();
  }

  private CodeBlock categories(Column column) {
    return column.categories().isEmpty()
        ? CodeBlock.of("$T.of()", List.class)
        : CodeBlock.of("$T.$L", names.rows(), rowNames.encoderConstant(column));
  }
}
