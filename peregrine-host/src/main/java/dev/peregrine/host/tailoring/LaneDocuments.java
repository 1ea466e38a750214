package dev.peregrine.host.tailoring;

import dev.peregrine.host.documents.DocumentException;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.ResumeJson;
import dev.peregrine.host.resumes.ResumeReading;
import dev.peregrine.host.scoring.Resume;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What résumés say. One that came as text alone is read, which takes a while, and remembered. */
final class LaneDocuments {

  private static final int REMEMBERED = 20;

  private final ResumeReading reading;

  /** By the hash of the text, so that no tenant finds what it does not have itself. */
  private final Map<String, ResumeDocument> read =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ResumeDocument> eldest) {
          return size() > REMEMBERED;
        }
      };

  LaneDocuments(ResumeReading reading) {
    this.reading = reading;
  }

  ResumeDocument of(Resume resume) throws InterruptedException {
    ResumeDocument stored = ResumeJson.read(resume.document()).orElse(ResumeDocument.EMPTY);
    return stored.equals(ResumeDocument.EMPTY) ? ofText(resume) : stored;
  }

  private ResumeDocument ofText(Resume resume) throws InterruptedException {
    Optional<ResumeDocument> known = known(resume.hash());
    if (known.isPresent()) {
      return known.get();
    }
    try {
      ResumeDocument document = reading.readText(resume.text()).document();
      remember(resume.hash(), document);
      return document;
    } catch (DocumentException unreadable) {
      return ResumeDocument.EMPTY;
    }
  }

  private synchronized Optional<ResumeDocument> known(String hash) {
    return Optional.ofNullable(read.get(hash));
  }

  private synchronized void remember(String hash, ResumeDocument document) {
    read.put(hash, document);
  }
}
