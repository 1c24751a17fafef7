package dev.annette.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.annette.Allow;
import dev.annette.Network;
import dev.annette.processor.read.Kinds;
import dev.annette.processor.testing.Compilation;
import dev.annette.processor.testing.Corpus;
import dev.annette.processor.testing.SourceCompiler;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.lang.model.element.Element;
import org.junit.jupiter.api.Test;

/** What build tools rely on to compile only what changed. */
class IncrementalTest {
  @Test
  void every_file_comes_from_exactly_one_class() {
    Map<String, List<String>> origins = new TreeMap<>();
    SourceCompiler.javac()
        .with("-Aannette.dump=plan")
        .processor(() -> recording(origins))
        .compileCleanly(
            Corpus.everything().source(),
            "package other;\nimport dev.annette.*;\nclass Outer { @Network(input = 1, loss ="
                + " Loss.HUBER) static class Inner { @Dense(units = 1) Layer y; } }\n",
            "package other;\n"
                + "import dev.annette.*;\n"
                + "@Network(rows = Passenger.class) class Titanic { @Dense Layer y; }\n",
            "package other;\nimport dev.annette.*;\nrecord Passenger(float age, @Label boolean"
                + " survived) {}\n");
    Map<String, List<String>> expected = new TreeMap<>();
    for (String file : List.of("EverythingTrainer", "EverythingModel", "Everything.plan.txt")) {
      expected.put(file, List.of("corpus.Everything"));
    }
    for (String file : List.of("Outer_InnerTrainer", "Outer_InnerModel", "Outer_Inner.plan.txt")) {
      expected.put(file, List.of("other.Outer.Inner"));
    }
    for (String file :
        List.of("TitanicTrainer", "TitanicModel", "TitanicRows", "Titanic.plan.txt")) {
      expected.put(file, List.of("other.Titanic"));
    }
    assertEquals(expected, origins);
  }

  @Test
  void gradle_is_told_that_networks_do_not_depend_on_each_other() throws IOException {
    assertEquals(
        AnnetteProcessor.class.getName() + ",isolating",
        resource("META-INF/gradle/incremental.annotation.processors"));
    assertEquals(
        AnnetteProcessor.class.getName(),
        resource("META-INF/services/javax.annotation.processing.Processor"));
  }

  @Test
  void annotations_stay_in_class_files_and_out_of_memory() {
    List<Class<? extends Annotation>> annotations =
        new ArrayList<>(Kinds.load().fieldAnnotations());
    annotations.addAll(List.of(Network.class, Allow.class));
    for (Class<? extends Annotation> annotation : annotations) {
      assertEquals(
          RetentionPolicy.CLASS,
          annotation.getAnnotation(Retention.class).value(),
          annotation::getName);
    }
  }

  @Test
  void every_option_is_declared() {
    Compilation compilation =
        SourceCompiler.javac()
            .with("-Xlint:all", "-Werror", "-Aannette.dump=plan", "-Aannette.fusion=off")
            .compileCleanly(Corpus.everything().source());
    assertEquals(List.of(), compilation.diagnostics());
  }

  /** Returns the processor with a filer that notes the origins of each file it is asked for. */
  private static Processor recording(Map<String, List<String>> origins) {
    AnnetteProcessor annette = new AnnetteProcessor();
    return proxy(
        Processor.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("init")) {
            annette.init(recording((ProcessingEnvironment) arguments[0], origins));
            return null;
          }
          return invoke(method, annette, arguments);
        });
  }

  private static ProcessingEnvironment recording(
      ProcessingEnvironment environment, Map<String, List<String>> origins) {
    Filer filer =
        proxy(
            Filer.class,
            (proxy, method, arguments) -> {
              List<Element> elements = List.of((Element[]) arguments[arguments.length - 1]);
              String file = arguments[arguments.length - 2].toString();
              origins.put(
                  file.endsWith(".txt") ? file : file.substring(file.lastIndexOf('.') + 1),
                  elements.stream().map(Object::toString).toList());
              return invoke(method, environment.getFiler(), arguments);
            });
    return proxy(
        ProcessingEnvironment.class,
        (proxy, method, arguments) ->
            method.getName().equals("getFiler") ? filer : invoke(method, environment, arguments));
  }

  private static Object invoke(java.lang.reflect.Method method, Object on, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static String resource(String path) throws IOException {
    try (InputStream stream = AnnetteProcessor.class.getClassLoader().getResourceAsStream(path)) {
      assertNotNull(stream, path);
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return String.join("\n", Arrays.stream(text.split("\n")).filter(s -> !s.isBlank()).toList());
    }
  }
}
