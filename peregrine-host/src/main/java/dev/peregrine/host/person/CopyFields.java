package dev.peregrine.host.person;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.resumes.PartialDate;
import dev.peregrine.host.resumes.ResumeDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Every single value that an employer's form may ask for. */
public final class CopyFields {

  private static final int SHORT = 3;

  private final People people;

  public CopyFields(People people) {
    this.people = people;
  }

  /** Of the person and a résumé, in groups; those that hold nothing are left out. */
  public List<CopyGroup> of(ResumeDocument document) {
    Draft draft = Draft.of(document);
    var groups = new ArrayList<CopyGroup>();
    Person person = people.person().value();
    groups.add(about(person, draft));
    for (Field.Section section : Field.SECTIONS) {
      if (section.path().equals("basics.profiles") && !person.links().isEmpty()) {
        continue; // they stand with the person
      }
      if (section.fields().size() <= SHORT) {
        groups.add(together(section, draft.entries(section)));
      } else {
        draft.entries(section).forEach(entry -> groups.add(entry(section, entry)));
      }
    }
    groups.add(words(document.skillNames()));
    return groups.stream().filter(group -> !group.values().isEmpty()).toList();
  }

  /** What only the person decides to tell. */
  public List<CopyGroup> self() {
    SelfSaid said = people.self().value();
    var values = new ArrayList<CopyGroup.Value>();
    value(values, t("person.f-gender"), said.gender());
    value(values, t("person.f-pronouns"), said.pronouns());
    value(values, t("person.f-ethnicity"), said.ethnicity());
    value(values, t("person.f-veteran"), said.veteran());
    value(values, t("person.f-disability"), said.disability());
    return values.isEmpty() ? List.of() : List.of(new CopyGroup(t("person.only-you"), values));
  }

  private static CopyGroup about(Person person, Draft draft) {
    var values = new ArrayList<CopyGroup.Value>();
    String name = either(person.name(), draft.value("basics.name"));
    int split = name.lastIndexOf(' ');
    value(values, t("person.f-name"), name);
    if (split > 0) {
      value(values, t("person.f-first-name"), name.substring(0, split));
      value(values, t("person.f-last-name"), name.substring(split + 1));
    }
    value(values, t("person.f-email"), either(person.email(), draft.value("basics.email")));
    value(values, t("person.f-phone"), either(person.phone(), draft.value("basics.phone")));
    String street = either(person.street(), draft.value("basics.location.address"));
    String code = either(person.postalCode(), draft.value("basics.location.postalCode"));
    String town = either(person.town(), draft.value("basics.location.city"));
    value(values, t("person.f-street"), street);
    value(values, t("person.f-postal-code"), code);
    value(values, t("person.f-town"), town);
    value(
        values,
        t("person.f-region"),
        either(person.region(), draft.value("basics.location.region")));
    value(
        values,
        t("person.f-country"),
        either(person.country(), draft.value("basics.location.countryCode")));
    value(
        values,
        t("person.f-whole-address"),
        street.isEmpty() || town.isEmpty() ? "" : street + "\n" + (code + " " + town).strip());
    person.links().forEach(link -> value(values, link.label(), link.address()));
    value(values, t("person.f-own-page"), draft.value("basics.url"));
    value(values, t("person.f-headline"), either(person.headline(), draft.value("basics.label")));
    value(values, t("person.f-summary"), either(person.summary(), draft.value("basics.summary")));
    value(values, t("person.f-notice"), person.notice());
    value(values, t("person.f-relocation"), person.relocation());
    value(values, t("person.f-authorisation"), person.authorisation());
    value(values, t("person.f-salary"), person.salary());
    return new CopyGroup(t("person.you"), values);
  }

  /** Entries of few fields stand together. */
  private static CopyGroup together(Field.Section section, List<Draft.Entry> entries) {
    var values = new ArrayList<CopyGroup.Value>();
    for (Draft.Entry entry : entries) {
      String name = entry.value(section.fields().getFirst().key());
      for (Field field : section.fields()) {
        boolean names = field.equals(section.fields().getFirst());
        value(
            values,
            names || name.isBlank()
                ? field.label()
                : t("person.field-of", "name", name, "label", field.label()),
            entry.value(field.key()));
      }
    }
    return new CopyGroup(section.title(), values);
  }

  private static CopyGroup entry(Field.Section section, Draft.Entry entry) {
    var values = new ArrayList<CopyGroup.Value>();
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
    return new CopyGroup(name.isEmpty() ? section.title() : name, values);
  }

  /** Forms ask for dates in parts. */
  private static void month(List<CopyGroup.Value> values, String label, String text) {
    PartialDate.parse(text)
        .filter(date -> date.month() > 0)
        .ifPresent(
            date -> {
              value(values, t("person.month-of", "label", label), "%02d".formatted(date.month()));
              value(values, t("person.year-of", "label", label), Integer.toString(date.year()));
            });
  }

  private static CopyGroup words(List<String> skills) {
    var values = new ArrayList<CopyGroup.Value>();
    value(values, t("person.f-all-skills"), String.join(", ", skills));
    skills.forEach(skill -> value(values, t("person.f-skill"), skill));
    return new CopyGroup(t("person.section-skills"), values);
  }

  private static void value(List<CopyGroup.Value> values, String label, String text) {
    boolean again =
        values.stream()
            .anyMatch(
                v ->
                    v.text().equals(text)
                        && v.label()
                            .toLowerCase(Locale.ROOT)
                            .equals(label.toLowerCase(Locale.ROOT)));
    if (!text.isBlank() && !again) {
      values.add(new CopyGroup.Value(label.isBlank() ? t("person.f-link") : label, text.strip()));
    }
  }

  private static String either(String first, String second) {
    return first.isEmpty() ? second : first;
  }
}
