package dev.annette.runtime.kernel.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What C2 needs to keep vectors in registers holds for every kernel, and is missed elsewhere. */
class VectorStructureTest {
  @Test
  void no_kernel_is_written_so_that_vectors_leave_the_registers()
      throws IOException, URISyntaxException {
    Path root =
        Path.of(VectorKernels.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path directory = root.resolve(VectorKernels.class.getPackageName().replace('.', '/'));
    List<String> findings = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> listed = Files.list(directory)) {
      files = listed.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
    assertTrue(files.contains(directory.resolve("VectorTiles.class")), files::toString);
    for (Path file : files) {
      findings.addAll(VectorStructure.findings(Files.readAllBytes(file)));
    }
    assertEquals(List.of(), findings);
  }

  @ParameterizedTest
  @CsvSource({
    "SpeciesInInstance, species: a species is not static and final",
    "SpeciesAsArgument, twice: a species crosses a call",
    "SpeciesMadeOnTheWay, twice: a species is made while the method runs",
    "VectorInField, TWO: a field holds a vector",
    "ChangingMask, lower: a field holds a vector",
    "VectorAcrossCall, doubled: a vector crosses a call",
    "VectorInArray, twice: an array holds vectors",
    "VectorInLambda, twice: a lambda captures a vector",
    "TooBig, power: a method of",
  })
  void each_known_way_to_break_it_is_found(String kernel, String expected) throws IOException {
    String file = "BrokenKernels$" + kernel + ".class";
    try (InputStream in = VectorStructureTest.class.getResourceAsStream(file)) {
      List<String> findings = VectorStructure.findings(in.readAllBytes());
      assertTrue(
          findings.stream().anyMatch(f -> f.contains(kernel + "." + expected)), findings::toString);
    }
  }
}
