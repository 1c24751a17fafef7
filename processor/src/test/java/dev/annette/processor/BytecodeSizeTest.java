package dev.annette.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Corpus;
import dev.annette.processor.testing.MethodSizes;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.data.Batch;
import dev.annette.runtime.kernel.loss.Targets;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Training;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Generated methods stay short: HotSpot compiles none of more than 8,000 bytes of bytecode, and a
 * network of {@value Corpus#MANY_LAYERS} layers that have everything stays below a quarter of that.
 */
class BytecodeSizeTest {
  private static final int LIMIT = 2_000;

  private static Compilation networks;

  @BeforeAll
  static void compile() {
    networks =
        SourceCompiler.javac().compileCleanly(Corpus.deep().source(), Corpus.everything().source());
  }

  @Test
  void no_method_is_longer_than_the_limit() {
    Map<String, Integer> longer = new TreeMap<>();
    networks
        .classes("corpus/")
        .forEach(
            (path, bytes) ->
                MethodSizes.of(bytes)
                    .forEach(
                        (method, size) -> {
                          if (size >= LIMIT) {
                            longer.put(path + " " + method, size);
                          }
                        }));
    assertEquals(Map.of(), longer);
  }

  @Test
  void a_deep_network_trains_and_predicts() {
    NetworkTrainer<?> trainer = networks.network("corpus.Deep").create(1);
    trainer.prepare(Training.online().examples(10));
    float[] before = trainer.model().content().tensor(0).clone();
    double loss = trainer.step(Batch.of(new float[16], 2, new Targets.Classes(new int[] {0, 2})));
    assertTrue(Double.isFinite(loss));
    assertTrue(!java.util.Arrays.equals(before, trainer.model().content().tensor(0)));
    float[] outputs = new float[3];
    trainer.model().predictor().predict(new float[8], outputs);
    assertEquals(1, outputs[0] + outputs[1] + outputs[2], 1e-6);
  }
}
