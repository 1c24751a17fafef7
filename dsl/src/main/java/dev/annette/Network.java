package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that a class describes a network: its fields of type {@link Layer}, in order, are the
 * layers.
 *
 * <p>For a class {@code Digits} the processor writes {@code DigitsTrainer} and {@code DigitsModel}
 * into the same package (for a nested class {@code Outer.Digits}: {@code Outer_DigitsTrainer}). The
 * class may be top-level or static nested, of any visibility but private; it is never instantiated.
 *
 * <pre>{@code
 * @Network(input = 64, loss = Loss.CROSS_ENTROPY)
 * class Digits {
 *   @Dense(units = 128, activation = Activation.RELU) @L2(1) @Dropout(0.5) Layer hidden;
 *   @Dense(units = 10) Layer output;
 * }
 * }</pre>
 *
 * <p>With {@link #rows()} the columns of a row are those of a record, here a nested one:
 *
 * <pre>{@code
 * @Network(rows = Garden.Flower.class)
 * class Garden {
 *   record Flower(@Standardize float length, @Standardize float width, @Label boolean poisonous) {}
 *
 *   @Dense(units = 8, activation = Activation.TANH) Layer hidden;
 *   @Dense Layer output;
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Network {
  /**
   * The shape of one row of features, without the batch: {@code 64} means 64 numbers a row. Either
   * this or {@link #rows()} says what a row is.
   */
  int[] input() default {};

  /**
   * The type of a row: a record, whose components are the columns, or a plain class, whose fields
   * in alphabetical order are. Columns are numbers, booleans, enums, texts with {@link Categories}
   * or {@link Hashed}, or dates with {@link Cyclic}; the one with {@link Label} is predicted. What
   * they become is written by the processor ({@code DigitsRows}), measured on the training rows, or
   * learned with {@link Embedding}, and saved with the model.
   */
  Class<?> rows() default void.class;

  /**
   * The loss that training makes small; it also decides how the output is read. With {@link
   * #rows()} it follows from the label: {@link Loss#CROSS_ENTROPY} for an enum, {@link
   * Loss#BINARY_CROSS_ENTROPY} for a boolean, {@link Loss#HALF_SQUARED_ERROR} for a number, where
   * another one may be written. Without rows it must be written, unless {@link #customLoss()} is.
   */
  Loss loss() default Loss.CUSTOM;

  /**
   * A loss that the user wrote, in place of {@link #loss()}: a class that implements {@code
   * dev.annette.runtime.custom.LossFunction}, with a constructor without parameters. Both must be
   * accessible from the network's package. The model's {@code predict} answers with the outputs as
   * they are.
   *
   * <pre>{@code
   * @Network(input = 8, customLoss = Pinball.class)
   * class Demand {
   *   @Dense(units = 16, activation = Activation.TANH) Layer hidden;
   *   @Dense(units = 1) Layer output;
   * }
   *
   * class Pinball implements dev.annette.runtime.custom.LossFunction {
   *   @Override
   *   public double value(double[] outputs, double[] targets) {
   *     double error = targets[0] - outputs[0];
   *     return Math.max(0.9 * error, -0.1 * error);
   *   }
   *
   *   @Override
   *   public void derivative(double[] outputs, double[] targets, double[] derivative) {
   *     derivative[0] = targets[0] > outputs[0] ? -0.9 : 0.1;
   *   }
   * }
   * }</pre>
   */
  Class<?> customLoss() default void.class;

  /**
   * The δ of {@link Loss#HUBER}: where the loss turns from squared to absolute, in the unit of the
   * target. Above 0; an error with any other loss.
   */
  double delta() default 1.0;

  /**
   * What the λ of every penalty in this network means, unless the penalty says otherwise. {@link
   * PenaltyScaling#NETWORK} here stands for {@link PenaltyScaling#TEXTBOOK}.
   */
  PenaltyScaling scaling() default PenaltyScaling.NETWORK;
}
