package dev.annette;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Takes the logarithm of a number of a {@linkplain Network#rows() row}: {@code y = ln(1 + x)}, for
 * x above −1. For sizes and prices, whose ratios matter. {@link Standardize} or {@link MinMax}
 * beside it scale what comes out.
 *
 * <pre>{@code record House(@Log1p @Standardize double area, @Label double price) {}}</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Log1p {}
