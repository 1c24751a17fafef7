package dev.annette.runtime.model;

import java.util.List;

/**
 * Where the numbers of a model came from. It holds no time and no machine, so the same training
 * gives the same bytes.
 *
 * @param seed the seed of the trainer
 * @param steps updates made so far
 * @param epochs passes over the training rows so far
 * @param examples m, the number of training rows that scaled the penalties; 0 before training
 * @param optimizer the optimizer in words; empty before training
 * @param penalties the penalties as they acted
 * @param history one record per epoch, first to last
 */
public record Provenance(
    long seed,
    long steps,
    int epochs,
    double examples,
    String optimizer,
    List<PenaltyRecord> penalties,
    List<EpochRecord> history) {

  /** Copies the lists. */
  public Provenance {
    penalties = List.copyOf(penalties);
    history = List.copyOf(history);
  }

  /** Returns the provenance of a network that has only been initialised. */
  public static Provenance untrained(long seed) {
    return new Provenance(seed, 0, 0, 0, "", List.of(), List.of());
  }
}
