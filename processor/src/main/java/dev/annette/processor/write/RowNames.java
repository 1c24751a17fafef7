package dev.annette.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.annette.processor.ir.Column;
import dev.annette.processor.ir.ColumnType;
import dev.annette.processor.ir.RowDeclaration;
import java.util.List;
import java.util.Locale;

/** The identifiers of the class that turns typed rows into features. */
final class RowNames {
  private static final String FEATURES = "the features";
  private static final String AT = "where the features start";

  private static final String CONSTANTS = "FEATURES ROWS NAMES";
  private static final String INPUT_SIZE = "INPUT_SIZE";

  private final RowDeclaration rows;
  private final NameAllocator parameters = new NameAllocator();
  private final NameAllocator constants = new NameAllocator();

  RowNames(RowDeclaration rows) {
    this.rows = rows;
    List.of(CONSTANTS.split(" ")).forEach(constants::newName);
    parameters.newName(INPUT_SIZE); // of the model, which a parameter of that name would hide
    for (Column column : rows.columns()) {
      String parameter = parameters.newName(column.name(), column);
      constants.newName(parameter); // which would hide a constant of its name
    }
    parameters.newName("features", FEATURES);
    parameters.newName("at", AT);
    for (Column column : rows.features()) {
      String constant = constant(column.name());
      constants.newName(constant, column);
      column
          .encoder()
          .ifPresent(
              encoder ->
                  constants.newName(
                      constant + "_" + constant(encoder.constantName()), encoder(column)));
      constants.newName(constant + "_IF_MISSING", filler(column));
    }
    for (Column column : rows.labels()) {
      constants.newName(constant(column.name()) + "_CLASSES", encoder(column));
      constants.newName(constant(column.name()) + "_CONSTANTS", values(column));
    }
  }

  ClassName row() {
    return Names.of(rows.type());
  }

  /** Returns the parameter that holds a column's value. */
  String parameter(Column column) {
    return parameters.get(column);
  }

  /** Returns the parameter that takes the features, beside those of the columns. */
  String features() {
    return parameters.get(FEATURES);
  }

  /** Returns the parameter that says where the features start, beside those of the columns. */
  String at() {
    return parameters.get(AT);
  }

  /** Returns what reads a column from a row in the variable {@code row}. */
  CodeBlock read(Column column) {
    return CodeBlock.of(rows.isRecord() ? "row.$L()" : "row.$L", column.name());
  }

  /** Returns the constant that says where a column's features start. */
  String position(Column column) {
    return constants.get(column);
  }

  /** Returns the constant of a column's encoder, or the names of a label's classes. */
  String encoderConstant(Column column) {
    return constants.get(encoder(column));
  }

  /** Returns the constant that stands for a column's missing values. */
  String fillerConstant(Column column) {
    return constants.get(filler(column));
  }

  /** Returns the constants of a label's enum by class index. */
  String valuesConstant(Column column) {
    return constants.get(values(column));
  }

  /** Returns the class of a column's {@code Optional}. */
  static ClassName optional(Column column) {
    boolean isPrimitive = column.type().form() == ColumnType.Form.OPTIONAL_PRIMITIVE;
    String value = column.type().value().simpleName();
    String end = isPrimitive ? value.equals("Integer") ? "Int" : value : "";
    return ClassName.get("java.util", "Optional" + end);
  }

  /** Returns the type of a column in signatures. */
  static TypeName type(Column column) {
    ColumnType type = column.type();
    if (type.form() == ColumnType.Form.OPTIONAL) {
      return ParameterizedTypeName.get(optional(column), Names.of(type.value()));
    }
    if (type.form() == ColumnType.Form.OPTIONAL_PRIMITIVE) {
      return optional(column);
    }
    ClassName value = Names.of(type.value());
    return type.primitive().isEmpty() ? value : value.unbox();
  }

  /** Returns the type of an array of a label's constants. */
  static TypeName values(ClassName type) {
    return ArrayTypeName.of(type);
  }

  private static String encoder(Column column) {
    return "encoder of " + column.name();
  }

  private static String filler(Column column) {
    return "filler of " + column.name();
  }

  private static String values(Column column) {
    return "values of " + column.name();
  }

  private static String constant(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }
}
