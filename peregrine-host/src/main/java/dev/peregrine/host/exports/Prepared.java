package dev.peregrine.host.exports;

import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.host.letters.Clearance;
import java.util.Locale;

/** A document for a job, before it is written. */
public sealed interface Prepared {

  /**
   * It can be written.
   *
   * @param language of the document
   * @param title of the document, for its properties
   */
  record Ready(ExportRequest request, Locale language, String title, DocumentName name)
      implements Prepared {}

  /** The letter must not leave Peregrine yet. */
  record Blocked(Clearance.Blocked why) implements Prepared {}

  /** Something that it needs is not there. */
  record Missing(Part part) implements Prepared {}

  /** What may be missing. */
  enum Part {
    LETTER,
    RESUME,
    /** The person's name. */
    NAME
  }
}
