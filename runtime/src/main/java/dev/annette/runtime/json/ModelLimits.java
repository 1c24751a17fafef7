package dev.annette.runtime.json;

import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.TensorDescription;

/**
 * The sizes that the format allows. A saved file keeps them, and a file that does not is refused.
 */
final class ModelLimits {
  /** How deep objects and arrays may nest; the format needs 7. */
  static final int DEPTH = 16;

  /** Characters in the name of a field, that of a layer's penalty among them. */
  static final int NAME = 1024;

  /** Characters in a text that is not a chunk of a tensor. */
  static final int TEXT = 4096;

  /** Characters in a number. */
  static final int NUMBER = 64;

  /** Numbers in a chunk of base64: 48 KiB of floats, 64 KiB of text. */
  static final int CHUNK_NUMBERS = 12_288;

  /** Characters in a chunk of base64. */
  static final int CHUNK_TEXT = CHUNK_NUMBERS * Float.BYTES / 3 * 4;

  /** The largest tensor whose numbers are written as plain numbers. */
  static final int PLAIN_NUMBERS = 1024;

  /** Bytes for everything but the numbers of tensors. */
  private static final long DESCRIPTION_BYTES = 64L << 20;

  /** Bytes for one number of a tensor, with an indent: a plain float has 15 characters at most. */
  private static final long NUMBER_BYTES = 32;

  /** The most numbers of one tensor: as many as an array can hold. */
  static final int ARRAY = Integer.MAX_VALUE - 8;

  /** The most numbers of a file whose class is not there: 1 GiB of floats. */
  static final long NUMBERS_WITHOUT_CLASS = 1L << 28;

  /** Bytes of memory for what comes before descriptions. */
  static final long HEADER_MEMORY = 1L << 16;

  /** Bytes of memory for a description beyond that of the class. */
  private static final long DESCRIPTION_MEMORY = 1L << 20;

  /** Bytes of memory for the description of a network whose class is not there. */
  private static final long ANY_DESCRIPTION_MEMORY = 8L << 20;

  /**
   * Bytes of memory for how the numbers came about: some 30,000 epochs with validation, one metric
   * and one penalty.
   */
  private static final long PROVENANCE_MEMORY = 16L << 20;

  private ModelLimits() {}

  /** Returns what a description may take, for a class or, with null, for any. */
  static MemoryBudget description(NetworkDescription expected) {
    return MemoryBudget.of(
        expected == null
            ? ANY_DESCRIPTION_MEMORY
            : DESCRIPTION_MEMORY + MemoryBudget.of(0).add(expected).taken());
  }

  /** Returns what the tensors of a network may take besides their numbers. */
  static MemoryBudget tensors(NetworkDescription network) {
    return description(network);
  }

  /** Returns what a provenance may take. */
  static MemoryBudget provenance() {
    return MemoryBudget.of(PROVENANCE_MEMORY);
  }

  /** Returns how many bytes come before a network is known, inflated. */
  static long descriptionBytes() {
    return DESCRIPTION_BYTES;
  }

  /** Returns how many bytes a file of any network may have. */
  static long documentBytesWithoutClass() {
    return DESCRIPTION_BYTES + NUMBERS_WITHOUT_CLASS * NUMBER_BYTES;
  }

  /** Returns how many bytes a file of this network may have, inflated. */
  static long documentBytes(NetworkDescription network) {
    return DESCRIPTION_BYTES + numbers(network) * NUMBER_BYTES;
  }

  /** Returns how many numbers the tensors of a network have. */
  static long numbers(NetworkDescription network) {
    return network.tensors().stream().mapToLong(TensorDescription::size).sum();
  }
}
