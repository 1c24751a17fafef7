package dev.annette.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.annette.processor.ir.Column;
import dev.annette.processor.ir.ColumnCall;
import dev.annette.processor.ir.RowDeclaration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the class that turns typed rows into features and targets. */
final class RowsWriter {
  /** The most columns that one method takes; the virtual machine allows 255 words. */
  static final int PARAMETERS = 100;

  private static final ClassName LIST = ClassName.get("java.util", "List");
  static final TypeName TEXTS = ParameterizedTypeName.get(LIST, ClassName.get(String.class));

  private final RowDeclaration rows;
  private final RowNames names;

  private RowsWriter(RowDeclaration rows) {
    this.rows = rows;
    this.names = new RowNames(rows);
  }

  /** Returns the class. */
  static TypeSpec write(Names network, RowDeclaration rows) {
    RowsWriter writer = new RowsWriter(rows);
    TypeSpec.Builder type =
        Members.type(network.rows(), network, CodeBlock.of(""))
            .addJavadoc(
                "Turns rows of {@link $T} into the numbers that {@link $T} reads.\nEdit those, not"
                    + " this file.\n\n<pre>\n$L</pre>\n",
                writer.names.row(),
                network.networkClass(),
                writer.table())
            .addSuperinterface(writer.implemented());
    new RowConstants(network, rows).addTo(type);
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    writer.addNames(type);
    writer.addFeatures(type);
    writer.addTargets(type);
    if (rows.isConstructible()) {
      new RowReading(rows).addTo(type);
    }
    if (rows.isMeasured()) {
      List<Column> features = rows.features();
      type.addMethod(writer.measures("measures", "FEATURES", features, writer.names::position));
    }
    if (rows.hasScaledLabels()) {
      List<Column> labels = rows.labels();
      String width = String.valueOf(labels.size());
      type.addMethod(writer.measures("labelMeasures", width, labels, labels::indexOf));
    }
    return type.build();
  }

  private TypeName implemented() {
    return ParameterizedTypeName.get(
        rows.isConstructible() ? RuntimeNames.READABLE_ROWS : RuntimeNames.ROW_TYPE, names.row());
  }

  /** Returns the columns and what they become, for the comment of the class. */
  private String table() {
    return rows.features().stream()
        .map(column -> "  " + column.name() + "  [" + column.width() + "]\n")
        .collect(Collectors.joining());
  }

  private void addNames(TypeSpec.Builder type) {
    CodeBlock.Builder list = CodeBlock.builder().add("new $T()", RuntimeNames.FEATURE_NAMES);
    for (Column column : rows.features()) {
      if (column.encoder().isEmpty() || column.embedding().isPresent()) {
        list.add("\n.add($S)", column.name());
      } else {
        list.add(
            "\n.add($T.names($S,$W$L))",
            RuntimeNames.rows(column.encoder().get().className()),
            column.name(),
            names.encoderConstant(column));
      }
      list.add(column.filling().isPresent() ? "\n.addMissing($S)" : "", arguments(column));
    }
    type.addMethod(
        override("featureNames", TEXTS).addStatement("return $L\n.list()", list.build()).build());
    type.addMethod(
        override("classNames", TEXTS)
            .addStatement(
                rows.hasClasses()
                    ? CodeBlock.of("return $L", names.encoderConstant(rows.labels().get(0)))
                    : CodeBlock.of("return $T.of()", LIST))
            .build());
    type.addMethod(
        override("targetWidth", TypeName.INT)
            .addStatement("return $L", rows.hasClasses() ? 0 : rows.labels().size())
            .build());
    if (!rows.weights().isEmpty()) {
      type.addMethod(override("isWeighted", TypeName.BOOLEAN).addStatement("return true").build());
    }
  }

  private static Object[] arguments(Column column) {
    return column.filling().isPresent() ? new Object[] {column.name()} : new Object[0];
  }

  private void addFeatures(TypeSpec.Builder type) {
    MethodSpec.Builder encode =
        override("encode", TypeName.VOID)
            .addParameter(names.row(), "row")
            .addParameter(float[].class, "features")
            .addParameter(TypeName.INT, "at");
    List<Column> features = rows.features();
    if (features.size() > PARAMETERS) {
      addParts(type, encode);
      return;
    }
    CodeBlock values = features.stream().map(names::read).collect(CodeBlock.joining(",$W"));
    type.addMethod(encode.addStatement("encodeColumns($L,$Wfeatures,$Wat)", values).build());
    MethodSpec.Builder columns =
        MethodSpec.methodBuilder("encodeColumns")
            .addJavadoc("Writes the features of a row, given column by column, from a place on.\n")
            .addModifiers(Modifier.STATIC);
    features.forEach(
        column -> columns.addParameter(RowNames.type(column), names.parameter(column)));
    columns.addParameter(float[].class, names.features()).addParameter(TypeName.INT, names.at());
    for (Column column : features) {
      CodeBlock value = CodeBlock.of("$L", names.parameter(column));
      columns.addCode(new ColumnEncoding(column, names, names.features(), names.at()).of(value));
    }
    type.addMethod(columns.build());
  }

  /** Adds the encoding of many columns in methods of a part of them each. */
  private void addParts(TypeSpec.Builder type, MethodSpec.Builder encode) {
    List<Column> features = rows.features();
    for (int from = 0; from < features.size(); from += PARAMETERS / 2) {
      String name = "encodeFrom" + from;
      MethodSpec.Builder part =
          MethodSpec.methodBuilder(name)
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
              .addParameter(names.row(), "row")
              .addParameter(float[].class, "features")
              .addParameter(TypeName.INT, "at");
      int to = Math.min(from + PARAMETERS / 2, features.size());
      for (Column column : features.subList(from, to)) {
        part.addCode(new ColumnEncoding(column, names, "features", "at").of(names.read(column)));
      }
      type.addMethod(part.build());
      encode.addStatement("$L(row,$Wfeatures,$Wat)", name);
    }
    type.addMethod(encode.build());
  }

  private void addTargets(TypeSpec.Builder type) {
    if (rows.hasClasses()) {
      Column label = rows.labels().get(0);
      type.addMethod(
          override("label", TypeName.INT)
              .addParameter(names.row(), "row")
              .addStatement(
                  "return $T.index($S,$W$L,$W$L)",
                  RuntimeNames.ONE_HOT,
                  label.name(),
                  names.read(label),
                  names.encoderConstant(label))
              .build());
    } else {
      MethodSpec.Builder targets =
          override("encodeTargets", TypeName.VOID)
              .addParameter(names.row(), "row")
              .addParameter(float[].class, "targets")
              .addParameter(TypeName.INT, "at");
      for (int i = 0; i < rows.labels().size(); i++) {
        Column label = rows.labels().get(i);
        targets.addStatement(
            "targets[at$L] =$W$T.feature($S,$W$L)",
            i == 0 ? "" : " + " + i,
            RuntimeNames.NUMBERS,
            label.name(),
            names.read(label));
      }
      type.addMethod(targets.build());
    }
    for (Column weight : rows.weights()) {
      type.addMethod(
          override("weight", TypeName.FLOAT)
              .addParameter(names.row(), "row")
              .addStatement(
                  "return $T.weight($S,$W$L)",
                  RuntimeNames.NUMBERS,
                  weight.name(),
                  names.read(weight))
              .build());
    }
  }

  private MethodSpec measures(
      String name, String width, List<Column> columns, Function<Column, Object> at) {
    CodeBlock.Builder list =
        CodeBlock.builder().add("new $T($L)", RuntimeNames.COLUMN_MEASURES, width);
    columns.stream()
        .filter(Column::isMeasured)
        .forEach(column -> list.add("\n$L", measure(column, at.apply(column))));
    String what = columns.equals(rows.labels()) ? "labels measure" : "is measured";
    return MethodSpec.methodBuilder(name)
        .addJavadoc("Returns what $L on the training rows.\n", what)
        .addModifiers(Modifier.STATIC)
        .returns(RuntimeNames.COLUMN_MEASURES)
        .addStatement("return $L", list.build())
        .build();
  }

  private CodeBlock measure(Column column, Object at) {
    String method =
        column.isFilled() ? column.scaling().isPresent() ? "fillAndScale" : "fill" : "scale";
    CodeBlock.Builder measure = CodeBlock.builder().add(".$L($S,$W$L", method, column.name(), at);
    column
        .filling()
        .flatMap(filling -> filling.measure())
        .ifPresent(filling -> measure.add(",$W$L", made(filling)));
    column.scaling().ifPresent(scaling -> measure.add(",$W$L", made(scaling)));
    return measure.add(")").build();
  }

  private static CodeBlock made(ColumnCall call) {
    CodeBlock arguments =
        call.arguments().stream().map(a -> CodeBlock.of("$L", a)).collect(CodeBlock.joining(",$W"));
    return CodeBlock.of("new $T($L)", RuntimeNames.rows(call.className()), arguments);
  }

  /** Starts a method of the type of rows. */
  static MethodSpec.Builder override(String name, TypeName type) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(type);
  }
}
