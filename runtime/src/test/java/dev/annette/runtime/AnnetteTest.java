package dev.annette.runtime;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.kernel.ScalarKernels;
import dev.annette.runtime.kernel.vector.VectorKernels;
import org.junit.jupiter.api.Test;

class AnnetteTest {
  @Test
  void generated_code_of_this_agreement_is_accepted() {
    assertDoesNotThrow(() -> Annette.requireVersion(Annette.GENERATED_VERSION, "a.DigitsModel"));
  }

  @Test
  void generated_code_of_another_agreement_is_refused_with_the_remedy() {
    IllegalStateException e =
        assertThrows(
            GeneratedVersionException.class, () -> Annette.requireVersion(7, "a.DigitsModel"));
    assertEquals(
        "a.DigitsModel was generated for version 7 of the agreement between generated code and"
            + " runtime, but annette-runtime VERSION keeps version 1. Rebuild the project with"
            + " annette-processor VERSION, or depend on the annette-runtime of the processor it was"
            + " built with.",
        e.getMessage().replace(Annette.version(), "VERSION"));
  }

  @Test
  void the_version_is_the_builds() {
    assertTrue(Annette.version().matches("\\d+\\.\\d+\\.\\d+.*"), Annette.version());
  }

  @Test
  void the_environment_names_the_kernels_and_how_to_get_faster_ones() {
    Environment scalar = Environment.of(new ScalarKernels(), false, false);
    assertEquals("scalar", scalar.kernels());
    assertTrue(scalar.advice().contains("--add-modules jdk.incubator.vector"));
    assertTrue(scalar.toString().endsWith(scalar.advice()));
    Environment vector = Environment.of(new VectorKernels(), true, false);
    assertEquals("vector", vector.kernels());
    assertTrue(vector.vectorBits() >= 64);
    assertEquals("", vector.advice());
  }

  @Test
  void the_environment_says_that_faster_kernels_are_coming() {
    Environment warming = Environment.of(new ScalarKernels(), true, true);
    assertEquals("scalar", warming.kernels());
    assertEquals("", Environment.of(new ScalarKernels(), true, false).advice(), "as asked for");
    assertEquals("The vector kernels take over after about a second of work.", warming.advice());
  }
}
