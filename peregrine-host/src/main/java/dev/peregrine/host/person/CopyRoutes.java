package dev.peregrine.host.person;

import dev.peregrine.host.resumes.PartialDate;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every single value ready to be copied while filling in an employer's form. */
public final class CopyRoutes implements Routes {

  private static final String HERE = "/profile/copy";

  private final Resumes resumes;
  private final People people;

  public CopyRoutes(Resumes resumes, People people) {
    this.resumes = resumes;
    this.people = people;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get(HERE, this::show);
  }

  private void show(Visit visit) {
    List<Resume> all = resumes.all();
    Optional<Resume> chosen =
        all.stream()
            .filter(resume -> resume.id() == visit.number("resume").orElse(-1))
            .findFirst()
            .or(() -> all.stream().findFirst());
    Draft draft = Draft.of(chosen.map(ResumeRoutes::document).orElse(ResumeDocument.EMPTY));
    var groups = new ArrayList<CopyPage.Group>();
    groups.add(about(people.person().value(), draft));
    for (Field.Section section : Field.SECTIONS) {
      for (Draft.Entry entry : draft.entries(section)) {
        groups.add(entry(section, entry));
      }
    }
    groups.add(words(draft));
    visit.show(
        new CopyPage(
            visit.shell("Copy fields", "profile"),
            all.stream()
                .map(
                    resume ->
                        new CopyPage.Choice(
                            resume.name(),
                            HERE + "?resume=" + resume.id(),
                            chosen.filter(c -> c.id() == resume.id()).isPresent()))
                .toList(),
            groups.stream().filter(group -> !group.values().isEmpty()).toList(),
            self()));
  }

  private static CopyPage.Group about(Person person, Draft draft) {
    var values = new ArrayList<CopyPage.Value>();
    String name = either(person.name(), draft.value("basics.name"));
    int split = name.lastIndexOf(' ');
    value(values, "Name", name);
    if (split > 0) {
      value(values, "First name", name.substring(0, split));
      value(values, "Last name", name.substring(split + 1));
    }
    value(values, "E-mail", either(person.email(), draft.value("basics.email")));
    value(values, "Phone", either(person.phone(), draft.value("basics.phone")));
    String street = either(person.street(), draft.value("basics.location.address"));
    String code = either(person.postalCode(), draft.value("basics.location.postalCode"));
    String town = either(person.town(), draft.value("basics.location.city"));
    value(values, "Street", street);
    value(values, "Postal code", code);
    value(values, "Town", town);
    value(values, "Region", either(person.region(), draft.value("basics.location.region")));
    value(values, "Country", either(person.country(), draft.value("basics.location.countryCode")));
    value(
        values,
        "Whole address",
        street.isEmpty() || town.isEmpty() ? "" : street + "\n" + (code + " " + town).strip());
    person.links().forEach(link -> value(values, link.label(), link.address()));
    value(values, "Own page", draft.value("basics.url"));
    value(values, "Headline", either(person.headline(), draft.value("basics.label")));
    value(values, "Summary", either(person.summary(), draft.value("basics.summary")));
    value(values, "Notice period", person.notice());
    value(values, "Relocation", person.relocation());
    value(values, "Where you may work", person.authorisation());
    value(values, "Salary expectation", person.salary());
    return new CopyPage.Group("You", values);
  }

  private static CopyPage.Group entry(Field.Section section, Draft.Entry entry) {
    var values = new ArrayList<CopyPage.Value>();
    for (Field field : section.fields()) {
      String text = entry.value(field.key());
      value(values, field.label(), text);
      if (field.kind() == Field.Kind.DATE || field.kind() == Field.Kind.UNTIL) {
        month(values, field.label(), text);
      }
    }
    String name =
        section.naming().stream()
            .map(entry::value)
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining(", "));
    return new CopyPage.Group(name.isEmpty() ? section.title() : name, values);
  }

  /** Forms ask for dates in parts. */
  private static void month(List<CopyPage.Value> values, String label, String text) {
    PartialDate.parse(text)
        .filter(date -> date.month() > 0)
        .ifPresent(
            date -> {
              value(values, label + ": month", "%02d".formatted(date.month()));
              value(values, label + ": year", Integer.toString(date.year()));
            });
  }

  private static CopyPage.Group words(Draft draft) {
    var values = new ArrayList<CopyPage.Value>();
    List<String> skills =
        draft
            .value("skills")
            .lines()
            .flatMap(
                line -> {
                  int colon = line.indexOf(": ");
                  return colon < 0 || line.contains("(level: ")
                      ? Stream.of(line.replaceAll("\\s*\\([^()]*(?:years?|level:)[^()]*\\)$", ""))
                      : FieldText.parts(line.substring(colon + 1), ",").stream();
                })
            .toList();
    value(values, "All skills", String.join(", ", skills));
    skills.forEach(skill -> value(values, "Skill", skill));
    return new CopyPage.Group("Skills", values);
  }

  private List<CopyPage.Group> self() {
    SelfSaid said = people.self().value();
    var values = new ArrayList<CopyPage.Value>();
    value(values, "Gender", said.gender());
    value(values, "Pronouns", said.pronouns());
    value(values, "Ethnicity or origin", said.ethnicity());
    value(values, "Veteran", said.veteran());
    value(values, "Disability", said.disability());
    return values.isEmpty()
        ? List.of()
        : List.of(new CopyPage.Group("What only you decide to tell", values));
  }

  private static void value(List<CopyPage.Value> values, String label, String text) {
    boolean again =
        values.stream()
            .anyMatch(
                v ->
                    v.text().equals(text)
                        && v.label()
                            .toLowerCase(Locale.ROOT)
                            .equals(label.toLowerCase(Locale.ROOT)));
    if (!text.isBlank() && !again) {
      values.add(new CopyPage.Value(label.isBlank() ? "Link" : label, text.strip()));
    }
  }

  private static String either(String first, String second) {
    return first.isEmpty() ? second : first;
  }
}
