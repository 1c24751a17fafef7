package dev.annette.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.annette.processor.ir.Column;
import dev.annette.processor.ir.ColumnFilling;
import dev.annette.processor.ir.ColumnType.Family;

/** The statements that write the features of one column. */
final class ColumnEncoding {
  private final Column column;
  private final RowNames names;

  private final String features;
  private final String at;

  /**
   * Creates the statements of a method.
   *
   * @param features its parameter that takes the features
   * @param at its parameter that says where they start
   */
  ColumnEncoding(Column column, RowNames names, String features, String at) {
    this.column = column;
    this.names = names;
    this.features = features;
    this.at = at;
  }

  /**
   * Returns the statements.
   *
   * @param given the value as the row has it
   */
  CodeBlock of(CodeBlock given) {
    CodeBlock value =
        column.type().isOptional()
            ? CodeBlock.of("$T.orNull($L)", RuntimeNames.MISSING, given)
            : given;
    if (column.filling().isEmpty()) {
      return CodeBlock.builder().addStatement("$L", present(value)).build();
    }
    return CodeBlock.builder()
        .beginControlFlow("if ($T.is($L))", RuntimeNames.MISSING, value)
        .add(missing(column.filling().get()))
        .nextControlFlow("else")
        .addStatement("$L", present(value))
        .addStatement("$L[$L] = 0", features, place(column.valueWidth()))
        .endControlFlow()
        .build();
  }

  private CodeBlock missing(ColumnFilling filling) {
    CodeBlock.Builder missing = CodeBlock.builder();
    missing.addStatement(
        "$T.encode($L,$W$L,$W$L)", RuntimeNames.MISSING, column.valueWidth(), features, place(0));
    if (filling.constant().isPresent()) {
      CodeBlock constant = CodeBlock.of("$L", names.fillerConstant(column));
      missing.addStatement("$L[$L] =$W$L", features, place(0), feature(constant));
    }
    return missing.build();
  }

  private CodeBlock present(CodeBlock value) {
    if (column.encoder().isEmpty()) {
      return CodeBlock.of("$L[$L] =$W$L", features, place(0), feature(value));
    }
    CodeBlock category =
        CodeBlock.of(
            "$S,$W$L,$W$L",
            column.name(),
            column.type().family() == Family.NUMBER ? number(value) : value,
            names.encoderConstant(column));
    ClassName encoder = RuntimeNames.rows(column.encoder().get().className());
    return column.embedding().isPresent()
        ? CodeBlock.of("$L[$L] =$W1 + $T.index($L)", features, place(0), encoder, category)
        : CodeBlock.of("$T.encode($L,$W$L,$W$L)", encoder, category, features, place(0));
  }

  /** Returns the feature of a number or boolean that is there. */
  private CodeBlock feature(CodeBlock value) {
    return CodeBlock.of(
        "$T.feature($S,$W$L)",
        RuntimeNames.NUMBERS,
        column.name(),
        column.transform().isPresent() ? number(value) : value);
  }

  /** Returns a number that is there, with its function applied. */
  private CodeBlock number(CodeBlock value) {
    CodeBlock number =
        CodeBlock.of("$T.value($S,$W$L)", RuntimeNames.NUMBERS, column.name(), value);
    return column
        .transform()
        .map(f -> CodeBlock.of("$T.apply($S,$W$L)", RuntimeNames.rows(f), column.name(), number))
        .orElse(number);
  }

  private CodeBlock place(int behind) {
    String end = behind == 0 ? "" : " + " + behind;
    return CodeBlock.of("$L + $L$L", at, names.position(column), end);
  }
}
