package dev.annette.runtime.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annette.runtime.model.EpochRecord;
import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.Provenance;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFileTest {

  @Test
  void a_small_model_is_written_like_this() {
    String expected =
        """
        {
         "format":"annette",
         "version":1,
         "network":"com.example.Small",
         "topology":{
          "input":[3],
          "outputs":2,
          "loss":"huber",
          "delta":0.5,
          "layers":[
           {"name":"scaled","kind":"input","attributes":{},\
        "modifiers":[{"kind":"standardize","attributes":{}}],\
        "tensors":[{"name":"scaled.mean","role":"statistic","shape":[3]}]},
           {"name":"output","kind":"dense",\
        "attributes":{"activation":"tanh","bias":true,"units":2},\
        "modifiers":[{"kind":"l2","attributes":{"scaling":"textbook","value":0.1}},\
        {"kind":"dropout","attributes":{"value":0.5}}],\
        "tensors":[{"name":"output.weights","role":"weight","shape":[3,2]},\
        {"name":"output.bias","role":"bias","shape":[2]}]}
          ]
         },
         "provenance":{
          "seed":-42,
          "steps":1152921504606846976,
          "epochs":2,
          "examples":80.0,
          "optimizer":"sgd momentum 0.05 \\"é\\"",
          "options":{"batchSize":"32","clipNorm":"0.5"},
          "penalties":[
           {"parameter":"output.weights","kind":"l2","lambda":0.1,"scaling":"textbook",\
        "effective":0.00125}
          ],
          "history":[
           {"epoch":1,"dataLoss":2.5,"penalties":{"output.weights.l2":0.1},\
        "validationLoss":null,"metrics":{}},
           {"epoch":2,"dataLoss":0.3333333333333333,\
        "penalties":{"output.weights.l2":1.0E-300},"validationLoss":0.7,\
        "metrics":{"accuracy":0.9}}
          ]
         },
         "tensors":[
          {"name":"scaled.mean","numbers":[-0.0,1.0E-45,3.4028235E38]},
          {"name":"output.weights","numbers":\
        [0.1,-1.0E-40,3.4E-5,1.1754944E-38,1.6777216E7,-2.5]},
          {"name":"output.bias","numbers":[1.0,-0.33333334]}
         ],
         "checksum":"crc32c:\
        """;
    String text = text(ModelFile.toBytes(SampleModels.small()));
    assertEquals(expected, text.substring(0, text.indexOf("crc32c:") + 7));
    assertTrue(text.substring(expected.length()).matches("[0-9a-f]{8}\"\n}\n"), text);
  }

  @Test
  void the_checksum_is_that_of_the_bytes_before_it() {
    String text = text(ModelFile.toBytes(SampleModels.small()));
    CRC32C crc = new CRC32C();
    crc.update(text.split(",\n \"checksum\"")[0].getBytes(StandardCharsets.UTF_8));
    assertTrue(text.contains("\"crc32c:%08x\"".formatted(crc.getValue())), text);
  }

  @Test
  void texts_and_histories_that_could_not_be_read_are_not_saved() {
    NetworkDescription wide = SampleModels.wide(1);
    EpochRecord epoch =
        new EpochRecord(1, 1, new TreeMap<>(), 1, new TreeMap<>(Map.of("m".repeat(1025), 0.5)));
    assertThrows(IllegalArgumentException.class, () -> saved(wide, "sgd", List.of(epoch)));
    assertThrows(IllegalArgumentException.class, () -> saved(wide, "s".repeat(4097), List.of()));
    BoundedOutput four = new BoundedOutput(OutputStream.nullOutputStream(), 4);
    assertThrows(IOException.class, () -> four.write(new byte[5]));
  }

  private static byte[] saved(
      NetworkDescription network, String optimizer, List<EpochRecord> history) {
    Provenance provenance =
        new Provenance(1, 1, 1, 1, optimizer, new TreeMap<>(), List.of(), history);
    return ModelFile.toBytes(new ModelContent(network, provenance, new float[1]));
  }

  @Test
  void every_bit_of_a_model_survives() throws IOException {
    ModelContent saved = SampleModels.small();
    assertSame(saved, ModelFile.load(ModelFile.toBytes(saved), SampleModels.SMALL));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1024, 1025, 12_288, 12_289})
  void both_encodings_of_a_tensor_are_exact(int numbers) throws IOException {
    ModelContent saved = SampleModels.wideModel(numbers);
    byte[] bytes = ModelFile.toBytes(saved);
    assertEquals(numbers > 1024, text(bytes).contains("base64"));
    assertSame(saved, ModelFile.load(bytes, saved.description()));
  }

  @Test
  void random_bit_patterns_survive_as_plain_numbers() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    NetworkDescription wide = SampleModels.wide(1024);
    float[] values = new float[1024];
    for (int i = 0; i < values.length; i++) {
      float value = Float.intBitsToFloat(random.nextInt());
      values[i] = Float.isFinite(value) ? value : 0;
    }
    ModelContent saved = new ModelContent(wide, Provenance.untrained(1), values);
    assertSame(saved, ModelFile.load(ModelFile.toBytes(saved), wide));
  }

  @Test
  void the_other_encoding_is_read_as_well() throws IOException {
    ByteBuffer bias = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    bias.putFloat(1f).putFloat(-1f / 3);
    String chunk = Base64.getEncoder().encodeToString(bias.array());
    String text =
        text(ModelFile.toBytes(SampleModels.small()))
            .replace("\"numbers\":[1.0,-0.33333334]", "\"base64\":[\"" + chunk + "\"]");
    assertTrue(text.contains(chunk));
    assertSame(SampleModels.small(), load(text));
  }

  @Test
  void large_tensors_as_plain_numbers_are_read_as_well() throws IOException {
    ModelContent saved = SampleModels.wideModel(1500);
    StringJoiner numbers = new StringJoiner(", ", "\"numbers\":[", "");
    for (float value : saved.tensor(0)) {
      numbers.add(Float.toString(value));
    }
    String text =
        text(ModelFile.toBytes(saved)).replaceAll("\"base64\":\\[\"[^\"]*\"", numbers.toString());
    assertFalse(text.contains("base64"));
    assertSame(saved, ModelFile.load(text.getBytes(StandardCharsets.UTF_8), saved.description()));
  }

  @Test
  void white_space_and_the_order_of_fields_do_not_matter() throws IOException {
    String inOrder = "\"name\":\"scaled\",\"kind\":\"input\"";
    String text = text(ModelFile.toBytes(SampleModels.small()));
    assertTrue(text.contains(inOrder));
    assertSame(
        SampleModels.small(),
        load(
            text.replace("\n", "\r\n\t ")
                .replace(inOrder, "\"kind\":\"input\",\"name\":\"scaled\"")));
  }

  @Test
  void a_compressed_model_is_read_as_well() throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(compressed)) {
      ModelFile.save(SampleModels.small(), out);
    }
    assertSame(SampleModels.small(), ModelFile.load(compressed.toByteArray(), SampleModels.SMALL));
  }

  @Test
  void streams_stay_open() throws IOException {
    boolean[] closed = new boolean[1];
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    ModelFile.save(SampleModels.small(), out);
    ModelFile.load(
        new ByteArrayInputStream(out.toByteArray()) {
          @Override
          public void close() {
            closed[0] = true;
          }
        },
        SampleModels.SMALL);
    assertFalse(closed[0]);
  }

  @Test
  void measurements_that_are_not_finite_are_saved_as_null() throws IOException {
    NetworkDescription wide = SampleModels.wide(1);
    Provenance measured = SampleModels.provenance();
    ModelContent saved = new ModelContent(wide, measured, new float[1]);
    ModelContent loaded = ModelFile.load(ModelFile.toBytes(saved), wide);
    assertEquals(Double.NaN, loaded.provenance().history().get(0).validationLoss());
  }

  @Test
  void numbers_that_are_not_finite_are_not_saved() {
    float[] weights = {0, 0, 0, Float.NaN, 0, 0};
    ModelContent broken =
        new ModelContent(
            SampleModels.SMALL, Provenance.untrained(1), new float[3], weights, new float[2]);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> ModelFile.toBytes(broken));
    assertEquals(
        "com.example.Small: output.weights[3] is NaN; only finite numbers can be saved",
        e.getMessage());
  }

  static ModelContent load(String text) throws ModelFormatException {
    return ModelFile.load(text.getBytes(StandardCharsets.UTF_8), SampleModels.SMALL);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static void assertSame(ModelContent expected, ModelContent found) {
    assertEquals(expected.description(), found.description());
    assertEquals(expected.provenance(), found.provenance());
    for (int i = 0; i < expected.tensorCount(); i++) {
      assertArrayEquals(bits(expected.tensor(i)), bits(found.tensor(i)));
    }
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits(values[i]);
    }
    return bits;
  }
}
