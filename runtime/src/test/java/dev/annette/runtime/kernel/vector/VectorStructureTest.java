package dev.annette.runtime.kernel.vector;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import org.junit.jupiter.api.Test;

/** What C2 needs to keep vectors in registers: none crosses a call, and species are constants. */
class VectorStructureTest {
  @Test
  void no_method_takes_or_returns_a_vector() {
    for (Class<?> type : classes()) {
      for (Method method : type.getDeclaredMethods()) {
        assertFalse(isVector(method.getReturnType()), method::toString);
        for (Class<?> parameter : method.getParameterTypes()) {
          assertFalse(isVector(parameter), method::toString);
        }
      }
    }
  }

  @Test
  void fields_are_constants_and_no_vectors() {
    for (Class<?> type : classes()) {
      for (Field field : type.getDeclaredFields()) {
        Class<?> held = field.getType();
        assertFalse(isVector(held) && held != VectorSpecies.class, field::toString);
        int constant = Modifier.STATIC | Modifier.FINAL;
        assertTrue((field.getModifiers() & constant) == constant, field::toString);
      }
    }
  }

  /** Also true of arrays: a vector in an array is one on the heap. */
  private static boolean isVector(Class<?> type) {
    if (type.isArray()) {
      return isVector(type.getComponentType());
    }
    return Stream.of(Vector.class, VectorMask.class, VectorShuffle.class, VectorSpecies.class)
        .anyMatch(v -> v.isAssignableFrom(type));
  }

  private static List<Class<?>> classes() {
    try {
      Path root =
          Path.of(VectorKernels.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path directory = root.resolve(VectorKernels.class.getPackageName().replace('.', '/'));
      try (Stream<Path> files = Files.list(directory)) {
        List<Class<?>> classes =
            files
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".class") && !name.startsWith("package-info"))
                .<Class<?>>map(name -> load(name.substring(0, name.length() - 6)))
                .toList();
        assertTrue(classes.contains(VectorTiles.class), classes::toString);
        return classes;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> load(String simpleName) {
    try {
      return Class.forName(VectorKernels.class.getPackageName() + "." + simpleName);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
