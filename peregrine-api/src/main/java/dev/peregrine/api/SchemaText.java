package dev.peregrine.api;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The text of a schema.org JobPosting. Some pages put only an introduction into the description and
 * the rest, which a reader needs more, into properties of its own.
 */
record SchemaText(SchemaValue data) {

  private static final Pattern TAG = Pattern.compile("<\\p{Alpha}");
  private static final int COMPARED = 80;
  private static final int LONGEST_TAG = 60;

  /** What stands beside the description, in the order in which people read it. */
  private enum Section {
    RESPONSIBILITIES("responsibilities", "Responsibilities"),
    QUALIFICATIONS("qualifications", "Qualifications"),
    SKILLS("skills", "Skills"),
    EXPERIENCE("experienceRequirements", "Experience"),
    EDUCATION("educationRequirements", "Education"),
    BENEFITS("jobBenefits", "Benefits"),
    INCENTIVES("incentiveCompensation", "Incentives"),
    HOURS("workHours", "Working hours");

    private final String property;
    private final String heading;

    Section(String property, String heading) {
      this.property = property;
      this.heading = heading;
    }
  }

  Optional<String> description() {
    Optional<String> description = data.at("description").markup().map(SchemaText::html);
    var text = new StringBuilder();
    for (Section section : Section.values()) {
      add(section, description.orElse(""), text);
    }
    if (text.isEmpty()) {
      return description;
    }
    return Optional.of(description.map(SchemaText::paragraphs).orElse("") + text);
  }

  private void add(Section section, String description, StringBuilder text) {
    var body = new StringBuilder();
    for (SchemaValue value : data.at(section.property).all()) {
      Optional<String> plain = value.text();
      boolean isTags = section == Section.SKILLS && parts(value).allMatch(SchemaText::isTag);
      if (plain.isPresent() && !isTags && !holds(description, plain.get())) {
        body.append(paragraphs(html(value.markup().orElseThrow())));
      }
    }
    if (!body.isEmpty()) {
      text.append("\n<h3>").append(section.heading).append("</h3>\n").append(body);
    }
  }

  /** The items of a list, whether commas or tags stand between them. */
  static Stream<String> parts(SchemaValue list) {
    return Stream.of(list.markup().or(list::name).orElse("").split("<[^<>]{0,200}>|[,;•|\\n]"))
        .map(Entities::plain)
        .filter(part -> !part.isEmpty());
  }

  /** Whether a part of a list is a word or two, not a sentence. */
  static boolean isTag(String part) {
    return part.length() <= LONGEST_TAG;
  }

  private static boolean holds(String description, String plain) {
    String start = plain.length() > COMPARED ? plain.substring(0, COMPARED) : plain;
    return Entities.plain(description).contains(start);
  }

  /** Some pages write their HTML as entities, and some those twice. */
  private static String html(String text) {
    String html = text.replace("\\n", "\n");
    for (int times = 0; times < 2 && !html.contains("<") && html.contains("&lt;"); times++) {
      html = Entities.resolved(html);
    }
    return html;
  }

  /** Plain text keeps its lines beside what has tags. */
  private static String paragraphs(String text) {
    return TAG.matcher(text).find()
        ? text
        : "<p>" + text.strip().replace("<", "&lt;").replaceAll("\\R", "<br>") + "</p>";
  }
}
