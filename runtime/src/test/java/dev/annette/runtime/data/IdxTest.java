package dev.annette.runtime.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdxTest {
  private static final String IMAGES = "00000803 00000002 00000002 00000001 00 FF 33 66";
  private static final String LABELS = "00000801 00000002 07 03";
  @TempDir Path directory;

  private Path file(String name, String hex) throws IOException {
    return Files.write(directory.resolve(name), HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  private Dataset read(String images, String labels) throws IOException {
    return Idx.files(file("images", images), file("labels", labels)).read();
  }

  @Test
  void images_are_scaled_rows_with_labels() throws IOException {
    Dataset rows = read(IMAGES, LABELS);
    assertEquals(2, rows.rows());
    assertArrayEquals(new float[] {0, 1}, rows.row(0));
    assertArrayEquals(new float[] {51 / 255f, 102 / 255f}, rows.row(1));
    assertEquals(7, rows.label(0));
    assertEquals(3, rows.label(1));
  }

  @Test
  void images_can_keep_their_bytes() throws IOException {
    Dataset rows = Idx.files(file("images", IMAGES), file("labels", LABELS)).scaled(false).read();
    assertArrayEquals(new float[] {0, 255}, rows.row(0));
  }

  @Test
  void compressed_files_are_read_as_well() throws IOException {
    Path plain = file("images", IMAGES);
    Path compressed = Files.write(directory.resolve("gz"), gzip(Files.readAllBytes(plain)));
    Dataset rows = Idx.files(compressed, file("labels", LABELS)).read();
    assertArrayEquals(new float[] {0, 1}, rows.row(0));
  }

  @ParameterizedTest
  @CsvSource({
    "09, FF, -1",
    "0B, FFFE, -2",
    "0C, 00010000, 65536",
    "0D, 3FC00000, 1.5",
    "0E, BFF8000000000000, -1.5",
  })
  void every_type_of_element_is_read(String type, String element, float value) throws IOException {
    Dataset rows = read("0000" + type + "01 00000001" + element, "00000801 00000001 00");
    assertEquals(value, rows.feature(0, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "00000803, the dimensions take 12 bytes, found 0",
    "0000, the magic number take 4 bytes, found 2",
    "00010803, is not an IDX file: it starts with 00010803",
    "00000703, is not an IDX file",
    "00000800, is not an IDX file",
    "0000080200000002000000027788, the elements of [2, 2] take 4 bytes, found 2",
    "000008020000000200000001778899, goes on after the 2 elements of [2, 1]",
    "00000802000000020000000077, has dimensions [2, 0]; each must be at least 1",
    "00000802FFFFFFFF0000000177, has dimensions [-1, 1]; each must be at least 1",
    "000008027FFFFFFF7FFFFFFF77, more than an array can hold",
    "000008027FFFFFF00000000177, the elements of [2147483632, 1] take 2147483632 bytes, found 1",
    "00000801000000037788, the elements of [3] take 3 bytes, found 2",
    "0000080100000003778899, has 3 rows",
    "00000D01000000027FC000007FC00000, 'row 0, column 0 is NaN'",
  })
  void damaged_images_are_refused(String images, String message) {
    IOException e = assertThrows(IOException.class, () -> readNaming(images));
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  private void readNaming(String images) throws IOException {
    try {
      read(images, LABELS);
    } catch (IllegalArgumentException e) {
      throw new RowFormatException(e.getMessage(), e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "00000802 00000002 00000001 00 01, has 2 dimensions; labels have 1",
    "00000901 00000002 00 FF, label 1 is -1.0; labels are whole numbers from 0",
    "00000D01 00000002 00000000 3FC00000, label 1 is 1.5",
  })
  void damaged_labels_are_refused(String labels, String message) {
    RowFormatException e = assertThrows(RowFormatException.class, () -> read(IMAGES, labels));
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  @Test
  void every_truncation_of_a_compressed_file_is_refused() throws IOException {
    byte[] compressed = gzip(Files.readAllBytes(file("images", IMAGES)));
    Path labels = file("labels", LABELS);
    for (int length = 0; length < compressed.length; length++) {
      Path cut = Files.write(directory.resolve("cut"), Arrays.copyOf(compressed, length));
      assertThrows(RowFormatException.class, () -> Idx.files(cut, labels).read());
    }
  }

  @Test
  void mnist_has_the_mean_it_is_known_for() throws IOException {
    String data = System.getProperty("annette.data", "");
    Path mnist = Path.of(data, "mnist");
    Path images = mnist.resolve("t10k-images-idx3-ubyte.gz");
    assumeTrue(!data.isEmpty() && Files.exists(images), "set -Dannette.data=… to the data sets");
    Dataset rows = Idx.files(images, mnist.resolve("t10k-labels-idx1-ubyte.gz")).read();
    assertEquals(10_000, rows.rows());
    assertEquals(784, rows.width());
    double sum = 0;
    for (int row = 0; row < rows.rows(); row++) {
      for (float pixel : rows.row(row)) {
        sum += pixel;
      }
    }
    assertEquals(0.1325, sum / 10_000 / 784, 1e-4); // the published mean of the test part
    assertEquals(7, rows.label(0));
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
