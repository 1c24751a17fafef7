package dev.annette.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.annette.Loss;
import dev.annette.processor.ir.Program;
import javax.lang.model.element.Modifier;

/** The questions that a model answers about one row; they follow from the loss. */
final class Answers {
  private final Program program;
  private final String outputs;
  private final boolean isSingle;

  Answers(Names names) {
    this.program = names.program();
    this.outputs = program.outputs().width().constant();
    this.isSingle = program.outputs().width().size() == 1;
  }

  void addTo(TypeSpec.Builder type) {
    Loss loss = program.declaration().loss().loss();
    if (loss == Loss.CROSS_ENTROPY) {
      addClasses(type);
    } else if (loss == Loss.BINARY_CROSS_ENTROPY) {
      addBinary(type);
    } else {
      addRegression(type);
    }
  }

  private void addClasses(TypeSpec.Builder type) {
    type.addMethod(
        question("classify", TypeName.INT, "Returns the most probable class, the first of equals.")
            .addStatement("return $T.argMax(logits(features))", RuntimeNames.DECISION)
            .build());
    type.addMethod(array("probabilities", "predict", "Returns the probability of each class."));
    type.addMethod(array("logits", "logits", "Returns the score of each class, before softmax."));
  }

  private void addBinary(TypeSpec.Builder type) {
    if (isSingle) {
      type.addMethod(
          question(
                  "classify",
                  TypeName.BOOLEAN,
                  "Returns whether the answer is yes: a probability of at least 1/2.")
              .addStatement("return logit(features) >= 0")
              .build());
      type.addMethod(single("probability", "predict", "Returns the probability of yes."));
      type.addMethod(single("logit", "logits", "Returns the score of yes, before the sigmoid."));
      return;
    }
    type.addMethod(
        question(
                "classify",
                TypeName.get(boolean[].class),
                "Returns for each output whether it is yes: a probability of at least 1/2.")
            .addStatement("return $T.positive(logits(features))", RuntimeNames.DECISION)
            .build());
    type.addMethod(array("probabilities", "predict", "Returns the probability of each output."));
    type.addMethod(
        array("logits", "logits", "Returns the score of each output, before the sigmoid."));
  }

  private void addRegression(TypeSpec.Builder type) {
    type.addMethod(
        isSingle
            ? single("predict", "predict", "Returns the predicted number.")
            : array("predict", "predict", "Returns the predicted numbers."));
  }

  private MethodSpec array(String name, String predictorMethod, String what) {
    return question(name, TypeName.get(float[].class), what)
        .addStatement("float[] outputs = new float[$L]", outputs)
        .addStatement(
            "predictor().$L(features,$W$Loutputs)", predictorMethod, rows(predictorMethod))
        .addStatement("return outputs")
        .build();
  }

  private MethodSpec single(String name, String predictorMethod, String what) {
    return question(name, TypeName.FLOAT, what)
        .addStatement("float[] outputs = new float[$L]", outputs)
        .addStatement(
            "predictor().$L(features,$W$Loutputs)", predictorMethod, rows(predictorMethod))
        .addStatement("return outputs[0]")
        .build();
  }

  /** Logits are asked for by rows; predictions of one row have a method of their own. */
  private static String rows(String predictorMethod) {
    return predictorMethod.equals("logits") ? "1, " : "";
  }

  private MethodSpec.Builder question(String name, TypeName answer, String what) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc(what + "\n\n@param features one row, {@code [INPUT_SIZE]}\n")
        .addModifiers(Modifier.PUBLIC)
        .addParameter(float[].class, "features")
        .returns(answer);
  }
}
