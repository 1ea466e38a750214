package dev.peregrine.host.intake;

import dev.peregrine.host.pipeline.Markdown;
import dev.peregrine.host.pipeline.PlainText;

/** How a description is given out. */
public enum DescriptionFormat {
  /** The words, in lines and paragraphs. */
  PLAIN,
  MARKDOWN,
  /** As the board gave it: hostile to whoever shows it. */
  HTML;

  /** A board's description in this format. */
  public String of(String description) {
    return switch (this) {
      case PLAIN -> PlainText.of(description);
      case MARKDOWN -> Markdown.of(description);
      case HTML -> description;
    };
  }
}
