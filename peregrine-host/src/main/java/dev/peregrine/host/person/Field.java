package dev.peregrine.host.person;

import java.util.List;

/**
 * A field of the form of a résumé.
 *
 * @param key the member of JSON Resume
 * @param label as people read it
 * @param help may be empty
 */
record Field(String key, String label, Kind kind, String help) {

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

  private static Field line(String key, String label) {
    return new Field(key, label, Kind.LINE, "");
  }

  private static Field address(String key, String label) {
    return new Field(key, label, Kind.ADDRESS, "");
  }

  private static Field since(String key, String label) {
    return new Field(key, label, Kind.DATE, "Such as 2021-03 or 2021");
  }

  private static Field until() {
    return new Field("endDate", "To", Kind.UNTIL, "Or “present”");
  }

  private static Field bullets(String label) {
    return new Field("highlights", label, Kind.LINES, "One a line");
  }

  static final List<Field> ABOUT =
      List.of(
          line("basics.name", "Name"),
          line("basics.label", "Headline"),
          new Field("basics.email", "E-mail", Kind.EMAIL, ""),
          line("basics.phone", "Phone"),
          address("basics.url", "Own page"),
          line("basics.location.address", "Street"),
          line("basics.location.postalCode", "Postal code"),
          line("basics.location.city", "Town"),
          line("basics.location.region", "Region"),
          line("basics.location.countryCode", "Country"),
          new Field("basics.summary", "Summary", Kind.AREA, ""));

  static final List<Field> GROUPS =
      List.of(
          new Field(
              "skills",
              "Skills",
              Kind.GROUPS,
              "One a line: “Java (8 years)”, or a group with its skills: “Databases: PostgreSQL,"
                  + " SQLite”."),
          new Field("interests", "Interests", Kind.GROUPS, "One a line"));

  /**
   * A list of entries.
   *
   * @param path where it is in the document
   * @param one what a single entry is called
   */
  record Section(String path, String title, String one, List<Field> fields) {

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
              "link",
              List.of(
                  line("network", "Where"),
                  address("url", "Address"),
                  line("username", "Name there"))),
          new Section(
              "work",
              "Experience",
              "position",
              List.of(
                  line("position", "Title"),
                  line("name", "Employer"),
                  since("startDate", "From"),
                  until(),
                  line("location", "Place"),
                  address("url", "Address"),
                  new Field("summary", "In short", Kind.AREA, ""),
                  bullets("What you did"))),
          new Section(
              "education",
              "Education",
              "school",
              List.of(
                  line("studyType", "Degree"),
                  line("institution", "School"),
                  line("area", "Subject"),
                  since("startDate", "From"),
                  until(),
                  line("score", "Grade"),
                  new Field("courses", "Courses", Kind.LINES, "One a line"))),
          new Section(
              "languages",
              "Languages",
              "language",
              List.of(
                  line("language", "Language"),
                  new Field("fluency", "How well", Kind.LINE, "Such as C1 or native"))),
          new Section(
              "certificates",
              "Certificates",
              "certificate",
              List.of(
                  line("name", "Certificate"),
                  line("issuer", "Given by"),
                  since("date", "When"),
                  line("number", "Number"),
                  address("url", "Address"))),
          new Section(
              "projects",
              "Projects",
              "project",
              List.of(
                  line("name", "Project"),
                  line("entity", "For"),
                  since("startDate", "From"),
                  until(),
                  address("url", "Address"),
                  new Field("description", "In short", Kind.AREA, ""),
                  bullets("What you did"),
                  new Field("keywords", "With", Kind.WORDS, "With commas between"))),
          new Section(
              "volunteer",
              "Volunteering",
              "position",
              List.of(
                  line("position", "Role"),
                  line("organization", "Organisation"),
                  since("startDate", "From"),
                  until(),
                  new Field("summary", "In short", Kind.AREA, ""),
                  bullets("What you did"))),
          new Section(
              "awards",
              "Awards",
              "award",
              List.of(
                  line("title", "Award"),
                  line("awarder", "Given by"),
                  since("date", "When"),
                  new Field("summary", "In short", Kind.AREA, ""))),
          new Section(
              "publications",
              "Publications",
              "publication",
              List.of(
                  line("name", "Title"),
                  line("publisher", "Published by"),
                  since("releaseDate", "When"),
                  address("url", "Address"),
                  new Field("summary", "In short", Kind.AREA, ""))),
          new Section(
              "references",
              "References",
              "reference",
              List.of(
                  line("name", "Name"), new Field("reference", "What they say", Kind.AREA, ""))));
}
