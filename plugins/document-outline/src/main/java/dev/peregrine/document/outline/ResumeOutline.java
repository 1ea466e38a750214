package dev.peregrine.document.outline;

import dev.peregrine.api.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a résumé says, in the order in which employers read. */
record ResumeOutline(Json json, Words words, Dates dates, List<Block> blocks) {

  void add() {
    basics(json.at("basics"));
    section("work", words.experience(), job -> entry(job, "position", "name"));
    section("volunteer", words.volunteering(), job -> entry(job, "position", "organization"));
    section("projects", words.projects(), this::project);
    section("education", words.education(), this::education);
    listed("certificates", words.certificates(), each -> dated(each, "date", "name", "issuer"));
    listed("awards", words.awards(), each -> dated(each, "date", "title", "awarder"));
    listed(
        "publications",
        words.publications(),
        each -> dated(each, "releaseDate", "name", "publisher"));
    words("skills", words.skills());
    listed("languages", words.languages(), each -> joined(" – ", each, "language", "fluency"));
    words("interests", words.interests());
    listed("references", words.references(), each -> joined(": ", each, "name", "reference"));
  }

  private void basics(Json basics) {
    text(basics, "name").ifPresent(name -> blocks.add(new Block.Title(name)));
    text(basics, "label").ifPresent(label -> blocks.add(new Block.Lines(List.of(label), true)));
    Json place = basics.at("location");
    String town = joined(" ", place, "postalCode", "city");
    String whole =
        Stream.of(text(place, "address").orElse(""), town, text(place, "countryCode").orElse(""))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    List<String> contact =
        Stream.of(whole, text(basics, "phone").orElse(""), text(basics, "email").orElse(""))
            .filter(line -> !line.isEmpty())
            .toList();
    if (!contact.isEmpty()) {
      blocks.add(new Block.Lines(contact, false));
    }
    links(basics);
    text(basics, "summary")
        .ifPresent(
            summary -> {
              blocks.add(new Block.Heading(words.summary()));
              paragraphs(basics, "summary");
            });
  }

  private void links(Json basics) {
    var links = new ArrayList<Block.Link>();
    text(basics, "url").ifPresent(url -> links.add(new Block.Link(url, url)));
    for (Json profile : basics.at("profiles").items()) {
      text(profile, "url")
          .ifPresent(
              url ->
                  links.add(
                      new Block.Link(
                          text(profile, "network").map(name -> name + ": " + url).orElse(url),
                          url)));
    }
    if (!links.isEmpty()) {
      blocks.add(new Block.Links(links));
    }
  }

  private void section(String member, String heading, Consumer<Json> entry) {
    List<Json> entries = json.at(member).items();
    if (!entries.isEmpty()) {
      blocks.add(new Block.Heading(heading));
      entries.forEach(entry);
    }
  }

  private void entry(Json job, String what, String where) {
    String place = text(job, "location").map(name -> ", " + name).orElse("");
    blocks.add(new Block.Entry(joined(", ", job, what, where) + place, dates.period(job)));
    paragraphs(job, "summary");
    highlights(job);
  }

  private void project(Json project) {
    blocks.add(new Block.Entry(joined(", ", project, "name", "entity"), dates.period(project)));
    paragraphs(project, "description");
    highlights(project);
    String used = String.join(", ", texts(project, "keywords"));
    if (!used.isEmpty()) {
      blocks.add(Block.Lines.of(used));
    }
    text(project, "url")
        .ifPresent(url -> blocks.add(new Block.Links(List.of(new Block.Link(url, url)))));
  }

  private void education(Json school) {
    String degree = joined(" ", school, "studyType", "area");
    String where = joined(", ", school, "institution", "location");
    String both = degree.isEmpty() || where.isEmpty() ? degree + where : degree + ", " + where;
    blocks.add(new Block.Entry(both, dates.period(school)));
    text(school, "score").ifPresent(score -> blocks.add(Block.Lines.of(score)));
    List<String> courses = texts(school, "courses");
    if (!courses.isEmpty()) {
      blocks.add(Block.Lines.of(String.join(", ", courses)));
    }
    highlights(school);
  }

  private void paragraphs(Json entry, String member) {
    entry
        .at(member)
        .text()
        .ifPresent(
            text ->
                Plain.paragraphs(text).forEach(lines -> blocks.add(new Block.Lines(lines, false))));
  }

  private void highlights(Json entry) {
    List<String> items = texts(entry, "highlights");
    if (!items.isEmpty()) {
      blocks.add(new Block.Items(items));
    }
  }

  /** Bare names on one line; a list where they say more. */
  private void words(String member, String heading) {
    List<Json> entries = json.at(member).items();
    boolean bare =
        entries.stream()
            .allMatch(
                entry -> entry.at("level").text().isEmpty() && texts(entry, "keywords").isEmpty());
    if (!bare) {
      listed(member, heading, ResumeOutline::skill);
      return;
    }
    String names =
        entries.stream()
            .map(ResumeOutline::skill)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.joining(", "));
    if (!names.isEmpty()) {
      blocks.add(new Block.Heading(heading));
      blocks.add(Block.Lines.of(names));
    }
  }

  private void listed(
      String member, String heading, java.util.function.Function<Json, String> item) {
    List<String> items =
        json.at(member).items().stream().map(item).filter(text -> !text.isEmpty()).toList();
    if (!items.isEmpty()) {
      blocks.add(new Block.Heading(heading));
      blocks.add(new Block.Items(items));
    }
  }

  private String dated(Json entry, String date, String what, String who) {
    String said = joined(", ", entry, what, who);
    return entry.at(date).text().map(day -> said + " (" + dates.partial(day) + ")").orElse(said);
  }

  private static String skill(Json skill) {
    String name = joined(" – ", skill, "name", "level");
    String keywords = String.join(", ", texts(skill, "keywords"));
    return name.isEmpty() || keywords.isEmpty() ? name + keywords : name + ": " + keywords;
  }

  private static String joined(String by, Json entry, String... members) {
    return Stream.of(members)
        .flatMap(member -> text(entry, member).stream())
        .collect(Collectors.joining(by));
  }

  private static Optional<String> text(Json entry, String member) {
    return entry.at(member).text().map(Plain::line).filter(line -> !line.isEmpty());
  }

  private static List<String> texts(Json entry, String member) {
    return entry.at(member).texts().stream()
        .map(Plain::line)
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
