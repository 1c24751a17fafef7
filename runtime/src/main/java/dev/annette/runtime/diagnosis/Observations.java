package dev.annette.runtime.diagnosis;

import dev.annette.runtime.model.NetworkDescription;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of a run besides its epochs.
 *
 * @param network what was trained
 * @param epochsBefore the epochs of earlier runs
 * @param optimizer the optimizer in words
 * @param regularization what held the network back
 * @param constantLoss the data loss of the best constant answer to the training rows, which a
 *     network must beat; NaN if it is not known
 * @param sampledRows how many training rows the units were observed on
 * @param deadUnits by layer, how many of its units handed on 0 for each of these rows, without
 *     those whose incoming weights are all 0; layers with weights alone
 */
public record Observations(
    NetworkDescription network,
    int epochsBefore,
    String optimizer,
    Regularization regularization,
    double constantLoss,
    int sampledRows,
    SortedMap<String, Integer> deadUnits) {

  /** Copies the map. */
  public Observations {
    deadUnits = Collections.unmodifiableSortedMap(new TreeMap<>(deadUnits));
  }
}
