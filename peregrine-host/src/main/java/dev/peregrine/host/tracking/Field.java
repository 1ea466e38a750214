package dev.peregrine.host.tracking;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.integration.TrackerTarget.Kind;
import java.util.List;
import java.util.Locale;

/** What is known of a job and may have a column elsewhere. */
public enum Field {
  /** What a row is known again by: every table needs it. */
  ID(List.of("peregrineid", "externalid"), Kind.TEXT),
  TITLE(
      List.of("title", "job", "jobtitle", "position", "role", "name", "stelle", "titel", "rolle"),
      Kind.TITLE,
      Kind.TEXT),
  COMPANY(
      List.of("company", "companyname", "employer", "organisation", "firma", "arbeitgeber"),
      Kind.TEXT,
      Kind.CHOICE,
      Kind.TITLE),
  PLACE(List.of("place", "location", "city", "ort", "standort"), Kind.TEXT, Kind.CHOICE),
  LINK(
      List.of("link", "url", "rolelink", "posting", "address", "anzeige", "adresse"),
      Kind.LINK,
      Kind.TEXT),
  STAGE(
      List.of("stage", "status", "statusofapplication", "abschnitt", "stand"),
      Kind.CHOICE,
      Kind.CHOICES,
      Kind.TEXT),
  SCORE(List.of("score", "matchscore", "match", "passung"), Kind.NUMBER, Kind.TEXT),
  GAPS(List.of("gaps", "keywordgaps", "lücken", "fehlt"), Kind.TEXT, Kind.CHOICES),
  SALARY(List.of("salary", "pay", "gehalt"), Kind.TEXT, Kind.TITLE),
  YEARLY(
      List.of("salaryayear", "yearlysalary", "annualpay", "jahresgehalt"), Kind.NUMBER, Kind.TEXT),
  REMOTE(
      List.of("remote", "wayofwork", "workmodel", "arbeitsweise"),
      Kind.CHOICE,
      Kind.CHECK,
      Kind.CHOICES,
      Kind.TEXT),
  SOURCE(
      List.of("source", "jobsource", "board", "quelle", "börse"),
      Kind.CHOICE,
      Kind.CHOICES,
      Kind.TEXT),
  FOUND(List.of("found", "datefound", "gefunden"), Kind.DATE, Kind.TEXT),
  POSTED(List.of("posted", "dateposted", "veröffentlicht"), Kind.DATE, Kind.TEXT),
  APPLIED(
      List.of("applied", "dateapplied", "appliedon", "beworben", "beworbenam"),
      Kind.DATE,
      Kind.TEXT),
  NEXT_ROUND(
      List.of("nextround", "interview", "nextinterview", "interviewdate", "nächstesgespräch"),
      Kind.DATE,
      Kind.TEXT);

  /** What a new table has. */
  static final List<Field> USUAL =
      List.of(
          TITLE,
          COMPANY,
          PLACE,
          STAGE,
          LINK,
          SCORE,
          SALARY,
          REMOTE,
          SOURCE,
          FOUND,
          APPLIED,
          NEXT_ROUND,
          ID);

  private final List<String> names;
  private final List<Kind> kinds;

  Field(List<String> names, Kind... kinds) {
    this.names = names;
    this.kinds = List.of(kinds);
  }

  /** The name in files and forms, such as {@code next-round}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As people read it, and what a new column is called. */
  public String label() {
    return t("tracking.field-" + key());
  }

  /** What a new column of it holds. */
  public Kind kind() {
    return kinds.getFirst();
  }

  /** Whether a column of that kind can hold it. */
  public boolean fits(Kind kind) {
    return kinds.contains(kind);
  }

  /** Whether people call a column of it so. */
  boolean isCalled(String name) {
    String plain = plain(name);
    return names.contains(plain) || plain(label()).equals(plain);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
