package dev.annette.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.annette.Loss;
import dev.annette.processor.ir.Column;
import dev.annette.processor.ir.ColumnType.Family;
import dev.annette.processor.ir.RowDeclaration;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** How outputs become an answer of the label's type: a constant, yes or no, a number, a record. */
abstract class AnswerType {
  private static final ClassName LIST = ClassName.get(List.class);

  /** Returns how a network answers about its label. */
  static AnswerType of(Names names, RowDeclaration rows) {
    if (rows.hasClasses()) {
      return new OfClasses(names, rows);
    }
    return rows.labels().size() == 1 ? new OfOne(rows) : new OfSeveral(names, rows);
  }

  /** Returns the type of an answer. */
  abstract TypeName type();

  /** Returns the type of the answers to several rows. */
  TypeName list() {
    return ParameterizedTypeName.get(LIST, type());
  }

  /** Returns what an answer is called. */
  abstract String words();

  /** Returns the type of the probabilities of a row. */
  abstract TypeName shareType();

  /** Returns the type of the probabilities of several rows. */
  TypeName shareList() {
    return ParameterizedTypeName.get(LIST, shareType());
  }

  /** Returns the name of the question for probabilities. */
  String shareName() {
    return "probabilities";
  }

  /** Returns what the probabilities are. */
  abstract String shareWords();

  /** Adds the methods {@code answer(scores, at)} and {@code share(shares, at)}. */
  abstract void addTo(TypeSpec.Builder type);

  /** Starts a method that reads the outputs of one row. */
  static MethodSpec.Builder reading(String name, String array, TypeName type) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(float[].class, array)
        .addParameter(TypeName.INT, "at")
        .returns(type);
  }

  /** One of several classes. */
  private static final class OfClasses extends AnswerType {
    private final ClassName rows;
    private final RowNames rowNames;
    private final Column label;
    private final boolean isEnum;
    private final ClassName type;

    OfClasses(Names names, RowDeclaration rows) {
      this.rows = names.rows();
      this.rowNames = new RowNames(rows);
      this.label = rows.labels().get(0);
      this.isEnum = label.type().family() == Family.CATEGORY;
      this.type = Names.of(label.type().value());
    }

    @Override
    TypeName type() {
      return type;
    }

    @Override
    String words() {
      return label.name();
    }

    @Override
    TypeName shareType() {
      ClassName map = ClassName.get("java.util", isEnum ? "EnumMap" : "Map");
      return ParameterizedTypeName.get(map, type, ClassName.get(Float.class));
    }

    @Override
    String shareWords() {
      return "Returns the probability of each " + label.name() + " for a row.";
    }

    @Override
    void addTo(TypeSpec.Builder builder) {
      int classes = label.categories().size();
      builder.addMethod(
          reading("answer", "scores", type)
              .addStatement(
                  "int best =$W$T.argMax(scores,$Wat,$W$L)", RuntimeNames.DECISION, classes)
              .addStatement("return $L", constant("best"))
              .build());
      CodeBlock empty =
          isEnum
              ? CodeBlock.of("new $T<>($T.class)", ClassName.get("java.util", "EnumMap"), type)
              : CodeBlock.of("new $T<>()", ClassName.get("java.util", "LinkedHashMap"));
      builder.addMethod(
          reading("share", "shares", shareType())
              .addStatement("$T share =$W$L", shareType(), empty)
              .beginControlFlow("for (int i = 0; i < $L; i++)", classes)
              .addStatement("share.put($L,$Wshares[at + i])", constant("i"))
              .endControlFlow()
              .addStatement("return share")
              .build());
    }

    private CodeBlock constant(String index) {
      return isEnum
          ? CodeBlock.of("$T.$L[$L]", rows, rowNames.valuesConstant(label), index)
          : CodeBlock.of("$T.$L.get($L)", rows, rowNames.encoderConstant(label), index);
    }
  }

  /** Yes or no, or a number. */
  private static final class OfOne extends AnswerType {
    private final Column label;
    private final boolean isBinary;

    OfOne(RowDeclaration rows) {
      this.label = rows.labels().get(0);
      this.isBinary = rows.loss() == Loss.BINARY_CROSS_ENTROPY;
    }

    @Override
    TypeName type() {
      return isBinary ? TypeName.BOOLEAN : TypeName.FLOAT;
    }

    @Override
    TypeName list() {
      return ArrayTypeName.of(type());
    }

    @Override
    String words() {
      return label.name();
    }

    @Override
    TypeName shareType() {
      return TypeName.FLOAT;
    }

    @Override
    TypeName shareList() {
      return ArrayTypeName.of(TypeName.FLOAT);
    }

    @Override
    String shareName() {
      return "probability";
    }

    @Override
    String shareWords() {
      return "Returns the probability that " + label.name() + " is true for a row.";
    }

    @Override
    void addTo(TypeSpec.Builder builder) {
      builder.addMethod(
          reading("answer", "scores", type())
              .addStatement(isBinary ? "return scores[at] >= 0" : "return scores[at]")
              .build());
      if (isBinary) {
        builder.addMethod(
            reading("share", "shares", TypeName.FLOAT).addStatement("return shares[at]").build());
      }
    }
  }

  /** A record of several numbers, or of several yes or no. */
  private static final class OfSeveral extends AnswerType {
    private final ClassName model;
    private final List<Column> labels;
    private final boolean isBinary;

    OfSeveral(Names names, RowDeclaration rows) {
      this.model = names.model();
      this.labels = rows.labels();
      this.isBinary = rows.loss() == Loss.BINARY_CROSS_ENTROPY;
    }

    @Override
    TypeName type() {
      return model.nestedClass("Prediction");
    }

    @Override
    String words() {
      return labels.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    @Override
    TypeName shareType() {
      return model.nestedClass("Probabilities");
    }

    @Override
    String shareWords() {
      return "Returns the probability that each label is true for a row.";
    }

    @Override
    void addTo(TypeSpec.Builder builder) {
      TypeName answer = isBinary ? TypeName.BOOLEAN : TypeName.FLOAT;
      builder.addType(record("Prediction", answer, "What is predicted of a row."));
      builder.addMethod(
          reading("answer", "scores", type())
              .addStatement(
                  "return new Prediction($L)", elements("scores", isBinary ? " >= 0" : ""))
              .build());
      if (isBinary) {
        builder.addType(
            record("Probabilities", TypeName.FLOAT, "How probable each label is for a row."));
        builder.addMethod(
            reading("share", "shares", shareType())
                .addStatement("return new Probabilities($L)", elements("shares", ""))
                .build());
      }
    }

    private CodeBlock elements(String array, String end) {
      CodeBlock.Builder elements = CodeBlock.builder();
      for (int i = 0; i < labels.size(); i++) {
        String place = i == 0 ? "at" : "at + " + i;
        elements.add(i == 0 ? "$L[$L]$L" : ",$W$L[$L]$L", array, place, end);
      }
      return elements.build();
    }

    private TypeSpec record(String name, TypeName component, String what) {
      MethodSpec.Builder components = MethodSpec.constructorBuilder();
      labels.forEach(label -> components.addParameter(component, label.name()));
      return TypeSpec.recordBuilder(name)
          .addModifiers(Modifier.PUBLIC)
          .addJavadoc(what + "\n")
          .recordConstructor(components.build())
          .build();
    }
  }
}
