package dev.peregrine.plugin.board.lever;

import dev.peregrine.api.Json;
import dev.peregrine.api.Markup;
import java.util.Optional;

/**
 * The whole text of a posting as HTML. Lever keeps it in parts: the description, the lists (where
 * the requirements are), what is additional, and a text on pay.
 */
record LeverText(Json row) {

  Optional<String> html() {
    var text = new StringBuilder();
    Optional<String> description = part("description");
    description.ifPresentOrElse(
        text::append,
        () -> {
          part("opening").ifPresent(text::append);
          part("descriptionBody").ifPresent(text::append);
        });
    for (Json list : row.at("lists").items()) {
      list.at("text").text().ifPresent(title -> text.append(element("h3", Markup.escaped(title))));
      list.at("content").text().ifPresent(items -> text.append(element("ul", items)));
    }
    part("salaryDescription").ifPresent(text::append);
    part("additional").ifPresent(text::append);
    return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
  }

  /** A part as HTML, made of its plain text where that is all there is. */
  private Optional<String> part(String name) {
    return row.at(name)
        .text()
        .or(
            () ->
                row.at(name + "Plain")
                    .text()
                    .map(plain -> element("p", Markup.escaped(plain).replace("\n", "<br>"))));
  }

  private static String element(String name, String inner) {
    return "<%s>%s</%s>\n".formatted(name, inner, name);
  }
}
