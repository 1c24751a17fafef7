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

  /** Numbers in a chunk of base64: 768 KiB of floats, 1 MiB of text. */
  static final int CHUNK_NUMBERS = 196_608;

  /** Characters in a chunk of base64. */
  static final int CHUNK_TEXT = CHUNK_NUMBERS * Float.BYTES / 3 * 4;

  /** The largest tensor whose numbers are written as plain numbers. */
  static final int PLAIN_NUMBERS = 1024;

  /** Bytes for everything but the numbers of tensors: a history of some 300,000 epochs. */
  private static final long DESCRIPTION_BYTES = 64L << 20;

  /** Bytes for one number of a tensor, with an indent: a plain float has 15 characters at most. */
  private static final long NUMBER_BYTES = 32;

  /** The most numbers of a file whose class is not there: 1 GiB of floats. */
  static final long NUMBERS_WITHOUT_CLASS = 1L << 28;

  private ModelLimits() {}

  /** Returns how many bytes come before a network is known, inflated. */
  static long descriptionBytes() {
    return DESCRIPTION_BYTES;
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
