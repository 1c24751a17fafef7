package dev.annette.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.annette.runtime.model.NetworkModel;
import java.io.IOException;

/**
 * Models as values within JSON of a user's own, by a user's own {@code ObjectMapper} of Jackson
 * 2.17.2 or newer.
 *
 * <pre>{@code
 * record Shop(String name, DigitsModel digits) {}
 *
 * ObjectMapper json = new ObjectMapper()
 *     .registerModule(new AnnetteModule().with(DigitsModel.class, DigitsModel::load));
 * Shop shop = json.readValue(file, Shop.class);
 * }</pre>
 *
 * <p>A model is written as the object that its file is, and read by the rules of a file: a value
 * that breaks one is a {@code JsonMappingException} with its place in the whole and a {@link
 * ModelFormatException} as its cause. How large the whole document may be is up to that {@code
 * ObjectMapper}, which takes a document apart before the model is looked at; for a file from
 * strangers, use {@code load}.
 */
public final class AnnetteModule extends SimpleModule {
  private static final long serialVersionUID = 1;

  /** Reads a model: {@code DigitsModel::load}. */
  @FunctionalInterface
  public interface Loader<M extends NetworkModel> {
    /**
     * Returns the model in these bytes.
     *
     * @throws IOException if they are not a model of the network
     */
    M load(byte[] json) throws IOException;
  }

  /** Creates a module that writes every model and reads none. */
  public AnnetteModule() {
    super("annette", Version.unknownVersion());
    addSerializer(NetworkModel.class, new ModelSerializer());
  }

  /** Reads models of this class as well. */
  public <M extends NetworkModel> AnnetteModule with(Class<M> type, Loader<M> loader) {
    addDeserializer(type, new ModelDeserializer<>(type, loader));
    return this;
  }

  /** Returns what makes modules the same: every one is another, as it may read other models. */
  @Override
  public Object getTypeId() {
    return this;
  }

  private static final class ModelSerializer extends StdSerializer<NetworkModel> {
    private static final long serialVersionUID = 1;

    ModelSerializer() {
      super(NetworkModel.class);
    }

    @Override
    public void serialize(NetworkModel model, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      ModelWriter.writeValue(model.content(), json);
    }
  }

  private static final class ModelDeserializer<M extends NetworkModel> extends StdDeserializer<M> {
    private static final long serialVersionUID = 1;

    private final transient Loader<M> loader;

    ModelDeserializer(Class<M> type, Loader<M> loader) {
      super(type);
      this.loader = loader;
    }

    @Override
    public M deserialize(JsonParser json, DeserializationContext context) throws IOException {
      byte[] file = JsonValue.copyOf(json);
      try {
        return loader.load(file);
      } catch (ModelFormatException refused) {
        throw JsonMappingException.from(json, refused.getMessage(), refused);
      }
    }
  }
}
