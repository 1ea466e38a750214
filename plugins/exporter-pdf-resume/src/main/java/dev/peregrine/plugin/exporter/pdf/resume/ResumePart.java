package dev.peregrine.plugin.exporter.pdf.resume;

import dev.peregrine.api.Json;
import dev.peregrine.api.export.ExporterContext.Layout;
import dev.peregrine.document.fonts.Legible;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The résumé in the schema of JSON Resume as XHTML. The templates differ in CSS alone. */
final class ResumePart {

  private static final String SEPARATOR = "<span class=\"sep\"> · </span>";

  private final Layout layout;
  private final Theme theme;
  private final Legible legible;
  private final Words words;
  private final When when;

  ResumePart(Layout layout, Theme theme, Legible legible) {
    this.layout = layout;
    this.theme = theme;
    this.legible = legible;
    this.words = Words.in(layout.locale());
    this.when = new When(layout.locale(), words);
  }

  Part of(Json resume) {
    Json basics = resume.at("basics");
    Xhtml body = new Xhtml(legible);
    head(basics, body);
    summary(basics, body);
    entries(resume, "work", "position", "name", body);
    entries(resume, "education", "studyType", "institution", body);
    lists(resume, "skills", "name", body);
    entries(resume, "projects", "name", "entity", body);
    facts(resume, "certificates", "name", "issuer", "date", body);
    languages(resume, body);
    facts(resume, "publications", "name", "publisher", "releaseDate", body);
    facts(resume, "awards", "title", "awarder", "date", body);
    entries(resume, "volunteer", "position", "organization", body);
    lists(resume, "interests", "name", body);
    references(resume, body);
    return new Part("resume", text(basics, "name"), body.toString());
  }

  private void head(Json basics, Xhtml body) {
    Xhtml head =
        new Xhtml(legible)
            .element("h1", "name", text(basics, "name"))
            .element("p", "label", text(basics, "label"));
    line(reach(basics), head);
    line(online(basics), head);
    if (!head.isEmpty()) {
      body.raw("<div class=\"head\">" + head + "</div>");
    }
  }

  private static void line(List<String> contacts, Xhtml head) {
    List<String> said = contacts.stream().filter(text -> !text.isEmpty()).distinct().toList();
    if (!said.isEmpty()) {
      head.raw("<p class=\"contact\">" + String.join(SEPARATOR, said) + "</p>");
    }
  }

  private List<String> reach(Json basics) {
    String mail = text(basics, "email");
    String phone = text(basics, "phone");
    return List.of(
        contact(mail, Contact.mail(mail)),
        contact(phone, Contact.phone(phone)),
        contact(place(basics.at("location")), Optional.empty()));
  }

  private List<String> online(Json basics) {
    var contacts = new ArrayList<String>();
    String url = text(basics, "url");
    contacts.add(contact(Contact.shown(url), Contact.web(url)));
    for (Json profile : basics.at("profiles").items()) {
      String address = text(profile, "url");
      String shown =
          address.isEmpty()
              ? joined(": ", text(profile, "network"), text(profile, "username"))
              : Contact.shown(address);
      contacts.add(contact(shown, Contact.web(address)));
    }
    return contacts;
  }

  private String contact(String shown, Optional<URI> target) {
    return shown.isEmpty()
        ? ""
        : new Xhtml(legible)
            .raw("<span class=\"item\">")
            .link(shown, target)
            .raw("</span>")
            .toString();
  }

  /** The way the country writes it: the postal code goes before or after the city. */
  private String place(Json location) {
    String code = text(location, "postalCode");
    String city = text(location, "city");
    String country = text(location, "countryCode");
    String region = text(location, "region");
    boolean codeLast = country.matches("(?i)US|CA|GB|IE|AU|NZ");
    return joined(
        ", ",
        text(location, "address").replace("\n", ", "),
        codeLast ? joined(" ", joined(", ", city, region), code) : joined(" ", code, city),
        codeLast ? "" : region,
        country.matches("[A-Za-z]{2}")
            ? Locale.of("", country.toUpperCase(Locale.ROOT)).getDisplayCountry(layout.locale())
            : country);
  }

  private void summary(Json basics, Xhtml body) {
    String summary = text(basics, "summary");
    if (!summary.isEmpty()) {
      section("summary", new Xhtml(legible).paragraphs("text", summary).toString(), body);
    }
  }

  /** Sections whose entries took time: a heading, dates, what was done. */
  private void entries(Json resume, String name, String first, String second, Xhtml body) {
    String entries =
        resume.at(name).items().stream()
            .map(entry -> entry(entry, title(entry, first), text(entry, second)))
            .collect(Collectors.joining());
    section(name, entries, body);
  }

  /** Of a degree its subject, too. */
  private static String title(Json entry, String member) {
    return joined(" ", text(entry, member), text(entry, "area"));
  }

  private String entry(Json entry, String title, String where) {
    Xhtml inner = new Xhtml(legible);
    inner.paragraphs("text", text(entry, "description"));
    inner.paragraphs("text", text(entry, "summary"));
    inner.bullets(entry.at("highlights").texts());
    String details =
        joined(
            " · ",
            score(entry),
            String.join(", ", entry.at("courses").texts()),
            String.join(", ", entry.at("keywords").texts()));
    inner.element("p", "details", details);
    return headed(title, where, aside(entry), when.period(entry), inner);
  }

  private String score(Json entry) {
    String score = text(entry, "score");
    return score.isEmpty() ? "" : words.of("score") + ": " + score;
  }

  /** Where it was, and where more is to be read. */
  private String aside(Json entry) {
    String url = text(entry, "url");
    Optional<URI> target = Contact.web(url);
    Xhtml aside = new Xhtml(legible);
    for (String place : List.of(text(entry, "location"), target.isPresent() ? url : "")) {
      if (!place.isEmpty()) {
        aside.raw(SEPARATOR + "<span class=\"place\">");
        aside.link(Contact.shown(place), place.equals(url) ? target : Optional.empty());
        aside.raw("</span>");
      }
    }
    return aside.toString();
  }

  /** Short entries: what, from whom, when. */
  private void facts(Json resume, String name, String what, String whom, String date, Xhtml body) {
    String facts =
        resume.at(name).items().stream()
            .map(
                entry ->
                    headed(
                        text(entry, what),
                        text(entry, whom),
                        aside(entry),
                        when.date(text(entry, date)),
                        new Xhtml(legible).paragraphs("text", text(entry, "summary"))))
            .collect(Collectors.joining());
    section(name, facts, body);
  }

  private String headed(String title, String where, String aside, String time, Xhtml inner) {
    String head = title.isEmpty() ? where : title;
    String second = title.isEmpty() ? "" : where;
    if (head.isEmpty() && time.isEmpty() && inner.isEmpty()) {
      return "";
    }
    Xhtml heading = new Xhtml(legible).raw("<h3><span class=\"title\">").text(head).raw("</span>");
    if (!second.isEmpty()) {
      heading.raw("<span class=\"comma\">, </span>").raw("<span class=\"where\">").text(second);
      heading.raw("</span>");
    }
    heading.raw(aside).raw("</h3>");
    String when = new Xhtml(legible).element("p", "when", time).toString();
    String rest = "<div class=\"inner\">" + inner + "</div>";
    // Programs read what stands first in the file, so the order is that of the eyes.
    return theme.hasDatesFirst()
        ? "<div class=\"entry aside\"><div class=\"left\">%s</div><div class=\"right\">%s%s</div></div>"
            .formatted(when, heading, rest)
        : "<div class=\"entry\"><div class=\"line\">%s%s</div>%s</div>"
            .formatted(heading, when, rest);
  }

  private void lists(Json resume, String name, String member, Xhtml body) {
    List<Json> items = resume.at(name).items();
    boolean grouped = items.stream().anyMatch(item -> !item.at("keywords").texts().isEmpty());
    String lists =
        grouped
            ? items.stream().map(item -> group(item, member)).collect(Collectors.joining())
            : flat(items.stream().map(item -> skill(item, member)));
    section(name, lists, body);
  }

  private String group(Json item, String member) {
    String keywords = String.join(", ", item.at("keywords").texts());
    String name = skill(item, member);
    return row(keywords.isEmpty() ? "" : name, keywords.isEmpty() ? name : keywords);
  }

  private static String skill(Json item, String member) {
    String level = text(item, "level");
    return text(item, member) + (level.isEmpty() ? "" : " (" + level + ")");
  }

  private void languages(Json resume, Xhtml body) {
    section(
        "languages",
        flat(
            resume.at("languages").items().stream()
                .map(
                    item -> {
                      String fluency = text(item, "fluency");
                      return text(item, "language")
                          + (fluency.isEmpty() ? "" : " (" + fluency + ")");
                    })),
        body);
  }

  private void references(Json resume, Xhtml body) {
    String all =
        resume.at("references").items().stream()
            .map(
                item ->
                    new Xhtml(legible)
                        .paragraphs("text", text(item, "reference"))
                        .element("p", "place", text(item, "name"))
                        .toString())
            .collect(Collectors.joining());
    section("references", all, body);
  }

  private String flat(Stream<String> texts) {
    String joined = texts.filter(text -> !text.isBlank()).collect(Collectors.joining(", "));
    return joined.isEmpty() ? "" : row("", joined);
  }

  private String row(String name, String values) {
    if (values.isBlank()) {
      return "";
    }
    Xhtml row = new Xhtml(legible).raw("<p class=\"row\">");
    if (!name.isBlank()) {
      row.raw("<span class=\"group\">").text(name + ":").raw("</span> ");
    }
    return row.raw("<span class=\"values\">").text(values).raw("</span></p>").toString();
  }

  private void section(String name, String inner, Xhtml body) {
    if (!inner.isBlank()) {
      body.raw("<div class=\"section %s\">".formatted(name));
      body.element("h2", "heading", words.of(name)).raw("<div class=\"content\">");
      body.raw(inner).raw("</div></div>");
    }
  }

  private static String text(Json from, String member) {
    return from.at(member).text().map(String::strip).orElse("");
  }

  private static String joined(String separator, String... texts) {
    return Stream.of(texts).filter(text -> !text.isBlank()).collect(Collectors.joining(separator));
  }
}
