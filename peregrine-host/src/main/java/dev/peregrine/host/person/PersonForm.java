package dev.peregrine.host.person;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.web.Visit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what the person typed of themselves, and says what changed. */
final class PersonForm {

  private static final int MOST_ROWS = 60;

  private PersonForm() {}

  static Person read(Visit visit) {
    return new Person(
        visit.value("name"),
        visit.value("email"),
        visit.value("phone"),
        visit.value("street"),
        visit.value("postalCode"),
        visit.value("town"),
        visit.value("region"),
        visit.value("country"),
        links(visit),
        visit.value("headline"),
        plain(visit.value("summary")),
        plain(visit.value("voice")),
        plain(visit.value("matters")),
        missions(visit),
        FieldText.parts(visit.value("hiddenEmployers"), "\\R"),
        visit.has("accessibility"),
        visit.has("queer"),
        visit.value("notice"),
        visit.value("relocation"),
        visit.value("authorisation"),
        visit.value("salary"));
  }

  private static String plain(String typed) {
    return typed.replace("\r\n", "\n");
  }

  private static List<Person.Link> links(Visit visit) {
    var links = new ArrayList<Person.Link>();
    for (int at = 0; at < MOST_ROWS && visit.typed("link-label-" + at) != null; at++) {
      links.add(
          new Person.Link(visit.value("link-label-" + at), visit.value("link-address-" + at)));
    }
    return links;
  }

  private static List<Person.Mission> missions(Visit visit) {
    var missions = new ArrayList<Person.Mission>();
    for (int at = 0; at < MOST_ROWS && visit.typed("mission-domain-" + at) != null; at++) {
      missions.add(
          new Person.Mission(
              visit.value("mission-domain-" + at), plain(visit.value("mission-note-" + at))));
    }
    return missions;
  }

  /** Without rows that say nothing. */
  static Person withoutBlanks(Person person) {
    return with(
        person,
        person.links().stream()
            .filter(link -> !link.label().isEmpty() || !link.address().isEmpty())
            .toList(),
        person.missions().stream()
            .filter(mission -> !mission.domain().isEmpty() || !mission.note().isEmpty())
            .toList());
  }

  /** After a button of the form: one row more or less. */
  static Person changed(Person person, String verb) {
    var links = new ArrayList<>(person.links());
    var missions = new ArrayList<>(person.missions());
    String[] words = verb.split(" ");
    int at = words.length > 1 && words[1].matches("\\d{1,2}") ? Integer.parseInt(words[1]) : -1;
    switch (words[0]) {
      case "add-link" -> links.add(new Person.Link("", ""));
      case "remove-link" -> remove(links, at);
      case "add-mission" -> missions.add(new Person.Mission("", ""));
      case "remove-mission" -> remove(missions, at);
      default -> {
        return person;
      }
    }
    return with(person, links, missions);
  }

  private static void remove(List<?> rows, int at) {
    if (at >= 0 && at < rows.size()) {
      rows.remove(at);
    }
  }

  private static Person with(
      Person person, List<Person.Link> links, List<Person.Mission> missions) {
    return new Person(
        person.name(),
        person.email(),
        person.phone(),
        person.street(),
        person.postalCode(),
        person.town(),
        person.region(),
        person.country(),
        links,
        person.headline(),
        person.summary(),
        person.voice(),
        person.matters(),
        missions,
        person.hiddenEmployers(),
        person.accessibility(),
        person.queer(),
        person.notice(),
        person.relocation(),
        person.authorisation(),
        person.salary());
  }

  static Map<String, String> errors(Person person) {
    var errors = new LinkedHashMap<String, String>();
    if (!person.email().isEmpty() && !person.email().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
      errors.put("email", t("person.no-email", "typed", person.email()));
    }
    for (int at = 0; at < person.links().size(); at++) {
      String address = person.links().get(at).address();
      if (address.contains(" ")) {
        errors.put("link-address-" + at, t("person.no-address", "typed", address));
      }
    }
    return errors;
  }

  /** What another window stored that differs from what stands here, a line each. */
  static List<String> differences(Person here, Person stored) {
    var lines = new ArrayList<String>();
    for (var component : Map.copyOf(shown(stored)).entrySet()) {
      if (!component.getValue().equals(shown(here).get(component.getKey()))) {
        lines.add(
            component.getKey()
                + ": "
                + (component.getValue().isEmpty()
                    ? t("person.nothing-there")
                    : component.getValue()));
      }
    }
    return lines.stream().sorted().toList();
  }

  static Map<String, String> shown(Person person) {
    var shown = new LinkedHashMap<String, String>();
    shown.put(t("person.f-name"), person.name());
    shown.put(t("person.f-email"), person.email());
    shown.put(t("person.f-phone"), person.phone());
    shown.put(t("person.f-street"), person.street());
    shown.put(t("person.f-postal-code"), person.postalCode());
    shown.put(t("person.f-town"), person.town());
    shown.put(t("person.f-region"), person.region());
    shown.put(t("person.f-country"), person.country());
    shown.put(
        t("person.section-links"),
        String.join(
            ", ",
            person.links().stream().map(l -> (l.label() + " " + l.address()).strip()).toList()));
    shown.put(t("person.f-headline"), person.headline());
    shown.put(t("person.f-summary"), person.summary());
    shown.put(t("person.f-voice"), person.voice());
    shown.put(t("person.f-matters"), person.matters());
    shown.put(
        t("person.care-about"),
        String.join(
            ", ", person.missions().stream().map(m -> m.domain() + ": " + m.note()).toList()));
    shown.put(t("person.f-never-named"), String.join(", ", person.hiddenEmployers()));
    shown.put(
        t("person.f-accessibility"),
        person.accessibility() ? t("person.said-yes") : t("person.said-no"));
    shown.put(t("person.f-queer"), person.queer() ? t("person.said-yes") : t("person.said-no"));
    shown.put(t("person.f-notice"), person.notice());
    shown.put(t("person.f-relocation"), person.relocation());
    shown.put(t("person.f-authorisation"), person.authorisation());
    shown.put(t("person.f-salary"), person.salary());
    return shown;
  }
}
