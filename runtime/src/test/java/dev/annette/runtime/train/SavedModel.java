package dev.annette.runtime.train;

import dev.annette.runtime.json.ModelFile;
import dev.annette.runtime.model.NetworkModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** A model that is saved as generated ones are. */
interface SavedModel extends NetworkModel {

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
}
