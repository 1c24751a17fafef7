package dev.annette.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelChoiceTest {
  @Test
  void the_vector_kernels_are_chosen_where_their_module_is_present() {
    assertEquals("vector", KernelChoice.choose(null, true).name());
    assertEquals("scalar", KernelChoice.choose(null, false).name());
  }

  @Test
  void the_property_overrides_the_choice() {
    assertEquals("scalar", KernelChoice.choose("scalar", true).name());
    assertEquals("vector", KernelChoice.choose("vector", true).name());
  }

  @Test
  void vector_kernels_without_their_module_are_refused_with_the_flag_to_add() {
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> KernelChoice.choose("vector", false));
    assertEquals(
        "-Dannette.kernels=vector needs the module jdk.incubator.vector, which is absent. Start"
            + " Java with --add-modules jdk.incubator.vector.",
        e.getMessage());
  }

  @Test
  void an_unknown_name_is_refused() {
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> KernelChoice.choose("fast", true));
    assertEquals(
        "-Dannette.kernels=fast names no kernels. Write scalar or vector.", e.getMessage());
  }

  @Test
  void a_jvm_without_the_module_runs_the_scalar_kernels() throws Exception {
    assertEquals("scalar, scalar", namesPrintedBy());
  }

  @Test
  void a_jvm_with_the_module_starts_with_scalar_kernels_and_goes_on_with_vector_kernels()
      throws Exception {
    assertEquals("scalar, vector", namesPrintedBy("--add-modules", KernelChoice.MODULE));
  }

  @Test
  void a_jvm_that_is_asked_for_vector_kernels_has_them_at_once() throws Exception {
    assertEquals(
        "vector, vector",
        namesPrintedBy("--add-modules", KernelChoice.MODULE, "-Dannette.kernels=vector"));
  }

  /** Runs {@link Names} in a JVM of its own. */
  private static String namesPrintedBy(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Names.class.getName()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor() == 0, output);
    return output.lines().filter(line -> !line.startsWith("WARNING")).findFirst().orElse(output);
  }

  /** Prints the kernels of the first product, and those that any warm-up ends with. */
  static final class Names {
    private Names() {}

    public static void main(String[] arguments) throws InterruptedException {
      String first = product();
      KernelChoice.worked(KernelChoice.WORK_BEFORE_WARM_UP);
      while (Kernels.warming()) {
        Thread.sleep(10);
      }
      System.out.println(first + ", " + product());
    }

    private static String product() {
      float[] y = new float[1];
      DenseKernel.forward(new float[] {2}, new float[] {3}, null, y, 0, 1, 1, 1, new Scratch());
      return y[0] == 6 ? Kernels.active().name() : "wrong";
    }
  }
}
