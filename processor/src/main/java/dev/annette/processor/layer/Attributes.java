package dev.annette.processor.layer;

import dev.annette.processor.diagnostic.Origin;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ClassRef;
import dev.annette.rule.NumberRule;
import java.util.List;

/**
 * The values of one annotation. A value that breaks its rule is reported once, at the value, and a
 * legal stand-in is returned so that reading goes on.
 */
public interface Attributes {
  /** Returns a number whose rule depends on other annotations; the caller checks it. */
  double number(String name);

  /** Returns a number that keeps a rule. */
  double number(String name, NumberRule rule);

  /**
   * Returns a whole number that is at least 1.
   *
   * @param reason why, as a clause: {@code the number of units is the width of the layer's output}
   */
  int count(String name, String reason);

  /** Returns a flag. */
  boolean flag(String name);

  /** Returns a constant of an enum. */
  <E extends Enum<E>> E constant(String name, Class<E> type);

  /**
   * Returns a class that the user wrote, of which generated code can make an object.
   *
   * @param contract the interface of the runtime that it must implement, qualified
   */
  ClassRef type(String name, String contract);

  /** Returns the numbers of an array. */
  List<Double> numbers(String name);

  /** Returns the texts of an array. */
  List<String> words(String name);

  /** Returns the constants of an array of an enum. */
  <E extends Enum<E>> List<E> constants(String name, Class<E> type);

  /** Returns a whole number whose rule depends on the annotation; the caller checks it. */
  int whole(String name);

  /** Returns whether the user wrote the value, rather than leaving it to its default. */
  boolean isWritten(String name);

  /**
   * Returns the annotation as short as it can be written with one of its values: {@code @L2(0.1)}.
   */
  String source(String name);

  /** Returns the annotation without its values: {@code @Standardize}. */
  String source();

  /** Returns the field that the annotation stands on. */
  String field();

  /** Returns the place of the annotation. */
  Origin origin();

  /**
   * Returns the place of one of its values, or of the annotation where the value is the default.
   */
  Origin origin(String name);

  /** Returns the place of an entry of an array. */
  Origin origin(String name, int index);

  /** Reports a problem that the readers above do not know. */
  void report(Problem problem, Origin origin, String message);
}
