package dev.annette.processor;

import dev.annette.processor.ir.Program;
import dev.annette.processor.write.SourceFile;
import java.util.List;

/**
 * What the compiler makes of one network.
 *
 * @param training the program that trains
 * @param prediction the program that predicts
 * @param sampling the program that predicts with the noise of training, if there is noise
 * @param sources the Java sources that carry them out
 */
record CompiledNetwork(
    Program training, Program prediction, Program sampling, List<SourceFile> sources) {
  /** Returns the programs as text. */
  String planText() {
    return training
        + "\nprediction\n"
        + prediction
        + (sampling.draws() ? "\nsampling\n" + sampling : "");
  }
}
