package dev.annette.processor.read;

import dev.annette.Loss;
import dev.annette.Network;
import dev.annette.PenaltyScaling;
import dev.annette.processor.diagnostic.Diagnostics;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.Declaration;
import dev.annette.processor.ir.LayerDeclaration;
import dev.annette.processor.ir.LossChoice;
import dev.annette.processor.ir.RowDeclaration;
import dev.annette.processor.ir.Shape;
import dev.annette.processor.layer.PenaltySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
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
   * Returns the declaration, or nothing where the class has no layers. What is wrong with it is
   * reported, and stand-ins take its place, so that the rest can be checked.
   *
   * @throws UnreadableValueException if a value does not compile, which the compiler reports itself
   */
  public Optional<Declaration> read(TypeElement type, Diagnostics problems) {
    AnnotationMirror mirror = Annotations.find(type, Network.class).orElseThrow();
    MirrorAttributes network = new MirrorAttributes(type, mirror, problems);
    Optional<RowDeclaration> rows = rows(type, network, problems);
    Shape input = input(network, rows);
    LossChoice loss = new LossReader(network, rows).read();
    PenaltyScaling scaling = scaling(network, loss.loss());
    List<String> allowed = AllowedKeys.of(type, problems);
    boolean isLegal = ClassRules.check(type, problems);
    List<LayerDeclaration> layers = declaresFields(type) ? layers(type, problems) : List.of();
    layers = new RowLayers(network, rows, problems).complete(layers);
    if (isLegal && layers.isEmpty()) {
      reportEmpty(network);
    }
    if (layers.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Declaration(
            ClassRefs.of(type), input, rows, loss, scaling, layers, allowed, network.origin()));
  }

  private Optional<RowDeclaration> rows(
      TypeElement type, MirrorAttributes network, Diagnostics problems) {
    return network.isWritten("rows")
        ? new RowReader(kinds, problems).read(type, network)
        : Optional.empty();
  }

  private static Shape input(MirrorAttributes network, Optional<RowDeclaration> rows) {
    if (!network.isWritten("rows")) {
      return InputShape.of(network);
    }
    if (network.isWritten("input")) {
      network.report(
          Problem.CONFLICT,
          network.origin("input"),
          network.source("input")
              + " on "
              + network.field()
              + ": with rows the number of features follows from the columns. Remove input.");
    }
    return Shape.of(rows.map(row -> Math.toIntExact(row.width())).orElse(1));
  }

  private static boolean declaresFields(TypeElement type) {
    return type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.RECORD;
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
}
