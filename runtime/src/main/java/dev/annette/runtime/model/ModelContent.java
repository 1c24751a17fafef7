package dev.annette.runtime.model;

import java.util.List;

/** Everything a model consists of: its description, its provenance and the numbers themselves. */
public final class ModelContent {
  private final NetworkDescription description;
  private final Provenance provenance;
  private final float[][] tensors;

  /**
   * Puts the parts together.
   *
   * @param tensors one array per tensor, in the order of {@link NetworkDescription#tensors()},
   *     row-major; not copied
   * @throws IllegalArgumentException if the number of arrays or a length is not the described one
   */
  public ModelContent(NetworkDescription description, Provenance provenance, float[]... tensors) {
    List<TensorDescription> described = description.tensors();
    if (tensors.length != described.size()) {
      throw new IllegalArgumentException(
          "%s has %d tensors, but %d arrays were given"
              .formatted(description.network(), described.size(), tensors.length));
    }
    for (int i = 0; i < tensors.length; i++) {
      TensorDescription tensor = described.get(i);
      if (tensors[i].length != tensor.size()) {
        throw new IllegalArgumentException(
            "%s of %s has shape %s, so %d numbers, but the array holds %d"
                .formatted(
                    tensor.name(),
                    description.network(),
                    tensor.shape(),
                    tensor.size(),
                    tensors[i].length));
      }
    }
    this.description = description;
    this.provenance = provenance;
    this.tensors = tensors.clone();
  }

  /** Returns what the network is made of. */
  public NetworkDescription description() {
    return description;
  }

  /** Returns where the numbers came from. */
  public Provenance provenance() {
    return provenance;
  }

  /** Returns how many tensors there are. */
  public int tensorCount() {
    return tensors.length;
  }

  /**
   * Returns the numbers of one tensor, row-major: the array itself, which nobody may change.
   *
   * @param index its place in {@link NetworkDescription#tensors()}
   */
  public float[] tensor(int index) {
    return tensors[index];
  }
}
