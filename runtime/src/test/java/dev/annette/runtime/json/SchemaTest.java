package dev.annette.runtime.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.annette.Loss;
import dev.annette.runtime.model.TensorDescription;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schema in the jar against what is saved and what the loader says, judged by another hand. */
class SchemaTest {
  private static final Path SAVED =
      Path.of("..", "processor", "src", "test", "resources", "saved", "1");

  /** The rules that a schema can express. */
  private static final Set<ModelRule> SHAPES =
      EnumSet.of(
          ModelRule.UNKNOWN_FIELD, ModelRule.MISSING_FIELD, ModelRule.CHOICE, ModelRule.TYPE);

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  private static final JsonSchema SCHEMA = schema();

  private static JsonSchema schema() {
    try (InputStream schema = ModelFile.class.getResourceAsStream("model.schema.json")) {
      return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void saved_models_keep_the_schema() throws IOException {
    List<byte[]> files = new ArrayList<>();
    files.add(ModelFile.toBytes(SampleModels.small()));
    files.add(ModelFile.toBytes(SampleModels.wideModel(1024)));
    files.add(ModelFile.toBytes(SampleModels.wideModel(20_000)));
    try (DirectoryStream<Path> saved = Files.newDirectoryStream(SAVED, "*.json")) {
      for (Path file : saved) {
        files.add(Files.readAllBytes(file));
      }
    }
    assertTrue(files.size() > 20, () -> files.size() + " files");
    for (byte[] file : files) {
      assertEquals(Set.of(), SCHEMA.validate(JSON.readTree(file)), ModelFileTest.text(file));
    }
  }

  @Test
  void it_knows_every_loss_and_role() {
    assertEquals(names(Loss.values()), words("/$defs/topology/properties/loss/enum"));
    assertEquals(
        names(TensorDescription.Role.values()),
        words("/$defs/layer/properties/tensors/items/properties/role/enum"));
  }

  /**
   * What the loader takes, the schema takes; what the loader refuses for its shape, the schema
   * refuses.
   */
  @Test
  void it_agrees_with_the_loader_on_malformed_files() throws IOException {
    MalformedFiles files = new MalformedFiles(ModelFile.toBytes(SampleModels.small()));
    List<String> disagreements = new ArrayList<>();
    int[] judged = new int[2];
    try (Stream<byte[]> all = files.replacements()) {
      int index = 0;
      for (Iterator<byte[]> i = all.iterator(); i.hasNext(); index++) {
        byte[] file = i.next();
        JsonNode tree = index % 7 == 0 ? tree(file) : null;
        if (tree != null) {
          compare(file, tree, disagreements, judged);
        }
      }
    }
    assertEquals(List.of(), disagreements.subList(0, Math.min(5, disagreements.size())));
    assertTrue(judged[0] > 10 && judged[1] > 200, () -> Arrays.toString(judged));
  }

  private static void compare(byte[] file, JsonNode tree, List<String> disagreements, int[] judged)
      throws IOException {
    Set<ValidationMessage> broken = SCHEMA.validate(tree);
    try {
      ModelFile.load(file, SampleModels.SMALL);
      judged[0]++;
      if (!broken.isEmpty()) {
        disagreements.add("loaded, but " + broken);
      }
    } catch (ModelFormatException refused) {
      if (isShape(refused)) {
        judged[1]++;
        if (broken.isEmpty()) {
          disagreements.add("the schema takes what the loader does not: " + refused.getMessage());
        }
      }
    }
  }

  /** Returns whether a refusal is for something else than order, decimals or broken base64. */
  private static boolean isShape(ModelFormatException refused) {
    return SHAPES.contains(refused.rule())
        && !refused.expected().contains("before")
        && !refused.expected().startsWith("base64")
        && !refused.found().matches("[-0-9.eE+]+");
  }

  private static JsonNode tree(byte[] file) {
    try {
      return JSON.readTree(file);
    } catch (IOException notJson) {
      return null;
    }
  }

  private static List<String> words(String pointer) {
    List<String> words = new ArrayList<>();
    SCHEMA.getSchemaNode().at(pointer).forEach(word -> words.add(word.asText()));
    return words;
  }

  private static List<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
  }
}
