package dev.peregrine.host.person;

import static dev.peregrine.host.texts.Texts.t;

import java.util.List;
import java.util.Locale;

/**
 * A field of the form of a résumé.
 *
 * @param key the member of JSON Resume
 * @param word its name in the bundle of texts
 * @param hint the name of what helps to fill it in; empty for nothing
 */
record Field(String key, String word, Kind kind, String hint) {

  /** As people read it. */
  String label() {
    return t("person.f-" + word);
  }

  /** May be empty. */
  String help() {
    return hint.isEmpty() ? "" : t("person.hint-" + hint);
  }

  /** How it is entered, and what it is in the document. */
  enum Kind {
    LINE,
    EMAIL,
    ADDRESS,
    /** A day, a month or a year. */
    DATE,
    /** The same, or "present". */
    UNTIL,
    /** Prose. */
    AREA,
    /** A list, one a line. */
    LINES,
    /** A list, with commas between. */
    WORDS,
    /** Named groups of words, one a line. */
    GROUPS
  }

  private static Field line(String key, String word) {
    return new Field(key, word, Kind.LINE, "");
  }

  private static Field address(String key, String word) {
    return new Field(key, word, Kind.ADDRESS, "");
  }

  private static Field since(String key, String word) {
    return new Field(key, word, Kind.DATE, "date");
  }

  private static Field until() {
    return new Field("endDate", "to", Kind.UNTIL, "until");
  }

  private static Field bullets(String word) {
    return new Field("highlights", word, Kind.LINES, "lines");
  }

  static final List<Field> ABOUT =
      List.of(
          line("basics.name", "name"),
          line("basics.label", "headline"),
          new Field("basics.email", "email", Kind.EMAIL, ""),
          line("basics.phone", "phone"),
          address("basics.url", "own-page"),
          line("basics.location.address", "street"),
          line("basics.location.postalCode", "postal-code"),
          line("basics.location.city", "town"),
          line("basics.location.region", "region"),
          line("basics.location.countryCode", "country"),
          new Field("basics.summary", "summary", Kind.AREA, ""));

  static final List<Field> GROUPS =
      List.of(
          new Field("skills", "skills", Kind.GROUPS, "skills"),
          new Field("interests", "interests", Kind.GROUPS, "lines"));

  /**
   * A list of entries.
   *
   * @param path where it is in the document
   * @param heading in the text that is scored, and its name in the bundle of texts
   */
  record Section(String path, String heading, List<Field> fields) {

    String title() {
      return t("person.section-" + heading.toLowerCase(Locale.ROOT));
    }

    /** What the button says that adds one. */
    String add() {
      return t("person.add-" + heading.toLowerCase(Locale.ROOT));
    }

    /** The entry in a few words: the first two fields. */
    List<String> naming() {
      return fields.stream().limit(2).map(Field::key).toList();
    }
  }

  static final List<Section> SECTIONS =
      List.of(
          new Section(
              "basics.profiles",
              "Links",
              List.of(
                  line("network", "where"),
                  address("url", "address"),
                  line("username", "name-there"))),
          new Section(
              "work",
              "Experience",
              List.of(
                  line("position", "title"),
                  line("name", "employer"),
                  since("startDate", "from"),
                  until(),
                  line("location", "place"),
                  address("url", "address"),
                  new Field("summary", "in-short", Kind.AREA, ""),
                  bullets("did"))),
          new Section(
              "education",
              "Education",
              List.of(
                  line("studyType", "degree"),
                  line("institution", "school"),
                  line("area", "subject"),
                  since("startDate", "from"),
                  until(),
                  line("score", "grade"),
                  new Field("courses", "courses", Kind.LINES, "lines"))),
          new Section(
              "languages",
              "Languages",
              List.of(
                  line("language", "language"),
                  new Field("fluency", "how-well", Kind.LINE, "fluency"))),
          new Section(
              "certificates",
              "Certificates",
              List.of(
                  line("name", "certificate"),
                  line("issuer", "given-by"),
                  since("date", "when"),
                  line("number", "number"),
                  address("url", "address"))),
          new Section(
              "projects",
              "Projects",
              List.of(
                  line("name", "project"),
                  line("entity", "for"),
                  since("startDate", "from"),
                  until(),
                  address("url", "address"),
                  new Field("description", "in-short", Kind.AREA, ""),
                  bullets("did"),
                  new Field("keywords", "with", Kind.WORDS, "commas"))),
          new Section(
              "volunteer",
              "Volunteering",
              List.of(
                  line("position", "role"),
                  line("organization", "organisation"),
                  since("startDate", "from"),
                  until(),
                  new Field("summary", "in-short", Kind.AREA, ""),
                  bullets("did"))),
          new Section(
              "awards",
              "Awards",
              List.of(
                  line("title", "award"),
                  line("awarder", "given-by"),
                  since("date", "when"),
                  new Field("summary", "in-short", Kind.AREA, ""))),
          new Section(
              "publications",
              "Publications",
              List.of(
                  line("name", "title"),
                  line("publisher", "published-by"),
                  since("releaseDate", "when"),
                  address("url", "address"),
                  new Field("summary", "in-short", Kind.AREA, ""))),
          new Section(
              "references",
              "References",
              List.of(line("name", "name"), new Field("reference", "they-say", Kind.AREA, ""))));
}
