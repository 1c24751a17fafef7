package dev.annette.processor.write;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.annette.processor.ir.ClassRef;
import dev.annette.processor.ir.Costs;
import dev.annette.processor.ir.Program;
import java.util.ArrayList;
import java.util.List;

/** Writes the trainer and the model of a network. */
public final class NetworkWriter {
  private NetworkWriter() {}

  /** Returns the sources that carry out the programs of one network. */
  public static List<SourceFile> write(Program training, Program prediction, Program sampling) {
    ClassRef network = training.declaration().type();
    List<String> summary = new NetworkSummary(new Costs(training, prediction)).lines();
    List<SourceFile> files = new ArrayList<>();
    Names trainer = new Names(training, Names.Place.TRAINER);
    files.add(file(network, TrainerWriter.write(trainer, sampling, summary)));
    Names model = new Names(prediction, Names.Place.MODEL);
    files.add(file(network, ModelWriter.write(model, summary)));
    training
        .declaration()
        .rows()
        .ifPresent(rows -> files.add(file(network, RowsWriter.write(model, rows))));
    return files;
  }

  private static SourceFile file(ClassRef network, TypeSpec type) {
    String text =
        JavaFile.builder(network.packageName(), type).skipJavaLangImports(true).build().toString();
    return new SourceFile(network.qualified(type.name()), Ascii.escape(text));
  }
}
