package bad;

import dev.annette.Categories;
import dev.annette.Dense;
import dev.annette.Label;
import dev.annette.Layer;
import dev.annette.Network;

@Network(rows = CategoriesOfNumber.Row.class)
class CategoriesOfNumber {
  record Row(@Categories({"1", "2"}) int deck, @Label boolean survived) {}
  //         ^ error: [annette/misplaced] @Categories on deck declares the categories of a text, but
  //     int is a number. Remove it, or change the type.

  @Dense Layer output;
}
