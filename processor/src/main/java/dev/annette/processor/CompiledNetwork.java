package dev.annette.processor;

import dev.annette.processor.ir.Program;
import dev.annette.processor.write.SourceFile;
import java.util.List;

/**
 * What the compiler makes of one network.
 *
 * @param training the program that trains
 * @param prediction the program that predicts
 * @param sources the Java sources that carry them out
 */
record CompiledNetwork(Program training, Program prediction, List<SourceFile> sources) {
  /** Returns both programs as text. */
  String planText() {
    return training + "\nprediction\n" + prediction;
  }
}
