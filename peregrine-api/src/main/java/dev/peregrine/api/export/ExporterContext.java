package dev.peregrine.api.export;

import dev.peregrine.api.ExtensionContext;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What the host lends an exporter for one call.
 *
 * @since 0.1
 */
public interface ExporterContext extends ExtensionContext {

  /** How the document is to look. */
  Layout layout();

  /** Size of a page. Constants may be added in minor versions. */
  enum Paper {
    A4,
    US_LETTER
  }

  /**
   * How a document is to look.
   *
   * @param locale language of headings and fixed words, and how numbers and dates are written
   * @param zone in which moments are shown
   * @param paper size of a page, for formats that have pages
   * @param template id of a template of the descriptor; empty: the usual one
   * @param title of the document, for its properties and the window's title
   */
  record Layout(Locale locale, ZoneId zone, Paper paper, Optional<String> template, String title) {
    public Layout {
      Objects.requireNonNull(locale);
      Objects.requireNonNull(zone);
      Objects.requireNonNull(paper);
      Objects.requireNonNull(template);
      if (title.isBlank()) {
        throw new IllegalArgumentException("A document's title is blank.");
      }
    }
  }
}
