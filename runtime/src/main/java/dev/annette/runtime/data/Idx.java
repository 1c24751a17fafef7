package dev.annette.runtime.data;

import dev.annette.runtime.kernel.loss.Targets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Images and labels in a pair of IDX files, the format of MNIST, plain or compressed with gzip.
 *
 * <pre>{@code
 * Dataset train = Idx.files(images, labels).read();
 * }</pre>
 */
public final class Idx {
  private static final float LARGEST_UBYTE = 255;

  private final Path features;
  private final Path labels;
  private final boolean scaled;

  private Idx(Path features, Path labels, boolean scaled) {
    this.features = features;
    this.labels = labels;
    this.scaled = scaled;
  }

  /**
   * Returns a pair of files.
   *
   * @param features {@code [rows, …]}: all dimensions but the first are one row
   * @param labels {@code [rows]}, whole numbers from 0
   */
  public static Idx files(Path features, Path labels) {
    return new Idx(features, labels, true);
  }

  /** Says whether unsigned bytes become numbers from 0 to 1, as they do unless told otherwise. */
  public Idx scaled(boolean scaled) {
    return new Idx(features, labels, scaled);
  }

  /**
   * Returns the rows.
   *
   * @throws RowFormatException naming the file and the rule it breaks
   */
  public Dataset read() throws IOException {
    IdxArray rows = IdxArray.read(features);
    IdxArray classes = IdxArray.read(labels);
    if (classes.shape().size() != 1) {
      throw new RowFormatException(
          "%s has %d dimensions; labels have 1".formatted(labels, classes.shape().size()));
    }
    int count = rows.shape().get(0);
    if (!classes.shape().get(0).equals(count)) {
      throw new RowFormatException(
          "%s has %d rows, but %s has %d labels"
              .formatted(features, count, labels, classes.shape().get(0)));
    }
    float[] values = rows.values();
    int width = values.length / count;
    if (scaled && rows.isUnsignedBytes()) {
      for (int i = 0; i < values.length; i++) {
        values[i] /= LARGEST_UBYTE;
      }
    }
    Rows.requireFinite(features.toString(), values, width, List.of());
    return Dataset.of(new DatasetArrays(values, width, new Targets.Classes(classes(classes)), 1));
  }

  private int[] classes(IdxArray array) throws RowFormatException {
    int[] classes = new int[array.values().length];
    for (int i = 0; i < classes.length; i++) {
      float value = array.values()[i];
      classes[i] = (int) value;
      if (classes[i] != value || value < 0) {
        throw new RowFormatException(
            "%s: label %d is %s; labels are whole numbers from 0".formatted(labels, i, value));
      }
    }
    return classes;
  }
}
