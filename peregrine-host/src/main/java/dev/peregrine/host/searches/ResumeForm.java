package dev.peregrine.host.searches;

import dev.peregrine.host.documents.DocumentException;
import dev.peregrine.host.documents.DocumentText;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.scoring.Scoring;
import dev.peregrine.host.web.Visit;
import java.util.Optional;

/** Takes a résumé from a form, as a file or as pasted text. */
public final class ResumeForm {

  private final DocumentText documents;
  private final Resumes resumes;
  private final Scoring scoring;

  public ResumeForm(DocumentText documents, Resumes resumes, Scoring scoring) {
    this.documents = documents;
    this.resumes = resumes;
    this.scoring = scoring;
  }

  /**
   * Stores what was given; nothing given changes nothing.
   *
   * @return what is wrong with it, as a sentence; empty if nothing is
   */
  public String take(Visit visit) throws InterruptedException {
    Optional<Visit.Upload> file = visit.file("cv");
    String pasted = visit.value("pasted");
    try {
      if (file.isPresent()) {
        String text = documents.read(file.get().bytes(), file.get().name());
        return keep(
            text,
            file.get().name(),
            "“"
                + file.get().name()
                + "” holds no text. Perhaps it is a scan: choose a file with text in it, or paste the text.");
      }
      return pasted.isEmpty() ? "" : keep(pasted, "Pasted text", "");
    } catch (DocumentException unreadable) {
      return Optional.ofNullable(unreadable.getMessage()).orElse("The file cannot be read.");
    }
  }

  private String keep(String text, String name, String problemIfBlank) {
    if (text.isBlank()) {
      return problemIfBlank;
    }
    resumes.save(text, name);
    scoring.soon();
    return "";
  }
}
