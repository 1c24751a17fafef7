package dev.annette.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.annette.processor.ir.Column;
import dev.annette.processor.ir.Program;
import dev.annette.processor.ir.RowDeclaration;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The questions that a model answers about typed rows, in the type of the label. */
final class RowAnswers {
  private static final String ERRORS =
      "\n@throws IllegalArgumentException naming the column, its value and the rule\n";

  private static final ClassName STREAM = ClassName.get("java.util.stream", "Stream");

  private final Names names;
  private final RowDeclaration rows;
  private final RowNames rowNames;
  private final Program program;
  private final String outputs;
  private final AnswerType answer;
  private final ClassName row;
  private final TypeName list;
  private final TypeName stream;

  RowAnswers(Names names, RowDeclaration rows) {
    this.names = names;
    this.rows = rows;
    this.rowNames = new RowNames(rows);
    this.program = names.program();
    this.outputs = program.outputs().width().constant();
    this.answer = AnswerType.of(names, rows);
    this.row = Names.of(rows.type());
    this.list =
        ParameterizedTypeName.get(ClassName.get(List.class), WildcardTypeName.subtypeOf(row));
    this.stream = ParameterizedTypeName.get(STREAM, WildcardTypeName.subtypeOf(row));
  }

  void addTo(TypeSpec.Builder type) {
    addPredictions(type);
    if (rows.loss().isCrossEntropy()) {
      addShares(type);
    }
    type.addMethod(features());
    type.addMethod(ask("scores", "logits"));
    answer.addTo(type);
  }

  private void addPredictions(TypeSpec.Builder type) {
    String what =
        "Returns the $L "
            + (rows.loss().isCrossEntropy() ? "that is most probable for a row" : "of a row");
    type.addMethod(
        question("predict", answer.type())
            .addJavadoc(what + "; the row's own is not read.\n" + ERRORS, answer.words())
            .addParameter(row, "row")
            .addStatement("return answer(scores(features(row),$W1),$W0)")
            .build());
    if (rows.features().size() <= RowsWriter.PARAMETERS) {
      type.addMethod(byColumns(what));
    }
    type.addMethod(
        batch("predict", answer.list(), "scores", "answer", "Returns the $L of each row.\n"));
    type.addMethod(
        streamed(
            "predict", "predict", answer.type(), "Returns the $L of each row", answer.words()));
  }

  private MethodSpec byColumns(String what) {
    List<ParameterSpec> parameters = new ArrayList<>();
    List<CodeBlock> values = new ArrayList<>();
    for (Column column : rows.features()) {
      String name = rowNames.parameter(column);
      parameters.add(ParameterSpec.builder(RowNames.type(column), name).build());
      values.add(CodeBlock.of("$L", name));
    }
    String features = rowNames.features();
    return question("predict", answer.type())
        .addJavadoc(what + ", given column by column.\n" + ERRORS, answer.words())
        .addParameters(parameters)
        .addStatement("float[] $L = new float[$L]", features, input())
        .addStatement(
            "$T.encodeColumns($L,$W$L,$W0)", names.rows(), CodeBlock.join(values, ",$W"), features)
        .addStatement("return answer(scores($L,$W1),$W0)", features)
        .build();
  }

  private void addShares(TypeSpec.Builder type) {
    String name = answer.shareName();
    type.addMethod(
        question(name, answer.shareType())
            .addJavadoc("$L\n" + ERRORS, answer.shareWords())
            .addParameter(row, "row")
            .addStatement("return share(shares(features(row),$W1),$W0)")
            .build());
    type.addMethod(
        batch(
            "probabilities",
            answer.shareList(),
            "shares",
            "share",
            "Returns the probabilities of each row.\n"));
    type.addMethod(
        streamed(
            "probabilities", name, answer.shareType(), "Returns the probabilities of each row"));
    type.addMethod(ask("shares", "predict"));
  }

  private MethodSpec batch(String name, TypeName answers, String ask, String one, String what) {
    MethodSpec.Builder batch =
        question(name, answers)
            .addJavadoc(
                what + ERRORS.replace("naming the column", "naming row, column"), words(what))
            .addParameter(list, "rows")
            .addStatement(
                "float[] $L =$W$L($T.features($T.ROWS,$Wrows),$Wrows.size())",
                ask,
                ask,
                RuntimeNames.ROW_DATASETS,
                names.rows());
    boolean isArray = answers.toString().endsWith("[]");
    if (isArray) {
      batch.addStatement(
          "$T answers = new $L[rows.size()]", answers, answers.toString().replace("[]", ""));
    } else {
      batch.addStatement("$T answers =$Wnew $T<>(rows.size())", answers, ArrayList.class);
    }
    batch.beginControlFlow("for (int i = 0; i < rows.size(); i++)");
    batch.addStatement(
        isArray ? "answers[i] =$W$L($L,$Wi * $L)" : "answers.add($L($L,$Wi * $L))",
        one,
        ask,
        outputs);
    return batch.endControlFlow().addStatement("return answers").build();
  }

  /** Returns a question about the rows of a stream, which asks another about each. */
  private MethodSpec streamed(
      String name, String each, TypeName type, String what, Object... words) {
    return question(name, ParameterizedTypeName.get(STREAM, type.box()))
        .addJavadoc(
            what
                + ", in order, as the stream returned is read.\n"
                + ERRORS.replace("naming the column", "from that stream, naming row, column"),
            words)
        .addParameter(stream, "rows")
        .addStatement("return $T.answers(rows,$Wrow -> $L(row))", RuntimeNames.ROW_DATASETS, each)
        .build();
  }

  private Object[] words(String what) {
    return what.contains("$L") ? new Object[] {answer.words()} : new Object[0];
  }

  private MethodSpec features() {
    return MethodSpec.methodBuilder("features")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(row, "row")
        .returns(float[].class)
        .addStatement("float[] features = new float[$L]", input())
        .addStatement("$T.ROWS.encode(row,$Wfeatures,$W0)", names.rows())
        .addStatement("return features")
        .build();
  }

  /** Returns the method that asks a predictor about rows of features. */
  private MethodSpec ask(String name, String question) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE)
        .addParameter(float[].class, "features")
        .addParameter(TypeName.INT, "rows")
        .returns(float[].class)
        .addStatement(
            "float[] outputs =$Wnew float[$T.multiplyExact(rows,$W$L)]", Math.class, outputs)
        .addStatement("predictor().$L(features,$Wrows,$Woutputs)", question)
        .addStatement("return outputs")
        .build();
  }

  private String input() {
    return program.input().width().constant();
  }

  private static MethodSpec.Builder question(String name, TypeName answer) {
    return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(answer);
  }
}
