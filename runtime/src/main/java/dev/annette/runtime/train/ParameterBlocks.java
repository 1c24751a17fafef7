package dev.annette.runtime.train;

import dev.annette.runtime.kernel.Scratch;
import java.util.List;

/**
 * All learned numbers in blocks, the same for any number of threads. A block lies in one parameter.
 */
final class ParameterBlocks {
  /** The numbers of a full block: with its gradient and an average it fits a first-level cache. */
  static final int SIZE = 2048;

  private final List<LearnedParameter> parameters;
  private final int[] parameter;
  private final int[] offset;
  private final long numbers;

  ParameterBlocks(List<LearnedParameter> parameters) {
    this.parameters = parameters;
    int blocks = parameters.stream().mapToInt(one -> blocks(one.values().length)).sum();
    parameter = new int[blocks];
    offset = new int[blocks];
    int next = 0;
    for (int i = 0; i < parameters.size(); i++) {
      for (int block = 0; block < blocks(parameters.get(i).values().length); block++) {
        parameter[next] = i;
        offset[next++] = block * SIZE;
      }
    }
    numbers = parameters.stream().mapToLong(one -> one.values().length).sum();
  }

  private static int blocks(int length) {
    return (length + SIZE - 1) / SIZE;
  }

  /** Returns how many blocks there are. */
  int count() {
    return parameter.length;
  }

  /** Returns how many learned numbers there are. */
  long numbers() {
    return numbers;
  }

  /** Returns the number of the parameter that a block lies in. */
  int parameter(int block) {
    return parameter[block];
  }

  /** Returns the first number of a block. */
  int from(int block) {
    return offset[block];
  }

  /** Returns the number after the last of a block. */
  int to(int block) {
    return Math.min(offset[block] + SIZE, parameters.get(parameter[block]).values().length);
  }

  /** Returns a pass that does something to every block, shared out among threads. */
  ParameterPass pass(int workPerNumber, BlockTask task) {
    return new BlockPass(this, numbers * workPerNumber, task);
  }

  /** What is done to a block. */
  interface BlockTask {
    void run(int block, Scratch scratch);
  }

  private record BlockPass(ParameterBlocks blocks, long work, BlockTask task)
      implements ParameterPass {
    @Override
    public void run(int part, int parts, Scratch scratch) {
      int to = ParameterPass.boundary(blocks.count(), part + 1, parts);
      for (int block = ParameterPass.boundary(blocks.count(), part, parts); block < to; block++) {
        task.run(block, scratch);
      }
    }
  }
}
