package dev.annette.processor.ir;

import dev.annette.Loss;
import dev.annette.processor.diagnostic.Origin;

/**
 * The loss of a network as declared.
 *
 * @param loss which
 * @param delta the δ of a Huber loss
 * @param custom the class of {@link Loss#CUSTOM}; null for any other
 * @param origin where it is declared
 */
public record LossChoice(Loss loss, double delta, ClassRef custom, Origin origin) {}
