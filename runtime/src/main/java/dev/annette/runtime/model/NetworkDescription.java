package dev.annette.runtime.model;

import dev.annette.Loss;
import dev.annette.runtime.custom.LossFunction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a network is made of: the annotations of its class, with every default spelled out.
 *
 * @param network the qualified name of the annotated class
 * @param input the shape of one input row
 * @param outputs how many outputs one row has
 * @param loss what training makes small
 * @param delta the δ of {@link Loss#HUBER}; 1 for a loss that has none
 * @param customLoss the loss itself if it is {@link Loss#CUSTOM}; null otherwise
 * @param columns the columns of typed rows, features and labels in order; empty for plain rows
 * @param layers the layers, first to last
 */
public record NetworkDescription(
    String network,
    List<Integer> input,
    int outputs,
    Loss loss,
    double delta,
    CustomPart customLoss,
    List<ColumnDescription> columns,
    List<LayerDescription> layers) {
  private static final String IN_CLASS = "in the class";
  private static final String IN_FILE = "in the file";

  /** Describes a network of plain rows. */
  public NetworkDescription(
      String network,
      List<Integer> input,
      int outputs,
      Loss loss,
      double delta,
      List<LayerDescription> layers) {
    this(network, input, outputs, loss, delta, null, List.of(), layers);
  }

  /**
   * Checks what every network keeps.
   *
   * @throws IllegalArgumentException if the input has no numbers, there is no output, two layers or
   *     tensors have the same name, or a custom loss has no name or another loss has one
   */
  public NetworkDescription {
    input = List.copyOf(input);
    columns = List.copyOf(columns);
    layers = List.copyOf(layers);
    Shapes.size("the input of " + network, input);
    if (outputs < 1) {
      throw new IllegalArgumentException(
          network + " has " + outputs + " outputs; a network needs at least 1");
    }
    if ((loss == Loss.CUSTOM) != (customLoss != null)) {
      throw new IllegalArgumentException(
          network
              + " has loss "
              + loss
              + " and customLoss "
              + customLoss
              + "; CUSTOM, and only it,"
              + " has the name of a class");
    }
    Set<String> names = new HashSet<>();
    for (LayerDescription layer : layers) {
      requireNew(names, layer.name(), network);
      layer.tensors().forEach(tensor -> requireNew(names, tensor.name(), layer.name()));
    }
  }

  private static void requireNew(Set<String> names, String name, String owner) {
    if (!names.add(name)) {
      throw new IllegalArgumentException(owner + " has two parts named " + name);
    }
  }

  /**
   * Starts a description.
   *
   * @param network the qualified name of the annotated class
   * @param input the shape of one input row
   */
  public static NetworkDescriptionBuilder network(String network, int... input) {
    return new NetworkDescriptionBuilder(network, input);
  }

  /** Returns the tensors of all layers, in the order of the file. */
  public List<TensorDescription> tensors() {
    return layers.stream().flatMap(layer -> layer.tensors().stream()).toList();
  }

  /** Returns how many numbers one input row has. */
  public int inputSize() {
    return Shapes.size(network, input);
  }

  /** Returns how many numbers are learned: weights and biases, without statistics. */
  public long parameterCount() {
    return layers.stream().mapToLong(LayerDescription::parameterCount).sum();
  }

  /** Returns whether an output is the score of one class, the largest of which is the answer. */
  public boolean outputsAreClasses() {
    return loss == Loss.CROSS_ENTROPY || takesClasses();
  }

  private boolean takesClasses() {
    return customLoss != null
        && customLoss.object() instanceof LossFunction function
        && function.takesClasses();
  }

  /**
   * Returns the loss that the user wrote.
   *
   * @throws IllegalStateException if there is none, or only its name is known
   */
  public LossFunction lossFunction() {
    if (customLoss == null) {
      throw new IllegalStateException(network + " has loss " + loss + ", which is not custom");
    }
    return customLoss.as(LossFunction.class);
  }

  /** Returns what the loss is called: {@code HUBER}, or the class of a custom one. */
  public String lossName() {
    return customLoss == null ? loss.name() : customLoss.className();
  }

  /**
   * Returns every difference from another description in words, with both values; none if the two
   * are equal.
   *
   * @param saved the description found in a file, this one being the class's
   */
  public List<String> differences(NetworkDescription saved) {
    return differences(saved, IN_CLASS, IN_FILE);
  }

  /**
   * Returns every difference from another description in words, with both values; none if the two
   * are equal.
   *
   * @param here where this description is, in words: {@code in the first}
   * @param there where the other is
   */
  public List<String> differences(NetworkDescription other, String here, String there) {
    return new DescriptionDifferences(true, here, there).of(this, other);
  }

  /**
   * Returns the differences that predictions depend on: all but those in modifiers such as
   * penalties and dropout, which only training knows.
   *
   * @param saved the description found in a file, this one being the class's
   */
  public List<String> topologyDifferences(NetworkDescription saved) {
    return new DescriptionDifferences(false, IN_CLASS, IN_FILE).of(this, saved);
  }

  /** Returns a table of the layers and their parameters, at most 80 columns wide. */
  public String summary() {
    return DescriptionSummary.of(this);
  }
}
