package dev.annette.processor.ir;

import dev.annette.Loss;
import dev.annette.processor.diagnostic.Origin;

/**
 * The loss of a network as declared.
 *
 * @param loss which
 * @param delta the δ of a Huber loss
 * @param origin where it is declared
 */
public record LossChoice(Loss loss, double delta, Origin origin) {}
