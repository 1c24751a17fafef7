package dev.annette.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.annette.processor.ir.Column;
import dev.annette.processor.ir.ColumnEncoder;
import dev.annette.processor.ir.ColumnType.Family;
import dev.annette.processor.ir.RowDeclaration;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The named constants of a class of typed rows: places of features, categories, fillings. */
final class RowConstants {
  private static final ClassName LIST = ClassName.get("java.util", "List");

  private final Names network;
  private final RowDeclaration rows;
  private final RowNames names;

  RowConstants(Names network, RowDeclaration rows) {
    this.network = network;
    this.rows = rows;
    this.names = new RowNames(rows);
  }

  /** Adds them in the order of the columns, the classes of the label last. */
  void addTo(TypeSpec.Builder type) {
    type.addField(
        FieldSpec.builder(network.rows(), "ROWS", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("The one object, which has no state.\n")
            .initializer("new $T()", network.rows())
            .build());
    type.addField(
        constant(TypeName.INT, "FEATURES")
            .addJavadoc("The numbers that a row becomes.\n")
            .initializer("$L", rows.width())
            .build());
    for (Column column : rows.features()) {
      type.addField(
          constant(TypeName.INT, names.position(column))
              .addJavadoc("Where the features of {@code $L} start.\n", column.name())
              .initializer("$L", rows.position(column))
              .build());
      column.encoder().ifPresent(encoder -> type.addField(encoderConstant(column, encoder)));
      column
          .filling()
          .flatMap(filling -> filling.constant())
          .ifPresent(
              number ->
                  type.addField(
                      constant(TypeName.DOUBLE, names.fillerConstant(column))
                          .addJavadoc("What stands for a missing {@code $L}.\n", column.name())
                          .initializer("$L", number)
                          .build()));
    }
    if (rows.hasClasses()) {
      addClasses(type, rows.labels().get(0));
    }
  }

  private void addClasses(TypeSpec.Builder type, Column label) {
    type.addField(encoderConstant(label, label.encoder().orElseThrow()));
    if (label.type().family() == Family.CATEGORY) {
      ClassName constants = Names.of(label.type().value());
      type.addField(
          constant(RowNames.values(constants), names.valuesConstant(label))
              .addJavadoc("The classes of {@code $L} by index.\n", label.name())
              .initializer("$T.values()", constants)
              .build());
    }
  }

  private FieldSpec encoderConstant(Column column, ColumnEncoder encoder) {
    String name = names.encoderConstant(column);
    if (encoder.constant() instanceof Integer number) {
      return constant(TypeName.INT, name)
          .addJavadoc("The $L of {@code $L}.\n", encoder.constantName(), column.name())
          .initializer("$L", number)
          .build();
    }
    if (column.type().family() == Family.CATEGORY) {
      // in their order at run time, which compilers do not all find in class files
      return constant(RowsWriter.TEXTS, name)
          .addJavadoc("The constants of {@code $L}.\n", column.name())
          .initializer(
              "$T.categories($T.values(),$W$L)",
              RuntimeNames.ONE_HOT,
              Names.of(column.type().value()),
              encoder.width())
          .build();
    }
    List<?> entries = (List<?>) encoder.constant();
    CodeBlock values =
        entries.stream().map(RowConstants::literal).collect(CodeBlock.joining(",$W"));
    return constant(ParameterizedTypeName.get(LIST, entry(entries.get(0))), name)
        .addJavadoc("The $L of {@code $L}.\n", encoder.constantName(), column.name())
        .initializer("$T.of($L)", LIST, values)
        .build();
  }

  private static ClassName entry(Object entry) {
    return entry instanceof Enum<?> constant
        ? ClassName.get(constant.getDeclaringClass())
        : ClassName.get(entry.getClass());
  }

  private static CodeBlock literal(Object entry) {
    if (entry instanceof Enum<?> constant) {
      return CodeBlock.of("$T.$L", constant.getDeclaringClass(), constant.name());
    }
    return CodeBlock.of(entry instanceof String ? "$S" : "$L", entry);
  }

  private static FieldSpec.Builder constant(TypeName type, String name) {
    return FieldSpec.builder(type, name, Modifier.STATIC, Modifier.FINAL);
  }
}
