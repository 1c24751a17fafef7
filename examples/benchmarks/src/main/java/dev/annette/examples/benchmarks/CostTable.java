package dev.annette.examples.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Prints what each technique and each option of a run adds to a training step, as a Markdown table.
 * Every line is measured by a {@link PairedCost} in a Java process of its own, with the options of
 * this one. The manual quotes the ratios.
 */
public final class CostTable {
  private CostTable() {}

  /** Measures the cases that are named, or all. */
  public static void main(String[] names) throws IOException, InterruptedException {
    System.out.println("| | without, us | with, us | ratio | quartiles |");
    System.out.println("|---|---|---|---|---|");
    for (CostCase measured : CostCase.values()) {
      if (names.length == 0 || Arrays.asList(names).contains(measured.name())) {
        measure(measured);
      }
    }
  }

  private static void measure(CostCase measured) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(PairedCost.class.getName(), measured.name()));
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IOException(measured + " ended with " + exit);
    }
  }
}
