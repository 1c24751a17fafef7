package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds a normal number to every unit in each training step (Holmström and Koistinen 1992; Bishop
 * 1995).
 *
 * <p>{@code y = x + N(0, stddev)}, drawn for every unit of every row, independently. The expected
 * output is unchanged; the model has no noise at all.
 *
 * <p>The standard deviation has the unit of what it is added to. Alone on a field, that is what the
 * field above hands on: behind {@link Standardize}, 0.1 is a tenth of each feature's own standard
 * deviation.
 *
 * <pre>{@code @GaussianNoise(0.1) Layer blurred;}</pre>
 *
 * <p>Beside a layer annotation, it is the layer's output after the activation, whatever its range:
 * 0.1 is little where outputs reach 20, and much where they stay between 0 and 1.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface GaussianNoise {
  /** The standard deviation. At least 0 and finite, above 1 too; 0 switches the noise off. */
  double value();
}
