package dev.annette.processor.read;

import dev.annette.Loss;
import dev.annette.Network;
import dev.annette.PenaltyScaling;
import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.diagnostic.Origin;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ClassRef;
import dev.annette.processor.ir.Declaration;
import dev.annette.processor.ir.LayerDeclaration;
import dev.annette.processor.ir.LossChoice;
import dev.annette.processor.ir.Shape;
import dev.annette.processor.layer.PenaltySpec;
import dev.annette.rule.NumberRule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads the declaration of a network from an annotated class. */
public final class NetworkReader {
  private static final String LOSS_FUNCTION = "dev.annette.runtime.custom.LossFunction";

  private final Kinds kinds;

  /** Creates a reader for these kinds of layers. */
  public NetworkReader(Kinds kinds) {
    this.kinds = kinds;
  }

  /**
   * Returns the declaration, or nothing where the class has no layers. What is wrong with it is
   * reported, and stand-ins take its place, so that the rest can be checked.
   *
   * @throws UnreadableValueException if a value does not compile, which the compiler reports itself
   */
  public Optional<Declaration> read(TypeElement type, Diagnostics problems) {
    AnnotationMirror mirror = Annotations.find(type, Network.class).orElseThrow();
    MirrorAttributes network = new MirrorAttributes(type, mirror, problems);
    Shape input = InputShape.of(network);
    ClassRef custom = customLoss(network);
    Loss loss = custom == null ? network.constant("loss", Loss.class) : Loss.CUSTOM;
    requireOneLoss(network, loss, custom);
    double delta = delta(network, loss);
    PenaltyScaling scaling = scaling(network, loss);
    List<String> allowed = AllowedKeys.of(type, problems);
    boolean isLegal = ClassRules.check(type, problems);
    List<LayerDeclaration> layers = declaresFields(type) ? layers(type, problems) : List.of();
    if (isLegal && layers.isEmpty()) {
      reportEmpty(network);
    }
    if (layers.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Declaration(
            classRef(type),
            input,
            new LossChoice(loss, delta, custom, lossOrigin(network, custom)),
            scaling,
            layers,
            allowed,
            network.origin()));
  }

  private static boolean declaresFields(TypeElement type) {
    return type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.RECORD;
  }

  /** Returns the class of a loss that the user wrote; null where there is none. */
  private static ClassRef customLoss(MirrorAttributes network) {
    return network.isWritten("customLoss") ? network.type("customLoss", LOSS_FUNCTION) : null;
  }

  private static Origin lossOrigin(MirrorAttributes network, ClassRef custom) {
    return network.origin(custom == null ? "loss" : "customLoss");
  }

  private static void requireOneLoss(MirrorAttributes network, Loss loss, ClassRef custom) {
    if (custom == null && loss == Loss.CUSTOM) {
      network.report(
          Problem.MISSING,
          network.origin("loss"),
          "@Network on "
              + network.field()
              + " does not say what training makes small. Write loss = HALF_SQUARED_ERROR or"
              + " another of dev.annette.Loss, or customLoss = a class of your own.");
    } else if (custom != null
        && network.isWritten("loss")
        && network.constant("loss", Loss.class) != Loss.CUSTOM) {
      network.report(
          Problem.CONFLICT,
          network.origin("customLoss"),
          network.source("customLoss")
              + " on "
              + network.field()
              + " stands beside loss = "
              + network.constant("loss", Loss.class)
              + ", but training makes one loss small. Remove one of the two.");
    }
  }

  private static double delta(MirrorAttributes network, Loss loss) {
    if (loss == Loss.HUBER) {
      return network.number("delta", NumberRule.HUBER_DELTA);
    }
    if (network.isWritten("delta")) {
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
    return network.number("delta");
  }

  /** Returns the scaling of the network; where the loss does not fit it, the default one. */
  private static PenaltyScaling scaling(MirrorAttributes network, Loss loss) {
    PenaltyScaling scaling = network.constant("scaling", PenaltyScaling.class);
    if (scaling.fits(loss)) {
      return scaling;
    }
    network.report(
        Problem.CONFLICT,
        network.origin("scaling"),
        network.source("scaling")
            + " on "
            + network.field()
            + ": "
            + PenaltySpec.misfit(scaling, loss));
    return PenaltyScaling.NETWORK;
  }

  private static void reportEmpty(MirrorAttributes network) {
    network.report(
        Problem.MISSING,
        network.origin(),
        network.field()
            + " declares no layer: a layer is a field of type Layer with an annotation. Write at"
            + " least an output: @Dense(units = 1) Layer output;");
  }

  private List<LayerDeclaration> layers(TypeElement type, Diagnostics problems) {
    LayerReader reader = new LayerReader(kinds, problems);
    List<LayerDeclaration> layers = new ArrayList<>();
    for (Element field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      reader.read(field).ifPresent(layers::add);
    }
    return layers;
  }

  /** Returns a class with the names of those around it. */
  static ClassRef classRef(TypeElement type) {
    Deque<String> names = new ArrayDeque<>();
    boolean isPublic = true;
    Element element = type;
    while (element instanceof TypeElement enclosing) {
      names.addFirst(enclosing.getSimpleName().toString());
      isPublic &= enclosing.getModifiers().contains(Modifier.PUBLIC);
      element = enclosing.getEnclosingElement();
    }
    String packageName =
        element instanceof PackageElement home ? home.getQualifiedName().toString() : "";
    return new ClassRef(packageName, List.copyOf(names), isPublic);
  }
}
