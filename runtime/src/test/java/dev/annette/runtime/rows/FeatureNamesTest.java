package dev.annette.runtime.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.annette.Cycle;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureNamesTest {

  @Test
  void a_feature_tells_its_column() {
    List<String> names =
        new FeatureNames()
            .add("x1")
            .addMissing("x1")
            .add(OneHot.names("x2", List.of("F", "x1=M", "a<=x1<b", "two\nlines", "")))
            .add(Hashing.names("x3", 12))
            .add(Buckets.names("x4", List.of(-1.5, 0.0, 1e-5, 18.0, 1e10)))
            .add(Cycles.names("x5", List.of(Cycle.values())))
            .add("größe_$")
            .list();
    assertEquals(List.of("x1", "x1", "x2", "x2", "x2", "x2", "x2"), columns(names.subList(0, 7)));
    assertEquals(12, columns(names).stream().filter("x3"::equals).count());
    assertEquals(6, columns(names).stream().filter("x4"::equals).count());
    assertEquals(2 * Cycle.values().length, columns(names).stream().filter("x5"::equals).count());
    assertEquals("größe_$", FeatureNames.column(names.get(names.size() - 1)));
  }

  private static List<String> columns(List<String> features) {
    return features.stream().map(FeatureNames::column).toList();
  }

  @Test
  void other_names_are_of_no_column() {
    assertEquals(
        "\"12 months\" is not the feature of a column of typed rows",
        assertThrows(IllegalArgumentException.class, () -> FeatureNames.column("12 months"))
            .getMessage());
  }
}
