package dev.peregrine.host.web;

import dev.peregrine.host.texts.Texts;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.ArrayList;
import java.util.List;

/**
 * A text with pieces of a template in it, such as a link within a sentence: the value of a
 * placeholder is {@code @`<a href="/x">…</a>`} then. The text itself and all other values are
 * escaped, so a bundle can hold no markup.
 */
public final class Sentence implements Content {

  // A private character that no text has, then the piece's number.
  private static final char MARK = '\ue000';

  private final String text;
  private final List<Content> pieces;

  private Sentence(String text, List<Content> pieces) {
    this.text = text;
    this.pieces = pieces;
  }

  /** See {@link Texts#t(String, Object...)}; a value may be a piece of a template. */
  public static Content sentence(String key, Object... namesAndValues) {
    var pieces = new ArrayList<Content>();
    Object[] values = namesAndValues.clone();
    for (int i = 1; i < values.length; i += 2) {
      if (values[i] instanceof Content piece) {
        values[i] = "" + MARK + (char) (MARK + 1 + pieces.size());
        pieces.add(piece);
      } else if (values[i] instanceof String said) {
        values[i] = said.replace(MARK, ' ');
      }
    }
    return new Sentence(Texts.t(key, values), pieces);
  }

  @Override
  public void writeTo(TemplateOutput output) {
    int from = 0;
    for (int at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, from)) {
      output.writeUserContent(text.substring(from, at));
      int piece = text.charAt(at + 1) - MARK - 1;
      pieces.get(piece).writeTo(output);
      from = at + 2;
    }
    output.writeUserContent(text.substring(from));
  }
}
