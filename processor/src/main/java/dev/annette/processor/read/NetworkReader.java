package dev.annette.processor.read;

import dev.annette.Loss;
import dev.annette.Network;
import dev.annette.PenaltyScaling;
import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ClassRef;
import dev.annette.processor.ir.Declaration;
import dev.annette.processor.ir.LayerDeclaration;
import dev.annette.processor.ir.LossChoice;
import dev.annette.processor.ir.Shape;
import dev.annette.rule.NumberRule;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads the declaration of a network from an annotated class. */
public final class NetworkReader {
  private final Kinds kinds;

  /** Creates a reader for these kinds of layers. */
  public NetworkReader(Kinds kinds) {
    this.kinds = kinds;
  }

  /**
   * Returns the declaration, or nothing where the class or its layers cannot declare a network; the
   * reasons are reported.
   *
   * @throws UnreadableValueException if a value does not compile, which the compiler reports itself
   */
  public Optional<Declaration> read(TypeElement type, Diagnostics problems) {
    AnnotationMirror mirror = Annotations.find(type, Network.class).orElseThrow();
    MirrorAttributes network = new MirrorAttributes(type, mirror, problems);
    Shape input =
        new Shape(network.counts("input", "a row has features, and these are their sizes"));
    Loss loss = network.constant("loss", Loss.class);
    double delta = delta(network, loss);
    PenaltyScaling scaling = network.constant("scaling", PenaltyScaling.class);
    List<String> allowed = AllowedKeys.of(type, problems);
    if (!ClassRules.check(type, problems)) {
      return Optional.empty();
    }
    requireSizes(network, input, problems);
    List<LayerDeclaration> layers = layers(type, problems);
    if (layers.isEmpty()) {
      requireLayers(type, network, problems);
      return Optional.empty();
    }
    return Optional.of(
        new Declaration(
            classRef(type),
            input,
            new LossChoice(loss, delta, network.origin("loss")),
            scaling,
            layers,
            allowed,
            network.origin()));
  }

  private static double delta(MirrorAttributes network, Loss loss) {
    if (network.isWritten("delta") && loss != Loss.HUBER) {
      network.report(
          Problem.CONFLICT,
          network.origin("delta"),
          network.source("delta")
              + " on "
              + network.field()
              + ": delta belongs to HUBER, but the loss is "
              + loss
              + ". Remove delta, or write loss = HUBER.");
    }
    return network.number("delta", NumberRule.HUBER_DELTA);
  }

  private static void requireSizes(MirrorAttributes network, Shape input, Diagnostics problems) {
    if (input.sizes().isEmpty()) {
      problems.report(
          Problem.MISSING,
          network.origin("input"),
          "@Network(input = {}) on "
              + network.field()
              + ": a network reads at least one feature. Write how many numbers a row has, such as"
              + " input = 64.");
    } else if (product(input) > Integer.MAX_VALUE - 8) {
      problems.report(
          Problem.TOO_LARGE,
          network.origin("input"),
          network.source("input")
              + " on "
              + network.field()
              + ": one row would have "
              + (product(input) == Double.POSITIVE_INFINITY ? "countless" : (long) product(input))
              + " numbers, but a Java array holds at most "
              + (Integer.MAX_VALUE - 8)
              + ".");
    }
  }

  private static double product(Shape shape) {
    return shape.sizes().stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
  }

  private List<LayerDeclaration> layers(TypeElement type, Diagnostics problems) {
    LayerReader reader = new LayerReader(kinds, problems);
    List<LayerDeclaration> layers = new ArrayList<>();
    for (Element field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      reader.read(field).ifPresent(layers::add);
    }
    return layers;
  }

  /** Reports a network without layers, unless its layers are there and are what is wrong. */
  private static void requireLayers(
      TypeElement type, MirrorAttributes network, Diagnostics problems) {
    if (!problems.anyErrors()) {
      problems.report(
          Problem.MISSING,
          network.origin(),
          type.getSimpleName()
              + " declares no layer: every layer is a field of type Layer with an annotation. Write"
              + " at least an output, such as @Dense(units = 1) Layer output;.");
    }
  }

  private static ClassRef classRef(TypeElement type) {
    LinkedList<String> names = new LinkedList<>();
    boolean isPublic = true;
    Element element = type;
    while (element instanceof TypeElement enclosing) {
      names.addFirst(enclosing.getSimpleName().toString());
      isPublic &= enclosing.getModifiers().contains(Modifier.PUBLIC);
      element = enclosing.getEnclosingElement();
    }
    String packageName =
        element instanceof PackageElement home ? home.getQualifiedName().toString() : "";
    return new ClassRef(packageName, names, isPublic);
  }
}
