package dev.annette.runtime.sparsity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.annette.Loss;
import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.model.Predictor;
import dev.annette.runtime.model.Provenance;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SparsityReportTest {
  private static final float[] HIDDEN = { // [3, 4]
    0.5f, 0, 1, 0, 0, 0, 0, -0f, -1, 0, 2, 0.25f
  };
  private static final float[] OUTPUT = { // [4, 2]
    1, 2, 3, 0, -0f, 0, 0, 4
  };

  private final SparsityReport report = SparsityReport.of(new Fixed());

  @Test
  void zeros_of_either_sign_are_counted_by_layer() {
    assertEquals(
        List.of(
            new LayerSparsity("hidden", 3, 4, 7, List.of(1), List.of(1)),
            new LayerSparsity("output", 4, 2, 4, List.of(2), List.of())),
        report.layers());
    assertEquals(7 / 12.0, report.layers().get(0).zeroShare());
    assertEquals(11, report.zeros());
    assertEquals(20, report.weights());
    assertEquals(0.55, report.zeroShare());
  }

  @Test
  void what_no_weight_reaches_or_reads_is_dead() {
    assertEquals(List.of(1), report.inputsWithoutEffect());
    assertEquals(List.of(1, 2), report.deadUnits("hidden"));
    assertEquals(List.of(), report.deadUnits("output"));
    assertEquals(
        "example.Net has no layer pixels with weights; it has hidden, output",
        assertThrows(IllegalArgumentException.class, () -> report.deadUnits("pixels"))
            .getMessage());
  }

  @Test
  void it_reads_as_a_table() {
    assertEquals(
        """
        example.Net
        layer                     weights         zero   share   units  constant  unread   dead
        hidden                         12            7  58.3 %       4         1       1      2
        output                          8            4  50.0 %       2         0       0      0
        all                            20           11  55.0 %
        inputs without effect: 1 of 3 (columns 1)
        """,
        report.toString());
  }

  /** A model with these weights, which predicts nothing. */
  private static final class Fixed implements NetworkModel {
    private static NetworkDescription describe() {
      var network = NetworkDescription.network("example.Net", 3).loss(Loss.HUBER).outputs(2);
      network.layer("pixels", "standardize").statistic("pixels.mean", 3);
      network.layer("hidden", "dense").weight("hidden.weights", 3, 4).bias("hidden.bias", 4);
      network.layer("output", "dense").weight("output.weights", 4, 2);
      return network.build();
    }

    @Override
    public NetworkDescription description() {
      return describe();
    }

    @Override
    public ModelContent content() {
      Provenance provenance = new Provenance(1, 0, 0, 0, "", new TreeMap<>(), List.of(), List.of());
      return new ModelContent(describe(), provenance, new float[3], HIDDEN, new float[4], OUTPUT);
    }

    @Override
    public void save(Path file) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void save(OutputStream stream) {
      throw new UnsupportedOperationException();
    }

    @Override
    public byte[] toJson() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Predictor predictor() {
      throw new UnsupportedOperationException();
    }
  }
}
