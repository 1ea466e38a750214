package dev.peregrine.plugin.board.smartrecruiters;

import dev.peregrine.api.Json;
import dev.peregrine.api.Markup;
import java.util.Optional;

/** The text of a posting, which SmartRecruiters keeps in sections, each with a heading. */
record SmartRecruitersText(Json sections) {

  Optional<String> html() {
    var html = new StringBuilder();
    for (Json section : sections.items()) {
      section
          .at("text")
          .text()
          .ifPresent(
              text -> {
                section
                    .at("title")
                    .text()
                    .ifPresent(
                        title -> html.append("<h3>%s</h3>\n".formatted(Markup.escaped(title))));
                html.append(text).append('\n');
              });
    }
    return html.isEmpty() ? Optional.empty() : Optional.of(html.toString());
  }
}
