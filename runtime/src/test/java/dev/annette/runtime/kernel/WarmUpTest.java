package dev.annette.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WarmUpTest {
  private static final int TIMES = 20;

  @Test
  void kernels_that_stay_slower_do_not_pass() throws InterruptedException {
    assertFalse(new WarmUp(new ScalarKernels(), repeating(), 3).passes());
  }

  @Test
  void kernels_that_are_faster_pass() throws InterruptedException {
    assertTrue(new WarmUp(repeating(), new ScalarKernels()).passes());
  }

  @Test
  void every_kernel_is_warmed_up() {
    Set<String> called = new TreeSet<>();
    Kernels recording =
        kernels(
            (kernels, method, arguments) -> {
              called.add(method.getName());
              return method.invoke(kernels, arguments);
            });
    WarmUpCall.all().forEach(call -> call.run(recording, new Scratch()));
    Set<String> all =
        Stream.of(Kernels.class.getDeclaredMethods())
            .filter(method -> Modifier.isAbstract(method.getModifiers()))
            .map(Method::getName)
            .filter(name -> !Set.of("name", "vectorBits").contains(name))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(all, called);
  }

  /** Returns scalar kernels that do everything {@value #TIMES} times. */
  private static Kernels repeating() {
    return kernels(
        (kernels, method, arguments) -> {
          for (int i = 1; i < TIMES; i++) {
            method.invoke(kernels, arguments);
          }
          return method.invoke(kernels, arguments);
        });
  }

  private static Kernels kernels(Call call) {
    Kernels scalar = new ScalarKernels();
    return (Kernels)
        Proxy.newProxyInstance(
            Kernels.class.getClassLoader(),
            new Class<?>[] {Kernels.class},
            (proxy, method, arguments) -> call.on(scalar, method, arguments));
  }

  private interface Call {
    Object on(Kernels kernels, Method method, Object[] arguments)
        throws ReflectiveOperationException;
  }
}
