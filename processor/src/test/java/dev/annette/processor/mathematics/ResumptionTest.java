package dev.annette.processor.mathematics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.JvmProgram;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.reliability.ReliabilityFigure;
import dev.annette.runtime.reliability.Tier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that end after any batch go on in another JVM to the bits that they would have had. */
class ResumptionTest {
  @TempDir Path classes;
  @TempDir Path runs;

  @Test
  void a_run_goes_on_in_a_new_jvm_to_the_same_bits() throws Exception {
    long start = System.nanoTime();
    String[] sources =
        IntStream.range(0, ResumedRun.NETWORKS.length)
            .mapToObj(
                i ->
                    Declarations.source(
                        ResumedRun.network(i),
                        "input = 4, loss = Loss.CROSS_ENTROPY",
                        ResumedRun.NETWORKS[i]))
            .toArray(String[]::new);
    Compilation networks = SourceCompiler.javac().compileCleanly(sources);
    JvmProgram program = new JvmProgram(ResumedRun.class, networks, classes);
    List<String> cuts = cuts();
    List<String> whole = program.run(arguments("cut", cuts));
    List<String> resumed = program.run(arguments("resume", cuts));
    long different =
        IntStream.range(0, cuts.size()).filter(i -> !whole.get(i).equals(resumed.get(i))).count();
    double seconds = (System.nanoTime() - start) / 1e9;
    new ReliabilityFigure("resumed-runs", cuts.size(), 0, different, 0, seconds).write();
    assertEquals(whole, resumed);
    assertTrue(whole.stream().map(line -> line.split(" ")[1]).distinct().count() >= 40);
  }

  /** Returns every run with one of its batches, or with all of them. */
  private static List<String> cuts() {
    List<String> cuts = new ArrayList<>();
    for (int run = 0; run < ResumedRun.RUNS; run++) {
      int batches = ResumedRun.batches();
      int first = 1 + run % batches;
      for (int i = 0; i < Tier.cases(1, batches); i++) {
        cuts.add(run + ":" + (1 + (first + i) % batches));
      }
    }
    return cuts;
  }

  private String[] arguments(String what, List<String> cuts) {
    return Stream.concat(Stream.of(what, runs.toString()), cuts.stream()).toArray(String[]::new);
  }
}
