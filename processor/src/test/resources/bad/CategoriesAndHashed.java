package bad;

import dev.annette.Categories;
import dev.annette.Dense;
import dev.annette.Hashed;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = CategoriesAndHashed.Row.class)
class CategoriesAndHashed {
  record Row(@Categories({"S", "C"}) @Hashed(4) String port, @Label boolean survived) {}
  //                                 ^ error: [annette/conflict] port carries @Categories and
  //     @Hashed, but a column is encoded once. Remove one of the two.

  @Dense Layer output;
}
