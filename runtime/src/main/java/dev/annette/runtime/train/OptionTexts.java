package dev.annette.runtime.train;

import dev.annette.rule.NumberRule;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run was told besides its optimizer, in words by the method of {@link Training} that said
 * it. What cannot change a number, such as threads and reports, is left out, and so is what nothing
 * was said about, except for the size of batches.
 */
final class OptionTexts {
  /** Characters of a text: an own schedule may say more than a model file takes. */
  private static final int LIMIT = 1000;

  private final SortedMap<String, String> texts = new TreeMap<>();

  private OptionTexts() {}

  /**
   * Returns the texts of a run.
   *
   * @param ofBatches what is done to every batch
   */
  static SortedMap<String, String> of(RunOptions options, Transformations ofBatches) {
    OptionTexts all = new OptionTexts();
    ofBatches.texts().forEach(all::add);
    all.addRows(options);
    all.addUpdates(options);
    options.adjustments.forEach(all::add);
    return Collections.unmodifiableSortedMap(all.texts);
  }

  private void addRows(RunOptions options) {
    boolean all = options.batchSize == Integer.MAX_VALUE;
    add("batchSize", all ? "all rows" : Integer.toString(options.batchSize));
    if (!options.shuffle) {
      add("shuffle", "false");
    }
    if (options.validationShare > 0) {
      add("validationSplit", NumberRule.number(options.validationShare));
    }
  }

  private void addUpdates(RunOptions options) {
    options.learningRate.forEach(schedule -> add("learningRate", "times " + schedule.describe()));
    if (options.clipping != null) {
      add(options.clipping.kind().method(), NumberRule.number(options.clipping.limit()));
    }
    addIfSaid("averaging", options.averaging);
    addIfSaid("reduceOnPlateau", options.reduceOnPlateau);
    addIfSaid("earlyStopping", options.earlyStopping);
  }

  private void add(Adjustment adjustment) {
    String name = adjustment.setting().toString();
    if (adjustment.value() != null) {
      add(name, NumberRule.number(adjustment.value()));
    }
    if (adjustment.schedule() != null) {
      add(name, "times " + adjustment.schedule().describe());
    }
  }

  private void addIfSaid(String name, Object option) {
    if (option != null) {
      add(name, option.toString());
    }
  }

  /** Adds a text, after what was said of the same before. */
  private void add(String name, String text) {
    String whole = texts.containsKey(name) ? texts.get(name) + ", " + text : text;
    texts.put(name, shortened(whole));
  }

  private static String shortened(String text) {
    if (text.length() <= LIMIT) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(LIMIT - 2));
    return text.substring(0, splits ? LIMIT - 2 : LIMIT - 1) + "…";
  }
}
