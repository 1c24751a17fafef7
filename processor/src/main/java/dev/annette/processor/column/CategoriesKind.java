package dev.annette.processor.column;

import com.google.auto.service.AutoService;
import dev.annette.Categories;
import dev.annette.processor.diagnostic.Problem;
import dev.annette.processor.ir.ColumnPart;
import dev.annette.processor.ir.ColumnType;
import dev.annette.processor.layer.Attributes;
import java.lang.annotation.Annotation;
import java.util.List;

/** {@link Categories}: a text among few. */
@AutoService(ColumnKind.class)
public final class CategoriesKind implements ColumnKind {
  @Override
  public Class<? extends Annotation> annotation() {
    return Categories.class;
  }

  @Override
  public ColumnPart read(Attributes attributes, ColumnType type) {
    List<String> texts = attributes.words("value");
    if (texts.size() < 2) {
      attributes.report(
          Problem.OUT_OF_RANGE,
          attributes.origin("value"),
          attributes.source("value")
              + " on "
              + attributes.field()
              + ": a column with "
              + (texts.isEmpty() ? "no category" : "one category")
              + " says nothing, so there must be at least 2. Write every text that the column can"
              + " hold, or @Ignore.");
    }
    for (int i = 0; i < texts.size(); i++) {
      if (texts.indexOf(texts.get(i)) < i) {
        attributes.report(
            Problem.CONFLICT,
            attributes.origin("value", i),
            attributes.source("value")
                + " on "
                + attributes.field()
                + " names \""
                + texts.get(i)
                + "\" twice. Write each text once.");
      }
    }
    return new OneHotPart(attributes, texts.stream().distinct().toList());
  }
}
