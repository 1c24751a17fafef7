package dev.annette.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.annette.processor.ir.RowDeclaration;
import java.io.IOException;
import javax.lang.model.element.Modifier;

/** What a trainer does with typed rows. */
final class RowTraining {
  private static final String ERRORS =
      "\n@throws IllegalArgumentException naming row, column, value and rule\n";

  private final Names names;
  private final String obstacle;
  private final TypeName rows;
  private final TypeName stream;
  private final TypeName streams;

  RowTraining(Names names, RowDeclaration declaration) {
    this.names = names;
    this.obstacle = declaration.obstacle();
    TypeName row = WildcardTypeName.subtypeOf(Names.of(declaration.type()));
    this.rows = ParameterizedTypeName.get(ClassName.get("java.util", "List"), row);
    this.stream = ParameterizedTypeName.get(ClassName.get("java.util.stream", "Stream"), row);
    this.streams =
        ParameterizedTypeName.get(RuntimeNames.ROW_STREAMS, Names.of(declaration.type()));
  }

  void addTo(TypeSpec.Builder type) {
    type.addMethod(
        dataset(rows, CodeBlock.of("rows"), "Returns rows as a dataset, to split or to measure."));
    type.addMethod(
        MethodSpec.methodBuilder("rows")
            .addJavadoc(
                obstacle.isEmpty()
                    ? "Returns how rows are read and encoded.\n"
                    : "Returns how rows are encoded. No file is read into them:\n"
                        + Javadoc.wrap(obstacle))
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(names.rows())
            .addStatement("return $T.ROWS", names.rows())
            .build());
    type.addMethod(
        dataset(
            stream,
            CodeBlock.of("rows.iterator()"),
            "Returns the rows of a stream, which is read to its end, as a dataset."));
    type.addMethod(
        MethodSpec.methodBuilder("fit")
            .addJavadoc("Trains on rows; all else is as with a dataset.\n" + ERRORS)
            .addModifiers(Modifier.PUBLIC)
            .addParameter(rows, "rows")
            .addParameter(RuntimeNames.TRAINING, "training")
            .returns(RuntimeNames.HISTORY)
            .addStatement("return fit(dataset(rows),$Wtraining)")
            .build());
    type.addMethod(streamed());
    type.addMethod(
        MethodSpec.methodBuilder("evaluate")
            .addJavadoc("Measures a snapshot on rows.\n" + ERRORS)
            .addModifiers(Modifier.PUBLIC)
            .addParameter(rows, "rows")
            .returns(RuntimeNames.EVALUATION)
            .addStatement("return evaluate(dataset(rows))")
            .build());
    type.addMethod(monteCarlo());
  }

  private MethodSpec streamed() {
    return MethodSpec.methodBuilder("fit")
        .addJavadoc(
            "Trains on rows that are read anew for every pass, so that they need not be in memory."
                + "\n\n@throws $T if rows cannot be read\n"
                + ERRORS.strip()
                + "\n",
            IOException.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(streams, "rows")
        .addParameter(RuntimeNames.TRAINING, "training")
        .returns(RuntimeNames.HISTORY)
        .addException(IOException.class)
        .addStatement(
            "return fit($T.source($T.ROWS,$Wrows),$Wtraining)",
            RuntimeNames.ROW_DATASETS,
            names.rows())
        .build();
  }

  private MethodSpec monteCarlo() {
    return MethodSpec.methodBuilder("predictMonteCarlo")
        .addJavadoc(
            "Predicts each row many times with the noise of training; what rows are labelled is not"
                + "\nread. All else is as with arrays.\n"
                + ERRORS)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(rows, "rows")
        .addParameter(TypeName.INT, "samples")
        .addParameter(TypeName.LONG, "seed")
        .returns(RuntimeNames.MONTE_CARLO_PREDICTION)
        .addStatement(
            "return predictMonteCarlo($T.inputs($T.ROWS,$Wrows),$Wsamples,$Wseed)",
            RuntimeNames.ROW_DATASETS,
            names.rows())
        .build();
  }

  private MethodSpec dataset(TypeName source, CodeBlock iterable, String what) {
    return MethodSpec.methodBuilder("dataset")
        .addJavadoc(what + "\n" + ERRORS)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addParameter(source, "rows")
        .returns(RuntimeNames.DATASET)
        .addStatement(
            "return $T.of($T.ROWS,$W$L)", RuntimeNames.ROW_DATASETS, names.rows(), iterable)
        .build();
  }
}
