package bad;

import dev.annette.Categories;
import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = CategoriesTwice.Row.class)
class CategoriesTwice {
  record Row(@Categories({"S", "C", "S"}) String port, @Label boolean survived) {}
  //                                ^ error: [annette/conflict] @Categories({"S", "C", "S"}) on port
  //     names "S" twice. Write each text once.

  @Dense Layer output;
}
