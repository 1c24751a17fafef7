package dev.annette.runtime.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.annette.runtime.model.ModelContent;
import dev.annette.runtime.model.NetworkDescription;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.model.Predictor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Models within objects of a user's own. */
class AnnetteModuleTest {
  private final ObjectMapper json =
      new ObjectMapper()
          .registerModule(new AnnetteModule().with(SmallModel.class, SmallModel::load))
          .registerModule(new AnnetteModule().with(WideModel.class, WideModel::load));

  /** A class of a user's. */
  static final class Shop {
    @JsonProperty String name;
    @JsonProperty SmallModel small;
    @JsonProperty List<WideModel> wide;
    @JsonProperty int visitors;
  }

  private static Shop shop() {
    Shop shop = new Shop();
    shop.name = "corner";
    shop.small = new SmallModel(SampleModels.small());
    shop.wide = List.of(new WideModel(SampleModels.wideModel(1500)));
    shop.visitors = 3;
    return shop;
  }

  @Test
  void it_is_tried_with_the_version_that_the_build_says() {
    String version = System.getProperty("annette.jackson", json.version().toString());
    assertEquals(version, json.version().toString());
  }

  @Test
  void models_are_values_of_an_object() throws IOException {
    for (ObjectMapper mapper :
        List.of(json, json.copy().enable(SerializationFeature.INDENT_OUTPUT))) {
      assertShop(mapper.readValue(mapper.writeValueAsBytes(shop()), Shop.class));
      assertShop(mapper.readValue(mapper.writeValueAsString(shop()), Shop.class));
    }
  }

  @Test
  void models_pass_through_trees_and_conversions() throws IOException {
    JsonNode tree = json.valueToTree(shop());
    assertEquals("annette", tree.at("/small/format").asText());
    assertShop(json.treeToValue(tree, Shop.class));
    assertShop(json.convertValue(json.convertValue(shop(), Map.class), Shop.class));
  }

  @Test
  void a_model_alone_is_its_file() throws IOException {
    byte[] file = ModelFile.toBytes(SampleModels.small());
    SmallModel read = json.readValue(file, SmallModel.class);
    assertArrayEquals(file, read.toJson());
    assertEquals(json.readTree(file).toString(), json.valueToTree(read).toString());
    assertNull(json.readValue("null", SmallModel.class));
  }

  @Test
  void the_rules_of_a_file_hold() throws JsonProcessingException {
    String written = json.writeValueAsString(shop());
    assertRefused(ModelRule.CHECKSUM, written.replace("\"steps\":1", "\"steps\":"));
    assertRefused(ModelRule.JSON, written.replace("\"seed\":-42", "\"seed\":1,\"seed\":-42"));
    assertRefused(
        ModelRule.NETWORK, written.replace("\"units\":2,", "").replace(",\"units\":2", ""));
    assertRefused(ModelRule.KIND, written.replace("\"small\":{", "\"small\":7,\"x\":{"));
  }

  private void assertRefused(ModelRule rule, String changed) {
    JsonMappingException mapping =
        assertThrows(JsonMappingException.class, () -> json.readValue(changed, Shop.class));
    assertEquals("small", mapping.getPath().get(0).getFieldName());
    ModelFormatException refused =
        assertInstanceOf(ModelFormatException.class, mapping.getCause(), mapping.getMessage());
    assertEquals(rule, refused.rule(), refused.getMessage());
  }

  private static void assertShop(Shop shop) {
    assertEquals("corner", shop.name);
    assertEquals(3, shop.visitors);
    ModelFileTest.assertSame(SampleModels.small(), shop.small.content());
    assertEquals(1, shop.wide.size());
    ModelFileTest.assertSame(SampleModels.wideModel(1500), shop.wide.get(0).content());
  }

  /** A model without code that predicts. */
  private interface StoredModel extends NetworkModel {
    @Override
    default NetworkDescription description() {
      return content().description();
    }

    @Override
    default void save(Path file) throws IOException {
      ModelFile.save(content(), file);
    }

    @Override
    default void save(OutputStream stream) throws IOException {
      ModelFile.save(content(), stream);
    }

    @Override
    default byte[] toJson() {
      return ModelFile.toBytes(content());
    }

    @Override
    default Predictor predictor() {
      throw new UnsupportedOperationException();
    }
  }

  private record SmallModel(ModelContent content) implements StoredModel {
    static SmallModel load(byte[] json) throws IOException {
      return new SmallModel(ModelFile.load(json, SampleModels.SMALL));
    }
  }

  private record WideModel(ModelContent content) implements StoredModel {
    static WideModel load(byte[] json) throws IOException {
      return new WideModel(ModelFile.load(json, SampleModels.wide(1500)));
    }
  }
}
