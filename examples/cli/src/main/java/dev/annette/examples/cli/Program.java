package dev.annette.examples.cli;

import dev.annette.runtime.data.Dataset;
import dev.annette.runtime.model.NetworkModel;
import dev.annette.runtime.rows.ReadableRows;
import dev.annette.runtime.train.NetworkTrainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a compiled network can do; written beside every network that the command line compiles.
 *
 * @param <R> the type of its rows
 */
public interface Program<R> {
  /** Returns how rows are read. */
  ReadableRows<R> rows();

  /** Returns rows as numbers, with their labels. */
  Dataset dataset(List<R> rows);

  /** Returns a trainer with fresh weights. */
  NetworkTrainer<?> trainer(long seed);

  /** Loads a saved model. */
  NetworkModel load(Path file) throws IOException;
}
