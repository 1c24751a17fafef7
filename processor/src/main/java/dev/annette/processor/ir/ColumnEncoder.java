package dev.annette.processor.ir;

/**
 * What turns a value into several features: a class in the runtime's package of rows, with {@code
 * encode(column, value, constant, features, at)} and {@code names(column, constant)}.
 *
 * @param className the class, simple: {@code OneHot}
 * @param constantName how the constant is called: {@code categories}
 * @param constant an Integer, or a list of Doubles, of Strings or of constants of an enum
 * @param width how many features there are
 */
public record ColumnEncoder(String className, String constantName, Object constant, int width) {}
