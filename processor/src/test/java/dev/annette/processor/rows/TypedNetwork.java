package dev.annette.processor.rows;

import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.SourceCompiler;
import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.json.JsonLines;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.rows.ReadableRows;
import dev.annette.runtime.train.NetworkTrainer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A network with typed rows, compiled from its source, and called as a user calls it. */
final class TypedNetwork {
  private static final String IMPORTS =
      """
      package example;
      import dev.annette.*;
      import static dev.annette.Activation.*;
      import static dev.annette.Cycle.*;
      import static dev.annette.Imputation.*;
      import java.time.*;
      import java.util.*;
      """;

  private final Compilation compilation;
  private final ClassLoader loader;
  private final String name;

  private TypedNetwork(Compilation compilation, String name) {
    this.compilation = compilation;
    this.loader = compilation.loader();
    this.name = name;
  }

  /**
   * Compiles the class {@code example.Net} with a record or class {@code Row} in it.
   *
   * @param members what is in it, beside one output layer
   */
  static TypedNetwork of(String members) {
    return of("@Network(rows = Net.Row.class)", members);
  }

  /** Compiles the same with another annotation. */
  static TypedNetwork of(String annotation, String members) {
    String source = source(annotation, members);
    return new TypedNetwork(
        SourceCompiler.javac()
            .with("-Xlint:all", "-Xdoclint:all,-missing", "-Werror")
            .compileCleanly(source),
        "example.Net");
  }

  static String source(String annotation, String members) {
    return IMPORTS
        + annotation
        + "\npublic class Net {\n"
        + members
        + "\n  @Dense Layer output;\n}\n";
  }

  Compilation compilation() {
    return compilation;
  }

  NetworkTrainer<?> create(long seed) {
    return (NetworkTrainer<?>) call(type("Trainer"), null, "create", seed);
  }

  NetworkTrainer<?> from(NetworkModel model) {
    return (NetworkTrainer<?>) call(type("Trainer"), null, "from", model);
  }

  @SuppressWarnings("unchecked")
  ReadableRows<Object> rows() {
    return (ReadableRows<Object>) call(type("Trainer"), null, "rows");
  }

  Dataset dataset(List<?> rows) {
    return (Dataset) call(type("Trainer"), null, "dataset", rows);
  }

  NetworkModel load(byte[] json) {
    return (NetworkModel) call(type("Model"), null, "load", json);
  }

  /** Calls a static method of the declaring class. */
  Object make(String method) {
    return call(type(""), null, method);
  }

  /** Returns the rows of JSON lines. */
  List<Object> read(String... lines) throws IOException {
    byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return JsonLines.read(new ByteArrayInputStream(text), "lines", rows());
  }

  /** Calls a method of an object by its name and its arguments. */
  static Object ask(Object on, String method, Object... arguments) {
    return call(on.getClass(), on, method, arguments);
  }

  private Class<?> type(String suffix) {
    try {
      return loader.loadClass(name + suffix);
    } catch (ClassNotFoundException missing) {
      throw new AssertionError(missing);
    }
  }

  private static Object call(Class<?> type, Object on, String name, Object... arguments) {
    Method method =
        Stream.of(type.getDeclaredMethods())
            .filter(each -> each.getName().equals(name) && takes(each, arguments))
            .findFirst()
            .orElseThrow(
                () ->
                    new AssertionError("no " + name + Arrays.toString(arguments) + " in " + type));
    try {
      method.setAccessible(true);
      return method.invoke(on, arguments);
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(thrown.getCause());
    } catch (IllegalAccessException hidden) {
      throw new AssertionError(hidden);
    }
  }

  private static boolean takes(Method method, Object... arguments) {
    Class<?>[] types = method.getParameterTypes();
    if (types.length != arguments.length) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      boolean fits =
          types[i].isPrimitive() ? isBox(types[i], arguments[i]) : isNullOr(types[i], arguments[i]);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBox(Class<?> primitive, Object argument) {
    return argument != null
        && java.lang.invoke.MethodType.methodType(primitive)
            .wrap()
            .returnType()
            .isInstance(argument);
  }

  private static boolean isNullOr(Class<?> type, Object argument) {
    return argument == null || type.isInstance(argument);
  }
}
