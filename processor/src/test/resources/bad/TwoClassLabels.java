package bad;

import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = TwoClassLabels.Row.class)
class TwoClassLabels {
  record Row(float age, @Label Kind kind, @Label Kind other) {}
  //                                                  ^ error: [annette/conflict] other and kind
  //     both are @Label, but with a class the outputs are the probabilities of its classes alone.
  //     Predict them with two networks, or only numbers, or only booleans.

  enum Kind {
    A,
    B
  }

  @Dense Layer output;
}
