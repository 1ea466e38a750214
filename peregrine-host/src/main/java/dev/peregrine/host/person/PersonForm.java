package dev.peregrine.host.person;

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
      errors.put(
          "email", "“%s” is no e-mail address. ada@example.org is one.".formatted(person.email()));
    }
    for (int at = 0; at < person.links().size(); at++) {
      String address = person.links().get(at).address();
      if (address.contains(" ")) {
        errors.put(
            "link-address-" + at,
            "“%s” is no address of a page. https://example.org is one.".formatted(address));
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
                + (component.getValue().isEmpty() ? "nothing" : component.getValue()));
      }
    }
    return lines.stream().sorted().toList();
  }

  static Map<String, String> shown(Person person) {
    var shown = new LinkedHashMap<String, String>();
    shown.put("Name", person.name());
    shown.put("E-mail", person.email());
    shown.put("Phone", person.phone());
    shown.put("Street", person.street());
    shown.put("Postal code", person.postalCode());
    shown.put("Town", person.town());
    shown.put("Region", person.region());
    shown.put("Country", person.country());
    shown.put(
        "Links",
        String.join(
            ", ",
            person.links().stream().map(l -> (l.label() + " " + l.address()).strip()).toList()));
    shown.put("Headline", person.headline());
    shown.put("Summary", person.summary());
    shown.put("Voice", person.voice());
    shown.put(
        "What you care about",
        String.join(
            ", ", person.missions().stream().map(m -> m.domain() + ": " + m.note()).toList()));
    shown.put("Employers never named", String.join(", ", person.hiddenEmployers()));
    shown.put("Research on accessibility", person.accessibility() ? "yes" : "no");
    shown.put("Research on queer people", person.queer() ? "yes" : "no");
    shown.put("Notice period", person.notice());
    shown.put("Relocation", person.relocation());
    shown.put("Where you may work", person.authorisation());
    shown.put("Salary expectation", person.salary());
    return shown;
  }
}
