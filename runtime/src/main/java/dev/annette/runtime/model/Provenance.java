package dev.annette.runtime.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the numbers of a model came from. It holds no time and no machine, so the same training
 * gives the same bytes.
 *
 * @param seed the seed of the trainer
 * @param steps updates made so far
 * @param epochs passes over the training rows so far
 * @param examples m, the number of training rows that scaled the penalties; 0 before training
 * @param optimizer the optimizer in words; empty before training
 * @param options what else the last run was told, in words by the method of {@code Training} that
 *     said it: {@code labelSmoothing}, {@code clipNorm}, {@code dropout of hidden}
 * @param penalties the penalties as they acted
 * @param history one record per epoch, first to last
 */
public record Provenance(
    long seed,
    long steps,
    int epochs,
    double examples,
    String optimizer,
    SortedMap<String, String> options,
    List<PenaltyRecord> penalties,
    List<EpochRecord> history) {

  /** Copies the collections. */
  public Provenance {
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    penalties = List.copyOf(penalties);
    history = List.copyOf(history);
  }

  /** Returns the provenance of a network that has only been initialised. */
  public static Provenance untrained(long seed) {
    return new Provenance(seed, 0, 0, 0, "", new TreeMap<>(), List.of(), List.of());
  }
}
