package dev.annette.processor.mathematics;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Declarations;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.diagnosis.Diagnosis;
import dev.annette.runtime.diagnosis.Finding;
import dev.annette.runtime.diagnosis.Observations;
import dev.annette.runtime.diagnosis.RunRecord;
import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.train.History;
import dev.annette.runtime.train.NetworkTrainer;
import dev.annette.runtime.train.Sgd;
import dev.annette.runtime.train.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the doctor recommends, written into the declaration, compiles without a warning. */
class AdviceTest {
  private static final Pattern ADDED = Pattern.compile("(@\\w+\\([^)]*\\)) on (\\w+), which");
  private static final Pattern REPLACED =
      Pattern.compile("@(\\w+)\\(([^)]*)\\) in place of @\\w+\\(([^)]*)\\) on (\\w+)");
  private static final Pattern ATTRIBUTE = Pattern.compile("(units|activation) = (\\w+) on (\\w+)");
  private static final Pattern INSERTED =
      Pattern.compile("layer, (@Dense\\([^)]*\\)), before (\\w+)");

  private static final String OUTPUT = "@Dense(units = 2) Layer output;";
  private static final String WIDE = "@Dense(units = 9, activation = RELU)";

  @ParameterizedTest
  @ValueSource(
      strings = {
        WIDE + " Layer hidden;",
        "@Dense(units = 9, activation = SELU) Layer hidden;",
        "@Dense(units = 9, activation = SELU) @AlphaDropout(0.1) Layer hidden;",
        "@Dense(units = 9, bias = false, activation = RELU) @BatchNorm Layer hidden;",
        WIDE
            + " Layer hidden; @Dense(units = 3, bias = false, activation = RELU) @BatchNorm Layer"
            + " b;",
        WIDE + " Layer hidden; @BatchNorm Layer norm;",
        "@Dense(units = 9) Layer hidden; @LayerNorm @Dropout(0.2) Layer norm;",
        WIDE + " @LayerNorm @Dropout(0.2) Layer hidden;",
        WIDE + " Layer hidden; @Dropout(0.5) Layer apart;",
        WIDE + " @DropConnect(0.5) Layer hidden;",
        WIDE + " @GaussianDropout(0.5) Layer hidden;",
        WIDE + " @GaussianNoise(0.5) Layer hidden;",
        WIDE + " @UnitNorm @Dropout(0.5) Layer hidden;",
        WIDE + " @MaxNorm(3) @Dropout(0.5) Layer hidden;",
        WIDE + " @WeightDecay(0.01) @Dropout(0.5) Layer hidden;",
        WIDE + " @L2(40) @Dropout(0.5) Layer hidden;",
        WIDE + " @L2(value = 0.5, scaling = PenaltyScaling.SKLEARN_LOGISTIC) Layer hidden;",
        WIDE + " @L1(value = 3, bias = true) @Dropout(0.5) Layer hidden;",
        WIDE + " @ActivityL1(3) Layer hidden;",
        WIDE + " @GroupLasso(3) Layer hidden;",
        "@Dropout(0.2) Layer pixels; " + WIDE + " Layer hidden;",
        "@Standardize Layer scaled;",
        "@Standardize Layer scaled; @Dropout(0.2) Layer noisy;",
      })
  void advice_compiles_without_a_warning(String layers) {
    String declared = layers + " " + OUTPUT;
    Set<String> changed = new TreeSet<>();
    findings(declared).forEach(finding -> changed.addAll(applied(finding.remedy(), declared)));
    assertFalse(changed.isEmpty(), declared);
    List<String> sources = new ArrayList<>();
    changed.forEach(one -> sources.add(source("sick.Net" + sources.size(), one)));
    Compilation compilation =
        SourceCompiler.javac()
            .with("-Xlint:all", "-Werror")
            .compile(sources.toArray(String[]::new));
    assertTrue(compilation.succeeded(), () -> changed + compilation.messages());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "overfitting | @L2(1) in place of @L2(0.5) on hidden, twice the strength | @L2(0.5)",
        "dominating-penalty | @L2(0.05) in place of @L2(0.5) on hidden, a tenth | @L2(0.5)",
        "overfitting | @L1(0.25) in place of @L1(0.5) on hidden, where C divides"
            + " | @L1(value = 0.5, scaling = PenaltyScaling.SKLEARN_LOGISTIC)",
        "dominating-penalty | @L1(5) in place of @L1(0.5) on hidden, where C divides"
            + " | @L1(value = 0.5, scaling = PenaltyScaling.SKLEARN_LOGISTIC)",
        "dominating-penalty | @ActivityL2(0.03) in place of @ActivityL2(0.3) on hidden, a tenth"
            + " | @ActivityL2(0.3)",
        "dominating-penalty | @L1(0.7) in place of @L1(7) on hidden, a tenth | @L1(7)",
      })
  void numbers_are_those_of_the_declaration(String key, String remedy, String penalty) {
    String declared = WIDE + " @Dropout(0.5) " + penalty + " Layer hidden; " + OUTPUT;
    Finding finding =
        findings(declared).stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    assertTrue(finding.remedy().startsWith(remedy), finding.remedy());
  }

  /** Returns what is found of runs that fail in every way. */
  private static List<Finding> findings(String declared) {
    NetworkTrainer<?> trainer =
        SourceCompiler.javac().compile(source("sick.Net", declared)).network("sick.Net").create(1);
    Dataset rows = rows();
    History history = trainer.fit(rows, Training.epochs(1).optimizer(Sgd.of(1e-6)));
    Set<String> penalties = history.last().penalties().keySet();
    Observations seen = history.observed();
    TreeMap<String, Integer> none = new TreeMap<>();
    TreeMap<String, Integer> silent = new TreeMap<>(Map.of("hidden", 9));
    List<Finding> findings = new ArrayList<>();
    findings.addAll(run(seen, none, penalties, 0.001, 0.1, 0.9)); // overfits
    findings.addAll(run(seen, none, penalties, 0.001, 0.9, 0.9)); // underfits
    findings.addAll(run(seen, none, penalties, 0.2, 0.9, 0.9)); // underfits under a penalty
    findings.addAll(run(seen, none, penalties, 10, 0.9, 0.9)); // is penalised too much
    findings.addAll(run(seen, silent, penalties, 0.001, 0.3, 0.3)); // has units that are dead
    return findings;
  }

  /** Returns what is found of ten epochs that are all the same. */
  private static List<Finding> run(
      Observations seen,
      TreeMap<String, Integer> dead,
      Set<String> penalties,
      double penalty,
      double dataLoss,
      double validationLoss) {
    TreeMap<String, Double> ledger = new TreeMap<>();
    penalties.forEach(name -> ledger.put(name, penalty));
    List<EpochRecord> epochs =
        IntStream.rangeClosed(1, 10)
            .mapToObj(i -> new EpochRecord(i, dataLoss, ledger, validationLoss, new TreeMap<>()))
            .toList();
    Observations observed =
        new Observations(seen.network(), 0, "sgd", seen.regularization(), 1, 64, dead);
    return Diagnosis.of(new RunRecord(epochs, true, 0, observed)).findings();
  }

  /** Returns the declaration with each change that a remedy names. */
  private static List<String> applied(String remedy, String declared) {
    List<String> changed = new ArrayList<>();
    for (MatchResult added : matches(ADDED, remedy)) {
      String field = "Layer " + added.group(2) + ";";
      changed.add(declared.replace(field, added.group(1) + " " + field));
    }
    for (MatchResult replaced : matches(REPLACED, remedy)) {
      String before = "(@" + replaced.group(1) + "\\((value = )?)";
      String old = before + Pattern.quote(replaced.group(3)) + "(?=[,)])";
      changed.add(declared.replaceFirst(old, "$1" + replaced.group(2)));
    }
    for (MatchResult attribute : matches(ATTRIBUTE, remedy)) {
      String name = attribute.group(1) + " = ";
      String behind = "(?=[^;]* Layer " + attribute.group(3) + ";)";
      String without = declared.replaceFirst("(?<=[(]|, )" + name + "\\w+(, )?" + behind, "");
      changed.add(
          without.replaceFirst("@Dense\\(" + behind, "@Dense(" + name + attribute.group(2) + ", "));
    }
    for (MatchResult inserted : matches(INSERTED, remedy)) {
      changed.add(declared.replace(OUTPUT, inserted.group(1) + " Layer inserted; " + OUTPUT));
    }
    changed.forEach(one -> assertNotEquals(declared, one, remedy));
    return changed.stream().map(one -> one.replace(", )", ")")).toList();
  }

  private static List<MatchResult> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().toList();
  }

  private static String source(String name, String layers) {
    return Declarations.source(
        name, "input = 2, loss = Loss.CROSS_ENTROPY", layers.split("(?<=;) "));
  }

  private static Dataset rows() {
    Random random = new Random(1);
    float[] features = new float[64];
    int[] classes = new int[32];
    for (int i = 0; i < 32; i++) {
      classes[i] = i % 2;
      features[2 * i] = (float) random.nextGaussian();
      features[2 * i + 1] = (float) random.nextGaussian();
    }
    return Dataset.ofClasses(features, 32, classes);
  }
}
