package dev.peregrine.host.applications;

import java.util.List;
import java.util.Optional;

/**
 * What was sent, word for word.
 *
 * @param letter empty where none went along
 * @param resume empty where none did
 * @param checklist as it stood
 * @param answers to the questions of the employer's form
 * @param how the person applied, in their own words; may be empty
 */
public record Content(
    PostingThen posting,
    Optional<LetterThen> letter,
    Optional<ResumeThen> resume,
    List<FileThen> files,
    List<Item> checklist,
    List<Answer> answers,
    String how) {

  public Content {
    files = List.copyOf(files);
    checklist = List.copyOf(checklist);
    answers = List.copyOf(answers);
  }

  /**
   * The posting as it stood.
   *
   * @param text without markup
   */
  public record PostingThen(
      String title, String company, String place, String url, String board, String text) {}

  /**
   * The letter.
   *
   * @param version its number among the letters for the job
   */
  public record LetterThen(int version, String language, String text) {}

  /**
   * The résumé.
   *
   * @param lane its number
   * @param changes how many changes were made for the job
   * @param json as JSON Resume
   */
  public record ResumeThen(long lane, String name, int version, int changes, String json) {}

  /** A file; its bytes lie under its SHA-256. */
  public record FileThen(
      String kind,
      String name,
      String mediaType,
      long size,
      String sha256,
      String exporter,
      String exporterVersion,
      String template) {

    /** The same of a paper. */
    public static FileThen of(Paper paper) {
      return new FileThen(
          paper.kind().key(),
          paper.name(),
          paper.mediaType(),
          paper.size(),
          paper.sha256(),
          paper.exporter(),
          paper.exporterVersion(),
          paper.template());
    }
  }

  /** A line of the checklist. */
  public record Item(String text, boolean done) {}

  /** A question and what was answered. */
  public record Answer(String question, String text) {}
}
